"""What the generated appendix tables are made from: plain words and numbers, handed in with the edition."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Indicator:
    """A metric of the vocabulary: English and Chinese name, unit and definition."""

    metric: str
    name: str
    unit: str
    definition: str


@dataclass(frozen=True, slots=True)
class Subsector:
    """A direct sub-sector of the input-output table, its section, and its shares by domain in per cent."""

    code: str
    name: str
    section: str
    shares: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Zone:
    """An economic zone and the Chinese names of its provinces."""

    name: str
    provinces: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DataSource:
    """A statistic as its card declares it; ``used_for`` may be empty."""

    title: str
    source: str
    released: str
    unit: str
    used_for: str


@dataclass(frozen=True, slots=True)
class ParameterLine:
    """A coefficient, assumption or switch; ``value`` is ``""`` when it has more than one."""

    label: str
    value: str
    unit: str
    status: str
    reference: str


@dataclass(frozen=True, slots=True)
class ReconciledGroup:
    """One group of published figures: rows by verdict, median absolute deviation as text or ``""``."""

    name: str
    verdicts: Mapping[str, int]
    median: str


@dataclass(frozen=True, slots=True)
class Deviation:
    """A published figure and the computed one, both as printed."""

    label: str
    where: str
    published: str
    computed: str
    deviation: str
    reason: str


@dataclass(frozen=True, slots=True)
class AppendixData:
    """Everything the generated tables say; the two of the reconciliation are empty without published figures."""

    indicators: tuple[Indicator, ...] = ()
    subsectors: tuple[Subsector, ...] = ()
    zones: tuple[Zone, ...] = ()
    sources: tuple[DataSource, ...] = ()
    parameters: tuple[ParameterLine, ...] = ()
    groups: tuple[ReconciledGroup, ...] = ()
    deviations: tuple[Deviation, ...] = ()
