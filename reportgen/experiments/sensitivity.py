"""How far each headline moves with each assumption, and how far with all of them together."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from reportgen.data.parameter import Parameter
from reportgen.errors import EstimationError
from reportgen.estimation.estimate import method
from reportgen.experiments.assumptions import Assumption, Assumptions, Choice, Unset, assumptions_of
from reportgen.experiments.headline_values import looked_up
from reportgen.experiments.headlines import headlines
from reportgen.experiments.model import Model
from reportgen.experiments.monte_carlo import Advance, Sample, simulate
from reportgen.experiments.moves import Block, drawn, one_by_one
from reportgen.facts.address import Address, Calendar
from reportgen.facts.ingredient import Ingredient

Progress = Callable[[int, int, str], None]
_PROBES = 3
_NOISE = 1e-10  # of the size of a headline: no more than rounding


@dataclass(frozen=True)
class Swing:
    """The changes of the headlines when one number is at its lowest and at its highest value.

    nan where the method gives no number, as for the shares of nothing.
    """

    assumption: Assumption
    low: np.ndarray
    high: np.ndarray


@dataclass(frozen=True)
class Turn:
    """The changes of the headlines when a switch says something else; None where the edition has no data for it.

    A switch that has no effect as the others stand (the capital series, while the multipliers are calibrated) is
    turned together with the one that gives it an effect, which then comes first.
    """

    choices: tuple[Choice, ...]
    change: np.ndarray | None


@dataclass(frozen=True)
class Sensitivity:
    """Everything that was found.

    Attributes:
        addresses: of the headlines.
        base: their values in the edition.
        swings, turns, unset: of the numbers, of the switches, and what has no range.
        sample: all numbers drawn together; the switches stay as they are.
        closed: whether the draws went through the closed form.
        seed: of the draws.
    """

    addresses: tuple[Address, ...]
    base: np.ndarray
    swings: tuple[Swing, ...]
    turns: tuple[Turn, ...]
    unset: tuple[Unset, ...]
    sample: Sample
    closed: bool
    seed: int


@dataclass(frozen=True)
class Plan:
    """How many draws, from which seed, by how many processes."""

    draws: int
    seed: int
    processes: int


def sensitivity(
    ingredients: Mapping[str, Ingredient],
    parameters: Mapping[str, Parameter],
    calendar: Calendar,
    plan: Plan,
    progress: Progress,
    advance: Advance,
) -> Sensitivity:
    """Move the assumptions of an edition one by one, then all together.

    Args:
        ingredients: inputs of the edition.
        parameters: the parameters among them, with their ranges.
        calendar: its years.
        progress: called with step, number of steps and name.
        advance: called with draws done and draws in all.

    Raises:
        EstimationError: no assumption has a range, or no draw is plausible.
    """
    assumed = assumptions_of(parameters)
    if not assumed.numbers:
        raise EstimationError("没有一项参数设了范围", remedy="在参数文件中写 range 或 spread")
    progress(1, 3, "逐项变动假定")
    probe = drawn(assumed.numbers, ingredients, Block(0, plan.seed, _PROBES))
    model = Model.of(method(), ingredients, headlines(calendar), probe, _PROBES)
    swings = _swings(model, assumed)
    progress(2, 3, "逐项改换读法")
    turns = _turns(model, assumed.choices)
    progress(3, 3, f"同时抽取全部假定 {plan.draws} 次")
    sample = simulate(model, assumed.numbers, plan.draws, plan.seed, plan.processes, advance)
    return Sensitivity(
        model.addresses, model.headlines, swings, turns, assumed.unset, sample, model.closed, plan.seed
    )


def _swings(model: Model, assumed: Assumptions) -> tuple[Swing, ...]:
    moves = one_by_one(assumed.numbers, model.ingredients)
    found = model.outcome(moves, 2 * len(assumed.numbers)).values
    changes = _without_noise(found - model.headlines, model.headlines)
    return tuple(
        Swing(number, changes[2 * place], changes[2 * place + 1])
        for place, number in enumerate(assumed.numbers)
    )


def _turns(model: Model, choices: Sequence[Choice]) -> tuple[Turn, ...]:
    alone = [_turn(model, choice) for choice in choices]
    awake = [turn for turn in alone if turn.change is not None and turn.change.any()]
    together = [
        _awakened(model, turn, awake) for turn in alone if turn.change is None or not turn.change.any()
    ]
    return (*alone, *(turn for turn in together if turn is not None))


def _awakened(model: Model, idle: Turn, awake: Sequence[Turn]) -> Turn | None:
    """The idle switch turned with the first other one under which it makes a difference."""
    name = idle.choices[0].parameter.name
    for other in awake:
        if not _meet(model, other.choices[0].parameter.name, name):
            continue
        both = _turn(model, *other.choices, *idle.choices)
        if both.change is not None and _without_noise(both.change - other.change, model.headlines).any():
            return both
    return None


def _meet(model: Model, switch: str, other: str) -> bool:
    """True when a function that reads the switch depends on the other parameter elsewhere."""
    graph = model.graph
    return any(
        switch in graph.parameters(name)
        and other in graph.upstream(name)
        and other not in graph.parameters(name)
        for name in graph.functions
    )


def _turn(model: Model, *choices: Choice) -> Turn:
    try:
        tables = model.tables({one.parameter.name: one.choice for one in choices})
        change = looked_up(model.addresses, tables) - model.headlines
    except EstimationError:
        return Turn(choices, None)
    if not np.isfinite(change).all():
        return Turn(choices, None)
    return Turn(choices, _without_noise(change, model.headlines))


def _without_noise(change: np.ndarray, base: np.ndarray) -> np.ndarray:
    """Changes that are only rounding are none at all; what cannot be computed stays nan."""
    return np.where(np.abs(change) <= _NOISE * np.maximum(np.abs(base), 1), 0.0, change)
