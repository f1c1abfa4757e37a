"""每次生成都核对的恒等式。设计文件“Rules that keep the numbers honest”；《测算方案》第二节第 8 条。"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from reportgen.errors import IdentityError, raise_all


@dataclass(frozen=True)
class Identity:
    """两边应相等的一组数：名称、左边、右边（同一标签的序列）。"""

    name: str
    left: pd.Series
    right: pd.Series

    @property
    def residual(self) -> float:
        """相对残差的最大绝对值。"""
        scale = self.right.abs().max()
        return (
            float((self.left - self.right[self.left.index]).abs().max(skipna=False) / scale) if scale else 0.0
        )

    @property
    def worst(self) -> object:
        """残差最大的标签。"""
        return (self.left - self.right[self.left.index]).abs().fillna(np.inf).idxmax()


def identities(results: Mapping[str, pd.DataFrame]) -> list[Identity]:
    """由测算结果列出全部恒等式。"""
    value_added, direct, indirect = (
        results[name] for name in ("value_added", "value_added_direct", "value_added_indirect")
    )
    employment = results["employment"]
    total, jobs = value_added.loc["national"], employment.loc["national"]
    checks = [Identity("增加值：直接产业 + 渗透产业 = 全国", _sum(value_added, "direct|indirect"), total)]
    for kind, name in (("industry", "三次产业"), ("sector", "各门类"), ("province", "各省")):
        checks += [
            Identity(f"增加值：{name}之和 = 全国", _kind(value_added, kind), total),
            Identity(
                f"直接产业增加值：{name}之和 = 直接产业", _kind(direct, kind), value_added.loc["direct"]
            ),
            Identity(
                f"渗透产业增加值：{name}之和 = 渗透产业", _kind(indirect, kind), value_added.loc["indirect"]
            ),
            Identity(f"带动就业：{name}之和 = 全国", _kind(employment, kind), jobs),
        ]
    weights = results["allocation_weight"]
    ones = weights.groupby(weights.index.str.rpartition(".").get_level_values(-1)).sum().stack()
    return [
        *checks,
        Identity("增加值：四领域之和 = 直接产业", _kind(value_added, "direct"), value_added.loc["direct"]),
        Identity("带动就业：直接产业 + 渗透产业 = 全国", _sum(employment, "direct|indirect"), jobs),
        Identity("分配权重：各产业之和 = 1", ones, ones**0),
    ]


def verify(results: Mapping[str, pd.DataFrame], tolerance: float) -> list[Identity]:
    """核对全部恒等式，返回各自的残差。

    Raises:
        IdentityError: 相对残差超过 `tolerance`，列出两边的数与残差。
    """
    checks = identities(results)
    raise_all(
        IdentityError(
            f"恒等式不成立：{check.name}；{check.worst}：左边 {check.left[check.worst]:.6f}，"
            f"右边 {check.right[check.worst]:.6f}，相对残差 {check.residual:.2e}",
            remedy=f"允许的相对残差为 {tolerance:.0e}；检查最近改动的公式与分配权重",
        )
        for check in checks
        if not check.residual <= tolerance or np.isnan(check.residual)
    )
    return checks


def _kind(table: pd.DataFrame, kind: str) -> pd.Series:
    return table[table.index.str.match(rf"{kind}\.(?!all$)\w+$")].sum()


def _sum(table: pd.DataFrame, pattern: str) -> pd.Series:
    return table[table.index.str.fullmatch(pattern)].sum()
