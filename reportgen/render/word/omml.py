"""Formulas as Word writes them (OMML), from MathML."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from docx.oxml.ns import qn
from lxml import etree

from reportgen.errors import RenderError
from reportgen.render.formula import mathml
from reportgen.render.word.elements import Element, element
from reportgen.render.word.mathml_rows import base, closing, limits, name_of, nary_sign, operand_end, sign

FONT = "Cambria Math"
_INTEGRALS = frozenset("∫∬∭∮")
_CONTAINERS = ("mrow", "mstyle", "mpadded", "mtd")
_SCRIPTS = {
    "msub": ("m:sSub", "m:sub"),
    "msup": ("m:sSup", "m:sup"),
    "msubsup": ("m:sSubSup", "m:sub", "m:sup"),
}
# Accents come as characters of their own; Word wants those that combine with the letter before.
_ACCENTS = {
    "^": "\u0302", "~": "\u0303", "¯": "\u0305", "―": "\u0305", "‾": "\u0305", "˙": "\u0307", ".": "\u0307",
    "→": "\u20d7",
}  # fmt: skip
_SPACES = ((0.9, "\u2003"), (0.25, "\u2004"), (0.2, "\u2005"), (0.1, "\u2009"))  # from so many em on


def equation(tex: str, display: bool) -> Element:
    """A formula: ``m:oMathPara`` with a line of its own, ``m:oMath`` within a sentence.

    Raises:
        RenderError: the formula uses something for which there is no counterpart yet.
    """
    tree = etree.fromstring(mathml(tex, display).encode())
    made = element("m:oMath", *_Converter(tex).row(list(tree)))
    if not display:
        return made
    return element("m:oMathPara", element("m:oMathParaPr", element("m:jc", val="center")), made)


class _Converter:
    """Converts the elements of one formula."""

    def __init__(self, tex: str) -> None:
        self._tex = tex
        self._by_name: dict[str, Callable[[Element], list[Element]]] = {
            **dict.fromkeys(("mi", "mn", "mo", "mtext", "mspace"), _run),
            **dict.fromkeys(_CONTAINERS, self._container),
            **dict.fromkeys(_SCRIPTS, self._script),
            "mfrac": self._fraction,
            "munder": lambda node: self._limit("m:limLow", node),
            "mover": self._over,
            "munderover": self._under_over,
            "msqrt": lambda node: [self._root(self._container(node), [])],
            "mroot": lambda node: [self._root(self._one(node[0]), self._one(node[1]))],
            "mtable": self._table,
        }

    def row(self, nodes: Sequence[Element]) -> list[Element]:
        """Neighbours in a line; a sum takes what follows it, brackets take what they enclose."""
        made: list[Element] = []
        index = 0
        while index < len(nodes):
            node = nodes[index]
            if nary_sign(node):
                end = operand_end(nodes, index + 1)
                made.append(self._nary(node, self.row(nodes[index + 1 : end])))
            elif (close := closing(nodes, index)) is not None:
                end = close + 1
                made.append(self._bracketed(nodes[index:end]))
            else:
                end = index + 1
                made.extend(self._one(node))
            index = end
        return _joined(made)

    def _one(self, node: Element) -> list[Element]:
        if nary_sign(node):
            return [self._nary(node, [])]
        convert = self._by_name.get(name_of(node))
        if convert is None:
            raise RenderError(
                f"公式中的 {name_of(node)} 无法转成 Word 公式：{self._tex}", remedy="换一种 LaTeX 写法"
            )
        return convert(node)

    def _container(self, node: Element) -> list[Element]:
        nodes = list(node)
        if nodes and nodes[0].get("form") == "prefix":
            closed = nodes[-1].get("form") == "postfix"
            inner = self.row(nodes[1:-1] if closed else nodes[1:])
            return [_fenced(sign(nodes[0]), sign(nodes[-1]) if closed else "", inner)]
        return self.row(nodes)

    def _bracketed(self, nodes: Sequence[Element]) -> Element:
        """What stands between two brackets; an exponent of the second goes to the whole."""
        first, *inner, last = nodes
        fenced = _fenced(sign(first), sign(base(last)), self.row(inner))
        return fenced if base(last) is last else self._scripted([fenced], last)

    def _script(self, node: Element) -> list[Element]:
        if name_of(node) == "msub" and sign(node[0]).isalpha():  # lim and its like
            return self._limit("m:limLow", node)
        return [self._scripted(self._one(node[0]), node)]

    def _scripted(self, carrier: list[Element], node: Element) -> Element:
        tag, *places = _SCRIPTS[name_of(node)]
        scripts = (element(place, *self._one(part)) for place, part in zip(places, node[1:], strict=True))
        return element(tag, element("m:e", *carrier), *scripts)

    def _fraction(self, node: Element) -> list[Element]:
        top, bottom = (self._one(part) for part in node)
        return [element("m:f", element("m:num", *top), element("m:den", *bottom))]

    def _limit(self, tag: str, node: Element) -> list[Element]:
        carrier, limit = (self._one(part) for part in node)
        return [element(tag, element("m:e", *carrier), element("m:lim", *limit))]

    def _over(self, node: Element) -> list[Element]:
        accent = _ACCENTS.get(sign(node[1]))
        if accent is None:
            return self._limit("m:limUpp", node)
        kind = element("m:accPr", element("m:chr", val=accent))
        return [element("m:acc", kind, element("m:e", *self._one(node[0])))]

    def _under_over(self, node: Element) -> list[Element]:
        carrier, under, over = (self._one(part) for part in node)
        lower = element("m:limLow", element("m:e", *carrier), element("m:lim", *under))
        return [element("m:limUpp", element("m:e", lower), element("m:lim", *over))]

    def _root(self, inner: list[Element], degree: list[Element]) -> Element:
        hidden = None if degree else element("m:radPr", element("m:degHide", val=1))
        return element("m:rad", hidden, element("m:deg", *degree), element("m:e", *inner))

    def _table(self, node: Element) -> list[Element]:
        rows = [[element("m:e", *self._container(cell)) for cell in row] for row in node]
        columns = element("m:mcPr", element("m:count", val=len(rows[0])), element("m:mcJc", val="center"))
        kind = element("m:mPr", element("m:mcs", element("m:mc", columns)))
        return [element("m:m", kind, *(element("m:mr", *row) for row in rows))]

    def _nary(self, node: Element, operand: list[Element]) -> Element:
        found, (under, over) = nary_sign(node), limits(node)
        place = "subSup" if found in _INTEGRALS else "undOvr"
        kind = [element("m:chr", val=found), element("m:limLoc", val=place)]
        kind += [element("m:subHide", val=1)] if under is None else []
        kind += [element("m:supHide", val=1)] if over is None else []
        return element(
            "m:nary",
            element("m:naryPr", *kind),
            element("m:sub", *(self._one(under) if under is not None else ())),
            element("m:sup", *(self._one(over) if over is not None else ())),
            element("m:e", *operand),
        )


def _run(node: Element) -> list[Element]:
    """Characters: a single letter is italic, words and signs upright, text and spaces as in a sentence."""
    name, text = name_of(node), node.text or ""
    if name == "mspace":
        text = _space(node.get("width", ""))
    if not text:
        return []
    italic = name == "mi" and len(text) == 1 and node.get("mathvariant") != "normal"
    kind = element("m:nor") if name in ("mtext", "mspace") else element("m:sty", val="i" if italic else "p")
    fonts = element("w:rPr", element("w:rFonts", ascii=FONT, hAnsi=FONT))
    return [element("m:r", element("m:rPr", kind), fonts, element("m:t", text))]


def _fenced(opens: str, closes: str, inner: list[Element]) -> Element:
    kind = element("m:dPr", element("m:begChr", val=opens), element("m:endChr", val=closes))
    return element("m:d", kind, element("m:e", *inner))


def _space(width: str) -> str:
    """The character for a width in em: ``1em``, ``2em``, ``0.167em``; nothing for a negative one."""
    size = float(width.removesuffix("em") or 0)
    character = next((found for least, found in _SPACES if size >= least), "")
    return character * max(round(size), 1)


def _joined(made: list[Element]) -> list[Element]:
    """Neighbouring upright letters as one run, so that ``dir`` is a word and no product."""
    joined: list[Element] = []
    for part in made:
        if joined and _letters(joined[-1]) and _letters(part):
            joined[-1][-1].text += part[-1].text
        else:
            joined.append(part)
    return joined


def _letters(part: Element) -> bool:
    """Whether an element is a run of upright letters."""
    return part.tag == qn("m:r") and part[0][0].get(qn("m:val")) == "p" and part[-1].text.isalpha()
