"""The palette keeps the contrasts that make marks and the labels on them readable."""

from __future__ import annotations

import pytest

from reportgen.charts.style import PAPER, RANKED, SERIES, colour_of, contrast, ink_on, tint


@pytest.mark.parametrize("colour", [*SERIES.values(), RANKED])
def test_every_mark_stands_out_from_paper_and_carries_a_readable_label(colour: str) -> None:
    assert contrast(colour, PAPER) >= 3
    if colour != RANKED:  # ranked bars carry no label
        assert contrast(ink_on(colour), colour) >= 4.5


def test_forecast_tint_is_three_tenths_of_the_colour() -> None:
    assert tint(SERIES["direct"]) == "#BACEE0"
    assert tint(SERIES["direct"], 1.0) == SERIES["direct"]


def test_a_scope_without_a_colour_of_its_own_is_neutral() -> None:
    assert colour_of("province.beijing") == RANKED
    assert colour_of("indirect") == SERIES["indirect"]


def test_a_section_has_the_colour_of_its_industry() -> None:
    assert colour_of("sector.mining") == SERIES["industry.secondary"]
    assert colour_of("sector.finance") == SERIES["industry.tertiary"]


def test_contrast_of_black_and_white() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
