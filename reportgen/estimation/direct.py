"""附录二 一（一）：直接产业增加值。第（2）、（3）式。"""

from __future__ import annotations

import pandas as pd

from reportgen.facts.declaration import fact
from reportgen.facts.status import Status


@fact("部门直接产业增加值", "亿元", equation="（2）", low=0)
def subsector_value_added_direct(
    correlation_coefficient: pd.Series, sector_value_added: pd.Series
) -> pd.Series:
    """基年各直接子行业的直接产业增加值 S_k (X_k - M_k)，亿元。"""
    return correlation_coefficient * sector_value_added[correlation_coefficient.index]


@fact("贡献率分母", "亿元", low=0, status=Status.实际)
def rate_denominator_value_added(
    section_value_added: pd.DataFrame,
    sector_value_added: pd.Series,
    sector_section: pd.Series,
    rate_denominator: str,
    first_year: int,
) -> pd.Series:
    """贡献率的分母：基年的年鉴行业增加值（yearbook），或投入产出表自身的增加值（input_output）。"""
    if rate_denominator == "yearbook":
        return section_value_added[first_year]
    return sector_value_added.groupby(sector_section).sum().reindex(section_value_added.index)


@fact("直接贡献率", "1", equation="（2）", low=0, high=1)
def direct_rate(
    subsector_value_added_direct: pd.Series,
    sector_section: pd.Series,
    rate_denominator_value_added: pd.Series,
) -> pd.Series:
    """门类直接贡献率 d_s = sum_{k in s} S_k V_k / V_s，基年；只在制造业和信息业不为零。"""
    section = sector_section[subsector_value_added_direct.index]
    total = subsector_value_added_direct.groupby(section.to_numpy()).sum()
    return total.reindex(rate_denominator_value_added.index, fill_value=0) / rate_denominator_value_added


@fact("门类直接产业增加值", "亿元", equation="（3）", low=0)
def sectoral_value_added_direct(
    direct_rate: pd.Series, direct_multiplier_path: pd.Series, section_value_added: pd.DataFrame
) -> pd.DataFrame:
    """历年直接产业增加值 d_s V_s,n；乘子作用于全部贡献率时再乘累计乘子。门类 × 年份，亿元。"""
    return section_value_added.mul(direct_rate, axis="index") * direct_multiplier_path
