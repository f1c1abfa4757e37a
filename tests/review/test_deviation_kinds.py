"""Deviations told apart, with published tables made up for it."""

from __future__ import annotations

import pytest

from reportgen.review.deviation_kinds import Kind, judged
from reportgen.review.reasons import Reason
from reportgen.review.reconciliation import reconcile

REASONS = [Reason("*", "", "", "", "校准的残差")]


@pytest.fixture
def kinds(table, calendar):
    """The kind of each row by id; facts are given in the unit of the vocabulary."""

    def run(rows, facts, reasons=REASONS):
        found = table(facts)
        return {
            one.row.published.id: one
            for one in judged(reconcile(rows, found, calendar, reasons), found.vocabulary)
        }

    return run


def nation(stated, *values):
    return [
        stated("value_added", "national", value, "万亿元", id=f"A{at}") for at, value in enumerate(values)
    ]


def levels(whole, direct, indirect):
    values = {"national": whole, "direct": direct, "indirect": indirect}
    return {("value_added", scope, "2021"): (value, "亿元") for scope, value in values.items()}


def test_without_contradiction_a_deviation_is_our_own_and_what_agrees_has_no_kind(kinds, stated):
    rows = [
        stated("value_added", "national", "4.10", "万亿元"),
        stated("value_added", "direct", "1.17", "万亿元", id="T2"),
    ]
    found = kinds(rows, levels(43000.0, 11700.0, 31300.0))
    assert found["T1"].kind is Kind.本测算的偏差 and found["T1"].outcome == "偏差（本测算的偏差）"
    assert found["T2"].kind is None and found["T2"].outcome == "一致"
    assert found["T1"].contradictions == ()


def test_no_declared_reason_is_not_known(kinds, stated):
    found = kinds([stated("value_added", "national", "4.10", "万亿元")], levels(43000.0, 1.0, 1.0), [])
    assert found["T1"].kind is Kind.未核


def test_a_misprint_beside_the_right_figure(kinds, stated):
    found = kinds(nation(stated, "4.10", "4.80"), levels(41000.0, 1.0, 1.0))
    assert found["A0"].kind is None and found["A1"].kind is Kind.原书自相矛盾
    (contradiction,) = found["A1"].contradictions
    assert (
        contradiction.ids == ("A0", "A1")
        and "4.10万亿元（A0），又印作4.80万亿元（A1）" in contradiction.arithmetic
    )


def test_a_contradiction_smaller_than_the_deviation_does_not_explain_it(kinds, stated):
    found = kinds(nation(stated, "4.10", "4.12"), levels(60000.0, 1.0, 1.0))
    assert [found[id].kind for id in ("A0", "A1")] == [Kind.本测算的偏差] * 2
    assert found["A0"].contradictions == found["A1"].contradictions != ()


def test_the_figure_that_most_others_confirm_is_not_the_wrong_one(kinds, stated):
    found = kinds(nation(stated, "4.10", "4.10", "4.80"), levels(48000.0, 1.0, 1.0))
    assert [found[f"A{at}"].kind for at in range(3)] == [Kind.本测算的偏差, Kind.本测算的偏差, None]


def test_a_part_that_does_not_fit_the_total(kinds, stated):
    rows = [
        stated("value_added", "national", "4.10", "万亿元", id="A"),
        stated("value_added", "direct", "1.90", "万亿元", id="B"),
        stated("value_added", "indirect", "2.93", "万亿元", id="C"),
    ]
    found = kinds(rows, levels(41000.0, 11700.0, 29300.0))
    assert found["B"].kind is Kind.原书自相矛盾 and set(found["B"].contradictions[0].ids) == {"A", "B", "C"}
    assert found["A"].kind is found["C"].kind is None
    other = kinds(rows, levels(48300.0, 19000.0, 29300.0))  # the total is the odd one for this method
    assert other["A"].kind is Kind.原书自相矛盾 and other["B"].kind is None


def test_the_same_figure_in_another_place_is_judged_alike(kinds, stated):
    rows = [
        stated("value_added", "national", "4.10", "万亿元", id="A"),
        stated("value_added", "direct", "1.90", "万亿元", id="B"),
        stated("value_added", "direct", "1.90", "万亿元", id="B2"),
        stated("value_added", "indirect", "2.93", "万亿元", id="C"),
    ]
    found = kinds(rows, levels(41000.0, 11700.0, 29300.0))
    assert found["B"].kind is found["B2"].kind is Kind.原书自相矛盾


def test_a_bound_in_a_contradiction_cannot_be_tried_out(kinds, stated):
    rows = [
        stated("value_added", "national", "4.10", "万亿元", id="A"),
        stated("value_added", "national", "5", "万亿元", ">", id="B"),
    ]
    found = kinds(rows, levels(41000.0, 1.0, 1.0))
    assert found["B"].contradictions and found["B"].kind is Kind.未核


def test_nothing_published_nothing_judged(kinds):
    assert kinds([], levels(1.0, 1.0, 1.0)) == {}
