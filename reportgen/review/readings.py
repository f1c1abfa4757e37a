"""How the results change when the method is read otherwise: each switch by itself, and the letter of the text."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

import pandas as pd

from reportgen.data.parameter import Parameter
from reportgen.document.appendix_data import Alternative
from reportgen.errors import EstimationError
from reportgen.facts.graph import FactGraph
from reportgen.facts.ingredient import Ingredient

_WANTED = ("value_added", "employment")
_NATION, _PROVINCE = "national", "province."
_PER_CENT = 100
_PLACES = 2
_SEEN = 0.5 * 10**-_PLACES  # a change that is printed as more than 0.00


@dataclass(frozen=True, slots=True)
class Readings:
    """Runs the method again with other values of its switches.

    Attributes:
        graph: the method.
        ingredients: inputs of the edition, by name.
        scope_name: the Chinese name of a province.
        years: reference and forecast year.
    """

    graph: FactGraph
    ingredients: Mapping[str, Ingredient]
    scope_name: Callable[[str], str]
    years: tuple[int, int]

    def alternatives(
        self, parameters: Mapping[str, Parameter], letter: Mapping[str, Parameter]
    ) -> tuple[Alternative, ...]:
        """One row for each other choice of each switch that changes a result, the rest staying as it is.

        A choice for which the edition has no data (a scoring sheet, say) is left out.

        Args:
            parameters: those of the edition.
            letter: the same parameters as the text of the method has them, for a last row with all of them; may be empty.
        """
        base = self.graph.run(self.ingredients)
        found: list[Alternative | None] = []
        for parameter, choice in _choices(parameters):
            used = parameter.words.get(str(parameter.value), str(parameter.value))
            words = (parameter.label, used, parameter.words.get(choice, choice))
            found.append(self._compared(base, {parameter.name: choice}, words))
        found.append(self._by_nation(base))
        if letter:
            changed = {name: one.value for name, one in letter.items() if one.value != parameters[name].value}
            found.append(self._compared(base, changed, ("全部读法", "本书读法", "原方案字面")))
        return tuple(one for one in found if one is not None)

    def _compared(
        self, base: Mapping[str, object], changed: Mapping[str, object], words: tuple[str, str, str]
    ) -> Alternative | None:
        try:
            kept = {
                name: value for name, value in base.items() if not self.graph.upstream(name) & set(changed)
            }
            other = self.graph.run(self.ingredients, _WANTED, kept | dict(changed))
        except EstimationError:
            return None
        value = _changes(base["value_added"], other["value_added"])
        people = _changes(base["employment"], other["employment"])
        reference, forecast = self.years
        provinces = value[value.index.str.fullmatch(rf"{_PROVINCE}\w+")][reference]
        most = provinces.abs().idxmax()
        numbers = (
            value.loc[_NATION, reference],
            value.loc[_NATION, forecast],
            people.loc[_NATION, reference],
            provinces[most],
        )
        if max(map(abs, numbers)) < _SEEN:
            return None
        texts = [_signed(number) for number in numbers]
        province = f"{self.scope_name(most)}（{texts[-1]}）" if texts[-1] else ""
        return Alternative(*words, *texts[:-1], province)

    def _by_nation(self, base: Mapping[str, object]) -> Alternative | None:
        """National employment by national productivity, which is what the sections add up to before scaling."""
        scale = base["section_employment_scale"]
        assert isinstance(scale, pd.Series)
        change = _signed((1 / scale[self.years[0]] - 1) * _PER_CENT)
        if not change:
            return None
        return Alternative("全国带动就业", "各省之和", "按全国生产率", "", "", change, "")


def _choices(parameters: Mapping[str, Parameter]) -> Iterator[tuple[Parameter, str]]:
    for parameter in parameters.values():
        if isinstance(parameter.value, str):
            yield from ((parameter, choice) for choice in parameter.choices if choice != parameter.value)


def _changes(base: object, other: object) -> pd.DataFrame:
    assert isinstance(base, pd.DataFrame) and isinstance(other, pd.DataFrame)
    return (other.loc[base.index] / base - 1) * _PER_CENT


def _signed(change: float) -> str:
    return f"{change:+.{_PLACES}f}%" if abs(change) >= _SEEN else ""
