"""Figures drawn before: each is used again while its file and the facts of the metrics it read are the same."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from reportgen.charts.figure import Drawing
from reportgen.document.keeper import Keeper, key_of_texts
from reportgen.facts.fact import Fact, FactTable
from reportgen.facts.reader import Use

_KIND, _READ = "drawing", "drawing-read"


@dataclass(frozen=True)
class Drawn:
    """One figure in every variant, by the name of the variant, and the uses of facts in it."""

    variants: dict[str, Drawing]
    uses: tuple[Use, ...]


class KeptDrawings:
    """The drawings of one edition.

    What a figure reads is known only when it has been drawn. So the metrics that it read are kept under a
    key made from its file, and the drawing under one made from the file and all facts of those metrics.

    Args:
        keeper: where they are kept.
        surroundings: key of everything else that can change a drawing: program, fonts, names, years.
        folder: the figure files.
        facts: the facts of the edition.
    """

    def __init__(self, keeper: Keeper, surroundings: str, folder: Path, facts: FactTable) -> None:
        self._keeper, self._surroundings, self._folder, self._facts = keeper, surroundings, folder, facts
        self._metric_keys: dict[str, str] = {}

    def find(self, name: str) -> Drawn | None:
        """The figure, when it has been drawn with the same file and facts."""
        own = self._own_key(name)
        metrics = self._keeper.find(_READ, own) if own else None
        return None if metrics is None else self._keeper.find(_KIND, self._key(own, metrics))

    def keep(self, name: str, drawn: Drawn) -> None:
        """Keep a figure that has been drawn."""
        own, metrics = self._own_key(name), tuple(sorted({use.address.metric for use in drawn.uses}))
        self._keeper.keep(_READ, own, metrics)
        self._keeper.keep(_KIND, self._key(own, metrics), drawn)

    def _own_key(self, name: str) -> str:
        path = self._folder / f"{name}.py"
        return key_of_texts([self._surroundings, name, path.read_bytes().hex()]) if path.is_file() else ""

    def _key(self, own: str, metrics: Iterable[str]) -> str:
        return key_of_texts([own, *map(self._metric_key, metrics)])

    def _metric_key(self, metric: str) -> str:
        """A key that differs when any fact of a metric does; made once."""
        if metric not in self._metric_keys:
            self._metric_keys[metric] = key_of_texts(map(repr, self._by_metric.get(metric, ())))
        return self._metric_keys[metric]

    @cached_property
    def _by_metric(self) -> dict[str, list[Fact]]:
        found: dict[str, list[Fact]] = {}
        for fact in self._facts:
            found.setdefault(fact.address.metric, []).append(fact)
        return found


def through(
    kept: KeptDrawings, names: Iterable[str], draw: Callable[[list[str]], dict[str, Drawn]]
) -> dict[str, Drawn]:
    """The named figures, those drawn before as they are kept, the others drawn now and kept."""
    names = list(names)
    found = {name: kept.find(name) for name in names}
    drawn = draw([name for name in names if found[name] is None])
    for name, one in drawn.items():
        kept.keep(name, one)
    return {name: found[name] or drawn[name] for name in names}
