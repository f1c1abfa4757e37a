"""第（12）式：占比与比值。均由未舍入的水平值计算。"""

from __future__ import annotations

import pandas as pd

from reportgen.facts.declaration import PER_CENT, fact
from reportgen.facts.status import Status


@fact("占GDP比重", "%", equation="（12）", low=0, high=PER_CENT)
def gdp_share(value_added: pd.DataFrame, gdp: pd.DataFrame) -> pd.DataFrame:
    """全国增加值占国内生产总值的比重。1 × 年份，%。"""
    return value_added.loc[["national"]] / gdp.loc[["national"]] * PER_CENT


@fact("占地区生产总值比重", "%", equation="（12）", low=0, high=PER_CENT)
def share_of_region_gdp(value_added: pd.DataFrame, gdp: pd.DataFrame) -> pd.DataFrame:
    """省、经济圈的增加值占地区生产总值的比重。范围 × 年份，%。"""
    regions = gdp.index[gdp.index.str.match(r"(?:province|zone)\.\w+$")]
    return value_added.loc[regions] / gdp.loc[regions] * PER_CENT


@fact("占产业增加值比重", "%", equation="（10）", low=0, high=PER_CENT)
def share_of_industry_gdp(value_added: pd.DataFrame, national_gdp: pd.DataFrame) -> pd.DataFrame:
    """三次产业的定向贡献率 eta^j_n = Z^j_n / GDP^j_n。产业 × 年份，%。"""
    industries = national_gdp.drop(index="national")
    return value_added.loc[industries.index] / industries * PER_CENT


@fact("占直接产业比重", "%", equation="（12）", low=0, high=PER_CENT)
def share_of_direct(value_added: pd.DataFrame) -> pd.DataFrame:
    """四领域占直接产业的比重。领域 × 年份，%。"""
    domains = value_added[value_added.index.str.startswith("direct.")]
    return domains / value_added.loc["direct"] * PER_CENT


@fact("占总量比重", "%", equation="（12）", low=0, high=PER_CENT)
def share_of_total(value_added: pd.DataFrame) -> pd.DataFrame:
    """直接、渗透产业，三次产业，各门类，各省占全国增加值的比重。范围 × 年份，%。"""
    parts = value_added[
        value_added.index.str.match(r"(?:in)?direct$|(?:industry|sector|province|zone)\.\w+$")
    ]
    return parts / value_added.loc["national"] * PER_CENT


@fact("渗透产业占比", "%", equation="（12）", low=0, high=PER_CENT)
def indirect_share_of_total(value_added: pd.DataFrame, value_added_indirect: pd.DataFrame) -> pd.DataFrame:
    """各范围内部渗透产业的比重。范围 × 年份，%。"""
    own = value_added.loc[value_added_indirect.index]
    share = value_added_indirect.where(own > 0) / own.where(own > 0) * PER_CENT
    return share.dropna()


@fact("渗透与直接之比", "倍", equation="（12）", low=0)
def ratio_indirect_to_direct(value_added: pd.DataFrame) -> pd.DataFrame:
    """全国渗透产业与直接产业增加值之比。1 × 年份，倍。"""
    return (value_added.loc["indirect"] / value_added.loc["direct"]).to_frame("national").T


@fact("占全国带动就业比重", "%", equation="（12）", low=0, high=PER_CENT)
def share_of_national_employment(employment: pd.DataFrame) -> pd.DataFrame:
    """直接、渗透产业，各省、经济圈、三次产业占全国带动就业的比重。范围 × 年份，%。"""
    parts = employment[employment.index.str.match(r"(?:in)?direct$|(?:industry|province|zone)\.\w+$")]
    return parts / employment.loc["national"] * PER_CENT


@fact("GDP名义增速假定", "%", status=Status.预测)
def assumed_gdp_nominal_growth(assumed_nominal_growth: float, forecast_year: int) -> pd.DataFrame:
    """版本对预测年国内生产总值名义增速的假定。1 × 1，%。"""
    return pd.DataFrame({forecast_year: {"national": assumed_nominal_growth}})


@fact("GDP实际增速假定", "%", status=Status.预测)
def assumed_gdp_real_growth(assumed_real_growth: float, forecast_year: int) -> pd.DataFrame:
    """版本对预测年国内生产总值实际增速的假定，只作说明，不进入测算。1 × 1，%。"""
    return pd.DataFrame({forecast_year: {"national": assumed_real_growth}})
