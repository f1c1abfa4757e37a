"""附录二 二（一）至（四）：带动就业。第（11）式。"""

from __future__ import annotations

import pandas as pd

from reportgen.facts.declaration import fact


@fact("各省分产业直接产业带动就业", "万人", equation="（11）", low=0)
def provincial_employment_direct(
    provincial_value_added_direct: pd.DataFrame, labour_productivity_of_province: pd.DataFrame
) -> pd.DataFrame:
    """Edir^j_p,n = Zdir^j_p,n / Pro^j_p,n。（省，产业）× 年份，万人。"""
    return provincial_value_added_direct / labour_productivity_of_province


@fact("各省分产业渗透产业带动就业", "万人", equation="（11）", low=0)
def provincial_employment_indirect(
    provincial_value_added_indirect: pd.DataFrame, labour_productivity_of_province: pd.DataFrame
) -> pd.DataFrame:
    """Eind^j_p,n = Zind^j_p,n / Pro^j_p,n。（省，产业）× 年份，万人。"""
    return provincial_value_added_indirect / labour_productivity_of_province


@fact("门类直接产业带动就业", "万人", equation="（11）", low=0)
def sectoral_employment_direct(
    sectoral_value_added_direct: pd.DataFrame,
    labour_productivity_of_industry: pd.DataFrame,
    industry_of_section: pd.Series,
    section_employment_scale: pd.Series,
) -> pd.DataFrame:
    """门类直接产业带动就业 Zdir_s / Pro^{j(s)}，再等比例调到各省加总。门类 × 年份，万人。"""
    return (
        _sections(sectoral_value_added_direct, labour_productivity_of_industry, industry_of_section)
        * section_employment_scale
    )


@fact("门类渗透产业带动就业", "万人", equation="（11）", low=0)
def sectoral_employment_indirect(
    sectoral_value_added_indirect: pd.DataFrame,
    labour_productivity_of_industry: pd.DataFrame,
    industry_of_section: pd.Series,
    section_employment_scale: pd.Series,
) -> pd.DataFrame:
    """门类渗透产业带动就业 Zind_s / Pro^{j(s)}，再等比例调到各省加总。门类 × 年份，万人。"""
    return (
        _sections(sectoral_value_added_indirect, labour_productivity_of_industry, industry_of_section)
        * section_employment_scale
    )


@fact("门类就业调整系数", "1", equation="（11）", low=0)
def section_employment_scale(
    provincial_employment_direct: pd.DataFrame,
    provincial_employment_indirect: pd.DataFrame,
    sectoral_value_added_direct: pd.DataFrame,
    sectoral_value_added_indirect: pd.DataFrame,
    labour_productivity_of_industry: pd.DataFrame,
    industry_of_section: pd.Series,
) -> pd.Series:
    """全国带动就业以各省加总为准：各省合计除以门类合计。年份。"""
    total = provincial_employment_direct.sum() + provincial_employment_indirect.sum()
    sections = _sections(
        sectoral_value_added_direct + sectoral_value_added_indirect,
        labour_productivity_of_industry,
        industry_of_section,
    )
    return total / sections.sum()


def _sections(value_added: pd.DataFrame, productivity: pd.DataFrame, industry: pd.Series) -> pd.DataFrame:
    """各门类增加值除以所属产业的全国劳动生产率。"""
    own = productivity.loc[industry[value_added.index]].set_axis(value_added.index)
    return value_added / own
