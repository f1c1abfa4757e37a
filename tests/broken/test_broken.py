"""Every broken project gives the message beside it: in Chinese, with place and remedy, and nothing is written."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner

from reportgen.cli.app import app
from tests.broken.case import Case, cases
from tests.small_paper import ROOT, write_small_paper

pytestmark = pytest.mark.slow

CASES = cases()
FEWEST = 150


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small paper with templates of its own; every case leaves it as it was."""
    folder = write_small_paper(tmp_path_factory.mktemp("broken") / "small").root
    (folder / "templates").unlink()
    shutil.copytree(ROOT / "templates", folder / "templates")
    return folder


def test_there_are_enough_cases_and_each_has_a_name_of_its_own() -> None:
    names = [case.name for case in CASES]
    assert len(names) >= FEWEST and len(set(names)) == len(names)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_the_message_of_a_broken_project(root: Path, case: Case) -> None:
    with case.applied(root):
        result = CliRunner().invoke(app, ["--project", str(root), *case.command.split()])
    assert result.stderr.replace(f"{root}/", "").rstrip("\n") == case.says.rstrip("\n")
    assert result.exit_code == case.code
    written = [path for path in (root / "build").rglob("*") if path.is_file() and "cache" not in path.parts]
    assert written == []


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_message_names_place_and_remedy_in_chinese(case: Case) -> None:
    assert case.code in (1, 2)
    assert "怎么办：" in case.says and "Traceback" not in case.says and "程序出错（" not in _own_words(case)
    assert re.search("[\u4e00-\u9fff]", case.says)


def _own_words(case: Case) -> str:
    """Without what Python says of a figure file, which is a program."""
    return "" if case.file.startswith("figures/") else case.says
