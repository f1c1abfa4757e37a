"""The headlines of many runs at once, from the arrays of the closed form."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import numpy as np
import pandas as pd

from reportgen.errors import AddressError
from reportgen.experiments.closed_nation import Arrays
from reportgen.facts.address import Address
from reportgen.facts.declaration import PER_CENT
from reportgen.facts.ingredient import Ingredient

Levels = dict[tuple[str, str], np.ndarray]
_NATION = "national"


class HeadlineValues:
    """Picks and computes the headlines; shares and growth by the formulas (12).

    Args:
        addresses: of the headlines.
        ingredients: of the edition.
        base: results of all functions on these ingredients, for their labels.
    """

    def __init__(
        self,
        addresses: Sequence[Address],
        ingredients: Mapping[str, Ingredient],
        base: Mapping[str, pd.DataFrame],
    ) -> None:
        self.addresses = addresses
        self.leading = int(ingredients["length_of_short_list"].value)
        self.years = list(base["section_value_added"].columns)
        self.industries = base["industrial_value_added_direct"].index
        self.domains = base["domain_value_added"].index
        self.cells = base["provincial_gdp_share"].index
        self.provinces = self.cells.get_level_values("province").unique()
        self._formulas: dict[str, Callable[[Levels, str, list[int]], np.ndarray]] = {
            "value_added": lambda levels, scope, at: levels["value_added", scope][:, at[0]],
            "employment": lambda levels, scope, at: levels["employment", scope][:, at[0]],
            "gdp_share": lambda levels, scope, at: PER_CENT * _ratio(levels, scope, "gdp", scope, at),
            "share_of_total": lambda levels, scope, at: PER_CENT * _ratio(levels, scope, "value_added", _NATION, at),
            "share_of_direct": lambda levels, scope, at: PER_CENT * _ratio(levels, scope, "value_added", "direct", at),
            "nominal_growth": lambda levels, scope, at: _growth(levels, scope, at[0] - 1, at[0]),
            "cumulative_growth": lambda levels, scope, at: _growth(levels, scope, *at),
            "new_employment": lambda levels, scope, at: _difference(levels, scope, at[0]),
            "leading_three_share_of_employment": lambda levels, scope, at: self._leading(levels, at[0]),
        }  # fmt: skip

    def covers(self) -> bool:
        """True when there is a formula for every headline."""
        return all(address.metric in self._formulas for address in self.addresses)

    def of(self, arrays: Arrays) -> np.ndarray:
        """Runs x headlines."""
        levels = self.levels(arrays)
        columns = [
            self._formulas[one.metric](levels, one.scope, [self.years.index(year) for year in one.years])
            for one in self.addresses
        ]
        return np.stack(columns, axis=1)

    def levels(self, arrays: Arrays) -> Levels:
        """Value added, employment and GDP by metric and scope, runs x years."""
        direct, indirect = (arrays[f"industrial_value_added_{part}"] for part in ("direct", "indirect"))
        parts = {"direct": direct.sum(axis=1), "indirect": indirect.sum(axis=1)}
        people = arrays["provincial_employment_direct"] + arrays["provincial_employment_indirect"]
        levels: Levels = {("value_added", scope): value for scope, value in parts.items()}
        levels["value_added", _NATION] = parts["direct"] + parts["indirect"]
        levels["gdp", _NATION] = arrays["national_gdp"][:, 0]
        for number, industry in enumerate(self.industries):
            levels["value_added", industry] = direct[:, number] + indirect[:, number]
        for number, domain in enumerate(self.domains):
            levels["value_added", domain] = arrays["domain_value_added"][:, number]
        for province in self.provinces:
            rows = self.cells.get_level_values("province") == province
            levels["employment", province] = people[:, rows].sum(axis=1)
        levels["employment", _NATION] = people.sum(axis=1)
        return levels

    def _leading(self, levels: Levels, at: int) -> np.ndarray:
        people = np.stack([levels["employment", province][:, at] for province in self.provinces], axis=1)
        first = np.sort(people, axis=1)[:, -self.leading :].sum(axis=1)
        return PER_CENT * first / levels["employment", _NATION][:, at]


def looked_up(addresses: Sequence[Address], tables: Mapping[str, pd.DataFrame]) -> np.ndarray:
    """The headlines of one run, from the results of the graph.

    Raises:
        AddressError: a headline is not among them.
    """
    return np.array([_cell(address, tables[address.metric]) for address in addresses])


def _cell(address: Address, table: pd.DataFrame) -> float:
    column = address.year_text if len(address.years) > 1 else address.years[0]
    if address.scope not in table.index or column not in table.columns:
        raise AddressError(f"没有这个数：{address.english}", remedy="检查词汇表与版本文件的年份")
    return float(table.loc[address.scope, column])


def _ratio(levels: Levels, scope: str, metric: str, whole: str, at: list[int]) -> np.ndarray:
    return levels["value_added", scope][:, at[0]] / levels[metric, whole][:, at[0]]


def _growth(levels: Levels, scope: str, start: int, end: int) -> np.ndarray:
    value = levels["value_added", scope]
    return PER_CENT * (value[:, end] / value[:, start] - 1)


def _difference(levels: Levels, scope: str, at: int) -> np.ndarray:
    people = levels["employment", scope]
    return people[:, at] - people[:, at - 1]
