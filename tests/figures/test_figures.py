"""The figures of the paper: their titles, and texts that agree with the numbers."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from reportgen.charts.figure import Drawing, load_figure, render_figure
from reportgen.errors import AddressError, FigureError
from reportgen.facts.reader import Reader
from tests.charts.made_up import FIGURES, FONTS, NAMES, SECTORS, facts_of
from tests.figures.cases import case


def drawing(name: str, facts: Reader) -> Drawing:
    return render_figure(load_figure(FIGURES, name), facts, FONTS)


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


TITLES = {
    "industry_structure": "工业互联网产业结构图",
    "scale_and_share": "我国工业互联网产业增加值规模、占GDP比重",
    "direct_and_indirect": "工业互联网直接产业、渗透产业增加值规模与名义增速",
    "employment": "工业互联网拉动就业情况",
    "domain_values": "工业互联网直接产业增加值与占比情况",
    "domain_growth": "工业互联网平台、安全、网络、数据各产业增速情况",
    "zone_employment": "2021年工业互联网带动我国重点经济圈就业人数、增速",
    "provincial_share": "2021年我国31个省市自治区工业互联网增加值规模及占GDP比重示意图",
    "provincial_growth": "我国31个省市自治区工业互联网产业增加值规模、名义增速示意图",
    "provincial_employment": "2021年我国31个省市自治区工业互联网带动就业人数及同比增速示意图",
    "provincial_growth_by_year": "2018-2021全国31个省市自治区工业互联网产业增加值的名义增速",
    "provincial_direct": "2021年全国31个省市自治区工业互联网直接产业增加值规模及名义增速",
    "provincial_indirect": "2021年全国31个省市自治区工业互联网渗透产业增加值规模及名义增速",
    "three_industries": "工业互联网带动第一、二、三产业增加值规模",
    "large_sectors": "工业互联网带动9大行业增加值规模超千亿元",
    "agriculture": "工业互联网带动农、林、牧、渔业发展情况",
    "manufacturing_and_mining": "工业互联网带动制造业、采矿业发展情况",
    "utilities_and_construction": "工业互联网带动电力、热力燃气及水生产和供应业、建筑业发展情况",
    "trade_and_information": "工业互联网带动批发和零售业、信息传输、软件和信息技术服务业发展情况",
    "finance_and_research": "工业互联网带动金融业、科学研究和技术服务业发展情况",
    "education_and_administration": "工业互联网带动教育业、公共管理、社会保障和社会组织行业发展情况",
}


@pytest.mark.parametrize("name", NAMES)
def test_titles_are_those_of_the_paper(name: str) -> None:
    assert drawing(name, case("plain")).title == TITLES[name]


def test_years_of_titles_follow_the_edition() -> None:
    assert drawing("provincial_growth_by_year", case("edition 2021")).title.startswith("2018-2020全国31个")
    assert drawing("provincial_direct", case("edition 2021")).title.startswith("2020年全国31个")
    assert "62个省市" in drawing("provincial_growth", case("twice as many items")).title


def test_scale_and_share_says_what_rises_and_by_how_much() -> None:
    assert drawing("scale_and_share", case("plain")).alternative == (
        "2017年至2021年，工业互联网产业增加值逐年上升，由2.36万亿元增至4.10万亿元；占GDP比重由2.83%升至3.58%。"
        "预计2022年增加值为4.45万亿元，名义增长8.65%，占GDP比重为3.64%，比上年提高0.06个百分点。"
    )


def test_scale_and_share_says_what_falls() -> None:
    text = drawing("scale_and_share", case("falling")).alternative
    assert "其间有升有降，由4.86万亿元降至1.70万亿元" in text
    assert "名义下降11.24%" in text


def test_direct_and_indirect_names_the_faster_part() -> None:
    plain = drawing("direct_and_indirect", case("plain"))
    assert "直接产业增速高于渗透产业2.13个百分点" in plain.alternative
    other = drawing("direct_and_indirect", case("another leader"))
    assert "渗透产业增速高于直接产业2.13个百分点" in other.alternative


def test_rounding_is_remarked_when_parts_do_not_add_up() -> None:
    assert "因四舍五入" in drawing("direct_and_indirect", case("plain")).note
    even = facts_of({"direct": (10000.0,) * 6, "indirect": (20000.0,) * 6})
    assert drawing("direct_and_indirect", even).note == ""


def test_what_e_means_is_said_once_under_the_first_figure_with_a_forecast() -> None:
    notes = {name: drawing(name, case("plain")).note for name in NAMES}
    assert [name for name, note in notes.items() if "E 表示预测值" in note] == ["scale_and_share"]
    assert drawing("scale_and_share", case("no forecast")).note == ""


def test_three_industries_orders_by_size_and_names_the_fastest() -> None:
    text = drawing("three_industries", case("another leader")).alternative
    assert "第二产业（2.05万亿元）、第一产业（1.992万亿元）和第三产业（0.06万亿元）" in text
    assert "第二产业增速最高" in text


@pytest.mark.parametrize(("situation", "count"), [("plain", 9), ("a thousand times larger", 19)])
def test_large_sectors_counts_what_the_title_says(situation: str, count: int) -> None:
    made = drawing("large_sectors", case(situation))
    assert f"带动{count}大行业" in made.title and f"共{count}个" in made.alternative
    assert len(made.rows) == count
    assert [row.value for row in made.rows] == sorted((row.value for row in made.rows), reverse=True)


def test_large_sectors_follows_another_leader() -> None:
    made = drawing("large_sectors", case("another leader"))
    assert "金融业居首，为98765.43亿元" in made.alternative
    assert made.rows[0].label == "金融业"


def test_large_sectors_with_none_above_the_mark_says_so() -> None:
    made = drawing("large_sectors", facts_of(sectors=dict.fromkeys(SECTORS, 5.0)))
    assert made.title == "工业互联网带动各行业增加值规模"
    assert "没有行业超过千亿元" in made.alternative


def test_years_follow_the_edition() -> None:
    made = drawing("three_industries", case("edition 2021"))
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
