"""第（13）式：十九个行业门类增加值的补缺与预测。"""

from __future__ import annotations

import pandas as pd

from reportgen.estimation.iomath import extrapolate
from reportgen.facts.declaration import PER_CENT, fact
from reportgen.facts.status import Status


@fact("补缺的行业增加值", "亿元", equation="（13）", low=0, status=Status.推算)
def imputed_section_value_added(
    published_section_value_added: pd.DataFrame,
    section_real_growth: pd.DataFrame,
    section_growth_as_paper: pd.DataFrame,
    fill_2020: str,
    forecast_rule: str,
    forecast_window: int,
) -> pd.DataFrame:
    """年鉴未公布、因而补出的行业增加值；其余单元格为空。

    有行业增速的按上年值乘以增速；没有的按外推规则。`fill_2020` 为 as_paper 时，凡有增速的
    年份一律按增速推算（与当年白皮书的做法相同），为 yearbook 时只补空缺。

    Args:
        published_section_value_added: 门类 × 年份，亿元，未公布为空。
        section_real_growth: 门类 × 年份，%，规模以上工业增速。
        section_growth_as_paper: 门类 × 年份，%，当年白皮书自用、后被年鉴取代的增速。
    """
    published = published_section_value_added
    growth = section_real_growth.combine_first(section_growth_as_paper).reindex(published.index) / PER_CENT
    table = published.iloc[:, :1]
    for previous, year in zip(published.columns, published.columns[1:], strict=False):
        carried = table[previous] * (1 + growth[year]) if year in growth else pd.Series(dtype=float)
        carried = carried.reindex(published.index)
        if fill_2020 == "as_paper":
            known = carried.combine_first(published[year])
        else:
            known = published[year].combine_first(carried)
        if known.isna().any():
            known = known.combine_first(extrapolate(table, forecast_rule, forecast_window))
        table = table.assign(**{str(year): known}).rename(columns={str(year): year})
    return table.where(table != published)


@fact("预测年行业增加值", "亿元", equation="（13）", low=0, status=Status.预测)
def forecast_section_value_added(
    published_section_value_added: pd.DataFrame,
    imputed_section_value_added: pd.DataFrame,
    forecast_rule: str,
    forecast_window: int,
    forecast_year: int,
) -> pd.DataFrame:
    """预测年各门类增加值：由历年增加值按外推规则推一年。门类 × 1，亿元。"""
    known = imputed_section_value_added.combine_first(published_section_value_added)
    return extrapolate(known, forecast_rule, forecast_window).to_frame(forecast_year)


@fact("行业增加值", "亿元", low=0, status=Status.实际)
def section_value_added(
    published_section_value_added: pd.DataFrame,
    imputed_section_value_added: pd.DataFrame,
    forecast_section_value_added: pd.DataFrame,
) -> pd.DataFrame:
    """十九个门类历年增加值 V_s：公布值、补缺值与预测值合为一表。门类 × 年份，亿元。"""
    known = imputed_section_value_added.combine_first(published_section_value_added)
    return known.join(forecast_section_value_added).loc[published_section_value_added.index]


@fact("补缺残差", "亿元")
def filling_residual(section_value_added: pd.DataFrame, gdp_by_industry: pd.DataFrame) -> pd.DataFrame:
    """国内生产总值减去各门类增加值之和。补缺年份不为零：只报告，不摊入各行业。"""
    total = gdp_by_industry.loc[["national"], gdp_by_industry.columns.isin(section_value_added.columns)]
    return total - section_value_added[total.columns].sum()
