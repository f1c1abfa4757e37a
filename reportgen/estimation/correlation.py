"""附录二 一（一）：相关系数，直接子行业中属于工业互联网的部分。第（1）式。"""

from __future__ import annotations

import pandas as pd

from reportgen.errors import EstimationError
from reportgen.estimation.iomath import fuzzy_evaluation
from reportgen.facts.declaration import fact


@fact("相关系数", "1", equation="（1）", low=0, high=1)
def correlation_coefficient(
    calibrated_correlation_coefficient: pd.Series,
    direct_subsectors: pd.Series,
    correlation_source: str,
    expert_counts: pd.DataFrame | None = None,
    factor_weights: pd.Series | None = None,
    grade_values: pd.Series | None = None,
) -> pd.Series:
    """各直接子行业的相关系数 S_k。

    `correlation_source` 为 calibrated 时取校准值；为 scoring 时由专家打分表按模糊综合评价法计算。

    Args:
        calibrated_correlation_coefficient: 子行业代码 → 校准值。
        direct_subsectors: 子行业代码 → 名称。
        expert_counts: 行为“代码/因素”，列为等级，值为专家人数。
        factor_weights: 因素 → 权重。
        grade_values: 等级 → 分值。

    Raises:
        EstimationError: 选了 scoring 而没有打分表，或有子行业缺少相关系数。
    """
    if correlation_source == "calibrated":
        scores = calibrated_correlation_coefficient
    elif expert_counts is None or factor_weights is None or grade_values is None:
        raise EstimationError(
            "correlation_source 为 scoring，但没有打分表",
            remedy="在参数文件中写 expert_counts、factor_weights、grade_values 三项",
        )
    else:
        scores = _from_scores(expert_counts, factor_weights, grade_values)
    missing = direct_subsectors.index.difference(scores.index)
    if len(missing):
        raise EstimationError(
            f"直接子行业 {'、'.join(missing)} 没有相关系数",
            place=f"参数 {'calibrated_correlation_coefficient' if correlation_source == 'calibrated' else 'expert_counts'}",
            remedy="补上这些代码，或改 direct_subsectors",
        )
    return scores[direct_subsectors.index].rename_axis("subsector")


def _from_scores(counts: pd.DataFrame, weights: pd.Series, grade_values: pd.Series) -> pd.Series:
    rows = counts.index.to_series().str.partition("/")
    sheets = counts.set_axis(pd.MultiIndex.from_arrays([rows[0], rows[rows.columns[-1]]]))
    found = {}
    for code, sheet in sheets.groupby(level=0):
        sheet = sheet.droplevel(0)
        missing = weights.index.difference(sheet.index)
        if len(missing):
            raise EstimationError(
                f"打分表中子行业 {code} 缺少因素 {'、'.join(missing)}",
                remedy="补齐 expert_counts 中该子行业各因素的人数",
            )
        found[code] = fuzzy_evaluation(sheet.loc[weights.index, grade_values.index], weights, grade_values)
    return pd.Series(found, dtype=float)
