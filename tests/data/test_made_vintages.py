"""The vintages of 2021 that are put together by code: up to date, and by the arithmetic their notes name."""

from __future__ import annotations

import csv
import runpy
from pathlib import Path

import pytest

from reportgen.project.folders import Project

Cells = dict[tuple[str, ...], tuple[float, str]]
SOFTWARE = "信息传输、软件和信息技术服务业"


@pytest.fixture(scope="module")
def script(repository: Path) -> dict:
    return runpy.run_path(str(repository / "content/vintages/make_vintages.py"))


def read(repository: Path, name: str) -> Cells:
    """Value and status by year and labels."""
    with (repository / "content/data" / f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))[1:]
    return {tuple(row[:-3]): (float(row[-3]), row[-2]) for row in rows}


def test_the_files_are_what_the_script_makes(repository: Path, script: dict) -> None:
    made = script["made"](Project.open(repository))
    assert len(made) == 6
    for path, content in made.items():
        assert path.read_bytes() == content, f"{path.name}：运行 python content/vintages/make_vintages.py"


def test_final_figures_keep_the_proportions_of_the_first_release(repository: Path) -> None:
    final = read(repository, "section_value_added/final2021")
    assert final["2021", "制造业"] == (pytest.approx(313797 * 374545.6 / 372575.29, abs=0.01), "推算")
    assert final["2021", SOFTWARE] == (pytest.approx(43956 * 264833 / 260008.01, abs=0.01), "推算")
    published = read(repository, "section_value_added/yearbook2022")
    assert {key: cell for key, cell in final.items() if key[0] != "2021"} == published
    assert read(repository, "group_value_added/final2021")["2021", "全国"] == (1149237.0, "实际")


def test_the_basis_of_the_census_is_linked_at_2021(repository: Path) -> None:
    linked = read(repository, "section_value_added/census5_linked")
    old = read(repository, "section_value_added/yearbook2022")
    census = read(repository, "section_value_added/census5")
    assert all(linked[key] == cell for key, cell in census.items() if key[0] == "2021" and key[1] != "全国")
    for section, factor in (
        ("制造业", (32012.1 + 312494.4 + 25397.3) / 374545.6),
        ("房地产业", 90397.5 / 77215.9),
        ("农林牧渔业", 1.0),
    ):
        for year in ("2017", "2020"):
            expected = old[year, section][0] * factor
            assert linked[year, section] == (pytest.approx(expected, abs=0.01), "推算")


def test_industries_are_the_revised_ones_and_linked_before_2015(repository: Path) -> None:
    linked = read(repository, "group_value_added/census5_linked")
    assert linked["2017", "全国"] == (847382.9, "实际") and linked["2021", "第三产业"] == (643468.4, "实际")
    first = read(repository, "group_value_added/yearbook2022")["2014", "第三产业"][0]
    assert linked["2014", "第三产业"] == (pytest.approx(first * 363397.9 / 349744.7, abs=0.01), "推算")


def test_provinces_move_like_the_nation(repository: Path) -> None:
    linked = read(repository, "province_gdp/census5_linked")
    old = read(repository, "province_gdp/census4")
    expected = old["2021", "广东", "第三产业"][0] * 643468.4 / 614476.4
    assert linked["2021", "广东", "第三产业"] == (pytest.approx(expected, abs=0.01), "推算")
    parts = sum(linked["2021", "广东", label][0] for label in ("第一产业", "第二产业", "第三产业"))
    assert linked["2021", "广东", "合计"][0] == pytest.approx(parts)
