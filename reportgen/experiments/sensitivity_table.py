"""The sensitivity as a table for people and programs: one row for each headline and each setting, unrounded."""

from __future__ import annotations

import csv
import io
import math
from collections.abc import Iterator

from reportgen.experiments.sensitivity import Sensitivity
from reportgen.experiments.sensitivity_words import Words
from reportgen.facts.spreadsheet import safe_cell

COLUMNS = (
    "headline", "headline_name", "unit", "base", "kind", "assumption", "assumption_name", "limits", "used",
    "setting", "value", "change",
)  # fmt: skip
_QUANTILES = ("5%", "50%", "95%")
_DIGITS = 12


def to_csv(found: Sensitivity, words: Words) -> str:
    """Numbers one by one, switches, all together, and what was not moved; the same bytes for the same result."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    for place, address in enumerate(found.addresses):
        base = float(found.base[place])
        head = (address.english, words.headline(address), words.unit(address), _number(base))
        for row in _rows(found, words, place, base):
            writer.writerow([safe_cell(cell) for cell in (*head, *row)])
    for one in found.unset:
        names = (one.parameter.name, words.assumption(one))
        writer.writerow([safe_cell(cell) for cell in ("", "", "", "", "未设范围", *names, "", "", "", "", "")])
    return text.getvalue()


def _rows(found: Sensitivity, words: Words, place: int, base: float) -> Iterator[tuple[str, ...]]:
    for swing in found.swings:
        one = swing.assumption
        english = ".".join(map(str, (one.parameter.name, *one.keys)))
        head = ("逐项", english, words.assumption(one), one.limits.name, _number(one.value))
        for setting, changes in ((one.low, swing.low), (one.high, swing.high)):
            change = float(changes[place])
            yield (*head, _number(setting), _number(base + change), _number(change))
    for turn in found.turns:
        names = "+".join(one.parameter.name for one in turn.choices)
        setting = words.chosen(turn.choices)
        head = ("读法", names, words.switches(turn.choices), "", words.used(turn.choices), setting)
        change = None if turn.change is None else float(turn.change[place])
        yield (*head, *(("", "") if change is None else (_number(base + change), _number(change))))
    for name, value in zip(_QUANTILES, found.sample.quantiles()[:, place], strict=True):
        yield ("同时", "", "全部假定", "", "", name, _number(float(value)), _number(float(value) - base))


def _number(value: float) -> str:
    return "" if math.isnan(value) else f"{value:.{_DIGITS}g}"
