"""A YAML file of parameters, one mapping each:

    correlation_coefficient:
      label: 相关系数
      unit: "1"
      status: 校准
      range: [0, 1]
      reference: 第（1）式
      value: {"39088": 0.42}

A value is a number, a text (a switch, with its ``choices``: a list, or a mapping to their Chinese words), a
mapping of numbers, a mapping of mappings of numbers, or, with ``unit: ""``, a mapping to names. ``range`` is
what is allowed; ``spread``, written like the value with a pair for each number, is how uncertain it is. The
optional item ``about`` tells how the file came about and is no parameter.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from reportgen.data.parameter import Parameter, Value, leaves, value_errors
from reportgen.data.spread import read_spread, spread_errors
from reportgen.errors import ContentError, ParameterError, nearest
from reportgen.facts.status import Status
from reportgen.project.yaml_file import line_of, plain, read_yaml

ABOUT = "about"
_REQUIRED = ("label", "unit", "status", "reference", "value")
_OPTIONAL = ("range", "choices", "spread")


def read_parameter_file(path: Path) -> tuple[list[Parameter], list[ContentError]]:
    """The sound parameters of a file, and what is wrong with the others, each error with its line."""
    try:
        content = read_yaml(path, ParameterError)
    except ContentError as error:
        return [], [error]
    if not isinstance(content, dict):
        problem = "文件应为“参数名: 各项”的映射"
        return [], [ParameterError(problem, place=f"{path}:1", remedy="参照其他参数文件")]
    found: list[Parameter] = []
    errors: list[ContentError] = []
    for name in content:
        if name == ABOUT:
            continue
        wrong = _item_errors(path, content, name)
        if not wrong:
            parameter = _parameter(path, content, name)
            wrong = value_errors(parameter)
            if not wrong and parameter.spread:
                wrong = spread_errors(parameter, f"{path}:{line_of(content, (name, 'spread'))}")
            found += [] if wrong else [parameter]
        errors += wrong
    return found, errors


def lines_of(content: Any, start: tuple, value: Value) -> dict[tuple, int]:
    """The line of every single value below `start` by its keys; ``()`` is the line of `start`."""
    return {(): line_of(content, start)} | {
        keys: line_of(content, (*start, *keys)) for keys, _ in leaves(value) if keys
    }


def _parameter(path: Path, content: Any, name: str) -> Parameter:
    items = content[name]
    value, choices = plain(items["value"]), plain(items.get("choices", ()))
    return Parameter(
        name,
        str(items["label"]),
        value,
        str(items["unit"]),
        Status[items["status"]],
        str(items["reference"]),
        path,
        lines_of(content, (name, "value"), value),
        tuple(items["range"]) if "range" in items else None,
        tuple(map(str, choices)),
        {str(choice): str(word) for choice, word in choices.items()} if isinstance(choices, dict) else {},
        read_spread(plain(items["spread"]), value) if "spread" in items else {},
    )


def _item_errors(path: Path, content: Any, name: str) -> list[ContentError]:
    items = content[name]

    def error(problem: str, remedy: str, *item: object) -> ParameterError:
        return ParameterError(problem, place=f"{path}:{line_of(content, (name, *item))}", remedy=remedy)

    if not isinstance(name, str):
        return [error(f"参数名“{name}”应为文字", "写英文名")]
    if not isinstance(items, dict):
        return [error(f"参数“{name}”应为映射", f"写 {'、'.join(_REQUIRED)} 各项")]
    known = _REQUIRED + _OPTIONAL
    errors: list[ContentError] = [
        error(f"参数“{name}”缺少 {item}", f"补上 {item}") for item in _REQUIRED if item not in items
    ]
    errors += [
        error(f"参数“{name}”没有“{item}”这一项", nearest(str(item), known) or "删去该项", item)
        for item in items
        if item not in known
    ]
    errors += [
        error(f"参数“{name}”的 {item} 应为文字", "写一段文字", item)
        for item in ("label", "unit", "reference")
        if isinstance(items.get(item), dict | list)
    ]
    status = items.get("status")
    if "status" in items and str(status) not in Status.__members__:
        errors.append(error(f"没有状态“{status}”", f"写 {'、'.join(Status.__members__)} 之一", "status"))
    if "range" in items and not _is_range(items["range"]):
        errors.append(error(f"参数“{name}”的 range 不对", "写 [最小值, 最大值]", "range"))
    return errors


def _is_range(bounds: Any) -> bool:
    if not isinstance(bounds, list) or len(bounds) != 2:
        return False
    return all(isinstance(bound, int | float) for bound in bounds) and bounds[0] <= bounds[1]
