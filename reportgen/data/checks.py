"""The named checks of a card on a tidy table: each measures a residual and says where it is too large."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import product

import pandas as pd

from reportgen.data.card import card_error, card_path
from reportgen.data.labels import allowed, members
from reportgen.data.shape import PEOPLE
from reportgen.data.table import Table
from reportgen.errors import DataError, nearest

_SIGNED = "%"  # the one unit whose values may fall below zero


@dataclass(frozen=True)
class CheckResult:
    """What one check of one table measured.

    Attributes:
        table: the file, from the project's root.
        name: Chinese name of the check.
        residual: the largest deviation, or the number of faults.
        tolerance: how much is allowed.
        unit: unit of both.
        errors: one message for every fault.
    """

    table: str
    name: str
    residual: float
    tolerance: float
    unit: str
    errors: tuple[DataError, ...] = ()

    @property
    def passed(self) -> bool:
        """True when nothing is wrong."""
        return not self.errors


def run_checks(table: Table) -> list[CheckResult]:
    """Every check of the table's card; a check with a list of parameters runs once for each.

    Raises:
        DataError: the card names a check, or a parameter of one, that does not exist.
    """
    results = []
    for name, parameters in table.card.checks.items():
        if name not in CHECKS:
            raise _card_error(
                table, name, f"没有检查“{name}”", nearest(name, CHECKS) or f"可用：{'、'.join(CHECKS)}"
            )
        for one in parameters if isinstance(parameters, list) else [parameters]:
            try:
                results.append(CHECKS[name](table, **(one or {})))
            except (TypeError, KeyError, ValueError, IndexError) as problem:
                raise _card_error(table, name, f"检查“{name}”的参数不对：{one}", "参照其他卡片") from problem
    beyond = impossible(table)
    return results if beyond.passed else [*results, beyond]


def _card_error(table: Table, check: str, problem: str, remedy: str) -> DataError:
    return card_error(card_path(table.path.parent, table.card.vintage), ("checks", check), problem, remedy)


def _result(
    table: Table, name: str, residual: float, tolerance: float, errors: list[DataError]
) -> CheckResult:
    return CheckResult(table.name, name, float(residual), tolerance, table.card.unit_text, tuple(errors))


def _count(table: Table, name: str, errors: list[DataError]) -> CheckResult:
    return CheckResult(table.name, name, len(errors), 0, "处", tuple(errors))


def unique(table: Table) -> CheckResult:
    """No row stands twice (a repeated row already stops the reading of the file)."""
    repeated = table.rows.duplicated(["year", *table.shape.keys])
    errors = [
        DataError("重复的行", place=f"{table.path}:{line}", remedy="删去多余的一行")
        for line in table.rows.index[repeated]
    ]
    return _count(table, "没有重复", errors)


def no_negative(table: Table) -> CheckResult:
    """No value below zero."""
    negative = table.rows.loc[table.rows["value"] < 0, "value"]
    errors = [
        DataError(f"出现负值 {value:g}", place=table.place(line), remedy="核对原表")
        for line, value in negative.items()
    ]
    return _result(table, "没有负值", negative.abs().max() if len(negative) else 0, 0, errors)


def impossible(table: Table) -> CheckResult:
    """No level below zero and no number of people that is zero, whatever the card asks for.

    What the card checks by itself is left to it.
    """
    people = set(table.shape.units) == {PEOPLE}
    signed = _SIGNED in table.shape.units or "no_negative" in table.card.checks
    value = table.rows["value"]
    wrong = value[(value < 0) & (not signed) | (value == 0) & people]
    errors = [
        DataError(f"数值 {number:g} 不可能", place=table.place(line), remedy="核对原表；没有公布的数整行不写")
        for line, number in wrong.items()
    ]
    return _result(table, "数值可能", wrong.abs().max() if len(wrong) else 0, 0, errors)


def in_range(table: Table, least: float, most: float) -> CheckResult:
    """All values between two bounds."""
    value = table.rows["value"]
    beyond = (least - value).clip(lower=0) + (value - most).clip(lower=0)
    errors = [
        DataError(
            f"数值 {value[line]:g} 不在 {least:g} 至 {most:g} 之间",
            place=table.place(line),
            remedy="核对原表和单位",
        )
        for line in beyond[beyond > 0].index
    ]
    return _result(table, "数值范围", beyond.max() if len(beyond) else 0, 0, errors)


def complete(
    table: Table,
    years: list[int],
    only: dict[str, list[str]] | None = None,
    without: dict[str, list[str]] | None = None,
) -> CheckResult:
    """Every label in every year from the first to the last of `years`.

    Args:
        table: the table.
        years: first and last year.
        only: for a column, the labels that must be complete; all of its labels by default.
        without: for a column, labels that need not be there.
    """
    if unknown := ({*(only or {}), *(without or {})} - set(table.shape.keys)):
        raise KeyError(f"no such columns: {sorted(unknown)}")
    first, last = years
    if first > last:
        raise ValueError(f"{first} is after {last}")
    columns: list[Iterable[object]] = [range(first, last + 1)]
    for key in table.shape.keys:
        known = (only or {}).get(key) or allowed(key, table.card.columns[key], table.vocabulary)
        columns.append([label for label in known if label not in (without or {}).get(key, [])])
    present = set(table.rows[["year", *table.shape.keys]].itertuples(index=False, name=None))
    errors = [
        DataError(f"缺少 {'、'.join(map(str, gap))}", place=str(table.path), remedy="补上这一行")
        for gap in product(*columns)
        if gap not in present
    ]
    return _count(table, f"完整（{first}—{last}年）", errors)


def no_gaps(table: Table) -> CheckResult:
    """For every combination of labels, no year missing between its first and its last."""
    errors = []
    keys = list(table.shape.keys)
    groups = table.rows.groupby(keys, sort=False)["year"] if keys else [((), table.rows["year"])]
    for labels, years in groups:
        for year in sorted(set(range(years.min(), years.max() + 1)) - set(years)):
            gap = "、".join([str(year), *labels])
            errors.append(DataError(f"年份不连续，缺少 {gap}", place=str(table.path), remedy="补上这一行"))
    return _count(table, "年份连续", errors)


def sums_to_total(
    table: Table,
    dimension: str,
    tolerance: float,
    parts: list[str] | None = None,
    years: list[int] | None = None,
) -> CheckResult:
    """The parts of a column sum to its total in every year (and for every label of the other columns).

    Args:
        table: the table.
        dimension: the column of the parts.
        tolerance: allowed absolute difference, in the table's unit.
        parts: labels that make up the total; all labels of the column by default.
        years: first and last year; all by default.
    """
    meaning = table.card.columns[dimension]
    if not meaning.total:
        raise ValueError(f"column {dimension} has no total")
    summed = parts or members(dimension, meaning, table.vocabulary)
    rows = table.rows if not years else table.rows[table.rows["year"].between(years[0], years[-1])]
    keys = ["year", *(key for key in table.shape.keys if key != dimension)]
    sums = rows[rows[dimension].isin(summed)].groupby(keys, sort=False)["value"].sum()
    totals = rows[rows[dimension] == meaning.total].reset_index().set_index(keys)
    residual = (sums - totals["value"]).round(6).dropna()
    errors = [
        _sum_error(table, labels, sums[labels], totals.loc[labels], tolerance)
        for labels in residual[residual.abs() > tolerance].index
    ]
    name = f"{len(summed)}项合计等于{meaning.total}"
    return _result(table, name, residual.abs().max() if len(residual) else 0, tolerance, errors)


def _sum_error(table: Table, labels: object, parts: float, total: pd.Series, tolerance: float) -> DataError:
    where = "、".join(str(label) for label in (labels if isinstance(labels, tuple) else (labels,)))
    return DataError(
        f"{where}：分项之和 {parts:.2f} 与合计 {total['value']:.2f} 相差 {parts - total['value']:.2f}，超出容差 {tolerance:g}",
        place=table.place(int(total["line"])),
        remedy="核对原表；容差写在卡片的 checks 中",
    )


CHECKS: dict[str, Callable[..., CheckResult]] = {
    "unique": unique,
    "no_negative": no_negative,
    "range": in_range,
    "complete": complete,
    "no_gaps": no_gaps,
    "sums_to_total": sums_to_total,
}
