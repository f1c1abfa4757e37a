"""The real file of the 2022 paper against facts that are its own printed values."""

import pytest

from reportgen.facts.address import Address
from reportgen.facts.fact import Fact, FactTable
from reportgen.facts.status import Status
from reportgen.review.deviation_kinds import Kind, judged
from reportgen.review.published import read_published
from reportgen.review.reasons import read_reasons
from reportgen.review.reconciliation import reconcile
from reportgen.review.reconciliation_csv import to_csv
from reportgen.review.reconciliation_summary import GROUPS, group_of, summary
from reportgen.review.rounding import convert
from reportgen.review.verdict import Verdict

# Statements of one quantity that exclude each other: 平台 2021, 4534.88 against 4534.38 twice; 第一产业 2022,
# 0.057 against 0.062.
CONTRADICTORY = {"P089", "P224"}


@pytest.fixture(scope="module")
def rows(content):
    return read_published(content / "published" / "2022.csv")


@pytest.fixture(scope="module")
def own_facts(rows, vocabulary):
    """The printed values as facts in the units of the vocabulary: the finest, the first of equals."""
    facts = {}
    for province in vocabulary.scopes_of_kind("province"):
        for metric in ("nominal_growth", "share_of_region_gdp"):
            facts[Address(metric, province, (2021,))] = 15.0
    stated = {}
    for row in sorted(rows, key=_fineness, reverse=True):
        if row.value is not None and row.relation in ("=", "~"):
            unit = vocabulary.metrics[row.metric].unit
            address = Address(row.metric, row.scope, row.years)
            stated.setdefault(address, float(convert(row.value, row.unit, unit)))
    made = []
    for address, value in (facts | stated).items():
        unit, label = vocabulary.metrics[address.metric].unit, vocabulary.chinese(address)
        made.append(Fact(address, value, unit, Status.测算, label))
    return FactTable(made, vocabulary)


def _fineness(row):
    """How many decimals the printing has in the smallest unit of its dimension."""
    return row.precision - (4 if row.unit == "万亿元" else 0)


@pytest.fixture
def reconciled(rows, own_facts, calendar):
    return reconcile(rows, own_facts, calendar)


def test_all_rows_are_carried_over(rows):
    assert len(rows) == 305
    assert {row.id for row in rows if row.value is None} >= {"P037", "P067", "P102", "P306"}
    assert sum(row.value is None for row in rows) == 34


def test_every_metric_and_scope_is_of_the_vocabulary(rows, vocabulary):
    assert {row.metric for row in rows} <= set(vocabulary.metrics)
    assert {row.scope for row in rows} <= set(vocabulary.scopes)


def test_every_metric_has_a_group(rows):
    assert {group_of(row.metric) for row in rows} == set(GROUPS)


def test_the_paper_agrees_with_itself_but_for_two_misprints(reconciled):
    visible = [row for row in reconciled if row.published.value is not None]
    apart = {row.published.id for row in visible if row.verdict not in (Verdict.一致, Verdict.舍入内一致)}
    assert apart == CONTRADICTORY


def test_only_withheld_rows_cannot_be_checked(reconciled):
    unchecked = [row for row in reconciled if row.verdict is Verdict.无法核对]
    assert [row for row in unchecked if row.published.value is not None] == []
    assert len(unchecked) == 34 and all(row.deviation is None for row in unchecked)


@pytest.fixture
def explained(rows, own_facts, calendar, content):
    return reconcile(rows, own_facts, calendar, read_reasons(content / "published" / "reasons.csv"))


def test_declared_reasons_name_the_misprints_and_change_no_verdict(explained, reconciled):
    assert [row.verdict for row in explained] == [row.verdict for row in reconciled]
    misprints = [row for row in explained if row.published.id in CONTRADICTORY]
    assert all("疑为误印" in row.reason for row in misprints)


def test_csv_and_summary_of_the_whole_file(reconciled, vocabulary):
    found = judged(reconciled, vocabulary)
    assert len(to_csv(found).splitlines()) == 306
    assert "P089 增加值.平台[2021]" in summary(found)


def test_both_misprints_contradict_the_paper_itself(reconciled, vocabulary):
    found = {one.row.published.id: one for one in judged(reconciled, vocabulary) if one.kind}
    assert {one.kind for one in found.values()} == {Kind.原书自相矛盾}
    assert found["P089"].contradictions[0].suspects == ("P089",)
    assert set(found["P224"].contradictions[0].ids) == {"P035", "P224"}
