"""测算所用的纯公式：投入产出、模糊综合评价、双比例法、外推。只认公式，不认数据来源。

符号从《测算方案》和 Miller & Blair（2009）《Input-Output Analysis》：
Z 中间流量，x 总产出，A 直接消耗系数，L 列昂惕夫逆，S 相关系数。
矩阵、向量均为带标签的 pandas 对象；标签不符即报错，不按位置相乘。
"""

from __future__ import annotations

import warnings

import numpy as np
import pandas as pd
from scipy import linalg

from reportgen.errors import EstimationError


def input_coefficients(Z: pd.DataFrame, x: pd.Series) -> pd.DataFrame:
    """第（4）式 a_ij = z_ij / x_j（Miller & Blair 2.4 式）；产出为零的部门系数取零。"""
    return Z.div(x.where(x != 0, np.inf), axis="columns")


def domestic_coefficients(
    A: pd.DataFrame, x: pd.Series, imports: pd.Series, exports: pd.Series
) -> pd.DataFrame:
    """国内消耗系数：各行乘以国产品占国内使用的比重 1 - m_i，m_i = 进口 / (产出 + 进口 - 出口)。"""
    supply = x + imports - exports
    return A.mul(1 - imports / supply.where(supply != 0, np.inf), axis="index")


def require_productive(A: pd.DataFrame) -> None:
    """霍金斯—西蒙条件：非负矩阵 A 有 (I - A) x = 1 的正解，当且仅当谱半径小于 1，列昂惕夫逆存在且非负。

    Raises:
        EstimationError: 条件不满足，附谱半径和列和最大的部门。
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", linalg.LinAlgWarning)
            solution = linalg.solve(np.eye(len(A)) - A.to_numpy(), np.ones(len(A)))
    except (linalg.LinAlgError, linalg.LinAlgWarning):
        solution = np.zeros(len(A))
    if not (solution > 0).all():
        radius = float(np.max(np.abs(linalg.eigvals(A.to_numpy()))))
        column = A.sum().idxmax()
        raise EstimationError(
            f"投入产出表不满足生产性条件：消耗系数矩阵的谱半径为 {radius:.4f}，应小于 1",
            place=f"部门 {column}（中间投入占产出 {A[column].sum():.4f}）",
            remedy="核对该部门的中间投入与总产出",
        )


def leontief_columns(A: pd.DataFrame, sectors: pd.Index) -> pd.DataFrame:
    """第（4）式 L = (I - A)^-1 中给定部门的各列，解方程组而不求逆。

    Returns:
        行为全部部门，列为 `sectors`。
    """
    identity = pd.DataFrame(np.eye(len(A)), index=A.index, columns=A.index)
    solution = linalg.solve(identity.to_numpy() - A.loc[:, A.index].to_numpy(), identity[sectors].to_numpy())
    return pd.DataFrame(solution, index=A.index, columns=sectors)


def leontief_inverse(A: pd.DataFrame) -> pd.DataFrame:
    """第（4）式 L = (I - A)^-1 的全部各列（Miller & Blair 2.15 式）。"""
    return leontief_columns(A, A.index)


def output_multipliers(L: pd.DataFrame) -> pd.Series:
    """简单产出乘数 m(o)_j = sum_i l_ij（Miller & Blair 6.2.1）。"""
    return L.sum()


def linked_output_printed(L: pd.DataFrame, S: pd.Series, x: pd.Series) -> pd.Series:
    """第（6）式的印出形式，不作 160 阶增广的等价式。

    dY_i = (1 - S_i) sum_r D_{i,k_r} S_{k_r} x_{k_r} / (1 + S_{k_r} D_{k_r k_r})，D = L - I。

    Args:
        L: 全部部门 × 直接子行业的列昂惕夫逆各列。
        S: 直接子行业的相关系数。
        x: 全部部门的总产出。
    """
    K = L.columns
    D = _without_identity(L)
    pull = S[K] * x[K] / (1 + S[K] * pd.Series(np.diag(D.loc[K]), index=K))
    return (1 - _everywhere(S, x)) * (D @ pull)


def linked_output_joint(L: pd.DataFrame, S: pd.Series, x: pd.Series) -> pd.Series:
    """第（6）式的联立形式 dY = (1 - S) D_K (I + diag(S_K) D_KK)^-1 (S_K x_K)，虚拟行业间的往返只计一次。"""
    K = L.columns
    D = _without_identity(L)
    system = np.eye(len(K)) + D.loc[K].mul(S[K], axis="index").to_numpy()
    pull = pd.Series(linalg.solve(system, (S[K] * x[K]).to_numpy()), index=K)
    return (1 - _everywhere(S, x)) * (D @ pull)


def augmented_coefficients(A: pd.DataFrame, S: pd.Series) -> pd.DataFrame:
    """第（5）式：每个直接子行业添一个虚拟行业，分走该行的 S_k，列系数与原行业相同。

    Returns:
        (n + m) 阶方阵，虚拟行业的标签为 ("虚拟", k)；仅供检验封闭式之用。
    """
    virtual = pd.Index([("虚拟", k) for k in S.index], tupleize_cols=False)
    labels = A.index.append(virtual)
    parent = list(A.index) + list(S.index)
    share = pd.concat([1 - _everywhere(S, A.index.to_series()), pd.Series(S.to_numpy(), index=virtual)])
    split = A.loc[parent, parent].to_numpy() * share[labels].to_numpy(dtype=float).reshape(-1, 1)
    return pd.DataFrame(split, index=labels, columns=labels)


def fuzzy_evaluation(counts: pd.DataFrame, weights: pd.Series, grade_values: pd.Series) -> float:
    """第（1）式：R = 各因素上各等级的专家占比，B = w R（加权平均算子），归一化后 S = B v。

    Args:
        counts: 因素 × 等级的专家人数。
        weights: 因素权重，和为 1。
        grade_values: 等级分值，在 [0, 1] 内。
    """
    R = counts.div(counts.sum(axis="columns"), axis="index")
    B = weights @ R
    return float((B / B.sum()) @ grade_values)


def biproportional(
    seed: pd.DataFrame, rows: pd.Series, columns: pd.Series, tolerance: float, iterations: int
) -> pd.DataFrame:
    """双比例平衡法（RAS）：缩放种子表的行与列，使行和、列和等于给定合计。

    Args:
        seed: 非负种子表。
        rows, columns: 行、列合计，总和应相等。
        tolerance: 行和的相对误差上限。
        iterations: 迭代次数上限。

    Raises:
        EstimationError: 合计不相等，或在次数内不收敛。
    """
    if abs(rows.sum() - columns.sum()) > tolerance * columns.sum() * len(rows):
        raise EstimationError(
            f"双比例法的行合计 {rows.sum():.4f} 与列合计 {columns.sum():.4f} 不相等",
            remedy="先使两组合计总和一致",
        )
    empty = [str(label) for axis in (1, 0) for label, total in seed.sum(axis=axis).items() if not total > 0]
    if empty:
        raise EstimationError(
            f"双比例法的种子表在 {'、'.join(empty)} 处合计为零", remedy="检查该行或该列的数据"
        )
    table, r, c = seed.to_numpy(dtype=float), rows[seed.index].to_numpy(), columns[seed.columns].to_numpy()
    for _ in range(iterations):
        table = table * (r / table.sum(axis=1))[:, np.newaxis]
        table = table * (c / table.sum(axis=0))
        gap = np.abs(table.sum(axis=1) / r - 1).max()
        if gap <= tolerance:
            return pd.DataFrame(table, index=seed.index, columns=seed.columns)
    raise EstimationError(
        f"双比例法迭代 {iterations} 次后行和仍相差 {gap:.2e}", remedy="检查种子表中是否有整行或整列为零"
    )


def mean_growth(series: pd.DataFrame, window: int) -> pd.Series:
    """外推一年：末年值乘以 1 加最近 `window` 年增速的简单平均；行为对象，列为年份。"""
    growth = series.div(series.shift(1, axis="columns")) - 1
    return series.iloc[:, -1] * (1 + growth.iloc[:, -window:].mean(axis="columns"))


def linear_trend(series: pd.DataFrame, window: int) -> pd.Series:
    """外推一年：最近 `window` 年的水平对年份作最小二乘直线，取其下一年的值。"""
    recent = series.iloc[:, -window:]
    years = recent.columns.to_numpy(dtype=float)
    centred = years - years.mean()
    slope = recent.sub(recent.mean(axis="columns"), axis="index").dot(centred) / (centred @ centred)
    return recent.mean(axis="columns") + slope * (years[-1] + 1 - years.mean())


def last_increment(series: pd.DataFrame) -> pd.Series:
    """外推一年：末年值加末年的增量。"""
    return series.iloc[:, -1] + series.iloc[:, -1] - series.iloc[:, -1 - 1]


def extrapolate(series: pd.DataFrame, rule: str, window: int) -> pd.Series:
    """按规则名外推一年：mean_growth、linear_ols 或 last_increment（第（13）式）。"""
    have = series.shape[1] - 1 if rule == "mean_growth" else series.shape[1]
    if rule != "last_increment" and have < window:
        raise EstimationError(
            f"外推要用 {window} 年，只有 {have} 年的数", remedy="减小 forecast_window，或补上更早年份的数据"
        )
    rules = {
        "mean_growth": lambda: mean_growth(series, window),
        "linear_ols": lambda: linear_trend(series, window),
        "last_increment": lambda: last_increment(series),
    }
    return rules[rule]()


def _without_identity(L: pd.DataFrame) -> pd.DataFrame:
    """D = L - I 的相应各列。"""
    own = L.index.to_numpy()[:, np.newaxis] == L.columns.to_numpy()
    return L - own.astype(float)


def _everywhere(S: pd.Series, like: pd.Series) -> pd.Series:
    """把直接子行业的系数扩到全部部门，其余为零。"""
    return S.reindex(like.index, fill_value=0)
