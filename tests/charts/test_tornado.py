"""Tornado and distribution: what they draw, in both sizes, with labels that never touch."""

from __future__ import annotations

import re

import numpy as np
import pytest

from reportgen.charts.distribution import Mark, distribution
from reportgen.charts.style import BELOW, NOT_BELOW, RANKED
from reportgen.charts.tornado import End, TornadoRow, largest, tornado
from tests.charts.made_up import FONTS

VARIANTS = ("wide", "narrow")
BOTH_SIDES = TornadoRow("相关系数：软件服务", End(-612.35, "0.0333", "−612.35"), End(201.0, "0.0660", "+201.00"))
ONE_SIDE = TornadoRow("年度乘子：2020年", End(300.0, "0.5", "+300.00"), End(900.0, "2", "+900.00"))
SWITCH = TornadoRow("消耗系数的口径", other=End(-50.0, "国内品表", "−50.00"))
IDLE = TornadoRow("预测年GDP实际增速", End(0.0, "−20.00%", ""), End(0.0, "30.00%", ""))
LONG = TornadoRow("相关系数：" + "广播电视设备和雷达及配套设备" * 3, None, End(10.0, "0.15", "+10.00"))


def bars(svg: str) -> list[tuple[str, float, float, float]]:
    """Colour, left, right and top of each bar, without the swatches of the legend."""
    found = re.findall(r'<path d="M ([\d.]+) ([\d.]+)\s+L ([\d.]+) [\d.]+[^"]*" style="fill: (#\w+)"', svg)
    return [(colour.upper(), float(a), float(b), float(top)) for a, top, b, colour in found][3:]


def test_the_largest_first_and_what_moves_nothing_is_left_out() -> None:
    rows = largest([IDLE, SWITCH, BOTH_SIDES, ONE_SIDE], 12)
    assert rows == [ONE_SIDE, BOTH_SIDES, SWITCH]
    assert largest([SWITCH, BOTH_SIDES, ONE_SIDE], 1) == [ONE_SIDE]


@pytest.mark.parametrize("variant", VARIANTS)
def test_bars_point_where_the_changes_point(variant: str) -> None:
    low, high, first, second, switch = bars(
        tornado([BOTH_SIDES, ONE_SIDE, SWITCH], "所用值 1", FONTS, variant)
    )
    assert [one[0] for one in (low, high, first, second, switch)] == [
        BELOW, NOT_BELOW, BELOW, NOT_BELOW, RANKED
    ]  # fmt: skip
    zero = low[2]
    assert high[1] == first[1] == second[1] == pytest.approx(zero, abs=0.02)
    assert (zero - low[1]) / (high[2] - high[1]) == pytest.approx(612.35 / 201, rel=0.01)
    assert (second[2] - zero) / (first[2] - zero) == pytest.approx(3, rel=0.01)
    assert low[3] == pytest.approx(high[3], abs=0.02), "on one line"
    assert first[3] < second[3], "below each other"


@pytest.mark.parametrize("variant", VARIANTS)
@pytest.mark.parametrize("rows", [[SWITCH], [LONG, ONE_SIDE], [BOTH_SIDES] * 12, [ONE_SIDE] * 12], ids=len)
def test_every_label_is_drawn_and_none_touches_another(variant: str, rows: list[TornadoRow]) -> None:
    """`tornado` itself refuses labels that overlap or are cut off."""
    svg = tornado(rows, "所用值 40959.37亿元", FONTS, variant)
    for row in rows:
        for end, _ in row.bars:
            assert end.label in svg
    assert svg == tornado(rows, "所用值 40959.37亿元", FONTS, variant)


@pytest.mark.parametrize("variant", VARIANTS)
def test_long_settings_stand_with_the_name_where_the_bars_need_the_room(variant: str) -> None:
    long = "生产函数、固定资本形成总额、宾州世界表就业人数、实际国内生产总值"
    rows = [TornadoRow("乘子的来源", other=End(change, long, f"{change:+.2f}")) for change in (-5.0, 4.0)]
    svg = tornado(rows, "所用值 1", FONTS, variant)
    left, right = bars(svg)
    assert left[2] - left[1] > 40 < right[2] - right[1]
    assert f"{long}：" not in svg and "+4.00" in svg and "（生产函数、" in svg


@pytest.mark.parametrize("variant", VARIANTS)
@pytest.mark.parametrize(
    ("values", "base"),
    [
        (np.linspace(0, 1, 500) ** 2, 0.1),
        (np.linspace(40000, 42000, 500), 60000.0),
        (np.linspace(-5, 5, 40), -30.0),
        (np.full(10, 3.58), 3.58),
        (100 + np.linspace(0, 1e-13, 10), 100.0),
    ],
)
def test_distributions_of_all_shapes(variant: str, values: np.ndarray, base: float) -> None:
    quantiles = np.quantile(values, [0.05, 0.5, 0.95])
    marks = tuple(
        Mark(float(value), f"{name} {value:.2f}亿元")
        for value, name in zip(quantiles, ("5%", "中位数", "95%"), strict=True)
    )
    svg = distribution(values, marks, Mark(base, f"所用值 {base:.2f}亿元"), FONTS, variant)
    assert all(mark.label in svg for mark in marks)
    assert svg == distribution(values, marks, Mark(base, f"所用值 {base:.2f}亿元"), FONTS, variant)
