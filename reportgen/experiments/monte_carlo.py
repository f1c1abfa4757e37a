"""Draws of all assumptions at once, block by block, by any number of processes with the same result."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from reportgen.errors import EstimationError
from reportgen.experiments.assumptions import Assumption
from reportgen.experiments.model import Model, Outcome
from reportgen.experiments.moves import Block, blocks, drawn

Advance = Callable[[int, int], None]
_LOW, _MIDDLE, _HIGH = 0.05, 0.5, 0.95


@dataclass(frozen=True)
class Sample:
    """The headlines of the plausible draws, and how many draws there were."""

    values: np.ndarray
    draws: int

    @property
    def dropped(self) -> int:
        """Draws left out because something in them lies outside its plausible range."""
        return self.draws - len(self.values)

    def quantiles(self) -> np.ndarray:
        """5 per cent, median and 95 per cent (rows) of each headline (columns)."""
        return np.quantile(self.values, [_LOW, _MIDDLE, _HIGH], axis=0)


class _Workshop(NamedTuple):
    """What a process needs for any block; it is inherited, not sent."""

    model: Model
    numbers: Sequence[Assumption]


def simulate(
    model: Model, numbers: Sequence[Assumption], draws: int, seed: int, processes: int, advance: Advance
) -> Sample:
    """Draw all assumptions `draws` times.

    Args:
        model: the method.
        numbers: the assumptions.
        processes: with one, or where processes cannot be forked, all is done in this one.
        advance: told after each block how many draws of all are done.

    Raises:
        EstimationError: no draw is plausible, or a process broke off.
    """
    found: list[Outcome] = []
    for outcome in _outcomes(_Workshop(model, numbers), blocks(draws, seed), processes):
        found.append(outcome)
        advance(sum(len(one.values) for one in found), draws)
    plausible = np.concatenate([one.plausible for one in found])
    if not plausible.any():
        raise EstimationError(
            f"{draws} 次抽取没有一次落在合理范围之内", remedy="收窄参数文件中的 spread 或 range"
        )
    return Sample(np.concatenate([one.values for one in found])[plausible], draws)


def _outcomes(workshop: _Workshop, todo: Sequence[Block], processes: int) -> Iterator[Outcome]:
    """The outcomes in the order of the blocks."""
    if processes == 1 or len(todo) == 1 or "fork" not in multiprocessing.get_all_start_methods():
        yield from (_outcome(workshop, block) for block in todo)
        return
    global _inherited
    _inherited = workshop
    context = multiprocessing.get_context("fork")
    try:
        with ProcessPoolExecutor(min(processes, len(todo)), context) as pool:
            yield from pool.map(_inherited_outcome, todo)
    except BrokenProcessPool:
        raise EstimationError("抽取的进程中断", remedy="检查内存是否够用，或加 --processes 1") from None
    finally:
        _inherited = None


_inherited: _Workshop | None = None


def _inherited_outcome(block: Block) -> Outcome:
    return _outcome(_inherited, block)


def _outcome(workshop: _Workshop, block: Block) -> Outcome:
    moves = drawn(workshop.numbers, workshop.model.ingredients, block)
    return workshop.model.outcome(moves, block.size)
