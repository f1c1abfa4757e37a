"""A graph of six functions about two shops, for tests of running, inheriting and tracing."""

from __future__ import annotations

import pandas as pd

from reportgen.facts.declaration import fact
from reportgen.facts.status import Status


@fact("补缺的客流", "万人", low=0, status=Status.推算)
def filled_visitors(visitors: pd.DataFrame) -> pd.DataFrame:
    """缺数的年份沿用上年。店 × 年份，万人。"""
    return visitors.ffill(axis="columns").where(visitors.isna())


@fact("客流", "万人", low=0, status=Status.实际)
def all_visitors(visitors: pd.DataFrame, filled_visitors: pd.DataFrame) -> pd.DataFrame:
    """公布的与补缺的合为一表。店 × 年份，万人。"""
    return visitors.combine_first(filled_visitors)


@fact("销售额", "万元", equation="（1）", low=0, high=10_000)
def sales(all_visitors: pd.DataFrame, spending: pd.Series, prices: float) -> pd.DataFrame:
    """客流乘以人均消费和价格。店 × 年份，万元。"""
    return all_visitors.mul(spending, axis="index") * prices


@fact("全部销售额", "万元", equation="（2）", low=0)
def total_sales(sales: pd.DataFrame, bonus: float = 0.0) -> pd.DataFrame:
    """各店之和，可另加一项。1 × 年份，万元。"""
    return (sales.sum() + bonus).to_frame("national").T


@fact("客流排名", "位", ranks="all_visitors")
def rank_visitors(all_visitors: pd.DataFrame) -> pd.DataFrame:
    """客流名次。店 × 年份，位。"""
    return all_visitors.rank(ascending=False)


@fact("销售提示", "1")
def mean_spending(spending: pd.Series, mood: str) -> pd.Series:
    """平均的人均消费；选 glad 时取最大值。不分年。"""
    return pd.Series({"national": spending.max() if mood == "glad" else spending.mean()})


def _not_a_fact(sales: pd.DataFrame) -> pd.DataFrame:
    return sales
