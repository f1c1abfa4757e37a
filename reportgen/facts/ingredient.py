"""What the graph of facts starts from: one labelled input with its status and the place of each cell."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pandas as pd

from reportgen.facts.status import Status


def _no_place(*labels: object) -> str:
    return ""


@dataclass(frozen=True)
class Ingredient:
    """One input of the graph.

    Attributes:
        name: the parameter name that functions of the graph use.
        value: labelled pandas object, or a scalar or setting.
        status: same labels with `Status` integers, or one Status for all cells.
        label: Chinese name.
        unit: unit of the value, ``""`` for settings.
        source: publisher, table and vintage, or reference of a parameter.
        place: from the cell's labels to ``file:line 列“…”``.
    """

    name: str
    value: object
    label: str
    status: pd.DataFrame | pd.Series | Status = Status.实际
    unit: str = ""
    source: str = ""
    place: Callable[..., str] = _no_place
