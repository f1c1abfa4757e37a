"""The two maps: readable in every case, whole territory, honest about what has no data."""

from __future__ import annotations

import re
import shutil
from functools import cache
from pathlib import Path

import pytest

from reportgen.charts.canvas import Area
from reportgen.charts.figure import Drawing, load_figure, render_figure
from reportgen.charts.map_classes import NO_DATA, RAMP
from reportgen.errors import FigureError
from reportgen.facts.reader import Reader
from tests.charts.made_up import FIGURES, FONTS
from tests.charts.made_up_regions import ROOT, level, regions

NAMES = ("economic_zones", "provincial_map")
LONG = {
    "province.neimenggu": "内蒙古自治区", "province.xinjiang": "新疆维吾尔自治区", "province.ningxia": "宁夏回族自治区",
    "province.hainan": "海南自由贸易港", "zone.jing_jin_ji": "京津冀协同发展区",
}  # fmt: skip
LEADERS = ("province.xizang", "zone.jing_jin_ji")
CASES = {
    "plain": regions(),
    "edition 2021": regions(edition=2021),
    "a thousand times larger": regions(level(lambda scope, value: value * 1000)),
    "a thousand times smaller": regions(level(lambda scope, value: value / 1000)),
    "all equal": regions(level(lambda scope, value: 500.0)),
    "below zero": regions(level(lambda scope, value: value - 700)),
    "another leader": regions(level(lambda scope, value: 98765.4 if scope in LEADERS else value)),
    "one missing": regions(
        level(lambda scope, value: None if scope in ("province.henan", "zone.cheng_yu") else value)
    ),
    "long names": regions(names=LONG),
}


def drawing(name: str, facts: Reader, variant: str = "wide", folder: Path = FIGURES) -> Drawing:
    return render_figure(load_figure(folder, name), facts, FONTS, variant)


@cache
def drawn(name: str, case: str = "plain", variant: str = "wide") -> Drawing:
    return drawing(name, CASES[case], variant)


def without_outlines(tmp_path: Path, broken: str | None = None) -> Path:
    """A copy of the two figure files beside a broken file of outlines, or none."""
    folder = tmp_path / "figures"
    folder.mkdir()
    for name in NAMES:
        shutil.copy(FIGURES / f"{name}.py", folder)
    if broken is not None:
        (tmp_path / "content" / "maps").mkdir(parents=True)
        (tmp_path / "content" / "maps" / "provinces.json").write_text(broken, encoding="utf-8")
    return folder


def texts(made: Drawing) -> list[str]:
    return re.findall(r">([^<>\n]+)</text>", made.svg)


@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("name", NAMES)
def test_maps_draw_readably_in_every_case(name: str, case: str) -> None:
    for variant in ("wide", "narrow"):
        made = drawn(name, case, variant)
        assert made.height_pt % 18 == 0 and 0 < made.height_pt <= 684
        assert len(made.svg.encode()) < 200_000
        assert made.alternative.endswith("。") and "None" not in made.alternative


@pytest.mark.parametrize("name", NAMES)
def test_maps_are_the_same_bytes_again(name: str) -> None:
    assert drawing(name, regions()).svg == drawing(name, regions()).svg


def test_every_province_is_named_in_print() -> None:
    made = drawn("provincial_map")
    written = texts(made)
    names = [
        "北京",
        "天津",
        "上海",
        "宁夏",
        "重庆",
        "海南",
        "香港",
        "澳门",
        "台湾",
        "内蒙古",
        "钓鱼岛",
        "赤尾屿",
    ]
    assert set(names) < set(written) and "南海诸岛" in written
    provinces = [row.label for row in made.rows]
    assert len(provinces) == 31 and set(provinces) < set(written)
    assert sum(isinstance(mark, Area) for mark in made.marks) > 34


def test_the_phone_has_nine_names_and_a_bar() -> None:
    made = drawn("provincial_map", "plain", "narrow")
    named = [text for text in texts(made) if text in {row.label for row in made.rows}]
    assert len(named) == 9 and "广东" in named and "南海诸岛" in texts(made)
    assert len(made.rows) == 31


def test_the_legend_counts_every_province() -> None:
    counts = [int(text[:-1]) for text in texts(drawn("provincial_map")) if re.fullmatch(r"\d+个", text)]
    assert len(counts) == 7 and counts[-1] == 3 and sum(counts) == 34


def test_a_province_without_a_fact_is_grey_and_said_so() -> None:
    plain, missing = (drawn("provincial_map", case) for case in ("plain", "one missing"))
    grey = [
        sum(isinstance(mark, Area) and mark.fill == NO_DATA for mark in made.marks)
        for made in (plain, missing)
    ]
    assert grey[1] == grey[0] + 1 and len(missing.rows) == 30
    assert "河南、香港、澳门和台湾无数据" in missing.note and "河南、香港" in missing.alternative
    assert "河南" in texts(missing)


