"""第（12）式：名义增速、新增就业、累计增幅、年均复合增速。均由未舍入的水平值计算。"""

from __future__ import annotations

import pandas as pd

from reportgen.facts.declaration import PER_CENT, fact
from reportgen.facts.status import Status


@fact("名义增速", "%", equation="（12）")
def nominal_growth(value_added: pd.DataFrame) -> pd.DataFrame:
    """Z_n / Z_n-1 - 1。范围 × 年份，%。"""
    return _growth(value_added)


@fact("增加值增量", "亿元", equation="（12）")
def value_added_increment(value_added: pd.DataFrame) -> pd.DataFrame:
    """Z_n - Z_n-1，可为负。范围 × 年份，亿元。"""
    return value_added.diff(axis="columns").iloc[:, 1:]


@fact("直接产业名义增速", "%", equation="（12）")
def nominal_growth_direct(value_added_direct: pd.DataFrame) -> pd.DataFrame:
    """各范围直接产业增加值的名义增速。范围 × 年份，%；没有直接产业的范围不列。"""
    return _growth(value_added_direct)


@fact("渗透产业名义增速", "%", equation="（12）")
def nominal_growth_indirect(value_added_indirect: pd.DataFrame) -> pd.DataFrame:
    """各范围渗透产业增加值的名义增速。范围 × 年份，%。"""
    return _growth(value_added_indirect)


@fact("GDP名义增速", "%", status=Status.实际)
def gdp_nominal_growth(gdp: pd.DataFrame) -> pd.DataFrame:
    """全国、三次产业、各省生产总值的名义增速。范围 × 年份，%。"""
    return _growth(gdp)


@fact("行业增加值名义增速", "%", status=Status.实际)
def section_nominal_growth(section_value_added: pd.DataFrame) -> pd.DataFrame:
    """各门类增加值 V_s 的名义增速。门类 × 年份，%。"""
    return _growth(section_value_added)


@fact("就业增速", "%", equation="（12）")
def employment_growth(employment: pd.DataFrame) -> pd.DataFrame:
    """E_n / E_n-1 - 1。范围 × 年份，%。"""
    return _growth(employment)


@fact("新增就业", "万人", equation="（11）")
def new_employment(employment: pd.DataFrame) -> pd.DataFrame:
    """E_n - E_n-1，可为负。范围 × 年份，万人。"""
    return employment.diff(axis="columns").iloc[:, 1:]


@fact("直接产业新增就业", "万人", equation="（11）")
def new_employment_direct(employment_direct: pd.DataFrame) -> pd.DataFrame:
    """各范围直接产业带动就业的增量。范围 × 年份，万人。"""
    return employment_direct.diff(axis="columns").iloc[:, 1:]


@fact("渗透产业新增就业", "万人", equation="（11）")
def new_employment_indirect(employment_indirect: pd.DataFrame) -> pd.DataFrame:
    """各范围渗透产业带动就业的增量。范围 × 年份，万人。"""
    return employment_indirect.diff(axis="columns").iloc[:, 1:]


@fact("累计增幅", "%", equation="（12）")
def cumulative_growth(value_added: pd.DataFrame, first_year: int, reference_year: int) -> pd.DataFrame:
    """Z_末 / Z_首 - 1，首年至本年。范围 × 起止年，%。"""
    ratio = value_added[reference_year] / value_added[first_year]
    return ((ratio - 1) * PER_CENT).to_frame(f"{first_year}-{reference_year}").dropna()


@fact("年均复合增速", "%", equation="（12）")
def cagr(value_added: pd.DataFrame, first_year: int, reference_year: int) -> pd.DataFrame:
    """(Z_末 / Z_首)^(1 / 间隔数) - 1，间隔数 = 末年 - 首年。范围 × 起止年，%。"""
    ratio = value_added[reference_year] / value_added[first_year]
    compound = ratio ** (1 / (reference_year - first_year)) - 1
    return (compound * PER_CENT).to_frame(f"{first_year}-{reference_year}").dropna()


@fact("增速提高倍数", "倍", equation="（12）")
def growth_rate_increase(nominal_growth: pd.DataFrame, reference_year: int) -> pd.DataFrame:
    """四领域本年增速与上年增速之比减 1。领域 × 起止年，倍。"""
    domains = nominal_growth[nominal_growth.index.str.startswith("direct.")]
    ratio = domains[reference_year] / domains[reference_year - 1]
    return (ratio - 1).to_frame(f"{reference_year - 1}-{reference_year}")


@fact("平均名义增速", "%", equation="（12）")
def mean_nominal_growth(
    nominal_growth: pd.DataFrame, provincial_employment_total: pd.DataFrame
) -> pd.DataFrame:
    """各省名义增速的简单平均；加权平均即全国的名义增速。1 × 年份，%。"""
    return nominal_growth.loc[provincial_employment_total.index].mean().to_frame("national.provinces").T


@fact("对GDP增长贡献率", "%", equation="（12）")
def contribution_to_gdp_growth(value_added: pd.DataFrame, gdp: pd.DataFrame) -> pd.DataFrame:
    """全国增加值的增量占国内生产总值增量的比重。1 × 年份，%。"""
    increment = value_added.loc[["national"]].diff(axis="columns") / gdp.loc[["national"]].diff(
        axis="columns"
    )
    return (increment * PER_CENT).iloc[:, 1:]


def _growth(levels: pd.DataFrame) -> pd.DataFrame:
    positive = levels[(levels > 0).all(axis="columns")]
    return ((positive / positive.shift(1, axis="columns") - 1) * PER_CENT).iloc[:, 1:]
