"""The page of the reconciliation in words."""

from __future__ import annotations

import pytest

from reportgen.review.deviation_kinds import Kind, judged
from reportgen.review.reconciliation import reconcile
from reportgen.review.reconciliation_lines import contradictions_of, farthest, pairs, parts, whole


@pytest.fixture
def found(table, stated, calendar):
    facts = table(
        {
            ("value_added", "national", "2021"): (41000.0, "亿元"),
            ("value_added", "province.beijing", "2021"): (500.0, "亿元"),
            ("new_employment", "national", "2021"): (-3.0, "万人"),
            ("nominal_growth", "national", "2021"): (15.0, "%"),
            ("rank_value_added", "province.beijing", "2021"): (4, "位"),
        }
    )
    rows = [
        stated("value_added", "national", "4.10", "万亿元", id="A"),
        stated("value_added", "national", "4.10", "万亿元", id="B"),
        stated("value_added", "national", "4.80", "万亿元", id="C"),
        stated("value_added", "province.beijing", "1000.00", "亿元", id="D"),
        stated("new_employment", "national", "3.00", "万人", id="E"),
        stated("nominal_growth", "national", "14.00", "%", id="F"),
        stated("rank_value_added", "province.beijing", "2", "位", id="G"),
        stated("value_added", "national", "5", "万亿元", ">", id="H"),
        stated("employment", "national", None, "万人", id="I"),
    ]
    return judged(reconcile(rows, facts, calendar), facts.vocabulary)


def test_parts_show_deviations_first_with_sizes_in_their_units(found):
    nation, provinces, jobs = parts(found)
    assert (nation.name, nation.total, [one.id for one in nation.others]) == ("总体", 5, ["A", "B"])
    sizes = {
        one.id: (one.published, one.computed, one.deviation)
        for part in parts(found)
        for one in part.deviating
    }
    assert sizes["D"] == ("1000.00亿元", "500.00亿元", "-50.00%")
    assert sizes["F"] == ("14.00%", "15.00%", "+1.00个百分点")
    assert sizes["G"] == ("2位", "4位", "+2位")
    assert sizes["H"] == ("超过5万亿元", "4.10万亿元", "")
    assert [(one.published, one.computed) for one in jobs.others] == [("未公布", "—")]
    assert whole(found).total == 9 and provinces.median == "50.00%"


def test_points_are_positive_values_stated_in_size_each_once(found):
    assert [(one.id, one.published, one.computed) for one in pairs(found, "money")] == [
        ("A", 41000.0, 41000.0), ("C", 48000.0, 41000.0), ("D", 1000.0, 500.0),
    ]  # fmt: skip
    assert [one.id for one in pairs(found, "share")] == ["F"]
    assert pairs(found, "people") == []
    assert [one.id for one in farthest(pairs(found, "money"), 1)] == ["D"]


def test_contradictions_come_with_the_deviations_that_take_part(found):
    taken = {
        part.contradiction.ids: [(line.id, line.kind) for line in part.lines]
        for part in contradictions_of(found)
    }
    assert taken["A", "B", "C"] == [("C", Kind.原书自相矛盾.value)]
