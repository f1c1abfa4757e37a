"""四大领域：直接产业增加值在平台、网络、数据、安全之间的分配。方案未给公式，做法见附录二。"""

from __future__ import annotations

import pandas as pd

from reportgen.facts.declaration import fact


@fact("四领域增加值", "亿元", low=0)
def domain_value_added(
    domain_allocation: pd.DataFrame,
    subsector_value_added_direct: pd.Series,
    sector_section: pd.Series,
    sectoral_value_added_direct: pd.DataFrame,
) -> pd.DataFrame:
    """各领域增加值：门类内按基年子行业的分配结构，逐年随门类的直接产业增加值变动。领域 × 年份，亿元。

    Args:
        domain_allocation: 分配矩阵 D，子行业 × 领域；各行按合计归一。
    """
    share = domain_allocation.div(domain_allocation.sum(axis="columns"), axis="index")
    amounts = share.mul(subsector_value_added_direct, axis="index")
    section = sector_section[amounts.index].to_numpy()
    structure = amounts.groupby(section).sum()
    structure = structure.div(structure.sum(axis="columns"), axis="index")
    return structure.T @ sectoral_value_added_direct.loc[structure.index]
