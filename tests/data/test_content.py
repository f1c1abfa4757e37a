"""The official tables of this repository: every vintage reads, passes its checks, and says what it must."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportgen.data import balance, checks
from reportgen.data.classification import read_classification
from reportgen.data.input_output import read_input_output
from reportgen.data.shape import CLASSIFICATION, INPUT_OUTPUT, SHAPES, STATISTICS
from reportgen.data.sources import REQUIRED, vintages
from reportgen.data.table import Table, read_table
from reportgen.facts.address import Vocabulary
from reportgen.facts.status import Status


@pytest.fixture(scope="module")
def names(repository: Path) -> Vocabulary:
    return Vocabulary.read(repository / "content/names.csv")


@pytest.fixture(scope="module")
def tables(repository: Path, names: Vocabulary) -> dict[tuple[str, str], Table]:
    data = repository / "content/data"
    return {
        (statistic, vintage): read_table(data / statistic, vintage, shape, names, repository)
        for statistic, shape in SHAPES.items()
        for vintage in vintages(data / statistic)
    }


def test_only_known_statistics(repository: Path) -> None:
    assert {path.name for path in (repository / "content/data").iterdir()} == set(STATISTICS)
    assert set(REQUIRED) <= set(STATISTICS)


def test_every_file_has_a_card(repository: Path) -> None:
    for path in (repository / "content/data").rglob("*.csv"):
        assert (path.parent / f"{path.name.split('.')[0]}.card.yaml").is_file(), path


def test_every_table_passes_its_checks(tables: dict[tuple[str, str], Table]) -> None:
    for table in tables.values():
        for result in checks.run_checks(table):
            assert result.passed, (result.table, result.name, result.residual)


@pytest.mark.parametrize(
    ("vintage", "sectors", "value_added"), [("io2017", 149, 823215.7), ("io2020", 153, 1016422.0)]
)
def test_input_output_tables_balance(
    repository: Path, vintage: str, sectors: int, value_added: float
) -> None:
    folder = repository / "content/data" / INPUT_OUTPUT
    table = read_input_output(folder, vintage, repository)
    for result in balance.run_checks(table, folder):
        assert result.passed, (result.name, result.residual)
    assert table.transactions.shape == (sectors, sectors)
    assert table.in_yi().accounts["value_added"].sum() == pytest.approx(value_added, abs=0.05)


def test_every_sector_has_a_section(repository: Path, names: Vocabulary) -> None:
    folder = repository / "content/data"
    sections = read_classification(folder / CLASSIFICATION, "gbt4754_2017", names)
    codes = read_input_output(folder / INPUT_OUTPUT, "io2017", repository).names.index
    found = {sections[code[:2]] for code in codes}
    assert found == set(names.scopes_of_kind("sector"))
    assert (sections["39"], sections["63"], sections["43"]) == (
        "sector.manufacturing",
        "sector.information",
        "sector.manufacturing",
    )


def test_three_vintages_of_gdp_2021(tables: dict[tuple[str, str], Table]) -> None:
    expected = {
        ("group_value_added", "yearbook2022"): 1143669.7,
        ("group_value_added", "yearbook2024"): 1149237.0,
        ("section_value_added", "census5"): 1173823.0,
    }
    for key, total in expected.items():
        rows = tables[key].rows
        label = tables[key].shape.keys[0]
        value = rows.loc[(rows["year"] == 2021) & (rows[label] == "全国"), "value"].item()
        assert value == pytest.approx(total, abs=0.05)


def test_what_is_not_published_says_so(tables: dict[tuple[str, str], Table]) -> None:
    investment = tables["fixed_asset_investment", "published2017"].rows
    assert (investment.loc[investment["year"] > 2017, "status"] == Status.推算).all()
    assert (investment.loc[investment["year"] <= 2017, "status"] == Status.实际).all()
    for table in tables.values():
        weak = table.rows[table.rows["status"] == Status.推算]
        assert weak["note"].str.len().gt(0).all(), table.name


def test_employment_of_provinces_adds_up_to_the_nation(tables: dict[tuple[str, str], Table]) -> None:
    nation = tables["national_employment", "yearbook2025"].rows
    total = nation[nation["industry"] == "全国"].set_index("year")["value"]
    provinces = tables["province_employment", "census7"].rows.groupby("year")["value"].sum()
    assert (provinces - total[provinces.index]).abs().max() <= 1
