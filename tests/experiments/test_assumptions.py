"""Which assumptions there are comes from the parameters."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from reportgen.data.parameter import Parameter
from reportgen.experiments.assumptions import Assumption, Choice, Limits, Unset, assumptions_of
from reportgen.facts.status import Status


def parameter(name: str, value: object, **others: object) -> Parameter:
    return replace(Parameter(name, name, value, "1", Status.校准, "", Path("p.yaml"), {(): 1}), **others)


def test_spread_goes_before_range_and_holds_the_rest_fixed() -> None:
    one = parameter("S", {"甲": 0.3, "乙": 0.4}, range=(0, 1), spread={("甲",): (0.2, 0.5)})
    found = assumptions_of({"S": one})
    assert found.numbers == (Assumption(one, ("甲",), 0.3, 0.2, 0.5, Limits.离散范围),)
    assert found.unset == (Unset(one, ("乙",)),)


def test_without_spread_the_range_is_taken() -> None:
    one = parameter("growth", 7, range=(-20, 40))
    assert assumptions_of({"growth": one}).numbers == (Assumption(one, (), 7, -20, 40, Limits.允许范围),)


def test_an_edition_outside_the_spread_widens_it() -> None:
    one = parameter("growth", 14.0, spread={(): (2.7, 12.9)})
    assert (
        assumptions_of({"growth": one}).numbers[0].low,
        assumptions_of({"growth": one}).numbers[0].high,
    ) == (
        2.7,
        14,
    )


def test_what_has_no_range_is_told_and_a_range_of_nothing_too() -> None:
    plain, fixed = parameter("window", 3), parameter("mu", 1.0, range=(1, 1))
    assert assumptions_of({"window": plain, "mu": fixed}).unset == (Unset(plain), Unset(fixed, ()))


def test_every_other_choice_of_a_switch() -> None:
    switch = parameter("form", "printed", unit="", choices=("printed", "joint", "third"))
    assert assumptions_of({"form": switch}).choices == (Choice(switch, "joint"), Choice(switch, "third"))
