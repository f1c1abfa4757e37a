"""The main deviations in plain words, and their numbered causes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from reportgen.document.appendix_data import Deviation
from reportgen.facts.address import Calendar, Vocabulary
from reportgen.facts.fact import FactTable
from reportgen.review.deviations import main_deviations
from reportgen.review.published import PublishedRow
from reportgen.review.reasons import Reason
from reportgen.review.reconciliation import reconcile

FACTS = {
    ("value_added", "zone.yangtze_delta", "2021"): (10345.0, "亿元"),
    ("value_added", "national", "2021"): (42230.0, "亿元"),
    ("value_added", "province.jiangsu", "2021"): (4400.0, "亿元"),
    ("nominal_growth", "direct.data", "2021"): (16.4, "%"),
    ("cagr", "national", "2017-2021"): (14.87, "%"),
    ("rank_value_added", "zone.northwest", "2021"): (5.0, "位"),
}
REASONS = [Reason("", "value_added", "*", "", "残差"), Reason("", "*", "*", "", "别的来由")]


@pytest.fixture
def deviations(
    table: Callable[..., FactTable], calendar: Calendar, vocabulary: Vocabulary
) -> Callable[..., tuple[tuple[Deviation, ...], tuple[str, ...]]]:
    def made(*rows: PublishedRow) -> tuple[tuple[Deviation, ...], tuple[str, ...]]:
        return main_deviations(reconcile(rows, table(FACTS), calendar, REASONS), vocabulary)

    return made


def test_labels_places_and_sizes_are_in_plain_words(deviations, stated) -> None:
    growth = replace(stated("nominal_growth", "direct.data", "10.79", "%"), where="一(三) 日渐成熟，图6")
    found, causes = deviations(stated("value_added", "national", "4.10", "万亿元"), growth)
    assert found == (
        Deviation("全国增加值，2021年", "前言，图2", "万亿元", "4.10", "4.22", "+3.00%", 1),
        Deviation("数据领域名义增速，2021年", "一（三），图6", "%", "10.79", "16.40", "+5.61个百分点", 2),
    )
    assert causes == ("残差", "别的来由")


def test_rows_stand_by_metric_and_then_by_scope_and_share_their_cause(deviations, stated) -> None:
    found, causes = deviations(
        stated("cagr", "national", "11.73", "%", year="2017-2021"),
        stated("value_added", "zone.yangtze_delta", "10687.51", "亿元"),
        stated("value_added", "national", "5", "万亿元", relation=">"),
    )
    assert [one.label for one in found] == [
        "全国增加值，2021年", "长三角增加值，2021年", "全国年均复合增速，2017—2021年",
    ]  # fmt: skip
    assert [one.cause for one in found] == [1, 1, 2] and len(causes) == 2
    assert found[0].published == "超过5"


def test_a_figure_stated_twice_is_listed_where_it_deviates_most(deviations, stated) -> None:
    found, _ = deviations(
        stated("value_added", "national", "4.10", "万亿元"),
        stated("value_added", "national", "4.00", "万亿元"),
    )
    assert [one.published for one in found] == ["4.00"]


@pytest.mark.parametrize(
    ("metric", "scope", "value", "unit"),
    [
        ("value_added", "national", "4.22", "万亿元"),  # agrees
        ("value_added", "province.jiangsu", "4587.80", "亿元"),  # no main scope
        ("rank_value_added", "zone.northwest", "7", "位"),  # no main metric
        ("value_added", "direct", "1.17", "万亿元"),  # not computed
        ("value_added", "national", None, "万亿元"),  # withheld
    ],
)
def test_other_rows_are_not_listed(deviations, stated, metric, scope, value, unit) -> None:
    assert deviations(stated(metric, scope, value, unit)) == ((), ())
