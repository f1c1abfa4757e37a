"""Formulas in the terms of Word."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from docx.oxml.ns import qn
from lxml import etree

from reportgen.errors import RenderError
from reportgen.render.word.omml import equation

CHAPTERS = Path(__file__).parents[3] / "content/chapters"


def shape(tex: str) -> str:
    """A formula as nested names: ``sSub(Z|n)``; properties only where they carry the sense."""
    return "".join(map(_shape, equation(tex, display=False)))


def _shape(node: etree._Element) -> str:
    name = etree.QName(node).localname
    if name == "r":
        upright = node.find(f"{qn('m:rPr')}/{qn('m:sty')}")
        text = "".join(node.itertext(qn("m:t")))
        return f"'{text}'" if len(text) > 1 and upright is not None else text
    signs = "".join(one.get(qn("m:val")) for one in node.iter(qn("m:chr"), qn("m:begChr"), qn("m:endChr"))
                    if one.getparent().getparent() is node)  # fmt: skip
    inner = [_parts(part) for part in node if not etree.QName(part).localname.endswith("Pr")]
    return f"{name}{signs}({'|'.join(inner)})"


def _parts(node: etree._Element) -> str:
    if node.tag == qn("m:mr"):
        return "".join(f"e({_parts(cell)})" for cell in node)
    return "".join(map(_shape, node))


@pytest.mark.parametrize(
    ("tex", "expected"),
    [
        ("Z_n", "sSub(Z|n)"),
        (r"Z_n^{\mathrm{dir}}", "sSubSup(Z|n|'dir')"),
        (r"\frac{a}{b} - 1", "f(a|b)−1"),
        (r"S = \sum_{g} v_g B, \quad C", "S=nary∑(g||sSub(v|g)B),\u2003C"),
        (r"\sum_{k} S_k (X - M) + c", "nary∑(k||sSub(S|k)d()(X−M))+c"),
        (r"\prod_{m=1}^{n} \mu", "nary∏(m=1|n|μ)"),
        (r"\int_0^1 x", "nary∫(0|1|x)"),
        (r"\sum_{q} \frac{1}{\sum_p x}", "nary∑(q||f(1|nary∑(p||x)))"),
        (r"(I - A)^{-1}", "sSup(d()(I−A)|−1)"),
        (r"\left( \frac{a}{b} \right)^{1/n}", "sSup(d()(f(a|b))|1/n)"),
        (r"\hat{S}_K", "sSub(acc\u0302(S)|K)"),
        (r"\bar{C}", "acc\u0305(C)"),
        (r"a_{k j}^{\prime}", "sSubSup(a|kj|′)"),
        (r"\ln x \cdot \exp y", "'ln'x·'exp'y"),
        (r"\begin{pmatrix} a & b \\ c & d \end{pmatrix}", "d()(m(e(a)e(b)|e(c)e(d)))"),
        (r"\begin{cases} a & b \\ c & d \end{cases}", "d{(m(e(a)e(b)|e(c)e(d)))"),
        (r"\sqrt{x} + \sqrt[3]{y}", "rad(|x)+rad(3|y)"),
        (r"\lim_{x \to 0} x", "limLow('lim'|x→0)x"),
        (r"0 < \alpha < 1", "0<α<1"),
        (r"\text{其中 } x", "其中\xa0x"),
        (r"(0, 1", "(0,1"),
    ],
)
def test_shapes(tex: str, expected: str) -> None:
    assert shape(tex) == expected


def test_a_formula_on_its_own_line_stands_in_the_middle() -> None:
    made = equation("x", display=True)
    assert made.tag == qn("m:oMathPara")
    assert made.find(f"{qn('m:oMathParaPr')}/{qn('m:jc')}").get(qn("m:val")) == "center"


def test_what_has_no_counterpart_is_refused() -> None:
    with pytest.raises(RenderError, match=r"menclose 无法转成 Word 公式：\\boxed\{x\}"):
        equation(r"\boxed{x}", display=False)


def test_every_formula_of_the_paper_can_be_written() -> None:
    text = "".join(path.read_text(encoding="utf-8") for path in CHAPTERS.glob("*.md"))
    formulas = re.findall(r"\$\$(.+?)\$\$|\$([^$]+)\$", text)
    assert len(formulas) > 50
    for display, within in formulas:
        letters = "".join(equation((display or within).strip(), bool(display)).itertext(qn("m:t")))
        assert letters
