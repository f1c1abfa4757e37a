"""Parts of the paper and counted outcomes."""

from __future__ import annotations

from decimal import Decimal

import pytest

from reportgen.review.deviation_kinds import judged
from reportgen.review.outcomes import counts, median_deviation
from reportgen.review.parts import by_part, part_of
from reportgen.review.published import read_published
from reportgen.review.reconciliation import reconcile


@pytest.mark.parametrize(
    ("metric", "scope", "part"),
    [
        ("gdp_share", "national", "总体"),
        ("value_added", "indirect", "直接产业与渗透产业"),
        ("nominal_growth", "direct.each_domain", "四大领域"),
        ("value_added", "industry.primary", "三次产业"),
        ("count_value_added_above_1000yi", "national.sectors", "行业门类"),
        ("count_value_added_above_1000yi", "national.provinces", "各省"),
        ("nominal_growth", "national.each_province", "各省"),
        ("rank_value_added", "zone.pearl_delta", "经济圈"),
        ("rank_employment_growth", "province.beijing", "就业"),
        ("share_of_national_employment", "provinces.a_b", "就业"),
        ("gdp", "world", "其他"),
    ],
)
def test_every_figure_has_a_part(stated, metric, scope, part):
    assert part_of(stated(metric, scope, "1", "%")) == part


def test_no_row_of_the_real_file_is_left_over(content):
    assert "其他" not in {part_of(row) for row in read_published(content / "published/2022.csv")}


def test_outcomes_add_up_and_the_median_leaves_out_positions_and_bounds(table, stated, calendar):
    facts = table(
        {
            ("value_added", "national", "2021"): (42000.0, "亿元"),
            ("value_added", "direct", "2021"): (12000.0, "亿元"),
            ("rank_value_added", "province.jiangsu", "2021"): (9, "位"),
        }
    )
    rows = [
        stated("value_added", "national", "4.00", "万亿元", id="A"),
        stated("value_added", "national", "5", "万亿元", ">", id="B"),
        stated("value_added", "direct", "1.20", "万亿元", id="C"),
        stated("rank_value_added", "province.jiangsu", "2", "位", id="D"),
        stated("value_added", "indirect", "3.0", "万亿元", id="E"),
    ]
    found = judged(reconcile(rows, facts, calendar), facts.vocabulary)
    counted = counts(found)
    assert sum(counted.values()) == 5 and (counted["一致"], counted["无法核对"]) == (1, 1)
    assert median_deviation(found) == Decimal("2.5")  # of 5% and 0
    assert median_deviation(found[3:]) is None
    assert list(by_part(found)) == ["总体", "直接产业与渗透产业", "各省"]
