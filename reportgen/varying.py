"""The sensitivity of an edition: computed, and written as a table and as a page for reviewers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from reportgen.errors import UsageError
from reportgen.materials import Materials, load
from reportgen.project.files import replace_files
from reportgen.project.folders import Project

if TYPE_CHECKING:
    from reportgen.experiments.sensitivity import Sensitivity
    from reportgen.experiments.sensitivity_words import Words

Progress = Callable[[int, int, str], None]
Advance = Callable[[int, int], None]
SEED = 2022
DRAWS, MOST_DRAWS, MOST_PROCESSES = 2000, 1_000_000, 64


@dataclass(frozen=True)
class Varied:
    """What was found, its words, and the files it was written to: table and page."""

    found: Sensitivity
    words: Words
    table: Path
    page: Path


def vary(
    project: Project,
    year: int,
    draws: int,
    seed: int,
    processes: int,
    progress: Progress,
    advance: Advance,
) -> Varied:
    """Move every assumption of an edition within its range, and write ``sensitivity.csv`` and ``sensitivity.html``.

    Args:
        draws: how often all assumptions are drawn together.
        seed: of the draws.
        processes: how many work on the draws; the result does not depend on it.
        advance: called with draws done and draws in all.

    Raises:
        UsageError: draws, seed or processes are not sensible numbers.
        ContentError: something people supplied is wrong; nothing has been written.
    """
    _require("--draws", draws, 1, MOST_DRAWS)
    _require("--seed", seed, 0, 2**63 - 1)
    _require("--processes", processes, 1, MOST_PROCESSES)
    from reportgen.data.ingredients import edition_parameters
    from reportgen.experiments.sensitivity import Plan, sensitivity
    from reportgen.experiments.sensitivity_table import to_csv
    from reportgen.render.review_page import review_page
    from reportgen.varying_page import page_values

    materials = load(project, year)
    parameters = edition_parameters(project, materials.edition)
    plan = Plan(draws, seed, processes)
    found = sensitivity(materials.ingredients, parameters, materials.calendar, plan, progress, advance)
    words = _words(project, materials)
    values = page_values(found, words, year, project.templates / "fonts")
    page = review_page(project.templates, "sensitivity", **values)
    folder = project.build(year)
    paths = folder / "sensitivity.csv", folder / "sensitivity.html"
    replace_files(dict(zip(paths, (to_csv(found, words).encode(), page.encode()), strict=True)))
    return Varied(found, words, *paths)


def _words(project: Project, materials: Materials) -> Words:
    """Beside the vocabulary, the names of the subsectors and the labels that the cards of the data explain."""
    from reportgen.data.sources import edition_cards
    from reportgen.experiments.sensitivity_words import Words

    columns = [
        column for card in edition_cards(project, materials.edition) for column in card.columns.values()
    ]
    explained = [column.values for column in columns if isinstance(column.values, dict)]
    names = {label: text for values in explained for label, text in values.items()}
    subsectors = materials.ingredients["direct_subsectors"].value
    return Words(materials.vocabulary, names | dict(subsectors))


def _require(option: str, number: int, least: int, most: int) -> None:
    if not least <= number <= most:
        raise UsageError(
            f"{option} 应为 {least} 至 {most} 的整数，现为 {number}", remedy=f"如 {option} {max(least, 1)}"
        )
