"""Series that share a chart stay apart for colour-blind eyes and in grey print, on light and on dark ground."""

from __future__ import annotations

import json
from itertools import combinations, pairwise

import pytest

from reportgen.charts.style import BELOW, HEAT, NOT_BELOW, SERIES
from tests.charts.colour_vision import SIMULATIONS, distance, lightness
from tests.charts.made_up import ROOT

GROUPS = {
    "parts": ("national", "direct", "indirect"),
    "domains": ("direct.platform", "direct.network", "direct.data", "direct.security"),
    "industries": ("industry.primary", "industry.secondary", "industry.tertiary"),
}
COLOURS = {
    **{name: [SERIES[one] for one in scopes] for name, scopes in GROUPS.items()},
    "dots": [NOT_BELOW, BELOW],
}
PUBLISHED = {  # minimum by kind of vision, measured with another program for the visual system
    "parts": (21, 23, 21, 20), "domains": (28, 21, 21, 24), "industries": (39, 26, 15, 33), "dots": (52, 41, 49, 51),
}  # fmt: skip
GREY = {"parts": 15.5, "domains": 9.8, "industries": 11, "dots": 13}


def dark(colours: list[str]) -> list[str]:
    twins = json.loads((ROOT / "templates" / "colours.json").read_text(encoding="utf-8"))["chart"]
    return [twins[colour] for colour in colours]


def least(colours: list[str], vision: str) -> float:
    return min(distance(one, other, vision) for one, other in combinations(colours, 2))


@pytest.mark.parametrize("group", COLOURS)
def test_colours_that_share_a_chart_are_told_apart_by_every_eye(group: str) -> None:
    for vision, known in zip(SIMULATIONS, PUBLISHED[group], strict=True):
        assert least(COLOURS[group], vision) >= 11
        assert least(COLOURS[group], vision) == pytest.approx(known, abs=1.5)
        assert least(dark(COLOURS[group]), vision) >= 10.5


@pytest.mark.parametrize("group", COLOURS)
def test_colours_that_share_a_chart_are_told_apart_in_grey(group: str) -> None:
    ranked = sorted(lightness(colour) for colour in COLOURS[group])
    assert min(after - before for before, after in pairwise(ranked)) >= GREY[group]


def test_steps_grow_darker_and_stay_apart() -> None:
    assert [lightness(colour) for colour in HEAT] == sorted((lightness(one) for one in HEAT), reverse=True)
    for vision in SIMULATIONS:
        assert min(distance(one, other, vision) for one, other in pairwise(HEAT)) >= 6.5
        assert min(distance(one, other, vision) for one, other in pairwise(dark(list(HEAT)))) >= 7.5
