"""What the formulas imply (method, section 2), on made-up numbers."""

from __future__ import annotations

import numpy as np
import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st

from reportgen.estimation import domains, employment, industries, levels, multipliers, provinces, rankings
from reportgen.estimation.direct import sectoral_value_added_direct
from reportgen.estimation.growth import section_nominal_growth
from tests.estimation.economies import Economy, economies
from tests.estimation.panels import (
    INDUSTRIES,
    INDUSTRY_OF_SECTION,
    INFORMATION,
    KEYS,
    MANUFACTURING,
    PROVINCES,
    SECTIONS,
    YEARS,
    ZONES,
    by_key,
    by_province,
    panel,
    rates,
)

FEW = settings(max_examples=20, deadline=None, derandomize=True)
NEAR = {"rtol": 1e-9, "atol": 1e-9}


class TestLinkedOutput:
    @FEW
    @given(economies())
    def test_printed_is_never_below_joint(self, economy: Economy) -> None:
        assert (economy.printed >= economy.joint - 1e-9 * economy.x).all()

    @FEW
    @given(economies(most=1))
    def test_one_subsector_makes_both_forms_equal(self, economy: Economy) -> None:
        np.testing.assert_allclose(economy.printed, economy.joint, **NEAR)

    @FEW
    @given(economies())
    def test_no_industrial_internet_no_linked_output(self, economy: Economy) -> None:
        nothing = Economy(economy.A, economy.x, 0 * economy.S)
        assert (nothing.printed == 0).all()
        assert (nothing.joint == 0).all()

    @FEW
    @given(economies())
    def test_a_subsector_that_is_all_industrial_internet_leaves_a_zero_row(self, economy: Economy) -> None:
        first = economy.S.index[0]
        whole = Economy(economy.A, economy.x, economy.S.where(economy.S.index != first, 1.0))
        assert whole.printed[first] == 0
        assert whole.joint[first] == 0

    @FEW
    @given(economies())
    def test_joint_rates_lie_between_nothing_and_everything(self, economy: Economy) -> None:
        rate = economy.joint / economy.x
        assert (rate >= -1e-12).all()
        assert (rate <= 1 + 1e-9).all()

    @FEW
    @given(economies(), st.floats(0.1, 10))
    def test_money_may_be_counted_in_any_unit(self, economy: Economy, unit: float) -> None:
        other = Economy(economy.A, economy.x * unit, economy.S)
        np.testing.assert_allclose(other.printed, economy.printed * unit, **NEAR)
        np.testing.assert_allclose(other.joint, economy.joint * unit, **NEAR)


class TestGrowth:
    @FEW
    @given(panel(SECTIONS), rates(SECTIONS), rates(SECTIONS))
    def test_without_progress_a_section_grows_like_its_value_added(
        self, value_added: pd.DataFrame, direct: pd.Series, indirect: pd.Series
    ) -> None:
        path = multipliers.multiplier_path(pd.DataFrame(1.0, ["national"], YEARS[1:]), YEARS[0])
        total = sectoral_value_added_direct(direct, path, value_added)
        total += multipliers.sectoral_value_added_indirect(
            multipliers.indirect_rate(indirect, path), value_added
        )
        np.testing.assert_allclose(section_nominal_growth(total), section_nominal_growth(value_added), **NEAR)

    @FEW
    @given(
        panel(SECTIONS),
        rates([MANUFACTURING, INFORMATION]),
        st.lists(st.floats(0.8, 1.3), min_size=2, max_size=2),
    )
    def test_direct_growth_lies_between_manufacturing_and_information(
        self, value_added: pd.DataFrame, two: pd.Series, mu: list[float]
    ) -> None:
        """With the multiplier on the indirect rates only, whatever the multiplier is."""
        annual = pd.DataFrame([mu], ["national"], YEARS[1:])
        path = multipliers.direct_multiplier_path(multipliers.multiplier_path(annual, YEARS[0]), "indirect")
        direct = two.reindex(SECTIONS, fill_value=0.0)
        total = sectoral_value_added_direct(direct, path, value_added).sum()
        growth = (total / total.shift() - 1).iloc[1:] * 100
        bounds = section_nominal_growth(value_added.loc[[MANUFACTURING, INFORMATION]])
        assert (growth >= bounds.min() - 1e-9).all()
        assert (growth <= bounds.max() + 1e-9).all()


