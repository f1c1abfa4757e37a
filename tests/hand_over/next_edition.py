"""The edition of 2023, made from that of 2022 as CONTRIBUTING tells an institute to do it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from ruamel.yaml import YAML

BEFORE, AFTER = 2022, 2023
NOMINAL_GROWTH = 6.0
PARAMETERS = "assumptions_2023.yaml"
MULTIPLIER = """# 编造，只供测试。
multiplier_overrides:
  label: 个别年份的乘子
  unit: "1"
  status: 校准
  reference: 沿用上一版末年的值
  value: {2023: 1.0}
"""


def write_next_edition(content: Path, vintages: Mapping[str, str]) -> Path:
    """The file of the new edition and the parameter of its forecast year; the edition's file is returned."""
    yaml = YAML()
    edition = yaml.load((content / f"editions/{BEFORE}.yaml").read_text(encoding="utf-8"))
    for name in ("edition", "reference_year", "forecast_year"):
        edition[name] += 1
    imprint = edition["imprint"]
    for name in ("subtitle", "date"):
        imprint[name] = imprint[name].replace(str(BEFORE), str(AFTER))
    edition["data"].update(vintages)
    del edition["data_vintages"]
    edition["parameters"].append(PARAMETERS)
    edition["overrides"] = {"assumed_nominal_growth": NOMINAL_GROWTH}
    (content / "parameters" / PARAMETERS).write_text(MULTIPLIER, encoding="utf-8")
    path = content / f"editions/{AFTER}.yaml"
    with path.open("w", encoding="utf-8") as file:
        yaml.dump(edition, file)
    return path
