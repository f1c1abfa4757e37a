"""The parameter file that a calibration writes: method, date, targets and residuals, then the coefficients."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Mapping
from pathlib import Path

import pandas as pd

from reportgen.experiments.calibration import Calibration
from reportgen.experiments.fitting import Spread
from reportgen.experiments.plan import CalibrationPlan

_METHOD = (
    "正则化最小二乘：残差以容差为单位，对数发生比向先验收缩；由多个起点出发取误差最小者。"
    "四领域分配为先验矩阵的双比例调整。系数不能逐个识别，各项的 spread 为取值的离散范围："
    "相关系数为其他先验下拟合相近的值，乘子的另一端为生产函数，增速的为年鉴后来的数，分配和权数的为先验。"
)
_HEADS = {  # label, unit, status, range and reference of each parameter that is written
    "calibrated_correlation_coefficient": ("相关系数", "1", "校准", [0, 1], "（1）式；校准，列于附录二"),
    "calibrated_annual_multiplier": ("年度乘子", "1", "校准", [0.5, 2], "（9）式；校准，列于附录二"),
    "section_growth_as_paper": (
        "个别行业的2020年增速",
        "%",
        "推算",
        [-50, 50],
        "（13）式；由下一年的增速反推",
    ),
    "domain_allocation": ("四大领域分配矩阵", "1", "校准", [0, 1], "（10b）式；校准，列于第三节"),
    "activity_key_weights": ("活动指标的权数", "1", "校准", [0, 1], "（10a）式；由各省的已公布数校准"),
}


def parameter_text(result: Calibration, plan: CalibrationPlan, edition: int, date: str) -> str:
    """The YAML text; the same calibration and date give the same text."""
    return "\n".join(
        [
            f"# 本文件由 reportgen calibrate --edition {edition} 生成，改动请改校准方案 content/calibration/{edition}.yaml。",
            "about:",
            f"  date: {date}",
            f"  plan: content/calibration/{edition}.yaml",
            f"  published: content/published/{plan.published}",
            f"  method: {_METHOD}",
            "  targets:   # 印出值、计算值；deviation 为相对误差（relative）或百分点（points）",
            *[_residual(row) for row in result.residuals.to_dict("records")],
            "",
            *_parameters(result),
        ]
    )


def _parameters(result: Calibration) -> list[str]:
    S, mu, growth = result.correlation, result.multiplier, result.growth_as_paper
    weights = {row: values.dropna().to_dict() for row, values in result.weights.iterrows()}
    values = {
        "calibrated_correlation_coefficient": _mapping(S.to_dict()),
        "calibrated_annual_multiplier": _mapping(mu.to_dict()),
        "section_growth_as_paper": _nested(growth.T.to_dict()),
        "domain_allocation": _nested(result.domains.T.to_dict()),
        "activity_key_weights": _nested(weights),
    }
    return [
        line
        for name, lines in values.items()
        for line in (*_item(name, *_HEADS[name]), *_spread(result.spread[name]), "  value:", *lines)
    ]


def _item(name: str, label: str, unit: str, status: str, limits: list[float], reference: str) -> list[str]:
    return [
        f"{name}:",
        f"  label: {label}",
        f'  unit: "{unit}"',
        f"  status: {status}",
        f"  range: {limits}",
        f"  reference: {reference}",
    ]


def _spread(spread: Spread) -> list[str]:
    """The cells that differ at all; none, when nothing does."""
    low, high = spread.low, spread.high
    if isinstance(low, pd.Series):
        pairs = {key: _pair(low[key], high[key]) for key in low.index if low[key] < high[key]}
        lines = [f"    {_key(key)}: {pair}" for key, pair in pairs.items()]
    else:
        wide = low < high
        rows = {row: [column for column in wide if wide.loc[row, column]] for row in wide.index}
        lines = [
            f"    {_key(row)}: "
            f"{{{', '.join(f'{_key(name)}: {_pair(low.loc[row, name], high.loc[row, name])}' for name in names)}}}"
            for row, names in rows.items()
            if names
        ]
    return ["  spread:", *lines] if lines else []


def _pair(low: float, high: float) -> str:
    return f"[{low:.6g}, {high:.6g}]"


def _mapping(values: Mapping[object, float]) -> list[str]:
    return [f"    {_key(key)}: {value:.6g}" for key, value in values.items()] + [""]


def _nested(values: Mapping[object, Mapping[object, float]]) -> list[str]:
    rows = (
        f"    {_key(key)}: {{{', '.join(f'{_key(name)}: {value:.6g}' for name, value in row.items())}}}"
        for key, row in values.items()
    )
    return [*rows, ""]


def _key(key: object) -> str:
    return f'"{key}"' if str(key).isdigit() and isinstance(key, str) else str(key)


def _residual(row: Mapping[str, object]) -> str:
    return (
        f"    - {{address: '{row['address']}', published: {row['published']:.10g}, computed: {row['computed']:.10g}, "
        f"kind: {row['kind']}, deviation: {row['deviation']:.6f}}}"
    )


def dated(text: Callable[[str], str], path: Path, today: datetime.date) -> str:
    """The text with today's date, or with the date of the file when nothing else has changed."""
    if path.is_file():
        old = path.read_text(encoding="utf-8")
        found = re.search(r"^  date: (\S+)$", old, flags=re.MULTILINE)
        if found and text(found[1]) == old:
            return old
    return text(today.isoformat())


def summary_text(result: Calibration) -> str:
    """What a person wants to know of a calibration: every target with its deviation, and the coefficients."""
    lines = ["目标（印出值 → 计算值，偏差）"]
    for row in result.residuals.itertuples():
        deviation = f"{row.deviation:+.2%}" if row.kind == "relative" else f"{row.deviation:+.2f} 个百分点"
        lines.append(f"  {row.address:<46}{row.published:>11.2f} → {row.computed:>10.2f}  {deviation}")
    lines.append("相关系数（其他先验下的范围）")
    for code, value in result.correlation.items():
        spread = result.spread["calibrated_correlation_coefficient"]
        lines.append(f"  {code}  {value:.3f}  [{spread.low[code]:.3f}, {spread.high[code]:.3f}]")
    lines.append(
        "年度乘子  " + "，".join(f"{year} 年 {value:.4f}" for year, value in result.multiplier.items())
    )
    return "\n".join(lines)
