"""The value and the status of a parameter in the words of the paper."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from reportgen.data.parameter import Parameter, leaves
from reportgen.document.appendix_data import ParameterLine
from reportgen.facts.status import Status
from reportgen.review.rounding import round_half_up

_CHOSEN = "选定"
_FEW = 3  # items of a mapping that are printed one by one; the paper has a table for longer ones
_DECIMALS = {"%": 2}
_RATIO_DECIMALS = 4
# Tiny numbers in parts of these, the nearest one that leaves a tenth or more.
_PARTS = {"亿": Decimal("1e8"), "万亿": Decimal("1e12")}
_TINY = Decimal("1e-4")


def parameter_line(parameter: Parameter, names: Mapping[str, str]) -> ParameterLine:
    """A parameter as a row of the appendix.

    A switch, threshold or window is a setting: it has no status of its own but was chosen.

    Args:
        parameter: a coefficient, assumption or switch.
        names: Chinese words of the English labels that mappings use; others are printed as they are.
    """
    settled = parameter.status is Status.实际 and not isinstance(parameter.value, dict)
    return ParameterLine(
        parameter.label,
        value_words(parameter, names),
        _CHOSEN if settled else parameter.status.name,
        parameter.reference,
    )


def value_words(parameter: Parameter, names: Mapping[str, str]) -> str:
    """The value with its unit: a switch by its words, a short mapping item by item, a long one by its length."""
    value = parameter.value
    if isinstance(value, str):
        return parameter.words.get(value, value)
    if not isinstance(value, dict):
        return _number(value) + _unit(parameter)
    if len(value) > _FEW or any(isinstance(leaf, str) for _, leaf in leaves(value)):
        return f"共{len(value)}项"
    return "；".join(_item(parameter, key, part, names) for key, part in value.items())


def _item(parameter: Parameter, key: object, part: object, names: Mapping[str, str]) -> str:
    name = _name(key, names)
    if not isinstance(part, dict):
        return name + _single(parameter, part)
    return f"{name}：" + "、".join(
        _name(inner, names) + _single(parameter, leaf) for inner, leaf in part.items()
    )


def _name(key: object, names: Mapping[str, str]) -> str:
    return f"{key}年" if isinstance(key, int) else names.get(str(key), str(key))


def _single(parameter: Parameter, number: object) -> str:
    decimals = _DECIMALS.get(parameter.unit, _RATIO_DECIMALS)
    return f"{round_half_up(Decimal(repr(number)), decimals):f}{_unit(parameter)}"


def _unit(parameter: Parameter) -> str:
    return "" if parameter.unit == "1" else parameter.unit


def _number(number: float) -> str:
    """``1000``, ``7``, ``3.5``; ``亿分之0.1`` for 1e-9."""
    exact = Decimal(repr(number))
    if not 0 < abs(exact) < _TINY:
        return f"{exact.normalize():f}"
    part = next((part for part, size in _PARTS.items() if abs(exact * size) >= Decimal("0.1")), "万亿")
    return f"{part}分之{(exact * _PARTS[part]).normalize():f}"
