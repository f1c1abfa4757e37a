"""What the page of the sensitivity shows: charts, intervals and rows, in words."""

from __future__ import annotations

import math
from pathlib import Path
from typing import Any

import numpy as np

from reportgen.charts.distribution import Mark, distribution
from reportgen.charts.tornado import End, TornadoRow, largest, tornado
from reportgen.experiments.sensitivity import Sensitivity, Swing, Turn
from reportgen.experiments.sensitivity_words import Words, rounded
from reportgen.facts.address import Address

_MOST = 12
_VARIANTS = ("wide", "narrow")
_PER_CENT = 100


def page_values(found: Sensitivity, words: Words, year: int, fonts: Path) -> dict[str, Any]:
    """The values that ``templates/review/sensitivity.html`` needs.

    Args:
        found: the result.
        words: names of everything in it.
        year: the edition.
        fonts: the TrueType files of the charts.
    """
    sample = found.sample
    return {
        "year": year,
        "draws": sample.draws,
        "seed": found.seed,
        "dropped": sample.dropped,
        "dropped_share": f"{rounded(sample.dropped / sample.draws * _PER_CENT, 2)}%",
        "closed": found.closed,
        "moved": len(found.swings),
        "most": _MOST,
        "switches": len({turn.choices[0].parameter.name for turn in found.turns if len(turn.choices) == 1}),
        "unset": [words.assumption(one) for one in found.unset],
        "without_spread": sorted({
            swing.assumption.parameter.label for swing in found.swings
            if swing.assumption.limits.name == "允许范围"
        }),
        "headlines": [
            _headline(found, words, place, address, fonts) for place, address in enumerate(found.addresses)
        ],
    }  # fmt: skip


def tornado_rows(found: Sensitivity, words: Words, place: int) -> list[TornadoRow]:
    """The assumptions that move one headline most, the largest first."""
    address = found.addresses[place]
    rows = [_number_row(swing, words, address, place) for swing in found.swings]
    rows += [
        TornadoRow(
            words.switches(turn.choices),
            other=_end(words, address, turn.change[place], words.chosen(turn.choices)),
        )
        for turn in found.turns
        if turn.change is not None
    ]
    return largest(rows, _MOST)


def interval_of(found: Sensitivity, words: Words, place: int) -> tuple[str, str, str]:
    """5 per cent, median and 95 per cent of a headline, with its unit."""
    low, middle, high = found.sample.quantiles()[:, place]
    address = found.addresses[place]
    return words.value(address, low), words.value(address, middle), words.value(address, high)


def _number_row(swing: Swing, words: Words, address: Address, place: int) -> TornadoRow:
    one = swing.assumption
    low, high = (words.setting(one.parameter, end) for end in (one.low, one.high))
    return TornadoRow(
        words.assumption(one),
        _end(words, address, swing.low[place], low),
        _end(words, address, swing.high[place], high),
    )


def _end(words: Words, address: Address, change: float, setting: str) -> End | None:
    """None where the change cannot be computed; the table tells it."""
    return (
        None
        if math.isnan(change)
        else End(float(change), setting, words.change(address, float(change)))
    )


def _headline(found: Sensitivity, words: Words, place: int, address: Address, fonts: Path) -> dict[str, Any]:
    base = float(found.base[place])
    used = f"所用值 {words.value(address, base)}"
    top = tornado_rows(found, words, place)
    low, middle, high = (float(value) for value in found.sample.quantiles()[:, place])
    texts = interval_of(found, words, place)
    marks = tuple(
        Mark(value, f"{name} {text}")
        for value, name, text in zip((low, middle, high), ("5%", "中位数", "95%"), texts, strict=True)
    )
    values = found.sample.values[:, place]
    return {
        "id": f"headline-{place + 1}",
        "name": words.headline(address),
        "base": words.value(address, base),
        "unit": words.unit(address),
        "interval": texts,
        "outside": not low <= base <= high,
        "largest": top[0].name if top else "",
        "moving": len(top),
        "tornado": {variant: tornado(top, used, fonts, variant) for variant in _VARIANTS} if top else {},
        "distribution": {
            variant: distribution(values, marks, Mark(base, used), fonts, variant) for variant in _VARIANTS
        },
        "swings": [_swing_cells(swing, words, address, place) for swing in _by_size(found.swings, place)],
        "turns": [_turn_cells(turn, words, address, place) for turn in found.turns],
    }


def _by_size(swings: tuple[Swing, ...], place: int) -> list[Swing]:
    """The largest first; those that change nothing keep their order at the end."""
    return sorted(
        swings, key=lambda swing: -max(map(abs, np.nan_to_num([swing.low[place], swing.high[place]])))
    )


def _swing_cells(swing: Swing, words: Words, address: Address, place: int) -> dict[str, str]:
    one = swing.assumption
    low, high = (words.setting(one.parameter, end) for end in (one.low, one.high))
    return {
        "name": words.assumption(one),
        "used": words.setting(one.parameter, one.value),
        "limits": one.limits.name,
        "low": low,
        "high": high,
        "at_low": words.change(address, float(swing.low[place]), with_unit=True),
        "at_high": words.change(address, float(swing.high[place]), with_unit=True),
    }


def _turn_cells(turn: Turn, words: Words, address: Address, place: int) -> dict[str, str]:
    change = "没有资料"
    if turn.change is not None:
        change = words.change(address, float(turn.change[place]), with_unit=True)
    return {
        "name": words.switches(turn.choices),
        "used": words.used(turn.choices),
        "choice": words.chosen(turn.choices),
        "change": change,
    }
