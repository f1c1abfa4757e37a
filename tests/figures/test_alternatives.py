"""Text alternatives agree with the numbers: who leads, and whether a thing rises or falls."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reportgen.charts import figure as figure_module
from reportgen.charts.figure import Drawing, load_figure, render_figure
from reportgen.facts.reader import Reader
from tests.charts.made_up import FIGURES, FONTS, facts_of
from tests.figures.cases import NAMES_OF_CASES, case

LEVEL = st.floats(1000, 30000).map(lambda value: round(value, 2))
SERIES = st.tuples(*[LEVEL] * 6)
FAST = settings(
    max_examples=10,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


@pytest.fixture(autouse=True)
def _nothing_is_painted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(figure_module, "paint", lambda canvas: "")


def drawing(name: str, facts: Reader, variant: str = "wide") -> Drawing:
    return render_figure(load_figure(FIGURES, name), facts, FONTS, variant)


@FAST
@given(SERIES, SERIES)
def test_employment_says_rises_and_falls(direct: tuple[float, ...], indirect: tuple[float, ...]) -> None:
    facts = facts_of({"direct": direct, "indirect": indirect})
    text = drawing("employment", facts).alternative
    change = facts["新增就业.全国[2021]"].value
    assert f"合计比上年{'增加' if change > 0 else '减少'}{abs(change):.2f}"[:7] in text
    rises = [facts[f"带动就业.全国[{year}]"].value for year in range(2017, 2022)]
    steps = [after > before for before, after in itertools.pairwise(rises)]
    assert ("逐年上升" in text, "逐年下降" in text) == (all(steps), not any(steps))


@FAST
@given(SERIES)
def test_domains_are_named_from_large_to_small_and_from_fast_to_slow(direct: tuple[float, ...]) -> None:
    facts = facts_of({"direct": direct})
    for name, metric in (("domain_values", "增加值"), ("domain_growth", "名义增速")):
        text = drawing(name, facts).alternative
        places = [text.index(one.name) for one in facts.among(metric, "direct", "本年")]
        assert places == sorted(places)


@FAST
@given(SERIES)
def test_sections_say_growth_and_fall(levels: tuple[float, ...]) -> None:
    facts = facts_of(sectors={"agriculture": levels[4]}, swing=levels[0] / 2000)
    text = drawing("agriculture", facts).alternative
    rate, before = (facts[f"名义增速.sector.agriculture[{year}]"].value for year in (2021, 2020))
    if abs(rate) >= 0.005:
        assert f"名义{'增长' if rate > 0 else '下降'}{abs(rate):.2f}"[:6] in text
    if abs(rate - before) >= 0.005:
        assert f"增速比上年{'提高' if rate > before else '降低'}" in text


@pytest.mark.parametrize("situation", NAMES_OF_CASES)
def test_ranked_figures_count_those_not_below_the_nation(situation: str) -> None:
    facts = case(situation)
    made = drawing("provincial_growth", facts)
    whole = facts["名义增速.全国[本年]"].value
    rates = [one.value for one in facts.among("名义增速", "province", "本年")]
    count = sum(rate >= whole for rate in rates)
    text = "各项均低于" if count == 0 else "各项均不低于" if count == len(rates) else f"的有{count}个"
    assert text in made.alternative
    leader = facts.among("增加值", "province", "本年")[0]
    assert f"依次为{leader.name}（" in made.alternative


def test_the_heat_table_counts_rises_and_falls() -> None:
    facts = case("plain")
    now = {one.name: one.value for one in facts.among("名义增速", "province", "本年")}
    before = {one.name: one.value for one in facts.among("名义增速", "province", "上年")}
    rises = sum(now[name] > before[name] for name in now)
    text = drawing("provincial_growth_by_year", facts).alternative
    assert f"增速提高的有{rises}个，降低的有{len(now) - rises}个" in text


def test_the_structure_names_every_section_once() -> None:
    facts = facts_of()
    text = drawing("industry_structure", facts).alternative
    names = facts.facts.vocabulary
    sections = [names.scope_name(one) for one in names.scopes_of_kind("sector")]
    assert all(text.count(f"（{one}") + text.count(f"；{one}") == 1 for one in sections)


def test_both_variants_say_the_same() -> None:
    wide, narrow = (drawing("employment", facts_of(), variant) for variant in ("wide", "narrow"))
    assert (wide.alternative, wide.rows, wide.addresses) == (
        narrow.alternative,
        narrow.rows,
        narrow.addresses,
    )
