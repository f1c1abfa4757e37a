"""整套测算：各模块合成一张图，运行、核对、定状态，得到事实表。"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache

import numpy as np

from reportgen.estimation import (
    correlation,
    direct,
    domains,
    employment,
    growth,
    industries,
    input_output,
    labour,
    levels,
    multipliers,
    production,
    provinces,
    rankings,
    sections,
    shares,
)
from reportgen.estimation.identities import Identity, verify
from reportgen.facts.address import Vocabulary
from reportgen.facts.fact import FactTable
from reportgen.facts.graph import FactGraph
from reportgen.facts.ingredient import Ingredient
from reportgen.facts.inheritance import statuses
from reportgen.facts.tabulate import check_plausible, tabulate

MODULES = (
    correlation,
    sections,
    direct,
    input_output,
    production,
    multipliers,
    industries,
    domains,
    provinces,
    labour,
    employment,
    levels,
    growth,
    shares,
    rankings,
)


@dataclass(frozen=True)
class Estimate:
    """一次测算的全部结果。

    Attributes:
        results: 每个函数的值，包括中间结果。
        facts: 可按地址读取的事实表。
        checks: 已核对的恒等式及其残差。
        firmness: 各函数每一格的状态，供下一次沿用。
    """

    results: dict[str, object]
    facts: FactTable
    checks: list[Identity]
    firmness: dict[str, np.ndarray]


@cache
def method() -> FactGraph:
    """测算方法：全部函数构成的图。"""
    return FactGraph(MODULES)


def estimate(
    ingredients: Mapping[str, Ingredient],
    vocabulary: Vocabulary,
    firmness: Mapping[str, np.ndarray] | None = None,
    known: Mapping[str, object] | None = None,
) -> Estimate:
    """由输入算出全部事实。

    Args:
        ingredients: 输入，按名称。
        vocabulary: 指标和范围的名称。
        firmness: 沿用的状态，须出自同一方法、只有数值不同的输入；不给则重定，约占测算的一半时间。
        known: 沿用的函数值，须与变动了的输入无关；其余重算。

    Raises:
        EstimationError: 缺少输入、方法不适用，或有值超出合理范围。
        IdentityError: 恒等式不成立。
    """
    graph = method()
    results = graph.run(ingredients, overrides=known)
    check_plausible(graph, results)
    checks = verify(results, ingredients["identity_tolerance"].value)
    if firmness is None or any(np.shape(value) != np.shape(firmness.get(name)) for name, value in results.items()):
        firmness = statuses(graph, ingredients, results, list(results), peers_of(vocabulary))
    metrics = {name: value for name, value in results.items() if name in vocabulary.metrics}
    facts = tabulate(graph, metrics, firmness, vocabulary)
    return Estimate(results, facts, checks, dict(firmness))


def peers_of(vocabulary: Vocabulary) -> Callable[[str], list[str]]:
    """名次、名单、个数所比较的同类范围。"""

    def peers(scope: str) -> list[str]:
        kind = {"national.provinces": "province", "national.sectors": "sector"}.get(
            scope, scope.partition(".")[0]
        )
        return vocabulary.scopes_of_kind(kind)

    return peers
