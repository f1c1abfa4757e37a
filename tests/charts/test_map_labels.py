"""Names on a map: inside where they fit, else beside with a leader, always on one ground."""

from __future__ import annotations

import pytest

from reportgen.charts.box import Box
from reportgen.charts.canvas import Canvas, Strokes
from reportgen.charts.check import problems_of
from reportgen.charts.fonts import load_fonts
from reportgen.charts.map_classes import INK_ON_RAMP, RAMP, WHITE_ON_RAMP
from reportgen.charts.map_ground import SEA, Ground, places
from reportgen.charts.map_labels import Label, Labeller, Line
from reportgen.charts.map_outlines import Outlines
from reportgen.charts.style import INK
from tests.charts.made_up import FONTS

Rings = dict[str, tuple[float, float, float, float]]


def outlines(boxes: Rings) -> Outlines:
    """Regions that are rectangles: left, top, right, bottom in points."""
    arcs = tuple(
        ((left, top), (right, top), (right, bottom), (left, bottom), (left, top))
        for left, top, right, bottom in boxes.values()
    )
    regions = {key: ((number,),) for number, key in enumerate(boxes)}
    return Outlines(Box(0, 200, 200, 0), arcs, regions, frozenset(), ())


def labelled(boxes: Rings, fills: dict[str, str], texts: dict[str, str]) -> tuple[Canvas, list[Label]]:
    canvas = Canvas(load_fonts(FONTS))
    canvas.rows = 8
    ground = Ground(canvas.width, canvas.height, outlines(boxes), {key: key for key in boxes})
    labels = [
        Label(key, [(Line(text, 8.0),)], [(Line(text, 7.0),)], boxes[key][:2]) for key, text in texts.items()
    ]
    return canvas, Labeller(canvas, ground, fills).place(labels)


def test_the_ground_knows_what_lies_where() -> None:
    ground = Ground(60, 40, outlines({"a": (10, 5, 30, 20), "b": (30, 5, 40, 20)}), {"a": "x", "b": "y"})
    assert (ground.numbers == ground.number("x")).sum() == 20 * 15
    assert (ground.numbers == ground.number("y")).sum() == 10 * 15
    assert ground.numbers[4, 12] == SEA and ground.numbers[5, 10] == ground.number("x")
    ground.take(Box(0.5, 0.5, 2.5, 1.5))
    assert (~ground.free).sum() == 2 * 3


def test_regions_of_one_group_are_one_ground() -> None:
    ground = Ground(60, 40, outlines({"a": (10, 5, 30, 20), "b": (30, 5, 40, 20)}), {"a": "z", "b": "z"})
    assert len(places(ground.numbers == ground.number("z"), 30, 15)) == 1
    assert len(places(ground.numbers == ground.number("z"), 31, 15)) == 0
    assert len(places(ground.numbers == ground.number("z"), 500, 500)) == 0


@pytest.mark.parametrize(("fill", "colour"), [(RAMP[0], INK_ON_RAMP), (RAMP[5], WHITE_ON_RAMP)])
def test_a_name_that_fits_stands_in_the_middle(fill: str, colour: str) -> None:
    canvas, left = labelled({"a": (40, 20, 120, 80)}, {"a": fill}, {"a": "四川"})
    (text,) = canvas.texts
    assert left == [] and (text.size, text.colour) == (8.0, colour)
    assert text.box.within(Box(40, 20, 120, 80))
    assert text.x == pytest.approx(80, abs=1) and (text.box.top + text.box.bottom) / 2 == pytest.approx(
        50, abs=1
    )
    assert not [mark for mark in canvas.marks if isinstance(mark, Strokes)]


def test_a_name_that_does_not_fit_is_led_to_the_sea() -> None:
    boxes = {"a": (40.0, 20.0, 50.0, 26.0)}
    canvas, left = labelled(boxes, {"a": RAMP[5]}, {"a": "上海"})
    (text,) = canvas.texts
    assert left == [] and (text.size, text.colour) == (7.0, INK)
    assert not text.box.overlaps(Box(*boxes["a"]))
    leader = [mark for mark in canvas.marks if isinstance(mark, Strokes)][-1].lines[0]
    assert 40 < leader[0][0] < 50 and 20 < leader[0][1] < 26


def test_a_name_inland_stands_on_one_neighbour_in_its_colour() -> None:
    boxes = {"big": (0.0, 0.0, 200.0, 144.0), "small": (95.0, 70.0, 103.0, 76.0)}
    canvas, left = labelled(boxes, {"big": RAMP[5], "small": RAMP[0]}, {"small": "宁夏"})
    (text,) = canvas.texts
    assert left == [] and text.colour == WHITE_ON_RAMP and not text.box.overlaps(Box(*boxes["small"]))


def test_labels_keep_apart() -> None:
    boxes = {f"r{number}": (40.0 + 6 * number, 60.0, 45.0 + 6 * number, 66.0) for number in range(6)}
    canvas, left = labelled(boxes, dict.fromkeys(boxes, RAMP[3]), dict.fromkeys(boxes, "地名"))
    assert left == [] and len(canvas.texts) == 6 and problems_of(canvas) == []


def test_a_name_without_any_place_is_reported() -> None:
    canvas, left = labelled({"a": (0, 0, 476, 144)}, {"a": RAMP[0]}, {"a": "一" * 80})
    assert [label.group for label in left] == ["a"] and canvas.texts == []


def test_a_region_smaller_than_a_cell_is_still_led() -> None:
    canvas, left = labelled({"a": (40.1, 20.1, 40.3, 20.3)}, {"a": RAMP[0]}, {"a": "澳门"})
    assert left == [] and len(canvas.texts) == 1


def test_only_so_many_labels_are_written_without_leaders() -> None:
    canvas = Canvas(load_fonts(FONTS))
    canvas.rows = 8
    boxes = {"a": (0.0, 0.0, 60.0, 60.0), "b": (60.0, 0.0, 64.0, 4.0), "c": (70.0, 0.0, 130.0, 60.0)}
    ground = Ground(canvas.width, canvas.height, outlines(boxes), {key: key for key in boxes})
    labels = [Label(key, [(Line(key * 2, 8.0),)], (), (0.0, 0.0)) for key in ("b", "c", "a")]
    Labeller(canvas, ground, dict.fromkeys(boxes, RAMP[0])).place_some(labels, 1)
    assert [text.content for text in canvas.texts] == ["cc"]
