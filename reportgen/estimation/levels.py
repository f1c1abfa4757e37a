"""第（12）式：各范围的增加值、就业与生产总值汇成一表；全国为分项之和，经济圈为所辖省之和。"""

from __future__ import annotations

import pandas as pd

from reportgen.facts.declaration import fact
from reportgen.facts.status import Status


@fact("直接产业增加值", "亿元", equation="（12）", low=0)
def value_added_direct(
    sectoral_value_added_direct: pd.DataFrame,
    industrial_value_added_direct: pd.DataFrame,
    provincial_value_added_direct: pd.DataFrame,
    provinces_of_zone: pd.Series,
) -> pd.DataFrame:
    """门类、产业、省、省内产业、经济圈的直接产业增加值。范围 × 年份，亿元。"""
    return _scopes(
        sectoral_value_added_direct,
        industrial_value_added_direct,
        provincial_value_added_direct,
        provinces_of_zone,
    )


@fact("渗透产业增加值", "亿元", equation="（12）", low=0)
def value_added_indirect(
    sectoral_value_added_indirect: pd.DataFrame,
    industrial_value_added_indirect: pd.DataFrame,
    provincial_value_added_indirect: pd.DataFrame,
    provinces_of_zone: pd.Series,
) -> pd.DataFrame:
    """门类、产业、省、省内产业、经济圈的渗透产业增加值。范围 × 年份，亿元。"""
    return _scopes(
        sectoral_value_added_indirect,
        industrial_value_added_indirect,
        provincial_value_added_indirect,
        provinces_of_zone,
    )


@fact("增加值", "亿元", equation="（12）", low=0)
def value_added(
    value_added_direct: pd.DataFrame,
    value_added_indirect: pd.DataFrame,
    domain_value_added: pd.DataFrame,
) -> pd.DataFrame:
    """Z = Zdir + Zind：全国、直接产业、渗透产业、四领域及各范围。范围 × 年份，亿元。"""
    return _with_nation(value_added_direct, value_added_indirect, domain_value_added)


@fact("直接产业带动就业", "万人", equation="（12）", low=0)
def employment_direct(
    sectoral_employment_direct: pd.DataFrame,
    provincial_employment_direct: pd.DataFrame,
    provinces_of_zone: pd.Series,
) -> pd.DataFrame:
    """门类、产业、省、省内产业、经济圈的直接产业带动就业。范围 × 年份，万人。"""
    industries = provincial_employment_direct.groupby(level="industry").sum()
    return _scopes(sectoral_employment_direct, industries, provincial_employment_direct, provinces_of_zone)


@fact("渗透产业带动就业", "万人", equation="（12）", low=0)
def employment_indirect(
    sectoral_employment_indirect: pd.DataFrame,
    provincial_employment_indirect: pd.DataFrame,
    provinces_of_zone: pd.Series,
) -> pd.DataFrame:
    """门类、产业、省、省内产业、经济圈的渗透产业带动就业。范围 × 年份，万人。"""
    industries = provincial_employment_indirect.groupby(level="industry").sum()
    return _scopes(
        sectoral_employment_indirect, industries, provincial_employment_indirect, provinces_of_zone
    )


@fact("带动就业", "万人", equation="（12）", low=0)
def employment(employment_direct: pd.DataFrame, employment_indirect: pd.DataFrame) -> pd.DataFrame:
    """全国（各省之和）、直接产业、渗透产业及各范围的带动就业。范围 × 年份，万人。"""
    return _with_nation(employment_direct, employment_indirect)


@fact("生产总值", "亿元", low=0, status=Status.实际)
def gdp(
    national_gdp: pd.DataFrame,
    provincial_gdp: pd.DataFrame,
    provincial_industry_gdp: pd.DataFrame,
    provinces_of_zone: pd.Series,
) -> pd.DataFrame:
    """全国、三次产业、各省、省内产业、经济圈的生产总值。范围 × 年份，亿元。

    省的总量取公布数（个别年份与三次产业之和略有出入），预测年取三次产业之和。
    """
    whole = provincial_industry_gdp.groupby(level="province", sort=False).sum()
    published = provincial_gdp.loc[:, provincial_gdp.columns.isin(whole.columns)]
    whole = published.combine_first(whole).loc[whole.index]
    return pd.concat([national_gdp, whole, _flat(provincial_industry_gdp), _zones(whole, provinces_of_zone)])


@fact("分配权重", "1", equation="（10）", low=0, high=1)
def allocation_weight(
    provincial_value_added_direct: pd.DataFrame,
    provincial_value_added_indirect: pd.DataFrame,
) -> pd.DataFrame:
    """omega^j_p = Z^j_p / sum_p Z^j_p。省内产业 × 年份。"""
    total = provincial_value_added_direct + provincial_value_added_indirect
    return _flat(total / total.groupby(level="industry").transform("sum"))


@fact("劳动生产率", "万元/人", equation="（11）", low=0)
def labour_productivity(
    labour_productivity_of_industry: pd.DataFrame, labour_productivity_of_province: pd.DataFrame
) -> pd.DataFrame:
    """全国、三次产业及省内产业的劳动生产率。范围 × 年份，万元/人。"""
    return pd.concat([labour_productivity_of_industry, _flat(labour_productivity_of_province)])


def _scopes(
    sections: pd.DataFrame, industries: pd.DataFrame, provinces: pd.DataFrame, zones: pd.Series
) -> pd.DataFrame:
    return pd.concat([industries, sections, _regions(provinces, zones)])


def _regions(provinces: pd.DataFrame, zones: pd.Series) -> pd.DataFrame:
    """省、省内产业、经济圈与七大经济圈合计。"""
    whole = provinces.groupby(level="province", sort=False).sum()
    return pd.concat([whole, _flat(provinces), _zones(whole, zones)])


def _zones(provinces: pd.DataFrame, zones: pd.Series) -> pd.DataFrame:
    members = zones.str.split().explode()
    zonal = provinces.loc[members].groupby(members.index.to_numpy(), sort=False).sum()
    return pd.concat([zonal, zonal.sum().to_frame("zone.all").T])


def _flat(provinces: pd.DataFrame) -> pd.DataFrame:
    """（省，产业）两级标签并为一级：province.beijing.secondary。"""
    labels = [f"{province}.{industry.rpartition('.')[-1]}" for province, industry in provinces.index]
    return provinces.set_axis(labels)


def _with_nation(direct: pd.DataFrame, indirect: pd.DataFrame, *more: pd.DataFrame) -> pd.DataFrame:
    """全国为三次产业之和；直接、渗透为全国的两个分项。"""
    parts = pd.DataFrame({"direct": _nation(direct), "indirect": _nation(indirect)}).T
    total = parts.sum().to_frame("national").T
    return pd.concat([total, parts, *more, direct + indirect])


def _nation(table: pd.DataFrame) -> pd.Series:
    return table[table.index.str.startswith("industry.")].sum()
