"""The cheat sheet names everything that chapters may use, and stands in docs/ as the code would write it."""

from __future__ import annotations

import inspect
from pathlib import Path

from reportgen.project.folders import Project
from reportgen.reference import cheatsheet
from reportgen.text.cheatsheet import PARAMETERS, surroundings
from reportgen.text.entries import FILTERS, NAMES, TESTS
from tests.text.facts import FIGURES, NOTHING_BESIDE, reader

ROOT = Path(__file__).parents[2]


def test_every_filter_test_and_name_has_its_line_and_no_other():
    environment, names = surroundings(reader(), FIGURES, NOTHING_BESIDE)
    assert set(FILTERS) == set(environment.filters)
    assert set(TESTS) == set(environment.tests)
    assert set(NAMES) == set(names)


def test_every_parameter_has_a_chinese_word():
    environment, _ = surroundings(reader(), FIGURES, NOTHING_BESIDE)
    for routine in (*environment.filters.values(), *environment.tests.values()):
        assert set([*inspect.signature(routine).parameters][1:]) <= set(PARAMETERS)


def test_the_sheet_in_docs_is_up_to_date():
    written = (ROOT / "docs/cheatsheet.md").read_text(encoding="utf-8")
    assert cheatsheet(Project.open(ROOT), 2022) == written, "运行 reportgen cheatsheet"
