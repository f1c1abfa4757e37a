"""The parameters of the small project: the switches of the real method, coefficients of a made-up economy."""

from __future__ import annotations

import shutil
from pathlib import Path

REAL = Path(__file__).parent.parent / "content/parameters"
FILES = ("classification.yaml", "method.yaml", "assumptions.yaml", "calibrated.yaml")

CLASSIFICATION = """direct_subsectors:
  label: 直接子行业
  unit: ""
  status: 实际
  reference: 自编
  value: {"39088": 计算机, "63121": 电信, "65124": 软件服务}
industry_of_section:
  label: 门类所属产业
  unit: ""
  status: 实际
  reference: 自编
  value:
    sector.agriculture: industry.primary
    sector.mining: industry.secondary
    sector.manufacturing: industry.secondary
    sector.construction: industry.secondary
    sector.information: industry.tertiary
    sector.finance: industry.tertiary
    sector.education: industry.tertiary
region_of_province:
  label: 省所属地区
  unit: ""
  status: 实际
  reference: 自编
  value: {province.beijing: 东部, province.hebei: 中部}
provinces_of_zone:
  label: 经济圈所辖省
  unit: ""
  status: 实际
  reference: 自编
  value: {zone.jing_jin_ji: province.beijing province.hebei}
large_value_added:
  label: 规模门槛（“超千亿”）
  unit: 亿元
  status: 实际
  reference: 自编
  value: 500
length_of_leading_list:
  label: 规模居前名单的个数
  unit: 个
  status: 实际
  reference: 自编
  value: 1
length_of_fast_list:
  label: 增速突出名单的个数
  unit: 个
  status: 实际
  reference: 自编
  value: 1
"""

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
    (parameters / "classification.yaml").write_text(CLASSIFICATION, encoding="utf-8")
    (parameters / "calibrated.yaml").write_text(CALIBRATED, encoding="utf-8")
    for name in ("method.yaml", "assumptions.yaml"):
        shutil.copy(REAL / name, parameters / name)
    edition = folder / "content/editions/2022.yaml"
    text = edition.read_text(encoding="utf-8")
    edition.write_text(text.replace("parameters: []", f"parameters: [{', '.join(FILES)}]"), encoding="utf-8")
    return folder
