"""Formulas bring mathematics into the page and nothing else."""

from __future__ import annotations

import pytest

from reportgen.text.formulas import formula_problem


@pytest.mark.parametrize(
    "tex",
    [
        r"\href{javascript:alert(1)}{x}",
        r"\style{background:url(http://a.example)}{x}",
        r"\class{number}{x}",
        r"\text{<script>alert(1)</script>}",
        r'\text{"><img src=x onerror=alert(1)>}',
    ],
)
def test_links_styles_and_tags_are_refused(tex: str) -> None:
    assert formula_problem(tex)


@pytest.mark.parametrize(
    "tex",
    [r"a < b", r"\frac{1}{2}", r"\sum_{i=1}^{n} x_i^2", r"\mathrm{VA}", r"\begin{pmatrix}a&b\\c&d\end{pmatrix}"],
)
def test_mathematics_is_not(tex: str) -> None:
    assert formula_problem(tex) == ""
