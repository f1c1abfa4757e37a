"""附录二 一（三）：各省（自治区、直辖市）的增加值。第（10）式后半及其精化。"""

from __future__ import annotations

import pandas as pd

from reportgen.estimation.iomath import extrapolate
from reportgen.facts.declaration import fact
from reportgen.facts.status import Status


@fact("预测年各省三次产业生产总值", "亿元", low=0, status=Status.预测)
def forecast_provincial_gdp(
    provincial_gdp_by_industry: pd.DataFrame,
    gdp_by_industry: pd.DataFrame,
    forecast_gdp_by_industry: pd.DataFrame,
    forecast_rule: str,
    forecast_window: int,
    forecast_year: int,
) -> pd.DataFrame:
    """各省各产业按外推规则推一年，再按产业等比例调整，使合计的增速等于全国。（省，产业）× 1，亿元。"""
    ahead = extrapolate(provincial_gdp_by_industry, forecast_rule, forecast_window)
    last = provincial_gdp_by_industry.iloc[:, -1].groupby(level="industry").sum()
    growth = forecast_gdp_by_industry[forecast_year] / gdp_by_industry.iloc[:, -1]
    factor = last * growth / ahead.groupby(level="industry").sum()
    return ahead.mul(factor, level="industry").to_frame(forecast_year)


@fact("各省三次产业生产总值", "亿元", low=0, status=Status.实际)
def provincial_industry_gdp(
    provincial_gdp_by_industry: pd.DataFrame, forecast_provincial_gdp: pd.DataFrame, first_year: int
) -> pd.DataFrame:
    """各省三次产业生产总值，基年至预测年。（省，产业）× 年份，亿元。"""
    return provincial_gdp_by_industry.join(forecast_provincial_gdp).loc[:, first_year:]


@fact("各省分产业占全国比重", "1", equation="（10）", low=0, high=1)
def provincial_gdp_share(provincial_industry_gdp: pd.DataFrame) -> pd.DataFrame:
    """GDP^j_p / sum_p GDP^j_p：第（10）式中 eta 约去后的权重。（省，产业）× 年份。"""
    return provincial_industry_gdp / provincial_industry_gdp.groupby(level="industry").transform("sum")


@fact("活动指标占全国比重", "1", low=0, high=1)
def activity_key_share(activity_keys: pd.DataFrame, provincial_gdp_share: pd.DataFrame) -> pd.DataFrame:
    """各活动指标中各省占合计的比重；缺数的省记为零，预测年沿用上年。（指标，省）× 年份。

    除活动指标外，三次产业的生产总值也列为指标，名称即产业名。
    """
    share = activity_keys / activity_keys.groupby(level="key").transform("sum")
    share = share.fillna(0).reindex(columns=provincial_gdp_share.columns).ffill(axis="columns")
    gdp = provincial_gdp_share.swaplevel().rename_axis(index=["key", "province"])
    return pd.concat([share, gdp])


@fact("各省直接产业权重", "1", low=0, high=1)
def direct_allocation(activity_key_share: pd.DataFrame, activity_key_weights: pd.DataFrame) -> pd.DataFrame:
    """门类直接产业增加值在各省间的权重：活动指标比重的加权平均，权数按合计归一。（门类，省）× 年份。"""
    weights = activity_key_weights.fillna(0)
    weights = weights.div(weights.sum(axis="columns"), axis="index")
    mixed = {
        section: activity_key_share.mul(row, axis="index", level="key")
        .groupby(level="province", sort=False)
        .sum()
        for section, row in weights.iterrows()
    }
    return pd.concat(mixed, names=["section"])


@fact("各省分产业直接产业增加值", "亿元", equation="（10）", low=0)
def provincial_value_added_direct(
    sectoral_value_added_direct: pd.DataFrame,
    industrial_value_added_direct: pd.DataFrame,
    direct_allocation: pd.DataFrame,
    provincial_gdp_share: pd.DataFrame,
    industry_of_section: pd.Series,
    province_allocation: str,
) -> pd.DataFrame:
    """各省各产业的直接产业增加值。（省，产业）× 年份，亿元。

    `province_allocation` 为 by_gdp 时按第（10）式；为 refined 时制造业、信息业各按活动指标的权重分配。
    """
    if province_allocation == "by_gdp":
        return provincial_gdp_share.mul(industrial_value_added_direct, level="industry")
    allocated = direct_allocation.mul(sectoral_value_added_direct, level="section")
    sections, provinces = (allocated.index.get_level_values(level) for level in (0, 1))
    index = pd.MultiIndex.from_arrays(
        [provinces, industry_of_section[sections].to_numpy()], names=["province", "industry"]
    )
    summed = allocated.set_axis(index).groupby(level=[0, 1]).sum()
    return summed.reindex(provincial_gdp_share.index, fill_value=0)


@fact("各省分产业渗透产业增加值", "亿元", equation="（10）", low=0)
def provincial_value_added_indirect(
    industrial_value_added_indirect: pd.DataFrame, provincial_gdp_share: pd.DataFrame
) -> pd.DataFrame:
    """各省各产业的渗透产业增加值 Z^j omega^j_p，两种分配方式均按生产总值。（省，产业）× 年份，亿元。"""
    return provincial_gdp_share.mul(industrial_value_added_indirect, level="industry")
