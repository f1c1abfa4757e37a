"""How uncertain the numbers of a parameter are: the item ``spread``, narrower than the allowed ``range``.

spread: [2.7, 12.9]                      of a single number, or of every number of a mapping
spread: {"39088": [0.46, 0.51]}          number by number; those left out are held fixed
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from reportgen.data.parameter import Parameter, leaves
from reportgen.errors import ParameterError, nearest

Limits = tuple[float, float]


def read_spread(spread: Any, value: Any) -> dict[tuple, Limits]:
    """Lowest and highest value by the keys of each single number; a pair at the top holds for all of them."""
    if isinstance(spread, list):
        return {keys: tuple(spread) for keys, _ in leaves(value)}
    return {keys: tuple(pair) if isinstance(pair, list) else pair for keys, pair in leaves(spread)}


def spread_errors(parameter: Parameter, place: str) -> list[ParameterError]:
    """What is wrong with the spread: a number that is not there, no pair, the value or the range not kept."""
    numbers = dict(leaves(parameter.value))
    return [
        ParameterError(f"“{parameter.name}”的 spread{_of(keys)} {problem}", place=place, remedy=remedy)
        for keys, pair in parameter.spread.items()
        for problem, remedy in _problems(parameter, keys, pair, numbers)
    ]


def _problems(
    parameter: Parameter, keys: tuple, pair: Any, numbers: Mapping[tuple, Any]
) -> Iterator[tuple[str, str]]:
    if keys not in numbers:
        known = ["、".join(map(str, one)) for one in numbers]
        yield "在 value 中没有对应的数", nearest("、".join(map(str, keys)), known) or "只写 value 中有的项"
    elif not _is_pair(pair):
        yield "不对", "写 [最小值, 最大值]"
    elif isinstance(numbers[keys], str):
        yield "用于文字", "只有数字可写 spread"
    elif not pair[0] <= numbers[keys] <= pair[1]:
        yield f"[{pair[0]:g}, {pair[1]:g}] 不含所用的值 {numbers[keys]:g}", "放宽 spread，或改正该值"
    elif parameter.range and not parameter.range[0] <= pair[0] <= pair[1] <= parameter.range[1]:
        least, most = parameter.range
        yield f"[{pair[0]:g}, {pair[1]:g}] 超出 range [{least:g}, {most:g}]", "spread 应在 range 之内"


def _of(keys: tuple) -> str:
    return f" 中 {'、'.join(map(str, keys))}" if keys else ""


def _is_pair(pair: Any) -> bool:
    if not isinstance(pair, tuple) or len(pair) != 2:
        return False
    return all(isinstance(bound, int | float) and not isinstance(bound, bool) for bound in pair)
