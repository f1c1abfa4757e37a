from decimal import Decimal

import pytest

from reportgen.errors import AddressError, ManyErrors
from reportgen.facts.address import Calendar
from reportgen.review.reasons import DEFAULT_REASON, Reason
from reportgen.review.reconciliation import reconcile
from reportgen.review.verdict import Verdict

D = Decimal
NATION = ("value_added", "national", "2021")


@pytest.fixture
def one(table, calendar):
    """Reconcile one row with some facts."""

    def run(row, facts, reasons=()):
        (found,) = reconcile([row], table(facts), calendar, reasons)
        return found

    return run


def test_printed_digits_agree(one, stated):
    found = one(stated("value_added", "national", "4.10", "万亿元"), {NATION: (40950.0, "亿元")})
    assert found.verdict is Verdict.一致 and found.reason == ""
    assert found.computed == D("4.095") and found.deviation == D("-0.1220")
    assert found.label == "增加值.全国[2021]"


def test_rounding_intervals_overlap(one, stated):
    found = one(stated("value_added", "national", "4.10", "万亿元"), {NATION: (41050.0, "亿元")})
    assert found.verdict is Verdict.舍入内一致 and found.reason == "舍入区间重叠"


def test_deviation_of_a_level(one, stated):
    found = one(stated("value_added", "national", "4.10", "万亿元"), {NATION: (42230.0, "亿元")})
    assert found.verdict is Verdict.偏差 and found.deviation == D("3.0000")
    assert found.reason == DEFAULT_REASON


def test_deviation_of_a_percentage_also_in_points(one, stated):
    facts = {("gdp_share", "national", "2021"): (3.2234, "%")}
    found = one(stated("gdp_share", "national", "3.58", "%"), facts)
    assert found.deviation == D("-9.9609") and found.reason == f"{DEFAULT_REASON}；相差-0.36个百分点"


def test_deviation_of_a_negative_value_keeps_its_sense(one, stated):
    facts = {("new_employment", "national", "2021"): (-5.0, "万人")}
    found = one(stated("new_employment", "national", "-4.00", "万人"), facts)
    assert found.verdict is Verdict.偏差 and found.deviation == D("25")


def test_no_deviation_in_per_cent_of_nothing(one, stated):
    facts = {("new_employment", "national", "2021"): (5.0, "万人")}
    found = one(stated("new_employment", "national", "0.00", "万人"), facts)
    assert found.verdict is Verdict.偏差 and found.deviation is None


@pytest.mark.parametrize(("computed", "size"), [(13, "相差+10位"), (1, "相差-2位")])
def test_deviation_of_a_position_counts_positions(one, stated, computed, size):
    facts = {("rank_value_added", "province.zhejiang", "2021"): (computed, "位")}
    found = one(stated("rank_value_added", "province.zhejiang", "3", "位"), facts)
    assert found.verdict is Verdict.偏差 and found.deviation == computed - 3
    assert found.reason.endswith(size)


def test_a_relation_that_holds_says_so(one, stated):
    found = one(stated("value_added", "national", "4", "万亿元", ">"), {NATION: (40950.0, "亿元")})
    assert found.verdict is Verdict.舍入内一致 and found.reason == "原书称超过4万亿元，成立"


def test_a_relation_that_fails_says_so(one, stated):
    found = one(
        stated("nominal_growth_upper_bound", "province.jiangsu", "17", "%", "<="),
        {("nominal_growth", "province.jiangsu", "2021"): (17.5, "%")},
    )
    assert found.verdict is Verdict.偏差
    assert found.reason == f"{DEFAULT_REASON}；原书称不高于17%，不成立；相差+0.50个百分点；以名义增速核对"


def test_withheld_value_is_shown_as_computed(one, stated):
    facts = {("employment", "national", "2022"): (2400.125, "万人")}
    found = one(stated("employment", "national", None, "万人", year="2022"), facts)
    assert found.verdict is Verdict.无法核对 and found.reason == "原书该值未公布（留待测算）"
    assert found.computed == D("2400.125") and found.deviation is None


def test_withheld_value_that_was_not_computed(one, stated):
    found = one(stated("employment", "national", None, "万人"), {})
    assert found.verdict is Verdict.无法核对 and found.computed is None
    assert found.reason == "原书该值未公布（留待测算）；本版未测算该指标"


def test_missing_fact(one, stated):
    found = one(stated("cagr", "national", "11.73", "%", year="2017-2021"), {NATION: (1.0, "亿元")})
    assert found.verdict is Verdict.无法核对 and found.reason == "本版未测算该指标"


def test_a_year_outside_the_edition(table, stated):
    row = stated("value_added", "national", "4.45", "万亿元", year="2022")
    (found,) = reconcile([row], table({}), Calendar(2017, 2020, 2021))
    assert found.verdict is Verdict.无法核对
    assert found.reason == "本版未测算该指标：2022年在本版时期（2017—2021年）之外"


def test_a_province_off_the_list(one, stated):
    facts = {("list_fast_growth", "province.shanxi", "2021"): (1, "位")}
    row = stated("list_fast_growth", "province.xinjiang", "3", "位")
    found = one(row, facts, [Reason("", "list_*", "", "", "无规则")])
    assert found.verdict is Verdict.偏差 and found.computed is None and found.deviation is None
    assert found.reason == "未入名单；无规则"


def test_a_reason_never_changes_a_verdict(one, stated):
    reasons = [Reason("", "*", "*", "*", "误印")]
    row = stated("value_added", "national", "4.10", "万亿元")
    assert one(row, {NATION: (41000.0, "亿元")}, reasons).reason == ""
    found = one(row, {NATION: (45000.0, "亿元")}, reasons)
    assert found.verdict is Verdict.偏差 and found.reason == "误印"


def test_unknown_names_are_errors_all_together(table, stated, calendar):
    rows = [
        stated("value_aded", "national", "4.10", "万亿元"),
        stated("value_added", "provinc.beijing", "4.10", "万亿元"),
        stated("value_added", "制造业", "1.75", "万亿元"),
    ]
    with pytest.raises(ManyErrors) as caught:
        reconcile(rows, table({}), calendar)
    first, second, third = caught.value.errors
    assert isinstance(first, AddressError) and first.place == "p.csv:2"
    assert "value_aded" in first.problem and "value_added" in first.remedy
    assert "provinc.beijing" in second.problem and "province.beijing" in second.remedy
    assert "制造业" in third.problem and "sector.manufacturing" in third.remedy


def test_an_absurd_value_is_a_deviation_like_any_other(one, stated):
    found = one(stated("value_added", "national", "4.10", "万亿元"), {NATION: (1.7e308, "亿元")})
    assert found.verdict is Verdict.偏差
