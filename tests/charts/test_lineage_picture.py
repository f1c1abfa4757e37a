"""The picture of a lineage: nothing on anything else, nothing cut off, the same bytes each time."""

from __future__ import annotations

import itertools
import re
from pathlib import Path

import pytest

from reportgen.charts.lineage_layout import arrange, spread
from reportgen.charts.lineage_picture import WIDTH, lineage_picture
from reportgen.facts.lineage import FUNCTION, PARAMETER, SWITCH, TABLE, Lineage, Node
from reportgen.facts.status import Status

FONTS = Path(__file__).parents[2] / "templates/fonts"
LABELS = ("各省分产业渗透产业带动就业", "增加值", "预测年各省三次产业生产总值", "国内生产总值和三次产业增加值")


def made(functions: int, inputs: int) -> Lineage:
    """A chain of functions, each fed by some inputs of its own and by one that all use."""
    nodes = [Node(f"f{i}", LABELS[i % 4], FUNCTION, Status.推算, "（9）") for i in range(functions)]
    edges = [(f"f{i + 1}", f"f{i}") for i in range(functions - 1)]
    for i, j in itertools.product(range(functions), range(inputs)):
        nodes.append(Node(f"x{i}.{j}", LABELS[j % 4], TABLE if j % 2 else PARAMETER, Status.实际))
        edges.append((f"x{i}.{j}", f"f{i}"))
    nodes += [Node("shared", "共用", TABLE, Status.实际), Node("switch", "开关一", SWITCH, None)]
    edges += [*(("shared", f"f{i}") for i in range(functions)), ("switch", "f0")]
    return Lineage(tuple(nodes), tuple(edges))


def boxes(svg: str) -> list[tuple[float, float, float, float]]:
    """Left, top, right, bottom of the boxes of nodes."""
    found = []
    for path in re.findall(r'<path d="M ([^"]+?)\s*(?:z|Z)?\s*"', svg):
        numbers = [float(number) for number in re.findall(r"-?\d+(?:\.\d+)?", path)]
        xs, ys = numbers[::2], numbers[1::2]
        if len(xs) > 3 and len(set(xs)) == 2 and len(set(ys)) == 2 and max(xs) - min(xs) > 20:
            found.append((min(xs), min(ys), max(xs), max(ys)))
    return found


@pytest.mark.parametrize(("functions", "inputs"), [(1, 2), (6, 2), (12, 5)])
def test_boxes_lie_apart_and_within_the_sheet(functions: int, inputs: int) -> None:
    lineage = made(functions, inputs)
    svg = lineage_picture(lineage, "增加值.全国[2021] 的由来", FONTS)
    width, height = map(float, re.search(r'viewBox="0 0 ([\d.]+) ([\d.]+)"', svg).groups())
    found = boxes(svg)
    assert len(found) == sum(node.kind != SWITCH for node in lineage.nodes)
    for left, top, right, bottom in found:
        assert left > 0 and right < width and top > 0 and bottom < height
    for one, other in itertools.combinations(found, 2):
        assert one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]


def test_a_small_lineage_is_a_sheet_of_a4() -> None:
    svg = lineage_picture(made(3, 2), "题", FONTS)
    width, height = map(float, re.search(r'viewBox="0 0 ([\d.]+) ([\d.]+)"', svg).groups())
    assert width == pytest.approx(WIDTH, abs=0.1) and height == pytest.approx(594)


def test_the_picture_says_what_it_shows_and_gives_the_same_bytes() -> None:
    svg = lineage_picture(made(3, 2), "增加值.全国[2021] 的由来", FONTS)
    for words in ("增加值.全国[2021] 的由来", "推算", "统计表 实际", "参数 实际", "另从开关与名录：开关一"):
        assert words in svg
    assert svg == lineage_picture(made(3, 2), "增加值.全国[2021] 的由来", FONTS)


def test_the_number_stands_left_of_what_it_uses() -> None:
    placed = arrange([("b", "a"), ("c", "b"), ("c", "a")], dict.fromkeys("abc", 20.0), 3.0, 5.0, 100.0)
    columns = {name: spot.column for name, spot in placed.spots.items()}
    assert columns["a"] < columns["b"] < columns["c"]
    assert any(isinstance(name, int) for name in columns)  # the long line passes the column of b


def test_spreading_keeps_order_gaps_and_room() -> None:
    assert spread([50.0], [10.0], 5.0, 100.0) == [50.0]
    assert spread([50.0, 50.0, 50.0], [10.0, 10.0, 10.0], 5.0, 100.0) == [50.0, 65.0, 80.0]
    assert spread([95.0, 99.0], [10.0, 10.0], 5.0, 100.0) == [80.0, 95.0]