class TestSums:
    @FEW
    @given(panel(SECTIONS), rates(YEARS))
    def test_industries_hold_what_the_sections_hold(self, sections: pd.DataFrame, primary: pd.Series) -> None:
        for function in (
            industries.industrial_value_added_direct,
            industries.industrial_value_added_indirect,
        ):
            found = function(sections, INDUSTRY_OF_SECTION, primary)
            np.testing.assert_allclose(found.sum(), sections.sum(), **NEAR)
            assert (found >= 0).all(axis=None)

    @FEW
    @given(panel([MANUFACTURING, INFORMATION]), panel(["甲", "乙", "丙"]))
    def test_domains_hold_what_the_direct_sections_hold(
        self, direct: pd.DataFrame, weights: pd.DataFrame
    ) -> None:
        """Whatever the allocation matrix; its rows need not be normalised."""
        allocation = weights.set_axis(["direct.platform", "direct.network", "direct.data"], axis="columns")
        base = pd.Series({"甲": 3.0, "乙": 1.0, "丙": 2.0})
        found = domains.domain_value_added(
            allocation, base, pd.Series({"甲": MANUFACTURING, "乙": MANUFACTURING, "丙": INFORMATION}), direct
        )
        np.testing.assert_allclose(found.sum(), direct.sum(), **NEAR)

    @FEW
    @given(panel(SECTIONS), by_province(), by_key(), panel([MANUFACTURING, INFORMATION]))
    def test_refined_provinces_hold_what_the_nation_holds(
        self, sections: pd.DataFrame, gdp: pd.DataFrame, activity: pd.DataFrame, numbers: pd.DataFrame
    ) -> None:
        """Whatever the weights of the keys; they need not be normalised."""
        weights = numbers.set_axis([*KEYS, "industry.secondary"], axis="columns")
        direct = sections.mul([0, 1, 1, 0], axis="index")
        share = provinces.provincial_gdp_share(gdp)
        allocation = provinces.direct_allocation(provinces.activity_key_share(activity, share), weights)
        of_industry = industries.industrial_value_added_direct(
            direct, INDUSTRY_OF_SECTION, pd.Series(1.0, YEARS)
        )
        found = provinces.provincial_value_added_direct(
            direct, of_industry, allocation, share, INDUSTRY_OF_SECTION, "refined"
        )
        np.testing.assert_allclose(found.groupby(level="industry").sum(), of_industry, **NEAR)

    @FEW
    @given(panel(INDUSTRIES), panel(INDUSTRIES), by_province())
    def test_nation_industries_provinces_and_zones_agree(
        self, direct: pd.DataFrame, indirect: pd.DataFrame, gdp: pd.DataFrame
    ) -> None:
        share = provinces.provincial_gdp_share(gdp)
        parts = [share.mul(total, level="industry") for total in (direct, indirect)]
        none = direct.iloc[:0]
        scopes = (
            levels.value_added_direct(none, direct, parts[0], ZONES),
            levels.value_added_indirect(none, indirect, parts[1], ZONES),
        )
        table = levels.value_added(*scopes, none)
        for kind in ("industry", r"province\.\w+$", "zone.all"):
            np.testing.assert_allclose(
                table[table.index.str.match(kind)].sum(), table.loc["national"], **NEAR
            )
        omega = levels.allocation_weight(*parts)
        np.testing.assert_allclose(
            omega.groupby(omega.index.str.rpartition(".").get_level_values(-1)).sum(), 1, **NEAR
        )


