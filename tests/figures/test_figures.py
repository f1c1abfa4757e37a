"""Every figure of the paper: both editions, hard cases, and texts that agree with the numbers."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from reportgen.charts.figure import Drawing, load_figure, render_figure
from reportgen.errors import AddressError, FigureError
from reportgen.facts.reader import Reader
from tests.charts.made_up import FIGURES, FONTS, LEVELS, NAMES, SECTORS, facts_of

LONG = {
    "direct": "提供工业互联网产品与服务的直接产业部门",
    "indirect": "应用工业互联网而增加产出的渗透产业部门",
    "industry.secondary": "第二产业（采矿业、制造业、电力、热力、燃气及水生产和供应业、建筑业）",
    "sector.manufacturing": "制造业（含装备、电子、原材料、消费品及其他未列明的制造业门类）",
}
FALLING = {
    "direct": (12021.3, 11012.6, 9115.4, 8100.0, 7678.2, 6500.0),
    "indirect": (36546.8, 19880.1, 23391.5, 15725.9, 9312.4, 8580.6),
    "industry.primary": (652.1, 478.9, 808.3, 535.4, 470.1, 19.8),
    "industry.secondary": (21620.4, 13804.2, 15987.3, 7624.9, 496.0, 932.5),
}
OTHER_LEADER = {
    "indirect": LEVELS["direct"],
    "direct": LEVELS["indirect"],
    "industry.primary": LEVELS["industry.tertiary"],
    "industry.tertiary": LEVELS["industry.primary"],
}
CASES = {
    "plain": facts_of(),
    "edition 2021": facts_of(edition=2021),
    "falling": facts_of(FALLING),
    "another leader": facts_of(OTHER_LEADER, {"finance": 98765.4321}),
    "long names": facts_of(scope_names=LONG),
    "long names 2021": facts_of(scope_names=LONG, edition=2021),
    "a thousand times larger": facts_of(factor=1000),
    "a thousand times smaller sections": facts_of(sectors={name: 1.0 for name in list(SECTORS)[1:]}),
    "twice as many sections": facts_of(sectors={name: 1000 + value for name, value in SECTORS.items()}),
    "no growth": facts_of(growth={scope: (0.0,) * 5 for scope in ("national", *LEVELS)}),
}  # fmt: skip


def drawing(name: str, facts: Reader) -> Drawing:
    return render_figure(load_figure(FIGURES, name), facts, FONTS)


@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("name", NAMES)
def test_every_figure_draws_readably_in_every_case(name: str, case: str) -> None:
    made = drawing(name, CASES[case])
    assert made.height_pt % 18 == 0 and 0 < made.height_pt <= 684
    assert made.svg.count("<text") >= len(made.rows) > 0
    assert made.alternative.endswith("。") and "None" not in made.alternative and "--" not in made.alternative


@pytest.mark.parametrize("path", sorted(FIGURES.glob("*.py")), ids=lambda path: path.stem)
def test_figure_files_are_short_and_type_no_numbers(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert 15 <= len(text.splitlines()) <= 40
    tree = ast.parse(text)
    slices = [node.slice for node in ast.walk(tree) if isinstance(node, ast.Subscript)]
    positions = [node for part in slices for node in ast.walk(part)]  # levels[0]: a place, not a number
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and node not in positions and not isinstance(node.value, bool):
            assert not isinstance(node.value, int | float), f"line {node.lineno}: {node.value}"
            assert not any(sign.isdigit() for sign in str(node.value)), f"line {node.lineno}: {node.value}"


def test_titles_are_those_of_the_paper() -> None:
    titles = {name: drawing(name, CASES["plain"]).title for name in NAMES}
    assert titles == {
        "scale_and_share": "我国工业互联网产业增加值规模、占GDP比重",
        "direct_and_indirect": "工业互联网直接产业、渗透产业增加值规模与名义增速",
        "three_industries": "工业互联网带动第一、二、三产业增加值规模",
        "large_sectors": "工业互联网带动9大行业增加值规模超千亿元",
    }


def test_scale_and_share_says_what_rises_and_by_how_much() -> None:
    assert drawing("scale_and_share", CASES["plain"]).alternative == (
        "2017年至2021年，工业互联网产业增加值逐年上升，由2.36万亿元增至4.10万亿元；占GDP比重由2.83%升至3.58%。"
        "预计2022年增加值为4.45万亿元，名义增长8.65%，占GDP比重为3.64%，比上年提高0.06个百分点。"
    )


def test_scale_and_share_says_what_falls() -> None:
    text = drawing("scale_and_share", CASES["falling"]).alternative
    assert "其间有升有降，由4.86万亿元降至1.70万亿元" in text
    assert "名义下降11.24%" in text


def test_direct_and_indirect_names_the_faster_part() -> None:
    plain = drawing("direct_and_indirect", CASES["plain"])
    assert "直接产业增速高于渗透产业2.13个百分点" in plain.alternative
    other = drawing("direct_and_indirect", CASES["another leader"])
    assert "渗透产业增速高于直接产业2.13个百分点" in other.alternative


def test_rounding_is_remarked_when_parts_do_not_add_up() -> None:
    assert "因四舍五入" in drawing("direct_and_indirect", CASES["plain"]).note
    even = facts_of({"direct": (10000.0,) * 6, "indirect": (20000.0,) * 6})
    assert drawing("direct_and_indirect", even).note == "注：E 表示预测值。"


def test_three_industries_orders_by_size_and_names_the_fastest() -> None:
    text = drawing("three_industries", CASES["another leader"]).alternative
    assert "第二产业（2.05万亿元）、第一产业（1.992万亿元）和第三产业（0.06万亿元）" in text
    assert "第二产业增速最高" in text


@pytest.mark.parametrize(("case", "count"), [("plain", 9), ("a thousand times larger", 19)])
def test_large_sectors_counts_what_the_title_says(case: str, count: int) -> None:
    made = drawing("large_sectors", CASES[case])
    assert f"带动{count}大行业" in made.title and f"共{count}个" in made.alternative
    assert len(made.rows) == count
    assert [row.value for row in made.rows] == sorted((row.value for row in made.rows), reverse=True)


def test_large_sectors_follows_another_leader() -> None:
    made = drawing("large_sectors", CASES["another leader"])
    assert "金融业居首，为98765.43亿元" in made.alternative
    assert made.rows[0].label == "金融业"


def test_large_sectors_with_none_above_the_mark_says_so() -> None:
    with pytest.raises(FigureError, match="没有可排序的数") as caught:
        drawing("large_sectors", facts_of(sectors=dict.fromkeys(SECTORS, 5.0)))
    assert "large_sectors.py:" in caught.value.place


def test_years_follow_the_edition() -> None:
    made = drawing("three_industries", CASES["edition 2021"])
    assert {row.label for row in made.rows} == {"2017", "2018", "2019", "2020", "2021E"}
    assert made.alternative.startswith("2020年") and "预计2021年" in made.alternative


def test_a_fact_in_another_unit_stops_the_figure() -> None:
    with pytest.raises(FigureError, match="不能按“%”印出") as caught:
        drawing("scale_and_share", facts_of(units={"gdp_share": "1"}))
    assert "scale_and_share.py:" in caught.value.place


def test_a_missing_fact_stops_the_figure() -> None:
    facts = facts_of()
    kept = [fact for fact in facts.facts if fact.address.metric != "gdp_share"]
    short = Reader(type(facts.facts)(kept, facts.facts.vocabulary), facts.calendar)
    with pytest.raises(AddressError, match="没有这个数：占GDP比重") as caught:
        drawing("scale_and_share", short)
    assert "scale_and_share.py:" in caught.value.place
