"""Blocks as HTML; what print and screen do differently is left to the two subclasses."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from typing import Any

from markupsafe import Markup

from reportgen.document.columns import column_shares
from reportgen.document.document import Document, NumberedFigure
from reportgen.render.spacing import JOINER

_NEVER_FIRST = tuple("，。、；：？！）》”％")


class BlockMarkup(ABC):
    """Turns the parts of a document into HTML, by the name of their class."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.vocabulary = document.facts.vocabulary

    def blocks(self, parts: Sequence[Any]) -> Markup:
        """Several blocks, one after the other."""
        return Markup("\n").join(getattr(self, type(part).__name__.lower())(part) for part in parts)

    def content(self, parts: Sequence[Any], after: str = "") -> Markup:
        """The inlines of one block; `after` is the character that follows them."""
        pieces = []
        for index, part in enumerate(parts):
            following = _first_character(parts[index + 1 :]) or after
            pieces.append(getattr(self, type(part).__name__.lower())(part, following))
            if type(part).__name__ == "Math" and following in _NEVER_FIRST:
                pieces.append(Markup(JOINER))
        return Markup("").join(pieces)

    # inlines: the part, and the character that follows it

    @abstractmethod
    def text(self, part: Any, after: str = "") -> Markup:
        """Plain characters."""

    @abstractmethod
    def math(self, part: Any, after: str = "") -> Markup:
        """A formula within a line."""

    @abstractmethod
    def footnote(self, part: Any, after: str = "") -> Markup:
        """A note."""

    @abstractmethod
    def words(self, text: str, after: str = "") -> Markup:
        """Characters of a number or reference."""

    def number(self, part: Any, after: str = "") -> Markup:
        """A number that never parts from its unit, with the addresses it was read from."""
        addresses = " ".join(self.vocabulary.chinese(address) for address in part.addresses)
        return Markup('<span class="number" data-address="{}" data-status="{}">{}</span>').format(
            addresses, part.status.name, self.words(part.text, after)
        )

    def figurereference(self, part: Any, after: str = "") -> Markup:
        """``图2`` as a link."""
        anchor = self.document.figures[part.name].anchor
        return Markup('<a class="reference" href="#{}">{}</a>').format(anchor, self.words(part.text, after))

    def strong(self, part: Any, after: str = "") -> Markup:
        """Words that stand out."""
        return Markup("<b>{}</b>").format(self.content(part.content, after))

    # blocks

    def section(self, part: Any) -> Markup:
        """A heading below the chapter."""
        style = "numeral bracketed" if part.numeral.startswith("（") else "numeral"
        return Markup('<h{0} id="{1}"><span class="{2}">{3}</span>{4}</h{0}>').format(
            part.level, part.anchor, style, part.numeral, self.content(part.content)
        )

    def paragraph(self, part: Any) -> Markup:
        """Running text; a Strong in the first place is the lead sentence."""
        first, rest = part.content[:1], part.content[1:]
        if first and type(first[0]).__name__ == "Strong":
            lead = self.content(first[0].content, _first_character(rest))
            return Markup('<p><b class="lead-sentence">{}</b>{}</p>').format(lead, self.content(rest))
        return Markup("<p>{}</p>").format(self.content(part.content))

    def items(self, part: Any) -> Markup:
        """A list."""
        items = Markup("").join(Markup("<li>{}</li>").format(self.content(item)) for item in part.items)
        return Markup('<{0} class="items">{1}</{0}>').format("ol" if part.ordered else "ul", items)

    def symbols(self, part: Any) -> Markup:
        """The meaning of symbols, in two columns."""
        rows = Markup("").join(
            Markup("<div><dt>{}</dt><dd>{}</dd></div>").format(self.content(symbol), self.content(meaning))
            for symbol, meaning in part.items
        )
        return Markup('<dl class="symbols">{}</dl>').format(rows)

    def table(self, part: Any) -> Markup:
        """A table with its title above."""
        caption = Markup("")
        if part.caption:
            caption = Markup('<caption><span class="numeral">表 {}</span>{}</caption>').format(
                part.number, self.content(part.caption)
            )
        head = self._row(part.head, part.alignments, "th", ' scope="col"')
        body = Markup("").join(self._row(row, part.alignments, "td", "") for row in part.rows)
        widths = Markup("").join(Markup('<col style="{}">').format(style) for style in self.columns(part))
        return Markup(
            '<div class="{}"{}><table>{}<colgroup>{}</colgroup><thead>{}</thead><tbody>{}</tbody></table></div>'
        ).format(self.table_class(part), self.table_attributes(part), caption, widths, head, body)

    def table_class(self, part: Any) -> str:
        """The class of the frame of a table."""
        return "table"

    def columns(self, part: Any) -> list[str]:
        """The style of each column of a table."""
        return [f"width:{share:.3f}%" for share in column_shares(part)]

    def table_attributes(self, part: Any) -> Markup:
        """More attributes of the frame of a table."""
        return Markup("")

    def _row(self, cells: Sequence[Any], alignments: Sequence[str], tag: str, attributes: str) -> Markup:
        """One row; in the body of a table its first cell is the head of the row."""
        made = []
        for index, (cell, alignment) in enumerate(zip(cells, alignments, strict=True)):
            name, scope = ("th", ' scope="row"') if tag == "td" and not index else (tag, attributes)
            made.append(
                Markup('<{0}{1} class="{2}">{3}</{0}>').format(
                    name, Markup(scope), alignment, self.content(cell)
                )
            )
        return Markup("<tr>{}</tr>").format(Markup("").join(made))

    def figure(self, part: Any) -> Markup:
        """A figure: how to read it, the picture, number and title below or above, source and notes."""
        placed = self.document.figures[part.name]
        drawing, words = placed.drawing, self.words
        unit = Markup('<p class="unit">{}</p>').format(words(drawing.subtitle))
        title = Markup('<figcaption><span class="numeral">图 {}</span>{}</figcaption>').format(
            placed.number, words(drawing.title)
        )
        picture = self.drawing(placed)
        above = self.document.layout.figure_title == "above"
        parts = [title, unit, picture] if above else [unit, picture, title]
        notes = [Markup('<p class="source">{}</p>').format(words(text)) for text in _notes(drawing)]
        return Markup('<figure id="{}" class="title-{}">{}{}</figure>').format(
            placed.anchor,
            "above" if above else "below",
            Markup("").join(parts + notes),
            self.numbers(placed),
        )

    @abstractmethod
    def drawing(self, figure: NumberedFigure) -> Markup:
        """The picture of a figure."""

    def numbers(self, figure: NumberedFigure) -> Markup:
        """The numbers of a figure, where the format shows them."""
        return Markup("")

    @abstractmethod
    def formula(self, part: Any) -> Markup:
        """A formula on its own line."""

    def keyfigures(self, part: Any) -> Markup:
        """The numbers that open a chapter."""
        items = Markup("").join(
            Markup("<div><dd>{}</dd><dt>{}</dt></div>").format(self.keyfigure(number), self.content(label))
            for number, label in part.items
        )
        return Markup('<dl class="key-figures">{}</dl>').format(items)

    def keyfigure(self, number: Any) -> Markup:
        """One of these numbers, its unit smaller."""
        return Markup("{}<small>{}</small>").format(number.text.removesuffix(number.unit), number.unit)


def _notes(drawing: Any) -> list[str]:
    """What stands in small type below a figure."""
    return [text for text in (drawing.note, drawing.source) if text]


def _first_character(parts: Sequence[Any]) -> str:
    """The first character of a line; notes stand above it, a formula counts as a Latin letter."""
    for part in parts:
        kind = type(part).__name__
        if kind == "Footnote":
            continue
        if kind == "Strong":
            return _first_character(part.content)
        return "x" if kind == "Math" else part.text[:1]
    return ""
