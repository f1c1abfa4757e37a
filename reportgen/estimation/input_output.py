"""附录二 一（二）1：投入产出法，基年的渗透产业增加值。第（4）至（7）式。"""

from __future__ import annotations

import pandas as pd

from reportgen.estimation import iomath
from reportgen.facts.declaration import PER_CENT, fact
from reportgen.facts.status import Status


@fact("直接消耗系数", "1", equation="（4）", status=Status.实际)
def input_coefficients(
    transactions: pd.DataFrame,
    total_output: pd.Series,
    imports: pd.Series,
    exports: pd.Series,
    coefficient_table: str,
    linkage_direction: str,
) -> pd.DataFrame:
    """消耗系数 a_ij = x_ij / X_j，部门 × 部门。

    `coefficient_table` 为 competitive 时用竞争型表，为 domestic 时扣除进口品。`linkage_direction` 为
    leontief 时度量后向关联；为 ghosh 时转置流量表，得分配系数，度量前向关联（Miller & Blair 第12章）。

    Raises:
        EstimationError: 系数矩阵不满足生产性条件。
    """
    flows = transactions if linkage_direction == "leontief" else transactions.T
    A = iomath.input_coefficients(flows, total_output)
    if coefficient_table == "domestic":
        A = iomath.domestic_coefficients(A, total_output, imports, exports)
    iomath.require_productive(A)
    return A


@fact("完全需要系数", "1", equation="（4）", low=0, status=Status.实际)
def leontief_inverse(input_coefficients: pd.DataFrame, direct_subsectors: pd.Series) -> pd.DataFrame:
    """列昂惕夫逆中直接子行业的各列，部门 × 子行业；其余各列测算用不到，不求。"""
    return iomath.leontief_columns(input_coefficients, direct_subsectors.index)


@fact("关联产出", "亿元", equation="（6）", low=0)
def linked_output(
    leontief_inverse: pd.DataFrame,
    correlation_coefficient: pd.Series,
    total_output: pd.Series,
    linkage_form: str,
) -> pd.Series:
    """直接产业拉动的各部门产出 dY_i，印出式（printed）或联立式（joint）。部门，亿元。"""
    forms = {"printed": iomath.linked_output_printed, "joint": iomath.linked_output_joint}
    return forms[linkage_form](leontief_inverse, correlation_coefficient, total_output).rename_axis("io")


@fact("印出式与联立式之差", "%", equation="（6）", low=0)
def linkage_form_difference(
    leontief_inverse: pd.DataFrame,
    correlation_coefficient: pd.Series,
    total_output: pd.Series,
    sector_value_added: pd.Series,
) -> pd.Series:
    """基年渗透产业增加值按印出式比按联立式多计的百分比：虚拟行业间的往返被重复计入的部分。"""
    S, X = correlation_coefficient, total_output
    share = sector_value_added / total_output
    printed = (iomath.linked_output_printed(leontief_inverse, S, X) * share).sum()
    joint = (iomath.linked_output_joint(leontief_inverse, S, X) * share).sum()
    return pd.Series({"national": (printed / joint - 1) * PER_CENT if joint else 0.0})


@fact("部门渗透产业增加值", "亿元", equation="（7）", low=0)
def sector_value_added_indirect(
    linked_output: pd.Series, total_output: pd.Series, sector_value_added: pd.Series
) -> pd.Series:
    """基年各部门的渗透产业增加值 dz_i = lambda_i (X_i - M_i)，lambda_i = dY_i / X_i，亿元。"""
    return linked_output / total_output * sector_value_added


@fact("基年渗透贡献率", "1", equation="（7）", low=0, high=1)
def base_indirect_rate(
    sector_value_added_indirect: pd.Series,
    sector_section: pd.Series,
    rate_denominator_value_added: pd.Series,
) -> pd.Series:
    """门类基年渗透贡献率 r_s = sum_{i in s} dz_i / V_s。"""
    total = sector_value_added_indirect.groupby(
        sector_section[sector_value_added_indirect.index].to_numpy()
    ).sum()
    return total.reindex(rate_denominator_value_added.index) / rate_denominator_value_added
