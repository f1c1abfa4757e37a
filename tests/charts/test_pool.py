"""Two processes draw what one would, and errors of several figures come together."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportgen.charts.figure import load_figure, render_figure
from reportgen.charts.pool import draw_all
from reportgen.errors import AddressError, FigureError, ManyErrors
from tests.charts.made_up import FIGURES, FONTS, facts_of

TWO = ("domain_values", "large_sectors")


def test_two_processes_draw_the_same_bytes_and_record_the_same_uses() -> None:
    facts = facts_of()
    made = draw_all(FIGURES, TWO, facts.facts, facts.calendar, FONTS)
    assert {variant: tuple(found) for variant, found in made.by_variant.items()} == {
        "wide": TWO,
        "narrow": TWO,
    }
    here = [render_figure(load_figure(FIGURES, name), facts, FONTS) for name in TWO]
    assert [made.by_variant["wide"][name] for name in TWO] == here
    assert list(made.uses) == facts.uses


def test_one_process_does_the_same() -> None:
    facts = facts_of()
    several = draw_all(FIGURES, TWO, facts.facts, facts.calendar, FONTS)
    assert draw_all(FIGURES, TWO, facts.facts, facts.calendar, FONTS, processes=1) == several


def test_errors_of_several_figures_are_reported_together_and_once(tmp_path: Path) -> None:
    text = (FIGURES / "domain_values.py").read_text(encoding="utf-8")
    (tmp_path / "first.py").write_text(
        text.replace('"direct", "增加值"', '"direct", "增价值"'), encoding="utf-8"
    )
    (tmp_path / "second.py").write_text(
        text.replace("draw_values_and_shares, read_parts", "draw_values_and_shares, read_part"),
        encoding="utf-8",
    )
    (tmp_path / "good.py").write_text(text, encoding="utf-8")
    facts = facts_of()
    with pytest.raises(ManyErrors) as caught:
        draw_all(tmp_path, ("first", "good", "second"), facts.facts, facts.calendar, FONTS)
    first, second = caught.value.errors
    assert isinstance(first, AddressError) and "增价值" in first.problem and "是否想写" in first.remedy
    assert isinstance(second, FigureError) and second.place == f"{tmp_path / 'second.py'}:5"


def test_a_single_error_comes_as_itself(tmp_path: Path) -> None:
    facts = facts_of()
    with pytest.raises(FigureError, match="没有图“missing”"):
        draw_all(tmp_path, ("missing",), facts.facts, facts.calendar, FONTS)
