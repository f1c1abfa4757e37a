"""The made-up economy of the small project: its names and its numbers, with the identities real tables keep."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

FIRST, REFERENCE, SERIES, PROVINCIAL = 2017, 2021, 2007, 2010
SECTIONS = ("农林牧渔业", "采矿业", "制造业", "建筑业", "信息传输、软件和信息技术服务业", "金融业", "教育")
GROWTH = (0.05, 0.04, 0.07, 0.08, 0.15, 0.09, 0.1)
INDUSTRIES = ("第一产业", "第二产业", "第三产业")
GROUPS = ("农林牧渔业", "工业", "建筑业", "金融业", "其他行业")
PROVINCES = {"北京": (0.2, 0.35, 0.6), "河北": (0.8, 0.65, 0.4)}
SECTORS = {
    "01001": "农产品",
    "05005": "农、林、牧、渔服务产品",
    "06006": "煤炭开采和洗选产品",
    "34067": "通用设备",
    "39088": "计算机",
    "47101": "房屋建筑",
    "63121": "电信",
    "65124": "软件服务",
    "66126": "货币金融和其他金融服务",
    "83140": "教育",
}
DIVISIONS = {"01": 0, "05": 0, "06": 1, "34": 2, "39": 2, "47": 3, "63": 4, "65": 4, "66": 5, "83": 6}
ACCOUNTS = (
    "total_output",
    "intermediate_input",
    "value_added",
    "compensation_of_employees",
    "net_production_taxes",
    "depreciation",
    "operating_surplus",
    "intermediate_use",
    "rural_consumption",
    "urban_consumption",
    "household_consumption",
    "government_consumption",
    "final_consumption",
    "fixed_capital_formation",
    "inventory_change",
    "capital_formation",
    "exports",
    "final_use",
    "imports",
)


def flows() -> np.ndarray:
    """Intermediate flows in whole 万元, (10, 10); every sector uses a little of every other."""
    supplier, user = np.indices((len(SECTORS), len(SECTORS)))
    share = 0.02 + 0.03 * ((supplier * 3 + user * 5) % 7) / 7 + 0.08 * (supplier == user)
    size = np.sqrt(_output() / _output().mean())[:, None]
    return np.rint(share * size * _output()).astype(int)


def accounts() -> dict[str, np.ndarray]:
    """The accounts of every sector in whole 万元: value added and final use are what remains of output."""
    output, imports, intermediate = _output(), np.rint(0.04 * _output()).astype(int), flows()
    found = {name: np.zeros(len(SECTORS), dtype=int) for name in ACCOUNTS}
    found |= {"total_output": output, "imports": imports}
    found["intermediate_input"] = intermediate.sum(axis=0)
    found["intermediate_use"] = intermediate.sum(axis=1)
    found["value_added"] = found["compensation_of_employees"] = output - found["intermediate_input"]
    for name in ("final_use", "final_consumption", "household_consumption", "urban_consumption"):
        found[name] = output + imports - found["intermediate_use"]
    return found


def section_values(year: int) -> list[float]:
    """Value added of the seven sections in a year, 亿元; that of the first year is the table's."""
    of_sector = accounts()["value_added"] / 10000
    place = [DIVISIONS[code[:2]] for code in SECTORS]
    levels = np.bincount(place, weights=of_sector)
    return rounded(levels * (1 + np.array(GROWTH)) ** (year - FIRST))


def industry_values(year: int) -> list[float]:
    """Value added of the three industries: a little of section A belongs to the third."""
    values = section_values(year)
    primary, secondary = round(0.96 * values[0], 2), round(sum(values[1:4]), 2)
    return [primary, secondary, round(sum(values) - primary - secondary, 2)]


def group_values(year: int) -> list[float]:
    """Value added of the five groups of industries."""
    agriculture, mining, manufacturing, construction, information, finance, education = section_values(year)
    return rounded([agriculture, mining + manufacturing, construction, finance, information + education])


def employment_values(year: int) -> list[float]:
    """Employed persons of the three industries, 万人."""
    since = year - SERIES
    return rounded([300 * 0.96**since, 220 * 1.01**since + since % 3, 240 * 1.03**since])


def grown(level: float, rate: float, year: int, start: int = SERIES) -> float:
    """A level that grows at one rate."""
    return round(level * (1 + rate) ** (year - start), 2)


def rounded(values: Iterable[float]) -> list[float]:
    """Two decimals."""
    return [round(float(value), 2) for value in values]


def _output() -> np.ndarray:
    return np.array([900, 150, 500, 3000, 1800, 2000, 400, 500, 1000, 450]) * 10000
