"""The edition of 2022 on the first release, on final figures and on the basis of the fifth census."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportgen.data.ingredients import load_ingredients
from reportgen.data.vintage import edition_named
from reportgen.estimation.estimate import method
from reportgen.experiments.causes import Comparison
from reportgen.experiments.swaps import Cause
from reportgen.facts.address import Vocabulary
from reportgen.project.folders import Project
from tests.experiments.editions import Ingredients, explain

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[2]
MANUFACTURING, INFORMATION = "sector.manufacturing", "sector.information"


@pytest.fixture(scope="module")
def vintages() -> list[Ingredients]:
    project = Project.open(ROOT)
    names = ("2022", "2022:终值", "2022:五普")
    return [load_ingredients(project, edition_named(project, name)) for name in names]


def test_three_vintages_of_2021_move_the_headlines_by_their_revision(vintages: list[Ingredients]) -> None:
    names = Vocabulary.read(ROOT / "content/names.csv")
    runs = [method().run(one, ["value_added", "gdp", "section_value_added"]) for one in vintages]
    gdp = [run["gdp"].at["national", 2021] for run in runs]
    assert gdp == pytest.approx([1143669.72, 1149237.0, 1173823.0])
    for old, new, before, after in zip(vintages, vintages[1:], runs, runs[1:], strict=False):
        found = explain(Comparison(old, new, names))
        for one in found.values():
            assert sum(part.amount for part in one.parts) == one.after - one.before
            assert {part.cause for part in one.parts} == {Cause.修订, Cause.舍入}
        direct = found["增加值.直接产业[本年]"]
        moved = sum(float(part.amount) for part in direct.parts if part.cause is Cause.修订)
        tables = [run["value_added"].at["direct", 2021] for run in (before, after)]
        assert moved == pytest.approx(tables[1] - tables[0])


def test_final_figures_move_direct_value_added_by_the_revision_of_two_groups(
    vintages: list[Ingredients],
) -> None:
    """Rates are the same, so that each section moves by what its group was revised by."""
    wanted = ["sectoral_value_added_direct"]
    first, final = (method().run(one, wanted)[wanted[0]][2021] for one in vintages[:2])
    assert final[MANUFACTURING] / first[MANUFACTURING] == pytest.approx(374545.6 / 372575.29, rel=1e-6)
    assert final[INFORMATION] / first[INFORMATION] == pytest.approx(264833.0 / 260008.01, rel=1e-6)


def test_on_another_basis_the_years_before_keep_their_value_added(vintages: list[Ingredients]) -> None:
    """Rates are over the base year of the same basis: a link by one factor leaves 2017 to 2019 as they were."""
    final, census = (method().run(one, ["value_added"])["value_added"] for one in vintages[1:])
    for year in (2017, 2018, 2019):
        assert census.at["national", year] == pytest.approx(final.at["national", year], rel=1e-6)
    assert census.at["national", 2021] != pytest.approx(final.at["national", 2021], rel=1e-3)