def test_a_zone_without_a_fact_has_a_dash_and_no_colour() -> None:
    made = drawn("economic_zones", "one missing")
    assert "—" in texts(made) and "成渝、香港" in made.note and "成渝（" not in made.alternative


def test_titles_and_years_follow_the_edition() -> None:
    assert drawn("economic_zones").title == "2021年我国重点经济圈工业互联网带动GDP示意图"
    older = drawn("economic_zones", "edition 2021")
    assert older.title.startswith("2020年") and older.alternative.startswith("2020年")
    assert drawn("provincial_map", "edition 2021").subtitle.startswith("2020年")


def test_provincial_alternative_says_who_leads_and_counts_classes() -> None:
    text = drawn("provincial_map").alternative
    assert text.startswith(
        "2021年，31个省（自治区、直辖市）的工业互联网增加值中，广东最高，为5115.10亿元，"
        "其后为江苏（4403.50亿元）和山东（2991.10亿元）；西藏最低，为67.50亿元。按规模分六级："
    )
    counts = [int(number) for number in re.findall(r"的有(\d+)个", text)]
    assert len(counts) == 6 and sum(counts) == 31
    assert "西藏最高，为98765.40亿元" in drawn("provincial_map", "another leader").alternative
    assert "均为500.00亿元" in drawn("provincial_map", "all equal").alternative


def test_zone_alternative_orders_by_size_and_names_the_fastest() -> None:
    text = drawn("economic_zones").alternative
    assert text == (
        "2021年，七大经济圈工业互联网增加值合计30387.25亿元，占全国的74%，名义增长14.70%。"
        "长三角最大，为10345.11亿元，其后依次为珠三角（5115.12亿元）、长江中游（4098.80亿元）、京津冀（3923.07亿元）、"
        "成渝（2864.22亿元）、西北（2224.74亿元）和东北（1816.19亿元）。京津冀名义增速最高，为18.14%；东北最低，为10.23%。"
    )
    assert "京津冀最大，为98765.40亿元" in drawn("economic_zones", "another leader").alternative


def test_every_zone_is_on_the_map_and_in_the_table() -> None:
    made = drawn("economic_zones")
    for name, value in (("长三角", "10345.11"), ("京津冀", "3923.07"), ("东北", "1816.19")):
        assert texts(made).count(name) == texts(made).count(value) == 2
    assert {row.series for row in made.rows} == {"增加值（2021）", "占总量比重（2021）", "名义增速（2021）"}
    used = {mark.fill for mark in made.marks if isinstance(mark, Area)}
    assert used <= {*RAMP, NO_DATA} and NO_DATA in used and len(used) > 4


def test_rounding_is_remarked_when_shares_do_not_add_up() -> None:
    assert "因四舍五入" in drawn("economic_zones").note


@pytest.mark.parametrize("broken", [None, "", "{"])
@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("variant", ["wide", "narrow"])
def test_without_outlines_provinces_are_tiles(
    tmp_path: Path, name: str, broken: str | None, variant: str
) -> None:
    made = drawing(name, CASES["plain"], variant, without_outlines(tmp_path, broken))
    assert {"北京", "西藏", "香港", "澳门", "台湾"} < set(texts(made))
    assert "缺少省界底图" in made.note and "审图号" not in made.note
    assert not any(isinstance(mark, Area) for mark in made.marks)
    assert made.rows == drawn(name, "plain", variant).rows


@pytest.mark.parametrize(
    ("number", "words"), [("", "须送审并加注审图号"), ("GS（2099）1号", "审图号：GS（2099）1号。")]
)
def test_the_approval_number_stands_under_the_map(tmp_path: Path, number: str, words: str) -> None:
    folder = without_outlines(tmp_path)
    shutil.copytree(ROOT / "content" / "maps", tmp_path / "content" / "maps")
    card = tmp_path / "content" / "maps" / "provinces.card.yaml"
    text = card.read_text(encoding="utf-8").replace('approval_number: ""', f'approval_number: "{number}"')
    card.write_text(text, encoding="utf-8")
    for name in NAMES:
        assert words in drawing(name, CASES["plain"], folder=folder).note


def test_a_value_that_is_no_number_stops_the_map() -> None:
    facts = regions(level(lambda scope, value: float("nan") if scope == "province.anhui" else value))
    with pytest.raises(FigureError, match=r"增加值\.安徽.*不是有限的数") as caught:
        drawing("provincial_map", facts)
    assert "provincial_map.py:" in caught.value.place
