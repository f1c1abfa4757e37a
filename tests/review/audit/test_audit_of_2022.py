"""The published 2022 table: its known contradictions are found, and nothing is said of sound rows."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportgen.facts.address import Vocabulary
from reportgen.review.audit.contradiction import Contradiction
from reportgen.review.audit.contradictions import contradictions
from reportgen.review.published import read_published

PUBLISHED = Path(__file__).parents[3] / "content/published/2022.csv"


@pytest.fixture(scope="module")
def found(vocabulary: Vocabulary) -> list[Contradiction]:
    return contradictions(read_published(PUBLISHED), vocabulary)


def about(found: list[Contradiction], id: str) -> Contradiction:
    return next(one for one in found if id in one.ids)


def test_a_misprint_is_outvoted(found: list[Contradiction]) -> None:
    one = about(found, "P089")
    assert one.ids == ("P009", "P073", "P089") and one.suspects == ("P089",)
    assert one.arithmetic == "增加值.平台[2021]印作4534.38亿元（P009、P073），又印作4534.88亿元（P089）"


def test_a_forecast_that_repeats_the_year_before(found: list[Contradiction]) -> None:
    assert set(about(found, "P224").ids) == {"P035", "P224"}


def test_an_average_over_five_intervals_instead_of_four(found: list[Contradiction]) -> None:
    one = about(found, "P048")
    assert set(one.ids) == {"P047", "P048"} and "按5个间隔则相符" in one.arithmetic


def test_zones_that_exceed_all_zones_are_a_doubt(found: list[Contradiction]) -> None:
    one = about(found, "P112")
    assert not one.certain and "105.55万人" in one.arithmetic and "除非未印出的3项合计为负" in one.arithmetic


def test_growth_of_the_domains_does_not_make_that_of_the_direct_industry(found: list[Contradiction]) -> None:
    assert {"P081", "P082", "P083", "P084", "P008"} <= set(about(found, "P081").ids)


def test_no_other_rows_are_named(found: list[Contradiction]) -> None:
    assert len(found) == 5
