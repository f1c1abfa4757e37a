"""What was checked, one line each: where, what, and whether it holds."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from reportgen.data.checks import CheckResult
from reportgen.errors import ContentError, ManyErrors


@dataclass(frozen=True)
class CheckLine:
    """One thing that was checked: where, what, and whether it holds."""

    place: str
    text: str
    passed: bool


def measured_lines(results: Iterable[CheckResult]) -> list[CheckLine]:
    """A line for each check of a table, with what it measured."""
    return [CheckLine(result.table, _measured(result), result.passed) for result in results]


def failure_lines(error: ContentError) -> list[CheckLine]:
    """A line for each error."""
    found = error.errors if isinstance(error, ManyErrors) else (error,)
    return [
        CheckLine(one.place or "正文", one.problem + (f"　怎么办：{one.remedy}" if one.remedy else ""), False)
        for one in found
    ]


def _measured(result: CheckResult) -> str:
    if result.passed:
        return f"{result.name}：偏差 {result.residual:g} {result.unit}，容许 {result.tolerance:g}"
    return "；".join(str(error) for error in result.errors)
