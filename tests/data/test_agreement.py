"""Parameters whose labels are not those of the tables stop the loading, each with its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportgen.data.ingredients import load_ingredients
from reportgen.errors import ContentError
from reportgen.project.folders import Project
from tests.small_estimate import open_small_project


@pytest.mark.parametrize(
    ("file", "old", "new", "message"),
    [
        (
            "classification.yaml",
            "'65124': 软件服务",
            "'99999': 软件服务",
            "“direct_subsectors”中没有“99999”这个名称",
        ),
        (
            "classification.yaml",
            "province.beijing: 东部",
            "province.beijin: 东部",
            "没有“province.beijin”这个名称",
        ),
        (
            "classification.yaml",
            "sector.mining: industry",
            "sector.minning: industry",
            "是否想写“sector.mining”",
        ),
        (
            "classification.yaml",
            "sector.mining: industry.secondary",
            "sector.mining: industry.second",
            "industry.second",
        ),
        (
            "classification.yaml",
            "province.beijing province.hebei",
            "province.beijing province.hubei",
            "province.hubei",
        ),
        (
            "classification.yaml",
            "工业互联网平台: 65124 39088",
            "工业互联网平台: 65124 39099",
            "“subsectors_of_segment”中没有“39099”这个名称",
        ),
        (
            "classification.yaml",
            "工业互联网平台: direct.platform",
            "工业平台: direct.platform",
            "“domains_of_segment”中没有“工业平台”这个名称",
        ),
    ],
)
def test_unknown_label(tmp_path: Path, file: str, old: str, new: str, message: str) -> None:
    project = open_small_project(tmp_path / "small")
    path = project.parameters / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    assert message in failure(project)
    assert f"{path}:" in failure(project)


def test_missing_section(tmp_path: Path) -> None:
    project = open_small_project(tmp_path / "small")
    path = project.parameters / "classification.yaml"
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    path.write_text("".join(line for line in lines if "sector.finance:" not in line), encoding="utf-8")
    assert "“industry_of_section”缺少 sector.finance" in failure(project)


def failure(project: Project) -> str:
    with pytest.raises(ContentError) as caught:
        load_ingredients(project, project.edition(2022))
    return str(caught.value)
