"""Where a fact is printed, in words: the place of a use as a figure or a chapter."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePosixPath

from reportgen.document.document import Document
from reportgen.facts.address import Address
from reportgen.text.blocks import plain


def printed_places(document: Document) -> dict[Address, tuple[str, ...]]:
    """For each printed fact the figures and chapters that print it, in their order, each once.

    An edition's own paragraphs are in a file of the chapter's name, in another folder.
    """
    names = _names(document)
    found: dict[Address, dict[str, None]] = {}
    for use in document.uses:
        place = PurePosixPath(use.place.partition(":")[0]).name
        if use.printed and place in names:
            found.setdefault(use.address, {})[place] = None
    order = {place: position for position, place in enumerate(names)}
    return {
        address: tuple(names[place] for place in sorted(places, key=order.__getitem__))
        for address, places in found.items()
    }


def figure_addresses(document: Document, name: str) -> tuple[Address, ...]:
    """The facts that a figure prints, in the order of drawing, each once."""
    return tuple(dict.fromkeys(use.address for use in document.uses if use.place == name and use.printed))


def printed_texts(document: Document, place: str = "") -> dict[Address, tuple[str, ...]]:
    """For each printed fact the digits that stand for it, each once: in the whole paper, or in one place."""
    found: dict[Address, dict[str, None]] = {}
    for use in document.uses:
        if place in ("", use.place) and any(sign.isdigit() for sign in use.printed):
            found.setdefault(use.address, {})[use.printed] = None
    return {address: tuple(texts) for address, texts in found.items()}


def _names(document: Document) -> Mapping[str, str]:
    """The words for each place: ``图2`` by the name of a figure, the title of a chapter by its file."""
    chapters = {chapter.name: f"{chapter.numeral}{plain(chapter.title)}" for chapter in document.chapters}
    return chapters | {name: f"图{figure.number}" for name, figure in document.figures.items()}
