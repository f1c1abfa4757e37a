"""The parameters of the small project: the switches of the real method, coefficients of a made-up economy."""

from __future__ import annotations

import shutil
from pathlib import Path

from ruamel.yaml import YAML

REAL = Path(__file__).parent.parent / "content/parameters"
FILES = ("classification.yaml", "method.yaml", "assumptions.yaml", "calibrated.yaml")

CLASSIFICATION = {
    "subsectors_of_segment": {"工业互联网平台": "65124 39088"},
    "domains_of_segment": {"工业互联网平台": "direct.platform"},
    "direct_subsectors": {"39088": "计算机", "63121": "电信", "65124": "软件服务"},
    "industry_of_section": {
        "sector.agriculture": "industry.primary",
        "sector.mining": "industry.secondary",
        "sector.manufacturing": "industry.secondary",
        "sector.construction": "industry.secondary",
        "sector.information": "industry.tertiary",
        "sector.finance": "industry.tertiary",
        "sector.education": "industry.tertiary",
    },
    "region_of_province": {"province.beijing": "东部", "province.hebei": "中部"},
    "provinces_of_zone": {"zone.jing_jin_ji": "province.beijing province.hebei"},
    "large_value_added": 500,
}

CALIBRATED = """calibrated_correlation_coefficient:
  label: 相关系数
  unit: "1"
  status: 校准
  range: [0, 1]
  reference: 第（1）式；自编
  value:
    "39088": 0.25
    "63121": 0.4
    "65124": 0.6
calibrated_annual_multiplier:
  label: 年度乘子
  unit: "1"
  status: 校准
  range: [0.5, 2]
  reference: 第（9）式；自编
  value: {2018: 1.08, 2019: 1.02, 2020: 1.05, 2021: 1, 2022: 1}
section_growth_as_paper:
  label: 当年自用的行业增速
  unit: "%"
  status: 推算
  range: [-50, 50]
  reference: 第（13）式；自编
  value:
    sector.education: {2020: 12.5}
domain_allocation:
  label: 四领域分配
  unit: "1"
  status: 校准
  range: [0, 1]
  reference: 自编
  value:
    "39088": {direct.platform: 0.5, direct.network: 0.1, direct.data: 0.3, direct.security: 0.1}
    "63121": {direct.platform: 0.1, direct.network: 0.7, direct.data: 0.1, direct.security: 0.1}
    "65124": {direct.platform: 0.6, direct.network: 0.1, direct.data: 0.1, direct.security: 0.2}
activity_key_weights:
  label: 分省活动指标权数
  unit: "1"
  status: 校准
  range: [0, 1]
  reference: 自编
  value:
    sector.manufacturing: {industry.secondary: 0.4, manufacturing_employment: 0.6}
    sector.information: {software_revenue: 0.5, telecom_volume: 0.3, it_employment: 0.2}
"""


def write_small_parameters(folder: Path) -> Path:
    """Write the parameter files into a small project and name them in its edition; the folder is returned."""
    parameters = folder / "content/parameters"
    _write_classification(parameters / "classification.yaml")
    (parameters / "calibrated.yaml").write_text(CALIBRATED, encoding="utf-8")
    for name in ("method.yaml", "assumptions.yaml"):
        shutil.copy(REAL / name, parameters / name)
    edition = folder / "content/editions/2022.yaml"
    text = edition.read_text(encoding="utf-8")
    edition.write_text(text.replace("parameters: []", f"parameters: [{', '.join(FILES)}]"), encoding="utf-8")
    return folder


def _write_classification(path: Path) -> None:
    """The real classification with the labels of the small economy."""
    yaml = YAML()
    items = yaml.load((REAL / path.name).read_text(encoding="utf-8"))
    for name, value in CLASSIFICATION.items():
        items[name]["value"] = value
    with path.open("w", encoding="utf-8") as file:
        yaml.dump(items, file)
