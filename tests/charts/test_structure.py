"""The tree, the legend and the names in lines."""

from __future__ import annotations

import pytest

from reportgen.charts.canvas import Canvas, Rectangle
from reportgen.charts.check import check_text
from reportgen.charts.fonts import load_fonts
from reportgen.charts.labels import wrap_names
from reportgen.charts.legend import Entry, draw_legend, legend_height
from reportgen.charts.structure import Branch, Leaf, Tree, draw_structure
from reportgen.charts.style import SERIES, WASH
from reportgen.charts.variant import NARROW, VARIANTS
from tests.charts.made_up import FONTS

TREE = Tree(
    "national",
    "总体",
    "甲＋乙",
    (
        Branch("direct", "甲", "说明", [[Leaf("direct.network", "网络"), Leaf("direct.data", "数据")]]),
        Branch("indirect", "乙", "说明", [[Leaf("industry.primary", "第一产业", ("农业", "林业"))]]),
    ),
    ("一", "二", "三"),
)


@pytest.mark.parametrize("variant", VARIANTS)
def test_every_box_has_its_colour_and_every_name_stands_once(variant: str) -> None:
    canvas = Canvas(load_fonts(FONTS), VARIANTS[variant])
    draw_structure(canvas, TREE)
    check_text(canvas)
    fills = [mark.fill for mark in canvas.marks if isinstance(mark, Rectangle)]
    expected = ("national", "direct", "indirect", "direct.network", "direct.data", "industry.primary")
    assert all(fills.count(SERIES[scope]) == 1 for scope in expected) and fills.count(WASH) == 3
    texts = [text.content for text in canvas.texts]
    assert texts.count("网络") == 1 and "农业；林业" in texts
    assert ("一" in texts) == (variant == "wide")


def test_names_break_after_a_name_where_they_can() -> None:
    fonts = load_fonts(FONTS)
    assert wrap_names(fonts, ("采矿业", "制造业", "建筑业"), 60) == ["采矿业；制造业；", "建筑业"]
    assert wrap_names(fonts, ("采矿业", "信息传输、软件和信息技术服务业"), 64)[0] == "采矿业；"
    assert wrap_names(fonts, (), 60) == []


def test_a_legend_takes_the_lines_it_says() -> None:
    canvas = Canvas(load_fonts(FONTS), NARROW)
    canvas.rows = 5
    entries = [Entry("#1A5B99", "直接产业"), Entry("#45A29A", "渗透产业"), Entry("#2B3644", "很长的名称" * 8)]
    height = legend_height(canvas, entries, canvas.width)
    draw_legend(canvas, entries, 0, 0, canvas.width)
    check_text(canvas)
    assert max(text.box.bottom for text in canvas.texts) <= height
    assert len([mark for mark in canvas.marks if isinstance(mark, Rectangle)]) == 3
    assert legend_height(canvas, [], canvas.width) == 0