class TestProvincesByGdp:
    @FEW
    @given(by_province(), panel(INDUSTRIES))
    def test_eta_cancels(self, gdp: pd.DataFrame, direct: pd.DataFrame) -> None:
        """The literal weights omega = GDP eta / sum(GDP eta) are GDP shares: one rate for all provinces."""
        national = gdp.groupby(level="industry", sort=False).sum()
        eta = direct / national
        literal = gdp.mul(eta, level="industry")
        literal /= literal.groupby(level="industry").transform("sum")
        found = provinces.provincial_value_added_direct(
            direct, direct, pd.DataFrame(), provinces.provincial_gdp_share(gdp), INDUSTRY_OF_SECTION, "by_gdp"
        )
        np.testing.assert_allclose(found, literal.mul(direct, level="industry"), **NEAR)
        rate = (found / gdp).groupby(level="industry")
        np.testing.assert_allclose(rate.min(), rate.max(), **NEAR)


class TestEmployment:
    @FEW
    @given(by_province(), by_province(), panel(INDUSTRIES))
    def test_where_provinces_add_up_national_productivity_drops_out(
        self, gdp: pd.DataFrame, people: pd.DataFrame, direct: pd.DataFrame
    ) -> None:
        """E^j = eta^j L^j."""
        share = provinces.provincial_gdp_share(gdp)
        found = employment.provincial_employment_direct(share.mul(direct, level="industry"), gdp / people)
        eta = direct / gdp.groupby(level="industry", sort=False).sum()
        expected = eta * people.groupby(level="industry", sort=False).sum()
        np.testing.assert_allclose(found.groupby(level="industry", sort=False).sum(), expected, **NEAR)

    @FEW
    @given(panel(SECTIONS), panel(SECTIONS), panel(INDUSTRIES), by_province())
    def test_sections_of_an_industry_share_one_productivity_and_add_up_to_the_provinces(
        self, direct: pd.DataFrame, indirect: pd.DataFrame, productivity: pd.DataFrame, people: pd.DataFrame
    ) -> None:
        scale = employment.section_employment_scale(
            people, people, direct, indirect, productivity, INDUSTRY_OF_SECTION
        )
        jobs = [
            function(value_added, productivity, INDUSTRY_OF_SECTION, scale)
            for function, value_added in (
                (employment.sectoral_employment_direct, direct),
                (employment.sectoral_employment_indirect, indirect),
            )
        ]
        np.testing.assert_allclose((jobs[0] + jobs[1]).sum(), 2 * people.sum(), **NEAR)
        per_person = (direct / jobs[0] * scale).groupby(INDUSTRY_OF_SECTION[direct.index].to_numpy())
        np.testing.assert_allclose(per_person.min(), productivity.loc[INDUSTRIES], **NEAR)
        np.testing.assert_allclose(per_person.max(), productivity.loc[INDUSTRIES], **NEAR)


class TestRanks:
    @FEW
    @given(st.permutations(range(1, 8)))
    def test_ranks_without_ties_are_permutations(self, sizes: list[int]) -> None:
        table = pd.DataFrame({2021: [float(size) for size in sizes]}, [f"province.p{i}" for i in range(7)])
        found = rankings.rank_value_added(table)[2021]
        assert sorted(found) == list(range(1, 8))
        assert (table.loc[found.sort_values().index, 2021].diff().dropna() < 0).all()

    @FEW
    @given(panel(PROVINCES))
    def test_the_leading_list_is_the_head_of_the_ranking(self, table: pd.DataFrame) -> None:
        ranks = rankings.rank_value_added(table)
        listed = rankings.list_most_active(ranks, 1)
        for year in YEARS:
            assert (listed[year].dropna() == 1).all()
            assert table.loc[listed[year].dropna().index, year].min() == table[year].max()
