"""The table of a reconciliation."""

from __future__ import annotations

import csv
import io

from reportgen.review.deviation_kinds import judged
from reportgen.review.reconciliation import reconcile
from reportgen.review.reconciliation_csv import COLUMNS, to_csv

NATION = ("value_added", "national", "2021")


def written(rows, facts, table, calendar):
    found = table(facts)
    return to_csv(judged(reconcile(rows, found, calendar), found.vocabulary))


def test_csv_has_the_columns_and_unrounded_values(table, stated, calendar):
    facts = {NATION: (40955.123456, "亿元"), ("cagr", "national", "2017-2021"): (11.5, "%")}
    rows = [
        stated("value_added", "national", "4.10", "万亿元"),
        stated("cagr", "national", "11.73", "%", year="2017-2021", id="T2"),
        stated("employment", "national", None, "万人", id="T3"),
    ]
    text = written(rows, facts, table, calendar)
    first, second, third = csv.DictReader(io.StringIO(text))
    assert list(first) == COLUMNS
    assert first["published"] == "4.10" and first["computed"] == "4.0955123456"
    assert first["verdict"] == "一致" and first["contradictions"] == ""
    assert second["year"] == "2017-2021" and second["deviation"] == "-1.9608"
    assert second["verdict"] == "偏差（未核）"
    assert third["published"] == third["computed"] == third["deviation"] == ""
    assert "\r" not in text


def test_contradictions_stand_with_their_arithmetic(table, stated, calendar):
    rows = [
        stated("value_added", "national", "4.10", "万亿元", id="T1"),
        stated("value_added", "national", "4.50", "万亿元", id="T2"),
    ]
    first, second = csv.DictReader(io.StringIO(written(rows, {NATION: (41000.0, "亿元")}, table, calendar)))
    assert (first["verdict"], second["verdict"]) == ("一致", "偏差（原书自相矛盾）")
    assert "4.10万亿元（T1），又印作4.50万亿元（T2）" in second["contradictions"]
    assert first["contradictions"] == second["contradictions"]


def test_positions_are_written_as_whole_numbers(table, stated, calendar):
    facts = {("rank_value_added", "province.zhejiang", "2021"): (13, "位")}
    text = written([stated("rank_value_added", "province.zhejiang", "3", "位")], facts, table, calendar)
    assert text.splitlines()[1].split(",")[6:8] == ["13", "10"]


def test_a_whole_number_is_written_without_exponent(table, stated, calendar):
    rows = [stated("value_added", "national", "4.10", "万亿元")]
    assert written(rows, {NATION: (400000.0, "亿元")}, table, calendar).splitlines()[1].split(",")[6] == "40"
    assert written(rows, {NATION: (1.7e308, "亿元")}, table, calendar)
