"""A small project in a folder of its own for every test, and the real one of this repository."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportgen.facts.address import Vocabulary
from reportgen.project.folders import Project
from tests.small_project import write_small_project

PARAMETERS = """correlation_coefficient:
  label: 相关系数
  unit: "1"
  status: 校准
  range: [0, 1]
  reference: 第（1）式
  value:
    "39088": 0.4
    "63121": 0.7
multiplier_scope:
  label: 年度乘子的作用范围
  unit: ""
  status: 测算
  reference: 第（9）式
  choices: [all, indirect]
  value: all
two_way_table:
  label: 领域分配
  unit: "1"
  status: 校准
  range: [0, 1]
  reference: 专家判断
  value:
    "39088": {platform: 0.6, network: 0.4}
    "63121": {platform: 0.1, network: 0.9}
assumed_growth:
  label: 名义增速假定
  unit: "%"
  status: 预测
  range: [-20, 30]
  reference: 本版假定
  value: 7
"""


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """The small project with one parameter file."""
    root = write_small_project(tmp_path / "small")
    (root / "content/parameters/base.yaml").write_text(PARAMETERS, encoding="utf-8")
    edition = root / "content/editions/2022.yaml"
    edition.write_text(
        edition.read_text(encoding="utf-8").replace("parameters: []", "parameters: [base.yaml]"),
        encoding="utf-8",
    )
    return Project.open(root)


@pytest.fixture
def vocabulary(project: Project) -> Vocabulary:
    """The names of the small project."""
    return Vocabulary.read(project.names)


@pytest.fixture(scope="session")
def repository() -> Path:
    """The root of this repository."""
    return Path(__file__).parents[2]
