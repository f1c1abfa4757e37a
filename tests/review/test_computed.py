from decimal import Decimal

import pytest

from reportgen.errors import DataError
from reportgen.review.computed import ComputedValues

D = Decimal
PERCENT, PEOPLE, MONEY = "%", "万人", "亿元"


def each(vocabulary, kind, metric, values, unit):
    scopes = [scope for scope in vocabulary.scopes_of_kind(kind) if scope != "zone.all"]
    return {(metric, scope, "2021"): (values[i % len(values)], unit) for i, scope in enumerate(scopes)}


def test_the_fact_at_the_address_in_the_unit_of_the_row(table, stated):
    values = ComputedValues(table({("value_added", "national", "2021"): (40955.5, MONEY)}))
    found = values.of(stated("value_added", "national", "4.10", "万亿元"))
    assert (found.value, found.fact_unit, found.note) == (D("4.09555"), MONEY, "")


def test_no_fact_no_value(table, stated):
    found = ComputedValues(table({})).of(stated("value_added", "national", "4.10", "万亿元"))
    assert found.value is None and not found.off_list


def test_a_growth_bound_reads_the_growth(table, stated):
    values = ComputedValues(table({("nominal_growth", "province.guangdong", "2021"): (14.5, PERCENT)}))
    for metric in ("nominal_growth_lower_bound", "nominal_growth_upper_bound"):
        found = values.of(stated(metric, "province.guangdong", "13", PERCENT, ">="))
        assert found.value == D("14.5") and found.note == "以名义增速核对"


def test_each_takes_the_least_member_or_the_greatest_for_an_upper_bound(table, stated, vocabulary):
    facts = each(vocabulary, "province", "nominal_growth", [9.5, 8.25, 20.0], PERCENT)
    facts |= each(vocabulary, "direct", "nominal_growth", [23.0, 16.0, 10.75, 17.0], PERCENT)
    values = ComputedValues(table(facts))
    row = stated("nominal_growth", "national.each_province", "8", PERCENT, ">")
    assert values.of(row).value == D("8.25")
    row = stated("nominal_growth", "national.each_province", "8", PERCENT, "<=")
    assert values.of(row).value == D("20") and "最大" in values.of(row).note
    row = stated("nominal_growth", "direct.each_domain", "10", PERCENT, ">")
    assert values.of(row).value == D("10.75") and "最小" in values.of(row).note


def test_each_with_a_missing_member_has_no_value(table, stated, vocabulary):
    facts = each(vocabulary, "province", "nominal_growth", [9.5], PERCENT)
    del facts["nominal_growth", "province.beijing", "2021"]
    row = stated("nominal_growth", "national.each_province", "8", PERCENT, ">")
    found = ComputedValues(table(facts)).of(row)
    assert found.value is None and found.note == "缺少名义增速.北京[2021]等"


def test_most_provinces_take_the_median(table, stated, vocabulary):
    provinces = vocabulary.scopes_of_kind("province")
    facts = {("share_of_region_gdp", scope, "2021"): (float(i), PERCENT) for i, scope in enumerate(provinces)}
    found = ComputedValues(table(facts)).of(
        stated("share_of_region_gdp", "national.most_provinces", "3", PERCENT, ">=")
    )
    assert found.value == D(15) and len(provinces) == 31


def test_all_zones_are_summed_only_where_sums_make_sense(table, stated, vocabulary):
    facts = each(vocabulary, "zone", "new_employment", [10.5], PEOPLE)
    facts |= each(vocabulary, "zone", "nominal_growth", [10.5], PERCENT)
    values = ComputedValues(table(facts))
    assert values.of(stated("new_employment", "zone.all", "100", PEOPLE, "~")).value == D("73.5")
    assert values.of(stated("nominal_growth", "zone.all", "10", PERCENT)).value is None


def test_a_group_of_provinces_shares_the_nation(table, stated):
    scope = "provinces.guangdong_jiangsu_shandong"
    facts = {
        ("employment", "province.guangdong", "2021"): (300.0, PEOPLE),
        ("employment", "province.jiangsu", "2021"): (250.0, PEOPLE),
        ("employment", "province.shandong", "2021"): (200.0, PEOPLE),
        ("employment", "national", "2021"): (3000.0, PEOPLE),
    }
    values = ComputedValues(table(facts))
    found = values.of(stated("share_of_national_employment", scope, "26.75", PERCENT))
    assert (found.value, found.fact_unit) == (D(25), PERCENT)
    assert values.of(stated("employment", scope, "750", PEOPLE)).value == D(750)
    assert values.of(stated("employment_growth", scope, "7", PERCENT)).value is None


def test_a_fact_at_the_address_goes_before_an_aggregation(table, stated, vocabulary):
    facts = each(vocabulary, "direct", "nominal_growth", [9.0], PERCENT)
    facts["nominal_growth", "direct.each_domain", "2021"] = (11.0, PERCENT)
    row = stated("nominal_growth", "direct.each_domain", "10", PERCENT, ">")
    assert ComputedValues(table(facts)).of(row).value == D(11)


def test_a_scope_off_a_computed_list_is_told_from_a_list_not_computed(table, stated):
    values = ComputedValues(table({("list_fast_growth", "province.shanxi", "2021"): (1, "位")}))
    off = values.of(stated("list_fast_growth", "province.xinjiang", "3", "位"))
    assert off.off_list and off.value is None
    assert not values.of(stated("list_most_active", "province.xinjiang", "3", "位")).off_list
    assert not values.of(stated("list_fast_growth", "province.xinjiang", "3", "位", year="2020")).off_list


def test_units_that_do_not_convert_are_an_error(table, stated):
    values = ComputedValues(table({("employment", "national", "2021"): (2275.0, PEOPLE)}))
    with pytest.raises(DataError, match="单位“亿元”与测算值的单位“万人”不能换算") as caught:
        values.of(stated("employment", "national", "2803.68", MONEY))
    assert caught.value.place == "p.csv:2" and "带动就业.全国[2021]" in caught.value.remedy


@pytest.mark.parametrize("value", [float("nan"), float("inf")])
def test_a_fact_that_is_no_number_is_an_error(table, stated, value):
    values = ComputedValues(table({("employment", "national", "2021"): (value, PEOPLE)}))
    with pytest.raises(DataError, match="不是有限的数"):
        values.of(stated("employment", "national", "2803.68", PEOPLE))
