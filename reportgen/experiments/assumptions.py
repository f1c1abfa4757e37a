"""What an edition assumes: every number of its parameters that is uncertain, every switch, and what has no range."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any

from reportgen.data.parameter import Parameter, leaves


class Limits(Enum):
    """Where the lowest and the highest value of an assumption come from."""

    离散范围 = "spread"
    允许范围 = "range"


@dataclass(frozen=True)
class Assumption:
    """One uncertain number.

    Attributes:
        parameter: where it stands.
        keys: of the number within the parameter, ``()`` when the parameter is one number.
        value: as the edition uses it.
        low, high: how far it may go; the value lies between them.
        limits: the spread of the parameter, or for want of one the range that is allowed.
    """

    parameter: Parameter
    keys: tuple
    value: float
    low: float
    high: float
    limits: Limits


@dataclass(frozen=True)
class Choice:
    """Another choice of a switch of the method."""

    parameter: Parameter
    choice: str


@dataclass(frozen=True)
class Unset:
    """A number, or a parameter as a whole (without keys), that has no range and therefore is not moved."""

    parameter: Parameter
    keys: tuple = ()


@dataclass(frozen=True)
class Assumptions:
    """All assumptions of an edition, in the order of its parameter files."""

    numbers: tuple[Assumption, ...]
    choices: tuple[Choice, ...]
    unset: tuple[Unset, ...]


def assumptions_of(parameters: Mapping[str, Parameter]) -> Assumptions:
    """The assumptions among the parameters of an edition.

    A parameter with a spread for some of its numbers only holds the others fixed; one without spread is moved
    in its range. An edition that uses a value outside the spread widens it.
    """
    numbers: list[Assumption] = []
    choices: list[Choice] = []
    unset: list[Unset] = []
    for parameter in parameters.values():
        if isinstance(parameter.value, str):
            others = (choice for choice in parameter.choices if choice != parameter.value)
            choices += [Choice(parameter, choice) for choice in others]
        elif not parameter.spread and not parameter.range:
            unset.append(Unset(parameter))
        elif parameter.unit:
            for keys, value in leaves(parameter.value):
                found = _number(parameter, keys, value)
                (numbers if isinstance(found, Assumption) else unset).append(found)
    return Assumptions(tuple(numbers), tuple(choices), tuple(unset))


def _number(parameter: Parameter, keys: tuple, value: Any) -> Assumption | Unset:
    source = Limits.离散范围 if parameter.spread else Limits.允许范围
    pair = parameter.spread.get(keys) if parameter.spread else parameter.range
    if pair is None:
        return Unset(parameter, keys)
    low, high = min(pair[0], value), max(pair[1], value)
    if low == high:
        return Unset(parameter, keys)
    return Assumption(parameter, keys, float(value), float(low), float(high), source)


def by_parameter(numbers: tuple[Assumption, ...]) -> Iterator[tuple[str, list[int]]]:
    """Names of the parameters, each with the positions of its assumptions."""
    places: dict[str, list[int]] = {}
    for place, number in enumerate(numbers):
        places.setdefault(number.parameter.name, []).append(place)
    yield from places.items()
