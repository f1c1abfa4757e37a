"""Why headlines changed from one edition to the next: each change split into its causes.

Two views.

*The same year* (`View.同年`): the year is fixed to that of the earlier edition, for instance 2020 in the editions
of 2021 and of 2022. This is revision: what was said of a year and what is said of it now. The new year of data
matters here only through rules that look at it, such as a forecast that has become an estimate.

*One year on* (`View.逐年`): 本年 of one edition against 本年 of the next, 2020 against 2021. The cause 新增年份数据
then carries the move of the economy: with it the calendar moves on and the tables get the cells of the new year,
all else as the earlier edition had it. What revised cells, coefficients and methods add is the change of
measurement. The two mix where a method works on the new year; the mean over all orders shares this out evenly.

Between two editions with the same years both views are the same.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from reportgen.errors import EstimationError, ReportError
from reportgen.estimation.estimate import method
from reportgen.experiments.cause_headlines import HEADLINES, Headline, metrics_of, value_at
from reportgen.experiments.shapley import ORDERS, Attribution, shapley
from reportgen.experiments.swaps import YEARS, Cause, Ingredients, Player, mixed, players_between
from reportgen.facts.address import Address, Calendar, Vocabulary


class View(StrEnum):
    """Which years are compared."""

    同年 = "同一年份"
    逐年 = "本年比本年"


@dataclass(frozen=True)
class Part:
    """One cause and what it adds to the change as printed, in the printed unit; ``error`` as in Attribution."""

    name: str
    cause: Cause
    amount: Fraction
    error: float = 0.0


@dataclass(frozen=True)
class HeadlineCauses:
    """The change of a headline.

    Attributes:
        headline: which.
        old, new: its address in either edition; they differ one year on.
        before, after: as printed, in the printed unit.
        parts: the causes with 舍入 as the last; they sum to ``after - before`` exactly.
        orders: how many orders were drawn, 0 where all were taken.
    """

    headline: Headline
    old: Address
    new: Address
    before: Fraction
    after: Fraction
    parts: tuple[Part, ...]
    orders: int


@dataclass(frozen=True)
class Comparison:
    """Two editions and how they are compared.

    Attributes:
        old, new: the inputs of the earlier and of the later edition.
        vocabulary: of the addresses.
        view: which years.
        each: one part for each input that differs; by default one for each cause, and for each input only
            where all belong to one cause.
        headlines: what is explained.
    """

    old: Ingredients
    new: Ingredients
    vocabulary: Vocabulary
    view: View = View.同年
    each: bool = False
    headlines: tuple[Headline, ...] = HEADLINES

    @property
    def calendars(self) -> tuple[Calendar, Calendar]:
        """The years of both editions."""
        return _calendar(self.old), _calendar(self.new)

    def addresses(self, calendar: Calendar) -> dict[str, Address]:
        """The address of every headline where the calendar is this one; in the same year it is the old one's."""
        used = self.calendars[0] if self.view is View.同年 else calendar
        return {one.text: one.address(self.vocabulary, used) for one in self.headlines}


def causes(comparison: Comparison, orders: int = ORDERS) -> tuple[HeadlineCauses, ...]:
    """Split the change of every headline into its causes.

    Args:
        comparison: what is compared.
        orders: how many orders are drawn where there are more than six players.

    Raises:
        EditionError: the editions cannot be taken apart; EstimationError: a mixture of them cannot be computed.
    """
    wanted = metrics_of(comparison.headlines, comparison.vocabulary, comparison.calendars[0])
    relevant = frozenset().union(*map(method().upstream, wanted))
    players = _players(comparison, relevant)
    by_name = {player.name: player for player in players}

    def evaluate(coalition: frozenset[str]) -> Mapping[str, float]:
        return _evaluated(comparison, [by_name[name] for name in by_name if name in coalition], wanted)

    split = shapley(list(by_name), evaluate, orders)
    before, after = map(comparison.addresses, comparison.calendars)
    return tuple(
        _explained(one, before[one.text], after[one.text], split[one.text], players)
        for one in comparison.headlines
    )


def _players(comparison: Comparison, relevant: frozenset[str]) -> list[Player]:
    of_causes = players_between(comparison.old, comparison.new, relevant, each=False)
    one_cause = len(of_causes) == 1 and of_causes[0].cause is not Cause.新年
    if not comparison.each and not one_cause:
        return of_causes
    return players_between(comparison.old, comparison.new, relevant, each=True)


def _evaluated(comparison: Comparison, entered: list[Player], wanted: list[str]) -> dict[str, float]:
    """The headlines on a mixture of both editions."""
    ingredients = mixed(comparison.old, comparison.new, entered)
    addresses = comparison.addresses(_calendar(ingredients))
    try:
        results = method().run(ingredients, wanted)
    except (ReportError, KeyError, ValueError) as error:  # pandas meets labels that do not go together
        raise _inseparable(entered, error) from error
    return {
        text: value_at(results, address, comparison.vocabulary.chinese(address))
        for text, address in addresses.items()
    }


def _inseparable(entered: list[Player], error: Exception) -> EstimationError:
    new = "、".join(f"“{player.name}”" for player in entered)
    problem = error.problem if isinstance(error, ReportError) else f"{type(error).__name__}：{error}"
    return EstimationError(
        f"只换{new}、其余照旧时算不出来（{problem}），这些原因不能分开" if new else problem,
        remedy="两版的这些输入互相依赖，只能一并更换；先在同一版中分步修改，再逐步比较",
    )


def _explained(
    headline: Headline, old: Address, new: Address, found: Attribution, players: list[Player]
) -> HeadlineCauses:
    """The parts in the printed unit; rounding is what print and unrounded change differ by."""
    before, after = headline.printed(found.before), headline.printed(found.after)
    parts = [
        Part(
            player.name,
            player.cause,
            headline.scaled(found.parts[player.name]),
            found.errors[player.name] / 10**headline.power,
        )
        for player in players
    ]
    parts.append(Part(Cause.舍入, Cause.舍入, after - before - headline.scaled(found.after - found.before)))
    assert sum(part.amount for part in parts) == after - before
    return HeadlineCauses(headline, old, new, before, after, tuple(parts), found.orders)


def _calendar(ingredients: Ingredients) -> Calendar:
    return Calendar(*(ingredients[name].value for name in YEARS))
