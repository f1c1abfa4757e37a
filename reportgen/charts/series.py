"""One quantity over the years of an edition, ready to be drawn."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from reportgen.charts.forecast import expected
from reportgen.charts.format import NumberFormat
from reportgen.facts.reader import Reader, Reading


@dataclass(frozen=True)
class Series:
    """Readings by year; rates without a reading for a year are drawn as —.

    Attributes:
        scope: English name of the scope, which decides the colour.
        name: Chinese name of the scope, which labels the mark.
        measure: Chinese name of the metric, which labels the axis.
        format: how its numbers are printed.
        readings: year to reading.
    """

    scope: str
    name: str
    measure: str
    format: NumberFormat
    readings: Mapping[int, Reading]

    @classmethod
    def yearly(cls, facts: Reader, address: str, number_format: NumberFormat) -> Series:
        """All years of the edition, ``yearly(facts, "增加值.全国", 万亿元)``, the forecast where there is one.

        Raises:
            AddressError: another year is missing.
        """
        return cls._with_forecast(facts, address, number_format, facts.calendar.actual_years)

    @classmethod
    def after_first(cls, facts: Reader, address: str, number_format: NumberFormat) -> Series:
        """All years but the first, for growth on the year before; the forecast where there is one.

        Raises:
            AddressError: another year is missing.
        """
        return cls._with_forecast(facts, address, number_format, facts.calendar.actual_years[1:])

    @classmethod
    def over(cls, facts: Reader, address: str, number_format: NumberFormat, years: tuple[int, ...]) -> Series:
        """Some years, one at least.

        Raises:
            AddressError: a year is missing.
        """
        return cls._of(facts.series(address, years), number_format)

    @classmethod
    def _with_forecast(
        cls, facts: Reader, address: str, number_format: NumberFormat, years: tuple[int, ...]
    ) -> Series:
        ahead = expected(facts, address)
        return cls._of([*facts.series(address, years), *([ahead] if ahead else [])], number_format)

    @classmethod
    def _of(cls, readings: list[Reading], number_format: NumberFormat) -> Series:
        first = readings[0]
        measure = first.reader.facts.vocabulary.metric_name(first.address.metric)
        by_year = {reading.address.years[-1]: reading for reading in readings}
        return cls(first.address.scope, first.name, measure, number_format, by_year)

    @property
    def values(self) -> list[float]:
        """The unrounded values, in the order of the years."""
        return [reading.value for reading in self.readings.values()]

    def digits(self) -> list[str]:
        """The numbers as they will be printed, for measuring; no use is recorded."""
        return [self.format.digits(reading) for reading in self.readings.values()]
