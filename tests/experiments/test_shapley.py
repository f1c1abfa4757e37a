"""The axioms of the split, on random games, and the drawn orders against all orders."""

from __future__ import annotations

import math
from collections.abc import Mapping
from fractions import Fraction
from itertools import combinations, permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.experiments import shapley as module
from reportgen.experiments.shapley import shapley

Values = dict[frozenset[str], float]
NAMES = "甲乙丙丁戊己"
amounts = st.floats(-1e6, 1e6, allow_nan=False)


def coalitions(players: str) -> list[frozenset[str]]:
    return [frozenset(chosen) for size in range(len(players) + 1) for chosen in combinations(players, size)]


@st.composite
def games(draw: st.DrawFn, least: int = 1, most: int = 5) -> tuple[str, Values]:
    """Players and a value for every coalition."""
    players = NAMES[: draw(st.integers(least, most))]
    known = coalitions(players)
    numbers = draw(st.lists(amounts, min_size=len(known), max_size=len(known)))
    return players, dict(zip(known, numbers, strict=True))


def split(players: str, values: Values, **settings: int) -> Mapping[str, Fraction]:
    return shapley(list(players), lambda chosen: {"值": values[chosen]}, **settings)["值"].parts


@given(games())
def test_the_parts_add_up_to_the_change_exactly(game: tuple[str, Values]) -> None:
    players, values = game
    change = Fraction(values[frozenset(players)]) - Fraction(values[frozenset()])
    assert sum(split(players, values).values()) == change


@given(games(least=2, most=4))
def test_each_part_is_the_mean_move_over_all_orders(game: tuple[str, Values]) -> None:
    players, values = game
    orders = list(permutations(players))
    for player, part in split(players, values).items():
        moves = [
            Fraction(values[frozenset(order[: order.index(player) + 1])])
            - Fraction(values[frozenset(order[: order.index(player)])])
            for order in orders
        ]
        assert part == sum(moves) / len(orders)


@given(games(most=4), amounts)
def test_a_player_that_always_moves_the_same_has_that_part(game: tuple[str, Values], own: float) -> None:
    players, values = game
    added = Fraction(own)
    wider: Values = {}
    for chosen in coalitions(players + "己"):
        wider[chosen] = Fraction(values[chosen - {"己"}]) + added * ("己" in chosen)
    found = split(players + "己", wider)
    assert found["己"] == added
    assert {player: found[player] for player in players} == dict(split(players, values))


@given(games(least=2))
def test_players_that_do_the_same_have_equal_parts(game: tuple[str, Values]) -> None:
    players, values = game
    first, second = players[:2]
    swap = {first: second, second: first}

    def alike(chosen: frozenset[str]) -> float:
        other = frozenset(swap.get(player, player) for player in chosen)
        return values[min(chosen, other, key=sorted)]

    found = split(players, {chosen: alike(chosen) for chosen in values})
    assert found[first] == found[second]


@given(games(most=4), st.data())
def test_the_split_of_a_sum_of_games_is_the_sum_of_the_splits(
    game: tuple[str, Values], data: st.DataObject
) -> None:
    players, one = game
    other = {chosen: Fraction(data.draw(amounts)) for chosen in one}
    both = {chosen: Fraction(one[chosen]) + other[chosen] for chosen in one}
    first, second, total = split(players, one), split(players, other), split(players, both)
    assert all(total[player] == first[player] + second[player] for player in players)


def test_a_known_game() -> None:
    """A left glove and two right gloves: a pair is worth 1."""
    values = {chosen: float("甲" in chosen and len(chosen) > 1) for chosen in coalitions("甲乙丙")}
    assert split("甲乙丙", values) == {"甲": Fraction(2, 3), "乙": Fraction(1, 6), "丙": Fraction(1, 6)}


def test_every_coalition_is_valued_once_for_all_values() -> None:
    asked: list[frozenset[str]] = []

    def evaluate(chosen: frozenset[str]) -> dict[str, float]:
        asked.append(chosen)
        return {"一": len(chosen), "二": len(chosen) ** 2}

    found = shapley(list("甲乙丙"), evaluate)
    assert sorted(asked, key=sorted) == sorted(coalitions("甲乙丙"), key=sorted)
    assert found["一"].parts == dict.fromkeys("甲乙丙", 1) and found["二"].parts == dict.fromkeys("甲乙丙", 3)
    assert found["一"].orders == 0 and set(found["一"].errors.values()) == {0.0}


def test_without_players_nothing_has_changed() -> None:
    found = shapley([], lambda chosen: {"值": 4.0})["值"]
    assert (found.before, found.after, found.parts) == (4, 4, {})


def product(chosen: frozenset[str]) -> dict[str, float]:
    """Eight players that multiply, each by its own factor: the order matters."""
    return {"值": 1000 * math.prod(1 + 0.03 * (ord(player) - ord("a") + 1) for player in chosen)}


def test_drawn_orders_meet_all_orders_within_their_error(monkeypatch: pytest.MonkeyPatch) -> None:
    players = list("abcdefgh")
    drawn = shapley(players, product)["值"]
    assert drawn.orders == module.ORDERS
    assert sum(drawn.parts.values()) == drawn.after - drawn.before
    assert drawn == shapley(players, product)["值"] != shapley(players, product, seed=1)["值"]
    monkeypatch.setattr(module, "MOST_EXACT", 8)
    exact = shapley(players, product)["值"]
    assert exact.orders == 0
    misses = [abs(float(drawn.parts[one] - exact.parts[one])) / drawn.errors[one] for one in players]
    assert max(misses) < 3.5 and min(drawn.errors.values()) > 0
    assert sum(miss < 1 for miss in misses) >= 4  # one standard error holds two thirds of the misses


def test_more_orders_bring_a_smaller_error() -> None:
    players = list("abcdefgh")
    few, many = (shapley(players, product, orders=orders)["值"] for orders in (20, 320))
    assert all(many.errors[player] < 0.5 * few.errors[player] for player in players)


def test_parts_that_do_not_add_up_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_mean_move", lambda *_: Fraction(1))
    with pytest.raises(AssertionError, match="do not add up"):
        shapley(list("甲乙"), lambda chosen: {"值": 5.0 * len(chosen)})
