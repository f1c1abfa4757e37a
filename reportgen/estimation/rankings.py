"""第（12）式：名次、名单与个数。同类范围之间自大到小，1 为最大；并列取前位。"""

from __future__ import annotations

import pandas as pd

from reportgen.facts.declaration import PER_CENT, fact

_KINDS = ("industry", "sector", "province", "zone", "direct")


@fact("增加值排名", "位", equation="（12）", low=1, ranks="value_added")
def rank_value_added(value_added: pd.DataFrame) -> pd.DataFrame:
    """门类、产业、省、经济圈、领域各自之间的增加值名次。范围 × 年份，位。"""
    return _ranks(value_added)


@fact("直接产业增加值排名", "位", equation="（12）", low=1, ranks="value_added_direct")
def rank_value_added_direct(value_added_direct: pd.DataFrame) -> pd.DataFrame:
    """直接产业增加值名次。范围 × 年份，位。"""
    return _ranks(value_added_direct)


@fact("渗透产业增加值排名", "位", equation="（12）", low=1, ranks="value_added_indirect")
def rank_value_added_indirect(value_added_indirect: pd.DataFrame) -> pd.DataFrame:
    """渗透产业增加值名次。范围 × 年份，位。"""
    return _ranks(value_added_indirect)


@fact("名义增速排名", "位", equation="（12）", low=1, ranks="nominal_growth")
def rank_nominal_growth(nominal_growth: pd.DataFrame) -> pd.DataFrame:
    """名义增速名次。范围 × 年份，位。"""
    return _ranks(nominal_growth)


@fact("就业排名", "位", equation="（12）", low=1, ranks="employment")
def rank_employment(employment: pd.DataFrame) -> pd.DataFrame:
    """带动就业名次。范围 × 年份，位。"""
    return _ranks(employment)


@fact("就业增速排名", "位", equation="（12）", low=1, ranks="employment_growth")
def rank_employment_growth(employment_growth: pd.DataFrame) -> pd.DataFrame:
    """带动就业增速名次。范围 × 年份，位。"""
    return _ranks(employment_growth)


@fact("最活跃名单", "位", equation="（12）", low=1, ranks="value_added")
def list_most_active(rank_value_added: pd.DataFrame, length_of_leading_list: int) -> pd.DataFrame:
    """增加值居前的省，值为名次。范围 × 年份，位；未入名单为空。"""
    return _first(rank_value_added, length_of_leading_list)


@fact("规模领先增势名单", "位", equation="（12）", low=1, ranks="value_added")
def list_steady_growth_large(rank_value_added: pd.DataFrame, length_of_leading_list: int) -> pd.DataFrame:
    """规模居前、正文给出增速区间的省，值为名次。范围 × 年份，位。"""
    return _first(rank_value_added, length_of_leading_list)


@fact("增速突出名单", "位", equation="（12）", low=1, ranks="nominal_growth")
def list_fast_growth(rank_nominal_growth: pd.DataFrame, length_of_short_list: int) -> pd.DataFrame:
    """名义增速居前的省，值为名次。范围 × 年份，位。"""
    return _first(rank_nominal_growth, length_of_short_list)


@fact("中西部超千亿名单", "位", equation="（12）", low=1, ranks="value_added")
def list_central_west_above_1000yi(
    value_added: pd.DataFrame, region_of_province: pd.Series, large_value_added: float
) -> pd.DataFrame:
    """中部和西部增加值超过门槛的省，值为其中的名次。范围 × 年份，位。"""
    inland = region_of_province.index[region_of_province.isin(["中部", "西部"])]
    levels = value_added.loc[inland]
    return levels.where(levels > large_value_added).rank(ascending=False, method="min").dropna(how="all")


@fact("超千亿个数", "个", equation="（12）", low=0, ranks="value_added")
def count_value_added_above_1000yi(value_added: pd.DataFrame, large_value_added: float) -> pd.DataFrame:
    """增加值超过门槛的省和门类的个数。2 × 年份，个。"""
    above = value_added > large_value_added
    return pd.DataFrame(
        {
            "national.provinces": _of_kind(above, "province").sum(),
            "national.sectors": _of_kind(above, "sector").sum(),
        }
    ).T


@fact("超千亿省份占比", "%", equation="（12）", low=0, high=PER_CENT, ranks="value_added")
def share_of_provinces_above_1000yi(
    count_value_added_above_1000yi: pd.DataFrame, value_added: pd.DataFrame
) -> pd.DataFrame:
    """超过门槛的省占全部省的比重。1 × 年份，%。"""
    count = count_value_added_above_1000yi.loc[["national.provinces"]]
    return count / len(_of_kind(value_added, "province")) * PER_CENT


@fact("前三省占带动就业比重", "%", equation="（12）", low=0, high=PER_CENT)
def leading_three_share_of_employment(employment: pd.DataFrame, length_of_short_list: int) -> pd.DataFrame:
    """带动就业居前三位的省合计占全国的比重。1 × 年份，%。"""
    provinces = _of_kind(employment, "province")
    leading = provinces.where(provinces.rank(ascending=False, method="first") <= length_of_short_list).sum()
    return (leading / employment.loc["national"] * PER_CENT).to_frame("national.provinces").T


def _ranks(table: pd.DataFrame) -> pd.DataFrame:
    ranked = [_of_kind(table, kind).rank(ascending=False, method="min") for kind in _KINDS]
    return pd.concat(ranked)


def _of_kind(table: pd.DataFrame, kind: str) -> pd.DataFrame:
    return table[table.index.str.match(rf"{kind}\.(?!all$)\w+$")]


def _first(ranks: pd.DataFrame, length: int) -> pd.DataFrame:
    provinces = _of_kind(ranks, "province")
    return provinces.where(provinces <= length).dropna(how="all")
