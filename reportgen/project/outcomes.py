"""What the commands hand back to the command line."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

PLACES = "places.csv"  # the file of a build that tells where each number is printed


@dataclass(frozen=True)
class BuildResult:
    """The files of a build, warnings for people, how long it took, and whether the files had to be made."""

    pdf: Path
    html: Path
    workbook: Path
    facts: Path
    places: Path
    warnings: list[str]
    seconds: float
    made: bool


@dataclass(frozen=True)
class CalibrationSummary:
    """What a calibration says and the files it wrote."""

    text: str
    files: list[Path]


@dataclass(frozen=True)
class ReconciliationSummary:
    """What a reconciliation says and the files it wrote: the table and the page."""

    text: str
    files: list[Path]


@dataclass(frozen=True)
class HistorySummary:
    """What the page of published editions says in short, and the file."""

    text: str
    path: Path
