"""A line of arithmetic gives the number back, has few operands, and is never handed out wrong."""

from __future__ import annotations

import pandas as pd
import pytest

from reportgen.facts.expression import LEAF, Term
from reportgen.facts.formula import Chain, Formula, computed, digits_of, formula_of
from reportgen.facts.symbolic import symbolic
from reportgen.facts.trace_step import number


def leaf(name: str, value: float) -> Term:
    return Term(value, LEAF, (name, ()))


def formula(term: object) -> Formula | None:
    return formula_of(term, number, lambda name, _: name, lambda name, _: name)


A, B, C, D = (leaf(name, value) for name, value in (("甲", 6.0), ("乙", 4.0), ("丙", 2.0), ("丁", -0.5)))


@pytest.mark.parametrize(
    ("term", "words", "numbers"),
    [
        (A + B + C, "甲 + 乙 + 丙", "6 + 4 + 2"),
        (A - (B - C), "甲 − 乙 + 丙", "6 − 4 + 2"),
        (A / (B / C), "甲 ÷ 乙 × 丙", "6 ÷ 4 × 2"),
        (A * (B + C), "甲 × (乙 + 丙)", "6 × (4 + 2)"),
        ((A / B - 1) * 100, "(甲 ÷ 乙 − 1) × 100", "(6 ÷ 4 − 1) × 100"),
        ((A / B) ** 0.25, "(甲 ÷ 乙)^0.25", "(6 ÷ 4)^0.25"),
        (A * D, "甲 × 丁", "6 × (−0.5)"),
        (1 / A, "1 ÷ 甲", "1 ÷ 6"),
        (-A, "−甲", "−6"),
        (A.log() * B.exp(), "ln(甲) × exp(乙)", "ln(6) × exp(4)"),
    ],
)
def test_lines(term: Term, words: str, numbers: str) -> None:
    found = formula(term)
    assert found is not None
    assert (found.words, found.numbers) == (words, numbers)
    assert computed(found.numbers) == pytest.approx(term.value, rel=1e-5)


def test_what_adds_nothing_is_left_out() -> None:
    nothing = leaf("零", 0.0)
    assert formula(nothing * A + B + C).words == "乙 + 丙"
    assert (0.0 + A) is A and (A * 1.0) is A and A**1 is A
    assert isinstance(A * 0.0, float)


def test_deep_parts_stand_as_one_number_and_are_explained() -> None:
    total = sum((leaf(f"项{i}", float(i)) for i in range(1, 20)), start=A)
    found = formula(B / total)
    assert found.words == "乙 ÷ ①"
    assert found.parts[0].startswith("① 196，由甲、项1、")
    assert number(computed(found.numbers)) == number(4 / 196)


def test_digits_grow_until_the_line_gives_the_number_back() -> None:
    close, closer = leaf("甲", 1000000.25), leaf("乙", 1000000.0)
    assert formula(close - closer).numbers == "1000000.25 − 1000000"


def test_a_line_that_would_not_give_the_number_back_is_not_handed_out() -> None:
    """A value that is not that of its operands, as after a mistake in the terms."""
    assert formula(Term(11.0, "+", (A, B))) is None
    assert formula(Term(10.0, "+", (A, B))) is not None


def test_long_products_have_no_line() -> None:
    product = A
    for i in range(20):
        product = product * leaf(str(i), 1.5)
    assert formula(product) is None


def test_a_shared_part_keeps_its_sign() -> None:
    part = A + B
    assert Chain.of(C - part).signs == ("+", "−", "−")
    assert computed(formula(C - part / part).numbers) == pytest.approx(1)


def test_digits() -> None:
    assert digits_of(1234567.0, 6) == "1234570"
    assert digits_of(-0.00000012345, 3) == "(−0.000000123)"


def test_a_function_that_leaves_arithmetic_has_no_terms() -> None:
    table = pd.DataFrame({2020: [1.0, 2.0]}, index=["a", "b"])
    assert symbolic(lambda table: pd.DataFrame(table.to_numpy(dtype=float)), {"table": table}) is None
    doubled = symbolic(lambda table: table * 2, {"table": table})
    assert doubled.loc["b", 2020].value == 4


def test_comparisons_choose_by_value() -> None:
    table = pd.Series([1.0, 3.0, float("nan")], index=["a", "b", "c"])
    chosen = symbolic(lambda table: table.where(table > 2), {"table": table})
    assert [isinstance(one, Term) for one in chosen] == [False, True, False]


def test_means_are_sums_by_their_number() -> None:
    table = pd.DataFrame({2020: [1.0, float("nan")], 2021: [3.0, 5.0]}, index=["a", "b"])
    across = symbolic(lambda table: table.mean(axis="columns"), {"table": table})
    assert across["a"].value == 2 and across["b"].value == 5
    assert symbolic(lambda table: table.loc["a"].mean(), {"table": table}).value == 2
