"""Reads the numbers of a finished HTML page back: its visible text, its figures, and the tables beside them."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from decimal import Decimal, InvalidOperation

from reportgen.document.document import Document, NumberedFigure
from reportgen.document.printed import (
    Piece,
    PrintedPassage,
    heat_pieces,
    picture_pieces,
    printed_passages,
    table_pieces,
    unrounded_number,
)
from reportgen.document.read_back import Lost, ReadBack, ReadNumber
from reportgen.render.page_text import squashed
from reportgen.render.read_back.matching import find, in_order, left_over, words
from reportgen.render.read_back.page_stream import NOTES, TEXT, PageStream

_PAGE = "网页"


def read_html(page: str, document: Document) -> ReadBack:
    """Every number of the paper as the page shows it, pictures for wide and narrow windows included."""
    result = ReadBack()
    stream = PageStream(page)
    streams = stream.streams
    passages = list(printed_passages(document.chapters))
    for name, note in ((TEXT, False), (NOTES, True)):
        _passages(result, [one for one in passages if one.note is note], streams.get(name, ""))
    _addresses(result, stream.told, document)
    for figure in document.figures.values():
        _figure(result, document, figure, streams.get(f"{figure.anchor} picture", ""))
    return result


def read_beside(page: str, document: Document) -> ReadBack:
    """What the page tells beside the paper: the table of each figure, and what a number says of itself."""
    result = ReadBack()
    stream = PageStream(page)
    for figure in document.figures.values():
        text = stream.streams.get(f"{figure.anchor} data", "")
        name = f"图{figure.number}的数据"
        for pieces in table_pieces(document, figure):
            _take(result, pieces, text, name, figure.drawing.name)
    _tips(result, stream.tips, document)
    return result


def _passages(result: ReadBack, passages: Iterable[PrintedPassage], text: str) -> None:
    covered = []
    for passage, found in in_order(passages, text):
        if found is None:
            where = f"{_PAGE}，{passage.heading}，{passage.place}"
            result.lost.append(Lost(words(passage.pieces), where))
            continue
        covered.append(found)
        result.numbers += [
            ReadNumber(wanted, read, _PAGE, passage.heading, passage.place)
            for wanted, read, _ in found.numbers
        ]
    result.lost += [Lost(number, _PAGE, found=True) for _, number in left_over(covered, text)]


def _addresses(result: ReadBack, told: list[tuple[str, str]], document: Document) -> None:
    """Every number of the running text tells the facts that it was read from."""
    chinese = document.facts.vocabulary.chinese
    wanted = Counter(
        (" ".join(map(chinese, number.wanted.addresses)), number.text) for number in result.numbers
    )
    for addresses, text in (Counter(told) - wanted).elements():
        result.lost.append(Lost(f"“{text}”标明取自“{addresses}”", _PAGE, found=True))


def _figure(result: ReadBack, document: Document, figure: NumberedFigure, text: str) -> None:
    name, place = f"图{figure.number}", figure.drawing.name
    if figure.drawing.table:
        for pieces in heat_pieces(document, figure):
            _take(result, pieces, text, name, place)
        return
    for variant in ("wide", "narrow") if figure.narrow else ("wide",):
        _take(result, picture_pieces(document, figure, variant), text, name, place, fixed=True)


def _take(
    result: ReadBack, pieces: tuple[Piece, ...], text: str, name: str, place: str, fixed: bool = False
) -> None:
    found = find(pieces, text, fixed=fixed)
    if found is None:
        result.lost.append(Lost(words(pieces), f"{_PAGE}，{name}"))
        return
    result.numbers += [ReadNumber(wanted, read, _PAGE, name, place) for wanted, read, _ in found.numbers]


def _tips(result: ReadBack, text: str, document: Document) -> None:
    by_label = {fact.label: fact.address for fact in document.facts}
    try:
        told = json.loads(text or "{}").get("facts", {})
    except json.JSONDecodeError:
        result.lost.append(Lost("数字来历（JSON）", _PAGE))
        return
    for label, entry in told.items():
        address = by_label.get(label)
        if address is None:
            result.lost.append(Lost(label, f"{_PAGE}，数字来历", found=True))
            continue
        wanted = unrounded_number(address, document.facts.get(address).value)
        result.numbers.append(ReadNumber(wanted, _plain(str(entry[1])), _PAGE, "数字来历", label))


def _plain(text: str) -> str:
    """Digits without exponent; anything else as it is."""
    try:
        return f"{Decimal(squashed(text)):f}"
    except InvalidOperation:
        return text
