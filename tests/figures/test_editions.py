"""Every figure in the two editions of the paper and in the small one, painted in both variants."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ElementTree
from functools import cache
from pathlib import Path

import pytest

from reportgen import pipeline
from reportgen.charts.pool import Drawings, draw_all
from reportgen.facts.address import Calendar
from reportgen.facts.fact import FactTable
from reportgen.project.folders import Project
from tests.charts.made_up import FIGURES, FONTS, NAMES, ROOT
from tests.small_estimate import run_small_project


@cache
def edition(year: int) -> tuple[FactTable, Calendar]:
    project = Project.open(ROOT)
    return pipeline.facts(project, year), Calendar.of(project.edition(year))


@cache
def drawn(year: int) -> Drawings:
    facts, calendar = edition(year)
    return draw_all(FIGURES, NAMES, facts, calendar, FONTS)


@pytest.mark.parametrize("year", [2021, 2022])
def test_every_figure_draws_in_the_edition(year: int) -> None:
    made = drawn(year)
    for variant in ("wide", "narrow"):
        for name in NAMES:
            drawing = made.by_variant[variant][name]
            ElementTree.fromstring(drawing.svg)
            assert drawing.rows or name == "industry_structure"
    years = {
        int(found)
        for one in made.by_variant["wide"].values()
        for found in re.findall(r"(20\d\d)年", one.alternative)
    }
    assert max(years) == year


def test_every_figure_draws_in_the_small_project(tmp_path: Path) -> None:
    run = run_small_project(tmp_path)
    made = draw_all(FIGURES, NAMES, run.estimate.facts, run.calendar, FONTS)
    assert made.by_variant["wide"]["utilities_and_construction"].title == "工业互联网带动建筑业发展情况"
    assert len(made.by_variant["narrow"]) == len(NAMES)


def test_every_colour_has_a_dark_twin() -> None:
    twins = json.loads((ROOT / "templates" / "colours.json").read_text(encoding="utf-8"))["chart"]
    used = {
        colour.upper()
        for figures in drawn(2022).by_variant.values()
        for one in figures.values()
        for colour in re.findall(r"#[0-9A-Fa-f]{6}\b", one.svg)
    }
    assert used <= set(twins)


@pytest.mark.parametrize("year", [2021, 2022])
def test_named_leaders_are_the_largest(year: int) -> None:
    facts, calendar = edition(year)
    wide = drawn(year).by_variant["wide"]
    for figure, metric, measure in (
        ("provincial_growth", "value_added", "nominal_growth"),
        ("provincial_employment", "employment", "employment_growth"),
        ("provincial_direct", "value_added_direct", "nominal_growth_direct"),
        ("provincial_indirect", "value_added_indirect", "nominal_growth_indirect"),
        ("provincial_share", "value_added", "share_of_region_gdp"),
    ):
        text = wide[figure].alternative
        first, fastest, slowest = (
            _extreme(facts, calendar, one, how)
            for one, how in ((metric, max), (measure, max), (measure, min))
        )
        assert f"依次为{first}（" in text
        assert f"最高的是{fastest}（" in text and f"最低的是{slowest}（" in text


def _extreme(facts: FactTable, calendar: Calendar, metric: str, how) -> str:
    known = [
        fact
        for fact in facts
        if fact.address.metric == metric
        and fact.address.years == (calendar.reference_year,)
        and re.fullmatch(r"province\.[a-z]+", fact.address.scope)
    ]
    return facts.vocabulary.scope_name(how(known, key=lambda fact: fact.value).address.scope)
