"""附录二 一（二）2：生产函数模型与技术进步的年度乘子。第（8）式。"""

from __future__ import annotations

import numpy as np
import pandas as pd

from reportgen.errors import EstimationError
from reportgen.estimation.iomath import extrapolate
from reportgen.facts.declaration import fact
from reportgen.facts.status import Status


@fact("生产函数序列", "1", low=0)
def production_data(
    production_series: pd.DataFrame, output_series: str, capital_series: str, labour_series: str
) -> pd.DataFrame:
    """产出 Y、资本 K、劳动 L 三个序列，按所选指标从候选序列中取。（Y、K、L）× 年份。"""
    chosen = production_series.loc[[output_series, capital_series, labour_series]]
    return chosen.set_axis(["Y", "K", "L"])


@fact("生产函数", "1")
def production_function(
    production_data: pd.DataFrame, first_year: int, fitting_years: int, production_form: str
) -> pd.Series:
    """对数线性的柯布—道格拉斯生产函数 ln Y = ln A + alpha ln K + beta ln L，基年以前 `fitting_years` 年，gamma = 1。

    `production_form` 为 unrestricted 时先作无约束最小二乘；alpha、beta 有一个不在 (0, 1) 内即改用规模报酬不变的
    人均形式 ln(Y/L) = ln A + alpha ln(K/L)，beta = 1 - alpha；为 constant_returns 时直接用后者。

    Returns:
        capital_elasticity, labour_elasticity, log_technology, capital_standard_error, labour_standard_error,
        r_squared, condition_number, constant_returns（1 表示用了人均形式），
        unrestricted_capital, unrestricted_labour（无约束估计值，供对照）。
    """
    sample = np.log(production_data.loc[:, first_year - fitting_years : first_year - 1].astype(float))
    if sample.shape[1] < fitting_years or sample.isna().any(axis=None):
        raise EstimationError(
            f"生产函数要用基年前 {fitting_years} 年的序列，只有 {sample.dropna(axis='columns').shape[1]} 年",
            remedy="减小 fitting_years，或换用年份齐全的序列",
        )
    free = _least_squares(sample.loc["Y"], sample.loc[["K", "L"]].T)
    elasticities = free.params[["K", "L"]]
    inside = bool(((elasticities > 0) & (elasticities < 1)).all())
    if production_form == "unrestricted" and inside:
        used, labour, labour_error = free, free.params["L"], free.bse["L"]
    else:
        ratio = (sample.loc["K"] - sample.loc["L"]).to_frame("K")
        used = _least_squares(sample.loc["Y"] - sample.loc["L"], ratio)
        labour, labour_error = 1 - used.params["K"], used.bse["K"]
    return pd.Series(
        {
            "capital_elasticity": used.params["K"],
            "labour_elasticity": labour,
            "log_technology": used.params["const"],
            "capital_standard_error": used.bse["K"],
            "labour_standard_error": labour_error,
            "r_squared": used.rsquared,
            "condition_number": used.condition_number,
            "constant_returns": float(used is not free),
            "unrestricted_capital": elasticities["K"],
            "unrestricted_labour": elasticities["L"],
        }
    )


@fact("综合技术进步率", "1", equation="（8）", low=0)
def technical_progress(
    production_data: pd.DataFrame, production_function: pd.Series, first_year: int, reference_year: int
) -> pd.Series:
    """gamma_n = Y_n / (A K_n^alpha L_n^beta)，基年至本年。年份。"""
    data = production_data.loc[:, first_year:reference_year]
    fitted = (
        np.exp(production_function["log_technology"])
        * data.loc["K"] ** production_function["capital_elasticity"]
        * data.loc["L"] ** production_function["labour_elasticity"]
    )
    return data.loc["Y"] / fitted


@fact("预测年综合技术进步率", "1", equation="（13）", low=0, status=Status.预测)
def forecast_technical_progress(
    technical_progress: pd.Series, forecast_rule: str, forecast_window: int, forecast_year: int
) -> pd.Series:
    """预测年的 gamma 由历年值按外推规则推出。1 年。"""
    ahead = extrapolate(technical_progress.to_frame().T, forecast_rule, forecast_window)
    return pd.Series({forecast_year: ahead.iloc[0]})


@fact("生产函数的年度乘子", "1", equation="（8）", low=0)
def fitted_multiplier(technical_progress: pd.Series, forecast_technical_progress: pd.Series) -> pd.DataFrame:
    """mu_n = gamma_n / gamma_n-1。1 × 年份。"""
    gamma = pd.concat([technical_progress, forecast_technical_progress]).to_frame("national").T
    return gamma.div(gamma.shift(1, axis="columns")).iloc[:, 1:]


@fact("资本产出弹性", "1", equation="（8）")
def capital_elasticity(production_function: pd.Series) -> pd.Series:
    """alpha。"""
    return _national(production_function, "capital_elasticity")


@fact("劳动产出弹性", "1", equation="（8）")
def labour_elasticity(production_function: pd.Series) -> pd.Series:
    """beta。"""
    return _national(production_function, "labour_elasticity")


@fact("资本产出弹性标准误", "1", equation="（8）", low=0)
def capital_elasticity_standard_error(production_function: pd.Series) -> pd.Series:
    """alpha 的标准误。"""
    return _national(production_function, "capital_standard_error")


@fact("劳动产出弹性标准误", "1", equation="（8）", low=0)
def labour_elasticity_standard_error(production_function: pd.Series) -> pd.Series:
    """beta 的标准误；规模报酬不变时与 alpha 的相同。"""
    return _national(production_function, "labour_standard_error")


@fact("无约束资本产出弹性", "1", equation="（8）")
def unrestricted_capital_elasticity(production_function: pd.Series) -> pd.Series:
    """无约束最小二乘的 alpha，供对照。"""
    return _national(production_function, "unrestricted_capital")


@fact("无约束劳动产出弹性", "1", equation="（8）")
def unrestricted_labour_elasticity(production_function: pd.Series) -> pd.Series:
    """无约束最小二乘的 beta，供对照。"""
    return _national(production_function, "unrestricted_labour")


@fact("生产函数拟合优度", "1", equation="（8）", low=0, high=1)
def production_r_squared(production_function: pd.Series) -> pd.Series:
    """所用方程的决定系数。"""
    return _national(production_function, "r_squared")


@fact("生产函数条件数", "1", equation="（8）", low=0)
def production_condition_number(production_function: pd.Series) -> pd.Series:
    """所用方程设计矩阵的条件数；越大，弹性越不稳。"""
    return _national(production_function, "condition_number")


@fact("采用规模报酬不变", "1", equation="（8）", low=0, high=1)
def constant_returns(production_function: pd.Series) -> pd.Series:
    """1 表示无约束弹性越出 (0, 1)（或方法设定如此），已改用规模报酬不变的形式；0 表示用无约束估计。"""
    return _national(production_function, "constant_returns")


def _national(estimates: pd.Series, name: str) -> pd.Series:
    return pd.Series({"national": estimates[name]})


def _least_squares(y: pd.Series, x: pd.DataFrame):
    """最小二乘，含常数项。"""
    from statsmodels.regression.linear_model import OLS

    return OLS(y, x.assign(const=1.0)).fit()
