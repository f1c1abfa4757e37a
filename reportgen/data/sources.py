"""All tables of one edition: the vintages it names, read, checked and cut off at its reference year."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from reportgen.data import balance, checks
from reportgen.data.card import SUFFIX, Card, read_card
from reportgen.data.checks import CheckResult
from reportgen.data.classification import read_classification
from reportgen.data.input_output import InputOutputTable, read_input_output
from reportgen.data.shape import CLASSIFICATION, INPUT_OUTPUT, SHAPES, STATISTICS
from reportgen.data.table import Table, read_table
from reportgen.errors import ContentError, EditionError, nearest, raise_all
from reportgen.facts.address import Vocabulary
from reportgen.project.edition import Edition
from reportgen.project.folders import Project
from reportgen.project.yaml_file import line_of, read_yaml

REQUIRED = (
    INPUT_OUTPUT,
    CLASSIFICATION,
    "section_value_added",
    "group_value_added",
    "section_first_release",
    "section_real_growth",
    "gdp_index",
    "national_employment",
    "capital_formation",
    "fixed_asset_investment",
    "penn_world_table",
    "province_gdp",
    "province_employment",
    "province_employment_by_industry",
    "province_activity_keys",
)


@dataclass(frozen=True)
class Sources:
    """What the tables of an edition hold.

    Attributes:
        tables: tidy tables by statistic, without the years after the reference year.
        input_output: the input-output table in 亿元.
        sections: section scope by division of the classification.
        vocabulary: names of sections, industries and provinces.
        edition: the edition.
        root: the project's folder.
        results: what every check measured.
    """

    tables: dict[str, Table]
    input_output: InputOutputTable
    sections: pd.Series
    vocabulary: Vocabulary
    edition: Edition
    root: Path
    results: list[CheckResult]


def read_sources(project: Project, edition: Edition) -> Sources:
    """Read and check every table the edition names.

    The results of failed checks are in `results` and are not raised here.

    Raises:
        EditionError: an unknown statistic or vintage, or a needed statistic that the edition does not name.
        DataError: a file cannot be read; the errors of all files are reported together.
    """
    _check_names(project, edition)
    vocabulary = Vocabulary.read(project.names)
    errors: list[ContentError] = []
    read: dict[str, object] = {}
    results: list[CheckResult] = []
    for statistic, vintage in edition.data.items():
        try:
            read[statistic], measured = _read(project, statistic, vintage, vocabulary)
            results += measured
        except ContentError as error:
            errors += getattr(error, "errors", (error,))
    raise_all(errors)
    table, sections = read.pop(INPUT_OUTPUT), read.pop(CLASSIFICATION)
    known = {statistic: found.until(edition.reference_year) for statistic, found in read.items()}
    return Sources(known, table.in_yi(), sections, vocabulary, edition, project.root, results)


def _read(
    project: Project, statistic: str, vintage: str, vocabulary: Vocabulary
) -> tuple[Table | InputOutputTable | pd.Series, list[CheckResult]]:
    folder = project.data / statistic
    if statistic == CLASSIFICATION:
        return read_classification(folder, vintage, vocabulary), []
    if statistic == INPUT_OUTPUT:
        flows = read_input_output(folder, vintage, project.root)
        return flows, balance.run_checks(flows, folder)
    table = read_table(folder, vintage, SHAPES[statistic], vocabulary, project.root)
    return table, checks.run_checks(table)


def edition_cards(project: Project, edition: Edition) -> list[Card]:
    """The cards of the tables that an edition names, in its order."""
    return [read_card(project.data / statistic, vintage) for statistic, vintage in edition.data.items()]


def edition_file(project: Project, edition: Edition) -> Path:
    """The file an edition was read from."""
    return project.content / "editions" / f"{edition.edition}.yaml"


def _check_names(project: Project, edition: Edition) -> None:
    path = edition_file(project, edition)
    content = read_yaml(path, EditionError)
    errors = []
    for statistic, vintage in edition.data.items():
        place = f"{path}:{line_of(content, ('data', statistic))}"
        if statistic not in STATISTICS:
            remedy = nearest(statistic, STATISTICS) or f"可用：{'、'.join(STATISTICS)}"
            errors.append(EditionError(f"没有统计“{statistic}”", place=place, remedy=remedy))
        elif vintage not in (known := vintages(project.data / statistic)):
            remedy = nearest(vintage, known) or f"现有版本：{'、'.join(known) or '无'}"
            errors.append(EditionError(f"统计“{statistic}”没有版本“{vintage}”", place=place, remedy=remedy))
    missing = [statistic for statistic in REQUIRED if statistic not in edition.data]
    if missing:
        place = f"{path}:{line_of(content, ('data',))}"
        errors.append(EditionError(f"data 缺少 {'、'.join(missing)}", place=place, remedy="写明所用的版本"))
    raise_all(errors)


def vintages(folder: Path) -> list[str]:
    """The vintages of a statistic that have a card."""
    return sorted(path.name.removesuffix(SUFFIX) for path in folder.glob(f"*{SUFFIX}"))
