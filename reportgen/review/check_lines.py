"""What was checked, one line each: where, what, and whether it holds; and reminders, which are no failures."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from reportgen.errors import ContentError, ManyErrors
from reportgen.facts.fact import FactTable

if TYPE_CHECKING:
    from reportgen.data.checks import CheckResult


class Identity(Protocol):
    """An identity of the method and how far the estimate misses it."""

    name: str
    residual: float


@dataclass(frozen=True)
class CheckLine:
    """One thing that was checked: where, what, and whether it holds; or a reminder, which always passes."""

    place: str
    text: str
    passed: bool
    reminder: bool = False

    @property
    def shown(self) -> str:
        """``通过  甲.csv：列和为一``."""
        if self.reminder:
            return f"提醒：{self.text}"
        return f"{'通过' if self.passed else '不通过'}  {self.place}：{self.text}"


def measured_lines(results: Iterable[CheckResult]) -> list[CheckLine]:
    """A line for each check of a table, with what it measured."""
    return [CheckLine(result.table, _measured(result), result.passed) for result in results]


def identity_words(identities: Iterable[Identity]) -> tuple[str, ...]:
    """What was checked of an estimate, with the size of each residual."""
    return tuple(f"{one.name}（相对残差 {one.residual:.1e}）" for one in identities)


def reminder_lines(reminders: Iterable[str]) -> list[CheckLine]:
    """A line for each reminder; its text names the place itself."""
    return [CheckLine("", text, passed=True, reminder=True) for text in reminders]


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


def remarks(facts: FactTable) -> list[str]:
    """What the method did that a reader of the build should know: which production function was used."""
    found = {
        fact.address.metric: fact.value
        for fact in facts
        if fact.address.scope == "national" and not fact.address.years
    }
    if not found.get("constant_returns"):
        return []
    return [
        "生产函数用规模报酬不变的形式"
        f"（无约束估计：资本弹性 {found['unrestricted_capital_elasticity']:.3f}，"
        f"劳动弹性 {found['unrestricted_labour_elasticity']:.3f}，不都在 0 与 1 之间时自动改用）"
    ]
