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
class Segment:
    """A kind of products and services of the direct industries, with the domains and sub-sectors it is part of."""

    name: str
    domains: tuple[str, ...]
    subsectors: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Zone:
    """An economic zone and the Chinese names of its provinces."""

    name: str
    provinces: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DataSource:
    """A statistic as its card declares it; ``used_for`` and ``note`` may be empty.

    ``source`` leaves out the publisher of most statistics, which `AppendixData` names once.
    """

    title: str
    source: str
    used_for: str
    note: str


@dataclass(frozen=True, slots=True)
class ParameterLine:
    """A coefficient, assumption or switch in the words of the paper; ``value`` with its unit."""

    label: str
    value: str
    status: str
    reference: str


@dataclass(frozen=True, slots=True)
class Alternative:
    """Another reading of the method, and what the results change by: texts with sign and unit, ``""`` for nothing.

    Attributes:
        label: what is read in two ways.
        used, other: the reading of the paper and the other one.
        reference, forecast: change of national value added in the reference and in the forecast year.
        employment: change of national employment in the reference year.
        province: the province whose value added changes most in the reference year, with the change.
    """

    label: str
    used: str
    other: str
    reference: str
    forecast: str
    employment: str
    province: str


@dataclass(frozen=True, slots=True)
class ReconciledGroup:
    """One group of published figures: rows by verdict, median absolute deviation as text or ``""``."""

    name: str
    verdicts: Mapping[str, int]
    median: str


@dataclass(frozen=True, slots=True)
class Deviation:
    """A published figure and the computed one, both as printed; ``cause`` counts from 1 in the list of causes."""

    label: str
    where: str
    unit: str
    published: str
    computed: str
    deviation: str
    cause: int


@dataclass(frozen=True, slots=True)
class AppendixData:
    """Everything the generated tables say; those of the reconciliation are empty without published figures.

    Attributes:
        years: reference and forecast year, for the heads of tables.
        publisher: who has published the sources that name nobody.
    """

    years: tuple[int, int] = (0, 0)
    indicators: tuple[Indicator, ...] = ()
    subsectors: tuple[Subsector, ...] = ()
    segments: tuple[Segment, ...] = ()
    zones: tuple[Zone, ...] = ()
    sources: tuple[DataSource, ...] = ()
    publisher: str = ""
    parameters: tuple[ParameterLine, ...] = ()
    alternatives: tuple[Alternative, ...] = ()
    groups: tuple[ReconciledGroup, ...] = ()
    deviations: tuple[Deviation, ...] = ()
    causes: tuple[str, ...] = ()
