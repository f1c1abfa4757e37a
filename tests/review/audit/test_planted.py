"""Defects of different kinds, each planted alone in figures that are clean before: every one is found."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from reportgen.facts.address import Address, Vocabulary
from reportgen.review.audit.contradiction import Contradiction
from reportgen.review.audit.contradictions import audit
from reportgen.review.audit.rules import bounds, counts, distances, equal, growth, ranks, shares, totals
from reportgen.review.audit.statement import Statement
from tests.review.audit.economy import changed, economy, printed

YEAR = 2021
PLANTED = [
    # what was printed wrongly, by how much, and the rule that must see it
    ("value_added.national[2020]", "0.50", totals.SUM),
    ("value_added.sector.mining[2019]", "1", totals.SUM),
    ("value_added.province.hubei[2021]", "-3", totals.SUM),
    ("value_added.direct.data[2018]", "9", totals.SUM),
    ("value_added_indirect.province.jilin[2020]", "0.40", totals.SUM),
    ("employment.zone.northwest[2021]", "2", totals.SUM),
    ("new_employment.industry.tertiary[2020]", "0.30", totals.SUM),
    ("value_added.indirect[2017]", "-20", totals.SUM),
    ("gdp_share.national[2021]", "0.10", shares.SHARE),
    ("share_of_region_gdp.province.tianjin[2019]", "1", shares.SHARE),
    ("indirect_share_of_total.province.hainan[2020]", "-2", shares.SHARE),
    ("ratio_indirect_to_direct.national[2018]", "0.2", shares.SHARE),
    ("share_of_direct.direct.platform[2021]", "1", shares.WHOLE),
    ("share_of_total.industry.secondary[2021]", "1", shares.WHOLE),
    ("nominal_growth.national[2021]", "0.10", growth.RATE),
    ("employment_growth.province.gansu[2019]", "1", growth.RATE),
    ("new_employment.province.shaanxi[2021]", "1", growth.INCREMENT_RULE),
    ("cumulative_growth.national[2017-2021]", "1", growth.CUMULATIVE),
    ("cagr.national[2017-2021]", "0.3", growth.COMPOUND),
    ("contribution_to_gdp_growth.national[{increasing}]", "5", growth.CONTRIBUTION),
    ("mean_nominal_growth.national.provinces[2020]", "0.5", bounds.MEAN),
    ("count_value_added_above_1000yi.national.provinces[2021]", "2", counts.COUNT),
    ("share_of_provinces_above_1000yi.national.provinces[2021]", "4", counts.SHARE_OF_COUNT),
    ("rank_value_added.province.shanghai[2021]", "4", ranks.DOUBLED),
    ("rank_value_added.zone.cheng_yu[2019]", "-1", ranks.HIGHER),
]


@pytest.fixture(scope="module")
def clean(vocabulary: Vocabulary) -> list[Statement]:
    statements = printed(economy(vocabulary, seed=3))
    assert audit(statements, vocabulary) == []
    return statements


def rules_that_see(found: list[Contradiction], id: str) -> set[str]:
    return {one.rule for one in found if id in one.ids}


@pytest.mark.parametrize(("address", "by", "rule"), PLANTED, ids=[address for address, _, _ in PLANTED])
def test_a_planted_figure_is_found(
    clean: list[Statement], vocabulary: Vocabulary, address: str, by: str, rule: str
) -> None:
    if "{increasing}" in address:
        years = [one.address.years[0] for one in clean if one.address.metric == "contribution_to_gdp_growth"]
        address = address.format(increasing=years[0])
    wrong = next(one.id for one in clean if one.address.english == address)
    found = audit(changed(clean, address, by), vocabulary)
    assert rule in rules_that_see(found, wrong)


def extra(clean: list[Statement], address: str, **other: object) -> Statement:
    """One more statement of a quantity, elsewhere, with something else about it."""
    one = next(one for one in clean if one.address.english == address)
    return replace(one, id="X", **other)


def test_one_quantity_printed_twice_in_different_digits(
    clean: list[Statement], vocabulary: Vocabulary
) -> None:
    true = next(one.value for one in clean if one.address.english == "value_added.direct[2021]")
    same = extra(clean, "value_added.direct[2021]")
    assert audit([*clean, same], vocabulary) == []
    digits = list(str(true))
    digits[-1] = "8" if digits[-1] != "8" else "3"
    found = audit([*clean, replace(same, value=Decimal("".join(digits)))], vocabulary)
    assert equal.SAME in rules_that_see(found, "X")


def test_one_quantity_in_another_unit(clean: list[Statement], vocabulary: Vocabulary) -> None:
    true = next(one.value for one in clean if one.address.english == "value_added.national[2021]")
    trillions = round(true / 10000, 2)
    same = extra(clean, "value_added.national[2021]", value=trillions, unit="万亿元")
    assert audit([*clean, same], vocabulary) == []
    found = audit([*clean, replace(same, value=trillions + Decimal("0.02"))], vocabulary)
    assert equal.SAME in rules_that_see(found, "X")


@pytest.mark.parametrize(("relation", "step"), [(">", 1), (">=", 1), ("<=", -1)])
def test_a_limit_that_is_not_passed(
    clean: list[Statement], vocabulary: Vocabulary, relation: str, step: int
) -> None:
    address = "value_added.zone.yangtze_delta[2021]"
    true = next(one.value for one in clean if one.address.english == address)
    holding = extra(clean, address, value=true - step, relation=relation)
    assert audit([*clean, holding], vocabulary) == []
    found = audit([*clean, replace(holding, value=true + step)], vocabulary)
    assert equal.RELATION in rules_that_see(found, "X")


def test_a_distance_in_points(clean: list[Statement], vocabulary: Vocabulary) -> None:
    pair = [
        next(one for one in clean if one.address.english == f"nominal_growth.{scope}[2021]")
        for scope in ("industry.secondary", "industry.tertiary")
    ]
    value = abs(pair[0].value - pair[1].value)
    stated = Statement("X", pair[0].address, value, 2, "%", other=pair[1].address)
    assert audit([*clean, stated], vocabulary) == []
    found = audit([*clean, replace(stated, value=value + Decimal("0.2"))], vocabulary)
    assert distances.DISTANCE in rules_that_see(found, "X")


def test_what_is_said_of_every_province(clean: list[Statement], vocabulary: Vocabulary) -> None:
    rates = [
        one.value
        for one in clean
        if one.address.metric == "nominal_growth"
        and one.address.scope.startswith("province.")
        and one.address.years == (YEAR,)
    ]
    address = Address("nominal_growth", "national.each_province", (YEAR,))
    stated = Statement("X", address, min(rates) - 1, 2, "%", ">")
    assert audit([*clean, stated], vocabulary) == []
    found = audit([*clean, replace(stated, value=min(rates) + 1)], vocabulary)
    assert bounds.EACH in rules_that_see(found, "X")


def test_two_ranks_exchanged(clean: list[Statement], vocabulary: Vocabulary) -> None:
    first, second = (
        next(
            one
            for one in clean
            if one.address.metric == "rank_value_added" and one.address.scope.startswith("direct.")
            and one.address.years == (YEAR,) and one.value == place
        )
        for place in (1, 2)
    )  # fmt: skip
    others = [one for one in clean if one not in (first, second)]
    swapped = [replace(first, value=second.value), replace(second, value=first.value)]
    assert ranks.ORDER in rules_that_see(audit([*others, *swapped], vocabulary), first.id)


def test_parts_that_exceed_their_total_though_some_are_not_stated(
    clean: list[Statement], vocabulary: Vocabulary
) -> None:
    wanted = {
        "value_added.national[2021]",
        "value_added.sector.manufacturing[2021]",
        "value_added.sector.finance[2021]",
    }
    few = [one for one in clean if one.address.english in wanted]
    assert len(few) == 3 and audit(few, vocabulary) == []
    total = next(one for one in few if one.address.scope == "national")
    found = audit(changed(few, "value_added.sector.finance[2021]", str(total.value)), vocabulary)
    assert totals.SOME in rules_that_see(found, total.id)


def test_totals_that_follow_from_two_shares_differ(clean: list[Statement], vocabulary: Vocabulary) -> None:
    wanted = {
        f"{metric}.direct.{scope}[2021]"
        for metric in ("value_added", "share_of_direct")
        for scope in ("data", "network")
    }
    few = [one for one in clean if one.address.english in wanted]
    assert len(few) == 4 and audit(few, vocabulary) == []
    found = audit(changed(few, "share_of_direct.direct.data[2021]", "3"), vocabulary)
    assert [one.rule for one in found] == [shares.IMPLIED]


def test_a_share_that_moves_against_both_rates(clean: list[Statement], vocabulary: Vocabulary) -> None:
    wanted = {
        "gdp_share.national[2020]",
        "gdp_share.national[2021]",
        "nominal_growth.national[2021]",
        "gdp_nominal_growth.national[2021]",
    }
    few = [one for one in clean if one.address.english in wanted]
    assert len(few) == 4 and audit(few, vocabulary) == []
    assert [one.rule for one in audit(changed(few, "gdp_share.national[2021]", "0.3"), vocabulary)] == [
        shares.MOVED
    ]


def test_growth_of_a_total_against_that_of_its_parts(clean: list[Statement], vocabulary: Vocabulary) -> None:
    """No level of the year before is stated: it follows from each rate."""
    scopes = ("direct", "direct.platform", "direct.network", "direct.data", "direct.security")
    wanted = {f"{metric}.{scope}[2021]" for metric in ("value_added", "nominal_growth") for scope in scopes}
    few = [one for one in clean if one.address.english in wanted]
    assert len(few) == 10 and audit(few, vocabulary) == []
    found = audit(changed(few, "nominal_growth.direct[2021]", "2"), vocabulary)
    assert [one.rule for one in found] == [totals.SUM]


def test_a_yearly_average_over_one_interval_too_many_says_so(
    clean: list[Statement], vocabulary: Vocabulary
) -> None:
    years = (2017, 2021)
    total = Statement("A", Address("cumulative_growth", "national", years), Decimal("74.10"), 2, "%")
    average = Statement("B", Address("cagr", "national", years), Decimal("14.87"), 2, "%")
    assert audit([total, average], vocabulary) == []
    found = audit([total, replace(average, value=Decimal("11.73"))], vocabulary)
    assert [one.rule for one in found] == [growth.COMPOUND]
    assert "按5个间隔则相符，两年之间有4个间隔" in found[0].arithmetic
