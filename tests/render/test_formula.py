import re

from reportgen.render.formula import draw_formula, mathml


def test_sizes_are_those_of_the_svg_itself():
    drawing = draw_formula(r"\frac{a}{b}", 11.5, "#1B2430", False)
    width, height, _, top, *_ = map(float, re.findall(r"-?[\d.]+", drawing.svg.split("viewBox")[0].split("svg")[-1]
                                                      + drawing.svg.split('viewBox="')[1].split('"')[0]))  # fmt: skip
    assert (drawing.width, drawing.height) == (width, height)
    assert drawing.depth == top + height
    assert 0 < drawing.depth < drawing.height


def test_a_letter_without_descender_stands_on_the_baseline():
    assert draw_formula("x", 11.5, "#1B2430", True).depth < 2
    assert (
        draw_formula("a_{ij}", 11.5, "#1B2430", True).depth > draw_formula("x", 11.5, "#1B2430", True).depth
    )


def test_mathml_for_the_screen():
    assert mathml("a_{ij}", display=False).startswith("<math")
    assert 'display="block"' in mathml("a", display=True)
