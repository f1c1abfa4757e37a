"""The 2022 edition against the marks that its calibration must reach (method, section 4)."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd
import pytest

from reportgen.data.ingredients import load_ingredients
from reportgen.estimation.estimate import Estimate, estimate, method
from reportgen.estimation.identities import verify
from reportgen.facts.address import Address, Vocabulary
from reportgen.facts.ingredient import Ingredient
from reportgen.facts.status import Status
from reportgen.facts.tabulate import check_plausible
from reportgen.project.folders import Project
from reportgen.review.published import read_published, visible_values

Value = Callable[..., float]
DOMAINS = ("direct.platform", "direct.network", "direct.data", "direct.security")


@pytest.fixture(scope="module")
def edition(real: dict[str, Ingredient], repository: Project) -> Estimate:
    return estimate(real, Vocabulary.read(repository.names))


@pytest.fixture(scope="module")
def computed(edition: Estimate) -> Value:
    def value(metric: str, scope: str, *years: int) -> float:
        return edition.facts.get(Address(metric, scope, years)).value

    return value


@pytest.fixture(scope="module")
def published(repository: Project) -> Value:
    """The printed value in 亿元 or per cent."""
    values = visible_values(read_published(repository.published / "2022.csv"))
    return lambda metric, scope, *years: values[Address(metric, scope, years)]


def test_levels_within_one_per_cent(computed: Value, published: Value) -> None:
    """2021 as printed; 2017 and 2020 from the printed growth."""
    total = published("value_added", "national", 2021)
    direct = sum(published("value_added", domain, 2021) for domain in DOMAINS)
    assert computed("value_added", "national", 2021) == pytest.approx(total, rel=0.01)
    assert computed("value_added", "direct", 2021) == pytest.approx(direct, rel=0.01)
    earlier = total / (1 + published("nominal_growth", "national", 2021) / 100)
    first = total / (1 + published("cumulative_growth", "national", 2017, 2021) / 100)
    assert computed("value_added", "national", 2020) == pytest.approx(earlier, rel=0.01)
    assert computed("value_added", "national", 2017) == pytest.approx(first, rel=0.01)


@pytest.mark.parametrize("year", [2018, 2020, 2021])
def test_information_section_within_one_per_cent(computed: Value, published: Value, year: int) -> None:
    printed = published("value_added", "sector.information", year)
    assert computed("value_added", "sector.information", year) == pytest.approx(printed, rel=0.01)


@pytest.mark.parametrize("scope", ["national", "direct"])
def test_growth_within_a_fifth_of_a_point(computed: Value, published: Value, scope: str) -> None:
    printed = published("nominal_growth", scope, 2021)
    assert computed("nominal_growth", scope, 2021) == pytest.approx(printed, abs=0.2)


def test_sections(computed: Value, published: Value) -> None:
    """Of the nine visible sections eight within 10 %, seven within 5 %, the median below 3.5 %."""
    names = ("agriculture", "mining", "manufacturing", "utilities", "information")
    names += ("wholesale_retail", "finance", "education", "public_administration")
    keys = [("value_added", f"sector.{name}", 2021) for name in names]
    deviation = pd.Series([abs(computed(*key) / published(*key) - 1) for key in keys])
    assert (deviation < 0.10).sum() >= 8
    assert (deviation < 0.05).sum() >= 7
    assert deviation.median() < 0.035


def test_identities_hold_to_rounding(edition: Estimate) -> None:
    assert max(check.residual for check in edition.checks) < 1e-12


def test_all_scopes_are_there(edition: Estimate, repository: Project) -> None:
    vocabulary = Vocabulary.read(repository.names)
    expected = {"sector": 19, "industry": 3, "direct": 4, "province": 31, "zone": 7}
    for kind, number in expected.items():
        scopes = vocabulary.scopes_of_kind(kind)
        assert len(scopes) == number
        for year in range(2017, 2023):
            assert all(Address("value_added", scope, (year,)) in edition.facts for scope in scopes)


def test_statuses(edition: Estimate) -> None:
    def status(metric: str, scope: str, *years: int) -> Status:
        return edition.facts.get(Address(metric, scope, years)).status

    assert status("gdp_nominal_growth", "national", 2021) is Status.实际
    assert status("section_value_added", "sector.finance", 2021) is Status.实际
    assert status("section_value_added", "sector.mining", 2021) is Status.推算
    assert status("correlation_coefficient", "subsector.39088") is Status.校准
    assert status("value_added", "sector.finance", 2021) is Status.校准
    assert status("value_added", "national", 2021) is Status.推算
    assert status("value_added", "national", 2022) is Status.预测


def test_production_function_of_the_literal_reading(computed: Value) -> None:
    """Outside (0, 1) without restriction; with constant returns alpha 0.68 and mu about 1.064, 1.039, 1.011.

    Investment after 2017 is carried on by growth rates, of which two are in use: hence a quarter of a point.
    """
    free = computed("unrestricted_labour_elasticity", "national")
    assert not 0 < free < 1
    assert computed("constant_returns", "national") == 1
    assert computed("capital_elasticity", "national") == pytest.approx(0.68, abs=0.005)
    for year, mu in {2018: 1.064, 2019: 1.039, 2020: 1.011}.items():
        assert computed("fitted_multiplier", "national", year) == pytest.approx(mu, abs=0.0025)


@pytest.mark.parametrize(
    ("year", "preset"), [(2022, "letter_of_the_text"), (2021, ""), (2021, "letter_of_the_text")]
)
def test_other_readings_and_editions_are_valid(repository: Project, year: int, preset: str) -> None:
    chosen = repository.edition(year).model_copy(update={"preset": preset})
    ingredients = load_ingredients(repository, chosen)
    results = method().run(ingredients)
    check_plausible(method(), results)
    verify(results, ingredients["identity_tolerance"].value)
    assert results["value_added"].columns[-1] == chosen.forecast_year
    assert results["value_added"].loc["national"].gt(0).all()
