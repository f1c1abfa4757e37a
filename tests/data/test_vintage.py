"""An edition on a named set of vintages, and every way to name one that does not exist."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportgen.data.vintage import edition_named
from reportgen.errors import EditionError, UsageError
from reportgen.project.folders import Project
from tests.small_estimate import open_small_project

SETS = """data_vintages:
  修订:
    group_value_added: small
  错误:
    group_value_added: smalll
    group_value_add: small
"""


@pytest.fixture
def project(tmp_path: Path) -> Project:
    project = open_small_project(tmp_path)
    file = project.content / "editions/2022.yaml"
    file.write_text(file.read_text(encoding="utf-8") + SETS, encoding="utf-8")
    return project


def test_a_set_replaces_what_it_names(repository: Path) -> None:
    project = Project.open(repository)
    plain, final = edition_named(project, "2022"), edition_named(project, "2022:终值")
    assert plain == project.edition(2022)
    assert final.data["group_value_added"] == "final2021" != plain.data["group_value_added"]
    assert {name for name in plain.data if plain.data[name] != final.data[name]} == set(
        plain.data_vintages["终值"]
    )
    assert edition_named(project, " 2022：五普 ").data["province_gdp"] == "census5_linked"


@pytest.mark.parametrize("text", ["二〇二二", "", "终值:2022", "2022a"])
def test_what_is_no_edition_is_refused(project: Project, text: str) -> None:
    with pytest.raises(UsageError, match="不是版本"):
        edition_named(project, text)


def test_an_unknown_edition_or_set_is_refused(project: Project) -> None:
    with pytest.raises(EditionError, match="没有 2030 年版"):
        edition_named(project, "2030:修订")
    with pytest.raises(EditionError, match=r"没有统计资料的版次“修订值”(.|\n)*是否想写“修订”"):
        edition_named(project, "2022:修订值")
    with pytest.raises(EditionError, match=r"没有统计资料的版次“”(.|\n)*现有：修订、错误"):
        edition_named(project, "2022:")


def test_a_set_that_names_what_does_not_exist_tells_each_line(project: Project) -> None:
    lines = (project.content / "editions/2022.yaml").read_text(encoding="utf-8").splitlines()
    first = lines.index("    group_value_added: smalll") + 1
    with pytest.raises(Exception, match="共 2 处错误") as caught:
        edition_named(project, "2022:错误")
    text = str(caught.value)
    assert f"2022.yaml:{first}：统计“group_value_added”没有版本“smalll”" in text
    assert f"2022.yaml:{first + 1}：data 中没有统计“group_value_add”" in text
    assert "是否想写“small”？" in text and "是否想写“group_value_added”" in text
