"""附录二 一（二）：年度乘子与历年渗透产业增加值。第（9）式。"""

from __future__ import annotations

import pandas as pd

from reportgen.errors import EstimationError
from reportgen.facts.declaration import fact


@fact("年度乘子", "1", equation="（8）", low=0)
def annual_multiplier(
    fitted_multiplier: pd.DataFrame,
    calibrated_annual_multiplier: pd.Series,
    multiplier_source: str,
    multiplier_overrides: pd.Series | None = None,
) -> pd.DataFrame:
    """技术进步的年度乘子 mu_n：取自生产函数（production_function）或校准值（calibrated），可逐年指定。1 × 年份。

    Args:
        fitted_multiplier: 生产函数的年度乘子，1 × 年份。
        calibrated_annual_multiplier: 年份 → 校准值。
        multiplier_overrides: 年份 → 指定值，优先于前两者；参数文件可不写。

    Raises:
        EstimationError: 有年份没有乘子。
    """
    years = fitted_multiplier.columns
    chosen = fitted_multiplier.loc["national"]
    if multiplier_source == "calibrated":
        chosen = calibrated_annual_multiplier.reindex(years)
    if multiplier_overrides is not None:
        chosen = multiplier_overrides.reindex(years).combine_first(chosen)
    missing = chosen.index[chosen.isna()]
    if len(missing):
        raise EstimationError(
            f"{'、'.join(map(str, missing))} 年没有年度乘子",
            remedy="在 calibrated_annual_multiplier 或 multiplier_overrides 中补上",
        )
    return chosen.to_frame("national").T


@fact("累计乘子", "1", equation="（9）", low=0)
def multiplier_path(annual_multiplier: pd.DataFrame, first_year: int) -> pd.Series:
    """基年为 1 的累计乘子 prod mu_m，m 至当年。年份。"""
    base = pd.Series({first_year: 1.0})
    return pd.concat([base, annual_multiplier.loc["national"]]).cumprod()


@fact("直接贡献率的累计乘子", "1", equation="（3）", low=0)
def direct_multiplier_path(multiplier_path: pd.Series, multiplier_scope: str) -> pd.Series:
    """作用范围为 all 时直接贡献率同乘累计乘子；为 indirect 时保持不变。"""
    return multiplier_path if multiplier_scope == "all" else multiplier_path**0


@fact("渗透贡献率", "1", equation="（9）", low=0, high=1)
def indirect_rate(base_indirect_rate: pd.Series, multiplier_path: pd.Series) -> pd.DataFrame:
    """历年渗透贡献率 r_s,n = r_s,n-1 mu_n。门类 × 年份。"""
    return pd.DataFrame({year: base_indirect_rate * path for year, path in multiplier_path.items()})


@fact("门类渗透产业增加值", "亿元", equation="（9）", low=0)
def sectoral_value_added_indirect(
    indirect_rate: pd.DataFrame, section_value_added: pd.DataFrame
) -> pd.DataFrame:
    """历年渗透产业增加值 r_s,n V_s,n。门类 × 年份，亿元。"""
    return indirect_rate * section_value_added
