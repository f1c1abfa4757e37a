"""The inputs of the method: labels, years, units, status and place of every cell."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from reportgen.data.ingredients import load_ingredients, verify_data
from reportgen.errors import ContentError, ParameterError
from reportgen.facts.ingredient import Ingredient
from reportgen.facts.status import Status
from reportgen.project.folders import Project
from tests.data.editing import replace_once
from tests.small_economy import accounts, flows, section_values


@pytest.fixture
def ingredients(project: Project) -> dict[str, Ingredient]:
    return load_ingredients(project, project.edition(2022))


def line_at(project: Project, place: str) -> str:
    path, _, line = place.split(" ")[0].rpartition(":")
    return (project.root / path).read_text(encoding="utf-8").splitlines()[int(line) - 1]


def test_input_output_in_yi(ingredients: dict[str, Ingredient]) -> None:
    table = ingredients["transactions"]
    assert table.unit == "亿元"
    np.testing.assert_allclose(table.value.to_numpy(), flows() / 10000)
    for name, account in (("total_output", "total_output"), ("sector_value_added", "value_added")):
        np.testing.assert_allclose(ingredients[name].value.to_numpy(), accounts()[account] / 10000)
    assert ingredients["sector_section"].value["65124"] == "sector.information"
    assert ingredients["sector_name"].value["39088"] == "计算机"


def test_sections_as_published(ingredients: dict[str, Ingredient], project: Project) -> None:
    sections = ingredients["published_section_value_added"]
    assert list(sections.value.columns) == [2017, 2018, 2019, 2020, 2021]
    np.testing.assert_allclose(sections.value[2020], section_values(2020))
    missing = sections.value.index[sections.value[2021].isna()]
    assert list(missing) == ["sector.mining", "sector.education"]
    assert line_at(project, sections.place("sector.mining", 2019)).startswith("2019,采矿业,")
    assert sections.place("sector.manufacturing", 2021).startswith(
        "content/data/section_first_release/small.csv:"
    )
    assert sections.place("sector.finance", 2021).startswith("content/data/group_value_added/small.csv:")
    assert sections.place("sector.mining", 2021) == ""
    assert sections.source == "某统计局《小年鉴》"


def test_status_of_a_cell(project: Project) -> None:
    path = project.data / "section_first_release/small.csv"
    row = path.read_text(encoding="utf-8").splitlines()[2]
    replace_once(path, row, row.replace("实际,", "推算,未核对"))
    found = load_ingredients(project, project.edition(2022))["published_section_value_added"]
    assert found.status.loc["sector.information", 2021] == Status.推算
    assert found.status.loc["sector.manufacturing", 2021] == Status.实际


def test_provinces(ingredients: dict[str, Ingredient], project: Project) -> None:
    by_industry = ingredients["provincial_gdp_by_industry"].value
    total = ingredients["provincial_gdp"].value
    assert list(total.columns) == list(range(2010, 2022))
    np.testing.assert_allclose(by_industry.groupby(level=0, sort=False).sum(), total, atol=0.02)
    place = ingredients["provincial_gdp_by_industry"].place(("province.hebei", "industry.primary"), 2015)
    assert line_at(project, place).startswith("2015,河北,第一产业,")
    assert list(ingredients["provincial_employment_total"].value.columns) == [2020, 2021]
    assert ingredients["activity_keys"].value.loc[("it_employment", "province.beijing")].notna().all()
    known = ingredients["known_provincial_employment"].value
    assert known.loc[("province.hebei", "industry.secondary"), 2020] == 120


def test_unpublished_key_is_nan(project: Project) -> None:
    path = project.data / "province_activity_keys/small.csv"
    rows = path.read_text(encoding="utf-8").splitlines(keepends=True)
    path.write_text("".join(row for row in rows if "software_revenue,河北" not in row), encoding="utf-8")
    keys = load_ingredients(project, project.edition(2022))["activity_keys"].value
    assert keys.loc[("software_revenue", "province.hebei")].isna().all()


def test_a_year_without_a_key_is_refused(project: Project) -> None:
    path = project.data / "province_activity_keys/small.csv"
    lines = path.read_text(encoding="utf-8").splitlines()
    kept = [line for line in lines if not line.startswith("2021,telecom_volume")]
    assert len(kept) == len(lines) - 2
    path.write_text("\n".join(kept) + "\n", encoding="utf-8")
    with pytest.raises(ContentError, match="缺少 2021 年各省的 telecom_volume"):
        load_ingredients(project, project.edition(2022))


def test_real_gdp_is_nominal_gdp_of_the_first_year_carried_on(ingredients: dict[str, Ingredient]) -> None:
    series = ingredients["production_series"]
    real, nominal = series.value.loc["real_gdp"], series.value.loc["nominal_gdp"]
    assert real[2007] == nominal[2007]
    assert real[2009] == pytest.approx(nominal[2007] * 1.065**2)
    assert series.status.loc["real_gdp", 2009] == Status.测算
    assert series.place("penn_capital_stock", 2010).startswith("content/data/penn_world_table/small.csv:")


def test_real_gdp_from_an_index_with_a_fixed_base(project: Project) -> None:
    chained = load_ingredients(project, project.edition(2022))["production_series"].value.loc["real_gdp"]
    replace_once(project.data / "gdp_index/small.card.yaml", "上年=100", "1978=100")
    replace_once(project.data / "gdp_index/small.card.yaml", "  range: {least: 50, most: 200}\n", "")
    rows = [f"{year},全国,{100 * 1.065 ** (year - 2000):.9f},实际,\n" for year in range(2007, 2022)]
    (project.data / "gdp_index/small.csv").write_text(
        "year,group,value,status,note\n" + "".join(rows), "utf-8"
    )
    fixed = load_ingredients(project, project.edition(2022))["production_series"].value.loc["real_gdp"]
    np.testing.assert_allclose(fixed, chained, rtol=1e-9)


def test_an_edition_knows_nothing_later_than_its_reference_year(project: Project) -> None:
    edition = project.edition(2022).model_copy(update={"reference_year": 2020, "forecast_year": 2021})
    found = load_ingredients(project, edition)
    for name, ingredient in found.items():
        if isinstance(ingredient.value, pd.DataFrame) and ingredient.value.columns.inferred_type == "integer":
            assert max(ingredient.value.columns) <= 2020, name
    assert found["published_section_value_added"].value.notna().all(axis=None)


def test_parameters_become_inputs(ingredients: dict[str, Ingredient]) -> None:
    coefficient = ingredients["correlation_coefficient"]
    assert coefficient.value.to_dict() == {"39088": 0.4, "63121": 0.7}
    assert coefficient.status is Status.校准
    assert coefficient.place("63121") == "content/parameters/base.yaml:9"
    assert ingredients["two_way_table"].value.loc["63121", "network"] == 0.9
    assert ingredients["two_way_table"].place("63121", "network") == "content/parameters/base.yaml:25"
    assert ingredients["multiplier_scope"].value == "all"
    assert ingredients["assumed_growth"].value == 7


def test_overrides(project: Project) -> None:
    path = project.content / "editions/2022.yaml"
    with path.open("a", encoding="utf-8") as file:
        file.write("overrides:\n  assumed_growth: 8\n")
    growth = load_ingredients(project, project.edition(2022))["assumed_growth"]
    assert growth.value == 8
    line = path.read_text(encoding="utf-8").splitlines().index("  assumed_growth: 8") + 1
    assert growth.place() == f"content/editions/2022.yaml:{line}"


def test_parameter_may_not_take_the_name_of_a_table(project: Project) -> None:
    path = project.parameters / "base.yaml"
    line = replace_once(path, "assumed_growth:", "transactions:")
    with pytest.raises(ParameterError) as caught:
        load_ingredients(project, project.edition(2022))
    assert str(caught.value) == f"{path}:{line + 6}：参数名“transactions”已用于数据\n  怎么办：换一个名称"


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("  gdp_index: small", "  gdp_idx: small", "没有统计“gdp_idx”\n  怎么办：是否想写“gdp_index”？"),
        ("  gdp_index: small", "  gdp_index: smal", "没有版本“smal”\n  怎么办：是否想写“small”？"),
        ("  gdp_index: small\n", "", "data 缺少 gdp_index\n  怎么办：写明所用的版本"),
    ],
)
def test_editions_that_name_data_wrongly(project: Project, old: str, new: str, problem: str) -> None:
    replace_once(project.content / "editions/2022.yaml", old, new)
    with pytest.raises(ContentError) as caught:
        load_ingredients(project, project.edition(2022))
    assert problem in str(caught.value)


def test_verify_reports_failed_checks_without_raising(project: Project) -> None:
    edition = project.edition(2022)
    assert all(result.passed for result in verify_data(project, edition))
    replace_once(project.data / "section_value_added/small.csv", "2019,采矿业,", "2019,采矿业,1")
    (failed,) = (result for result in verify_data(project, edition) if not result.passed)
    assert failed.table == "content/data/section_value_added/small.csv"
    assert failed.name == "7项合计等于全国"
    assert (failed.residual, failed.tolerance, failed.unit) == (1000.0, 0.01, "亿元")
