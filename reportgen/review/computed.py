"""Finds the computed value of a stated figure: the fact at its address, or a stated aggregation of facts."""

from __future__ import annotations

import statistics
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from reportgen.errors import DataError
from reportgen.facts.address import Address
from reportgen.facts.fact import Fact, FactTable
from reportgen.review.published import PublishedRow
from reportgen.review.rounding import convert, convertible

_BOUNDS = ("nominal_growth_lower_bound", "nominal_growth_upper_bound")
_ADDITIVE = ("value_added", "employment", "new_employment")
_EACH = {"national.each_province": "province", "direct.each_domain": "direct"}


@dataclass(frozen=True, slots=True)
class Computed:
    """The computed value of one stated figure.

    Attributes:
        value: unrounded, in the unit of the stated figure; None when there is none.
        fact_unit: the unit in which it was computed.
        note: in Chinese, how it was aggregated or why it is missing; ``""`` for a fact read as it stands.
        off_list: True when the list was computed and the scope is not on it.
    """

    value: Decimal | None
    fact_unit: str = ""
    note: str = ""
    off_list: bool = False


class ComputedValues:
    """Computed values by the address of a stated figure.

    Where no fact stands at the exact address:
    a growth bound is set beside the growth itself; 每个省 and 四大领域各项 beside the least of their members
    (the greatest for an upper bound); 多数省份 beside the median; 七大经济圈 and named groups of provinces
    beside the sum, or its share of the nation. A list position without fact means off the list.
    """

    def __init__(self, facts: FactTable) -> None:
        self._facts = facts
        self._metric_years = {(fact.address.metric, fact.address.years) for fact in facts}
        self._metrics = {metric for metric, _ in self._metric_years}

    @property
    def metrics(self) -> set[str]:
        """The metrics that have a fact."""
        return self._metrics

    def of(self, row: PublishedRow) -> Computed:
        """The computed value of a row, in the row's unit.

        Raises:
            DataError: the units of row and fact cannot be converted, or the fact is no finite number.
        """
        address = Address(row.metric, row.scope, row.years)
        if address in self._facts:
            return self._computed([address], row, lambda values: values[0], "")
        if row.metric in _BOUNDS:
            growth = Address("nominal_growth", row.scope, row.years)
            return self._computed([growth], row, lambda values: values[0], "以名义增速核对")
        if row.metric.startswith("list_") and (row.metric, row.years) in self._metric_years:
            return Computed(None, row.unit, "未入名单", off_list=True)
        return self._aggregated(address, row)

    def _aggregated(self, address: Address, row: PublishedRow) -> Computed:
        if address.scope in _EACH:
            members = self._members(address, _EACH[address.scope])
            extreme, word = (max, "最大") if row.relation == "<=" else (min, "最小")
            return self._computed(members, row, extreme, f"取各项中的{word}值")
        if address.scope == "national.most_provinces":
            median = statistics.median_high if row.relation == "<=" else statistics.median_low
            return self._computed(self._members(address, "province"), row, median, "取各省的中位数")
        if address.scope == "zone.all" and _is_additive(address.metric):
            return self._computed(self._members(address, "zone"), row, sum, "各经济圈之和")
        if address.scope.startswith("provinces."):
            return self._of_group(address, row)
        return self._computed([address], row, lambda values: values[0], "")

    def _of_group(self, address: Address, row: PublishedRow) -> Computed:
        names = address.scope.removeprefix("provinces.").split("_")
        share = address.metric == "share_of_national_employment"
        metric = "employment" if share else address.metric
        members = [Address(metric, f"province.{name}", address.years) for name in names]
        if share:
            nation = Address(metric, "national", address.years)
            return self._computed([*members, nation], row, _share_of_last, "各省之和除以全国", "%")
        if _is_additive(metric):
            return self._computed(members, row, sum, "各省之和")
        return Computed(None)

    def _members(self, address: Address, kind: str) -> list[Address]:
        scopes = self._facts.vocabulary.scopes_of_kind(kind)
        return [Address(address.metric, scope, address.years) for scope in scopes if scope != address.scope]

    def _computed(
        self,
        addresses: list[Address],
        row: PublishedRow,
        aggregate: Callable[[list[Decimal]], Decimal],
        note: str,
        unit: str = "",
    ) -> Computed:
        missing = [address for address in addresses if address not in self._facts]
        if missing:
            first = self._facts.vocabulary.chinese(missing[0])
            return Computed(None, note=f"缺少{first}等" if len(missing) < len(addresses) else "")
        facts = [self._facts.get(address) for address in addresses]
        fact_unit = unit or facts[0].unit
        if not convertible(fact_unit, row.unit):
            raise DataError(
                f"单位“{row.unit}”与测算值的单位“{fact_unit}”不能换算",
                place=row.place,
                remedy=f"核对该行的 metric 和 unit：{facts[0].label}的单位是{fact_unit}",
            )
        values = [convert(_decimal(fact), fact.unit, facts[0].unit) for fact in facts]
        return Computed(convert(Decimal(aggregate(values)), fact_unit, row.unit), fact_unit, note)


def _is_additive(metric: str) -> bool:
    return metric.removesuffix("_direct").removesuffix("_indirect") in _ADDITIVE


def _share_of_last(values: list[Decimal]) -> Decimal:
    *parts, whole = values
    return sum(parts) / whole * 100


def _decimal(fact: Fact) -> Decimal:
    value = Decimal(repr(float(fact.value)))
    if not value.is_finite():
        raise DataError("测算值不是有限的数", place=fact.label, remedy="检查该数的公式与投入")
    return value
