"""Split a change among its players: what each adds on average over all orders in which they can enter.

Shapley, L. S. (1953): A value for n-person games. The players are what differs between two states; a
coalition is the set of players that have already taken their new state, and its values are what comes out
then. The part of a player is the mean, over the orders, of the move that its entry makes. The parts add up to
the whole change, a player that moves nothing has no part, and two players that do the same have equal parts:
no other rule has these properties and is additive as well.

Values are kept as exact fractions, so that the parts add up without a rounding error.
"""

from __future__ import annotations

import math
import random
import statistics
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations

MOST_EXACT = 6  # 64 coalitions
ORDERS = 60
SEED = 20221201

Evaluate = Callable[[frozenset[str]], Mapping[str, float]]


@dataclass(frozen=True)
class Attribution:
    """The change of one value, split.

    Attributes:
        before, after: the value with no player and with all players in their new state.
        parts: what each player adds; they sum to ``after - before`` exactly.
        errors: the standard error of each part, 0 where all orders were taken.
        orders: how many orders were drawn, 0 where all were taken.
    """

    before: Fraction
    after: Fraction
    parts: Mapping[str, Fraction]
    errors: Mapping[str, float]
    orders: int = 0


class Game:
    """The values of every coalition asked for, each computed once."""

    def __init__(self, evaluate: Evaluate) -> None:
        self._evaluate = evaluate
        self._known: dict[frozenset[str], dict[str, Fraction]] = {}

    def __call__(self, coalition: frozenset[str]) -> dict[str, Fraction]:
        """The values of a coalition by name."""
        if coalition not in self._known:
            values = self._evaluate(coalition)
            self._known[coalition] = {name: Fraction(value) for name, value in values.items()}
        return self._known[coalition]

    def move(self, player: str, before: frozenset[str], name: str) -> Fraction:
        """What the entry of a player into a coalition adds to one value."""
        return self(before | {player})[name] - self(before)[name]


def shapley(
    players: Sequence[str], evaluate: Evaluate, orders: int = ORDERS, seed: int = SEED
) -> dict[str, Attribution]:
    """The change of every value from no player to all players, split among the players.

    Up to `MOST_EXACT` players all coalitions are valued; beyond, `orders` random orders are drawn.

    Args:
        players: their names, each once.
        evaluate: the values (finite numbers) by name of a coalition; called once for each coalition.
        orders: how many orders are drawn, two at least.
        seed: of the drawing.
    """
    game = Game(evaluate)
    if len(players) <= MOST_EXACT:
        return {name: _exact(players, game, name) for name in game(frozenset())}
    drawn = list(_draws(players, orders, seed))
    return {name: _sampled(players, game, name, drawn) for name in game(frozenset())}


def _exact(players: Sequence[str], game: Game, name: str) -> Attribution:
    parts = {player: _mean_move(player, players, game, name) for player in players}
    return _checked(game, players, name, parts, dict.fromkeys(players, 0.0), 0)


def _mean_move(player: str, players: Sequence[str], game: Game, name: str) -> Fraction:
    """The mean over all orders: every coalition of the others, weighted by how often it stands before."""
    others = [other for other in players if other != player]
    total = Fraction(0)
    for size in range(len(players)):
        moves = sum(
            (game.move(player, frozenset(before), name) for before in combinations(others, size)), Fraction()
        )
        total += moves / (len(players) * math.comb(len(others), size))
    return total


def _draws(players: Sequence[str], orders: int, seed: int) -> Iterator[list[str]]:
    generator = random.Random(seed)
    for _ in range(orders):
        yield generator.sample(list(players), len(players))


def _sampled(players: Sequence[str], game: Game, name: str, drawn: Sequence[Sequence[str]]) -> Attribution:
    moves: dict[str, list[Fraction]] = {player: [] for player in players}
    for order in drawn:
        for position, player in enumerate(order):
            moves[player].append(game.move(player, frozenset(order[:position]), name))
    parts = {player: sum(found, Fraction()) / len(found) for player, found in moves.items()}
    errors = {
        player: statistics.stdev(map(float, found)) / math.sqrt(len(found)) for player, found in moves.items()
    }
    return _checked(game, players, name, parts, errors, len(drawn))


def _checked(
    game: Game,
    players: Sequence[str],
    name: str,
    parts: dict[str, Fraction],
    errors: dict[str, float],
    orders: int,
) -> Attribution:
    before, after = game(frozenset())[name], game(frozenset(players))[name]
    assert sum(parts.values()) == after - before, f"the parts of {name} do not add up to its change"
    return Attribution(before, after, parts, errors, orders)
