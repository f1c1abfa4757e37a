"""A calibration plan: what is fitted, to which published values, how closely, from which prior."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal

import pandas as pd
from pydantic import BaseModel, ConfigDict, Field

from reportgen.errors import ParameterError, nearest
from reportgen.facts.address import Address

HUNDRED_MILLION = {"万亿元": 1e4, "亿元": 1.0}


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Target(_Strict):
    """One published value to be met within a tolerance (relative, or in percentage points).

    `parts` names scopes whose published values add up to the target more exactly than its own rounded value.
    """

    metric: str
    scope: str
    year: str = Field(pattern=r"^\d{4}(-\d{4})?$")
    kind: Literal["relative", "points"]
    tolerance: float
    parts: list[str] = []

    @property
    def address(self) -> Address:
        """The address of the published value."""
        return Address(self.metric, self.scope, Address.read_years(self.year))

    def published(self, values: Mapping[Address, float]) -> float:
        """The published value, in 亿元 or per cent.

        Raises:
            ParameterError: the published file has no visible value for it.
        """
        years = self.address.years
        wanted = [Address(self.metric, scope, years) for scope in self.parts] or [self.address]
        missing = [address.english for address in wanted if address not in values]
        if missing:
            raise ParameterError(
                f"校准目标没有印出的数：{'、'.join(missing)}", remedy="删去该目标，或改用有印出数的指标"
            )
        return sum(values[address] for address in wanted)

    def computed(self, tables: Mapping[str, pd.DataFrame]) -> float:
        """The value of the model for the same address.

        Raises:
            ParameterError: the fit does not compute this metric, scope or year.
        """
        self.expect("指标", self.metric, tables)
        table = tables[self.metric]
        self.expect("范围", self.scope, table.index)
        column = self.year if "-" in self.year else int(self.year)
        self.expect("年份", column, table.columns)
        return float(table.loc[self.scope, column])

    def expect(self, what: str, name: str | int, known: Iterable[str | int]) -> None:
        """Refuse a name that the fit does not know; the nearest is proposed."""
        names = [str(one) for one in known]
        if str(name) not in names:
            raise ParameterError(
                f"校准目标 {self.address.english}：拟合中没有{what}“{name}”",
                remedy=nearest(str(name), names) or f"可用：{'、'.join(names)}",
            )

    def residual(self, computed: float, published: float) -> float:
        """Deviation in units of the tolerance."""
        gap = computed / published - 1 if self.kind == "relative" else computed - published
        return gap / self.tolerance


class GrowthAsPaper(_Strict):
    """Sections whose growth of `year` is inferred from the printed growth of `printed_year`."""

    year: int
    printed_year: int
    sections: list[str]


class Correlation(_Strict):
    """The correlation coefficients S_k: one common prior, its weight, and the trials that show the spread."""

    prior: float
    prior_weight: float
    starts: int
    spread_priors: list[float]
    spread_weight: float
    subsectors: list[str]


class Multiplier(_Strict):
    """The annual multipliers: years to be fitted, years that are fixed."""

    calibrated: list[int]
    fixed: dict[int, float]
    prior: float
    prior_weight: float


class Domains(_Strict):
    """The allocation of subsectors to domains: prior matrix and the year whose shares are met."""

    year: int
    prior: dict[str, dict[str, float]]


class Provinces(_Strict):
    """The weights of the activity keys: prior, its weight, targets."""

    prior_weight: float
    prior: dict[str, dict[str, float]]
    targets: list[Target]


class CalibrationPlan(_Strict):
    """The whole plan, from ``content/calibration/YEAR.yaml``."""

    published: str
    writes: str
    growth_as_paper: GrowthAsPaper
    correlation: Correlation
    multiplier: Multiplier
    targets: list[Target]
    domains: Domains
    provinces: Provinces
