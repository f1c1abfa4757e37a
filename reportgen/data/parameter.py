"""One coefficient, assumption or switch, and what can be wrong with its value."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from reportgen.errors import ParameterError, nearest
from reportgen.facts.status import Status

_YEARS = range(1900, 2101)
_DEEPEST = 2
_COUNTED = ("年", "次")  # units of parameters that count
Value = float | int | str | dict


@dataclass(frozen=True)
class Parameter:
    """One coefficient, assumption or switch.

    Attributes:
        name: English name, the input's name in the method.
        label: Chinese name.
        value: number, text of a switch, mapping or mapping of mappings of numbers, mapping to names.
        unit: unit of the numbers, ``1`` for none, ``""`` for a switch or a mapping to names.
        status: 实际, 校准, 预测 …
        reference: where the value comes from.
        path: the file it stands in.
        lines: line of every value by its keys; ``()`` is where the value begins.
        range: least and greatest value, or None.
        choices: what a switch may say.
        words: the Chinese words of its choices, where the file gives them.
        spread: how uncertain a single number is, by its keys: lowest and highest value that may well be right.
    """

    name: str
    label: str
    value: Value
    unit: str
    status: Status
    reference: str
    path: Path
    lines: dict[tuple, int]
    range: tuple[float, float] | None = None
    choices: tuple[str, ...] = ()
    words: dict[str, str] = field(default_factory=dict)
    spread: dict[tuple, tuple[float, float]] = field(default_factory=dict)

    def place(self, *keys: object) -> str:
        """``…/coefficients.yaml:12`` of the value under these keys; without keys, where the value begins."""
        return f"{self.path}:{self.lines.get(keys, self.lines[()])}"


def leaves(value: Any, keys: tuple = ()) -> Iterator[tuple[tuple, Any]]:
    """The single values of a mapping with their keys; ``()`` and the value itself when it is no mapping."""
    if isinstance(value, dict):
        for key, part in value.items():
            yield from leaves(part, (*keys, key))
    else:
        yield keys, value


def kind(value: Any) -> str:
    """映射, 文字选项 or 数字."""
    if isinstance(value, dict):
        return "映射"
    return "文字选项" if isinstance(value, str) else "数字"


def value_errors(parameter: Parameter) -> list[ParameterError]:
    """What is wrong with a value: no number, outside its range, no choice, a code that is not text."""
    if isinstance(parameter.value, str):
        return _choice_errors(parameter)
    found = list(leaves(parameter.value))
    depths = {len(keys) for keys, _ in found}
    if len(depths) != 1 or max(depths) > _DEEPEST:
        problem = f"“{parameter.name}”的值应为数字、映射，或各项都是映射的映射"
        return [ParameterError(problem, place=parameter.place(), remedy="参照其他参数的形式")]
    wrong = _text_errors if parameter.unit == "" else _number_errors
    return [error for keys, leaf in found for error in wrong(parameter, keys, leaf)]


def _choice_errors(parameter: Parameter) -> list[ParameterError]:
    value, choices = str(parameter.value), parameter.choices
    if value in choices:
        return []
    problem = f"“{parameter.name}”没有选项“{value}”" if choices else f"开关“{parameter.name}”缺少 choices"
    remedy = nearest(value, choices) or f"可用：{'、'.join(choices) or '在 choices 中列出各选项'}"
    return [ParameterError(problem, place=parameter.place(), remedy=remedy)]


def _text_errors(parameter: Parameter, keys: tuple, text: Any) -> list[ParameterError]:
    """A mapping to names (unit ``""``): every value is a text, and one of the choices where there are any."""
    what, place = f"“{parameter.name}”中 {'、'.join(map(str, keys))} 的值", parameter.place(*keys)
    if not isinstance(text, str):
        return [ParameterError(f"{what}“{text}”应为文字", place=place, remedy="写名称；数字须注明 unit")]
    if parameter.choices and text not in parameter.choices:
        remedy = nearest(text, parameter.choices) or f"可用：{'、'.join(parameter.choices)}"
        return [ParameterError(f"{what}“{text}”不在选项之内", place=place, remedy=remedy)]
    return []


def _number_errors(parameter: Parameter, keys: tuple, number: Any) -> list[ParameterError]:
    name, place = parameter.name, parameter.place(*keys)
    what = f"“{name}”中 {'、'.join(map(str, keys))} 的值" if keys else f"“{name}”的值"
    wrong_key = next((key for key in keys if isinstance(key, int) and key not in _YEARS), None)
    if wrong_key is not None:
        problem = f"“{name}”的键 {wrong_key} 应为文本"
        return [ParameterError(problem, place=place, remedy=f'代码加引号，如 "{wrong_key:05d}"')]
    if isinstance(number, bool) or not isinstance(number, int | float):
        problem = f"{what}“{number}”不是数字" if number is not None else f"{what}是空的"
        return [ParameterError(problem, place=place, remedy="只写数字")]
    if parameter.unit in _COUNTED and not (isinstance(number, int) and number > 0):
        return [ParameterError(f"{what} {number:g} 应为正整数", place=place, remedy="写 1、2、3 等")]
    if parameter.range and not parameter.range[0] <= number <= parameter.range[1]:
        least, most = parameter.range
        problem = f"{what} {number:g} 超出范围 [{least:g}, {most:g}]"
        return [ParameterError(problem, place=place, remedy="改正该值；允许的范围写在 range")]
    return []
