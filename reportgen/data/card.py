"""The card beside each table: who published it, what its columns mean, which checks it must pass."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict

from reportgen.errors import DataError
from reportgen.project.yaml_file import line_of, read_model, read_yaml

SUFFIX = ".card.yaml"


class Column(BaseModel):
    """What a column means, and for a column of labels which labels it holds.

    Attributes:
        meaning: Chinese meaning of the column.
        total: the label of the whole, for example 全国; ``""`` when the table has no total.
        values: the labels, when they are not a kind of the vocabulary; a mapping gives English
            identifiers with their Chinese meaning.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    meaning: str
    total: str = ""
    values: list[str] | dict[str, str] = []


class Card(BaseModel):
    """The card of one vintage of one statistic, from ``VINTAGE.card.yaml``."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    title: str
    publisher: str
    publication: str
    table: str = ""
    vintage: str
    unit: str | dict[str, str]
    licence: str
    released: str = ""
    retrieved: str = ""
    status_note: str = ""
    use: str = ""
    columns: dict[str, Column]
    checks: dict[str, Any]

    @property
    def source(self) -> str:
        """Publisher, publication and table: ``国家统计局《中国统计年鉴2022》表3-6``."""
        return f"{self.publisher}{self.publication}{self.table}"

    @property
    def unit_text(self) -> str:
        """The unit, or all units of a table whose rows differ."""
        if isinstance(self.unit, str):
            return self.unit
        return "、".join(dict.fromkeys(self.unit.values()))


def card_path(folder: Path, vintage: str) -> Path:
    """Where the card of a vintage stands."""
    return folder / f"{vintage}{SUFFIX}"


def read_card(folder: Path, vintage: str) -> Card:
    """The card of one vintage.

    Raises:
        DataError: no card, an item missing or unknown, or another vintage inside.
    """
    path = card_path(folder, vintage)
    card = read_model(path, Card, DataError)
    if card.vintage != vintage:
        raise card_error(path, ("vintage",), f"vintage 为“{card.vintage}”，与文件名不符", f"改为 {vintage}")
    return card


def card_error(path: Path, keys: tuple[str, ...], problem: str, remedy: str) -> DataError:
    """An error about one item of a card, with its line."""
    return DataError(problem, place=f"{path}:{line_of(read_yaml(path, DataError), keys)}", remedy=remedy)
