"""From tidy rows to labelled tables: one cell for each combination of labels and year, with status and place."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pandas as pd

from reportgen.data.labels import scopes_by_label
from reportgen.data.table import Table
from reportgen.errors import DataError, raise_all
from reportgen.facts.ingredient import Ingredient
from reportgen.facts.status import Status


@dataclass(frozen=True, slots=True)
class Cell:
    """One published value, how firm it is and where it stands."""

    value: float
    status: Status
    place: str


Cells = Mapping[tuple, Cell]


def cells_of(table: Table) -> dict[tuple, Cell]:
    """All cells of a table by (English scope of each label, …, year); the label 合计 stays as it is."""
    scopes = scopes_by_label(table.vocabulary)
    rows = table.rows
    labels = [[scopes.get(label, label) for label in rows[key]] for key in table.shape.keys]
    values = zip(rows["value"], rows["status"], rows.index, strict=True)
    return {
        key: Cell(float(value), Status(status), table.place(line))
        for key, (value, status, line) in zip(zip(*labels, rows["year"], strict=True), values, strict=True)
    }


def require(cells: Cells, rows: Iterable[tuple], years: Iterable[int], table: Table) -> None:
    """Refuse a table without a value that the method cannot do without.

    Raises:
        DataError: one message for every missing value.
    """
    years = list(years)
    name = table.vocabulary.scope_name
    raise_all(
        DataError(
            f"缺少 {year} 年 {'、'.join(map(name, row))} 的数值", place=str(table.path), remedy="补上这一行"
        )
        for row in rows
        for year in years
        if (*row, year) not in cells
    )


def panel(
    name: str,
    label: str,
    cells: Cells,
    rows: Sequence[tuple],
    years: Sequence[int],
    tables: Sequence[Table],
) -> Ingredient:
    """Cells as an input of the method: rows by label, columns by year, nan where nothing is published.

    Args:
        name: English name of the input.
        label: Chinese name.
        cells: values by (labels of the row, year).
        rows: labels of each row; several labels make a MultiIndex.
        years: the columns.
        tables: where the cells come from, for source and unit; those without a row are not named.
    """
    found = [[cells.get((*row, year)) for year in years] for row in rows]
    index = (
        pd.Index([row[0] for row in rows])
        if all(len(row) == 1 for row in rows)
        else pd.MultiIndex.from_tuples(rows, names=[_level(label) for label in rows[0]])
    )
    columns = pd.Index(list(years), dtype="int64")
    used = [table for table in tables if not table.rows.empty]
    value = [[cell.value if cell else np.nan for cell in line] for line in found]
    status = [[cell.status if cell else Status.实际 for cell in line] for line in found]
    return Ingredient(
        name,
        pd.DataFrame(value, index, columns, dtype="float64"),
        label,
        pd.DataFrame(status, index, columns, dtype="int64"),
        "、".join(dict.fromkeys(table.card.unit_text for table in used)),
        "；".join(dict.fromkeys(table.card.source for table in used)),
        places(cells, tables[0].root),
    )


def _level(label: str) -> str:
    """``province`` for ``province.beijing``; labels that are no scopes are keys."""
    return label.partition(".")[0] if "." in label else "key"


def places(cells: Cells, root: Path) -> Callable[..., str]:
    """From the labels of a cell to its place, shown from the project's root; ``""`` for a cell without value."""

    def place(*labels: object) -> str:
        flat = tuple(part for label in labels for part in (label if isinstance(label, tuple) else (label,)))
        cell = cells.get(flat)
        return cell.place.removeprefix(f"{root}/") if cell else ""

    return place
