"""Reads the numbers of a finished HTML page back: its visible text, its figures, and the tables beside them."""

from __future__ import annotations

import json
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
from reportgen.render.read_back.matching import find, in_order, words
from reportgen.render.read_back.page_stream import NOTES, TEXT, PageStream

_PAGE = "网页"


def read_html(page: str, document: Document) -> ReadBack:
    """Every number of the paper as the page shows it, pictures for wide and narrow windows included."""
    result = ReadBack()
    streams = PageStream(page).streams
    passages = list(printed_passages(document))
    for name, note in ((TEXT, False), (NOTES, True)):
        wanted = sorted((one for one in passages if one.note is note), key=_place_of(document))
        _passages(result, wanted, streams.get(name, ""))
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


def _place_of(document: Document) -> object:
    """The page has its chapters in the order of the edition, the front matter not moved to the front."""
    order = {
        chapter.source.place(1).rpartition(":")[0]: index for index, chapter in enumerate(document.chapters)
    }
    return lambda passage: order.get(passage.place.rpartition(":")[0], 0)


def _passages(result: ReadBack, passages: Iterable[PrintedPassage], text: str) -> None:
    for passage, found in in_order(passages, text):
        if found is None:
            where = f"{_PAGE}，{passage.heading}，{passage.place}"
            result.lost.append(Lost(words(passage.pieces), where))
            continue
        result.numbers += [
            ReadNumber(wanted, read, _PAGE, passage.heading, passage.place)
            for wanted, read, _ in found.numbers
        ]


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
