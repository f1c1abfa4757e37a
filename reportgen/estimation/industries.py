"""附录二 一（三）：国民经济三次产业的增加值。第（10）式前半。"""

from __future__ import annotations

import pandas as pd

from reportgen.estimation.iomath import extrapolate
from reportgen.facts.declaration import PER_CENT, fact
from reportgen.facts.status import Status

_AGRICULTURE, _PRIMARY, _TERTIARY = "sector.agriculture", "industry.primary", "industry.tertiary"


@fact("预测年三次产业生产总值", "亿元", low=0, status=Status.预测)
def forecast_gdp_by_industry(
    gdp_by_industry: pd.DataFrame,
    assumed_nominal_growth: float,
    forecast_rule: str,
    forecast_window: int,
    forecast_year: int,
) -> pd.DataFrame:
    """预测年生产总值 = 上年值 × (1 + 名义增速假定)；三次产业按外推规则推出后等比例调到总量。4 × 1，亿元。"""
    parts = gdp_by_industry.drop(index="national")
    total = gdp_by_industry.loc["national"].iloc[-1] * (1 + assumed_nominal_growth / PER_CENT)
    parts = extrapolate(parts, forecast_rule, forecast_window)
    parts = parts * (total / parts.sum())
    return pd.concat([pd.Series({"national": total}), parts]).to_frame(forecast_year)


@fact("三次产业生产总值", "亿元", low=0, status=Status.实际)
def national_gdp(
    gdp_by_industry: pd.DataFrame, forecast_gdp_by_industry: pd.DataFrame, first_year: int
) -> pd.DataFrame:
    """生产总值及三次产业，基年至预测年。（全国、一、二、三产业）× 年份，亿元。"""
    return gdp_by_industry.join(forecast_gdp_by_industry).loc[:, first_year:]


@fact("第一产业占农林牧渔业比重", "1", equation="（10）", low=0, high=1)
def primary_share_of_agriculture(section_value_added: pd.DataFrame, national_gdp: pd.DataFrame) -> pd.Series:
    """GDP^1 / V_A：农林牧渔业去掉其中的服务业（A05）即第一产业；预测年沿用上年比值。年份。"""
    share = national_gdp.loc[_PRIMARY] / section_value_added.loc[_AGRICULTURE]
    return share.where(share.index < share.index[-1]).ffill()


@fact("三次产业直接产业增加值", "亿元", equation="（10）", low=0)
def industrial_value_added_direct(
    sectoral_value_added_direct: pd.DataFrame,
    industry_of_section: pd.Series,
    primary_share_of_agriculture: pd.Series,
) -> pd.DataFrame:
    """三次产业的直接产业增加值。产业 × 年份，亿元。"""
    return _by_industry(sectoral_value_added_direct, industry_of_section, primary_share_of_agriculture)


@fact("三次产业渗透产业增加值", "亿元", equation="（10）", low=0)
def industrial_value_added_indirect(
    sectoral_value_added_indirect: pd.DataFrame,
    industry_of_section: pd.Series,
    primary_share_of_agriculture: pd.Series,
) -> pd.DataFrame:
    """三次产业的渗透产业增加值。产业 × 年份，亿元。"""
    return _by_industry(sectoral_value_added_indirect, industry_of_section, primary_share_of_agriculture)


def _by_industry(sections: pd.DataFrame, industry: pd.Series, primary_share: pd.Series) -> pd.DataFrame:
    """Z^1 = Z_A GDP^1 / V_A；其余归入第三产业。采矿与修理的服务部分无法从门类中分出，留在第二产业。"""
    totals = sections.groupby(industry[sections.index].to_numpy()).sum()
    services = sections.loc[_AGRICULTURE] * (1 - primary_share)
    totals.loc[_PRIMARY] -= services
    totals.loc[_TERTIARY] += services
    return totals
