"""Lines and grids as paragraphs and tables."""

from __future__ import annotations

from collections.abc import Sequence

from reportgen.render.word import style_names as names
from reportgen.render.word.elements import Element, element
from reportgen.render.word.flow import Change, Grid, Group, Line, Listing, Part, Row
from reportgen.render.word.measures import TEXT_WIDTH, twips
from reportgen.render.word.numbering import number_of_list
from reportgen.render.word.revisions import Revisions
from reportgen.render.word.runs import Runs, bookmarked, field_end, field_start

_HEAD_ROW = "0020"  # of a table look: the first row has a style of its own


class Parts:
    """Writes the parts of a flow.

    Args:
        runs: writes the pieces of lines.
        revisions: makes the marks of what changed.

    Attributes:
        ordered_lists: how many lists with numbers there were so far.
    """

    def __init__(self, runs: Runs, revisions: Revisions) -> None:
        self._runs = runs
        self._revisions = revisions
        self.ordered_lists = 0

    def of(self, parts: Sequence[Part]) -> list[Element]:
        """Paragraphs and tables, one after the other."""
        made: list[Element] = []
        for part in parts:
            match part:
                case Line():
                    made.append(self.line(part))
                case Grid():
                    made.extend(self._grid(part))
                case Group():
                    made.extend(self.of(part.parts))
                case Listing():
                    made.extend(self._listing(part))
        return made

    def line(self, line: Line, before: Sequence[Element] = (), section: Element | None = None) -> Element:
        """A paragraph; `before` stands before its words, and a section ends with it."""
        self.ordered_lists = max(self.ordered_lists, line.numbered)
        content = self._runs.of(line.content)
        if line.change is not Change.DELETED:
            if line.link:
                content = [element("w:hyperlink", *content, anchor=line.link, history=1)]
            content = bookmarked(line.bookmark, content, self._revisions)
        mark = self._revisions.mark(line.change)
        properties = element(
            "w:pPr",
            element("w:pStyle", val=line.style),
            element("w:keepNext") if line.keep else None,
            _numbered(line.numbered),
            element("w:jc", val=line.align) if line.align else None,
            element("w:rPr", mark) if mark is not None else None,
            section,
        )
        return element("w:p", properties, *before, *content)

    def _listing(self, listing: Listing) -> list[Element]:
        first, *others = listing.lines
        start = field_start(listing.instruction)
        end = element("w:p", element("w:pPr", element("w:pStyle", val=names.SEPARATION)), field_end())
        return [self.line(first, before=start), *(self.line(line) for line in others), end]

    def _grid(self, grid: Grid) -> list[Element]:
        """A table and a thin line after it, which parts it from a table that may follow."""
        widths = [twips(TEXT_WIDTH * share / 100) for share in grid.shares]
        look = element("w:tblLook", val=_HEAD_ROW if grid.rows[0].head else "0000")
        properties = element(
            "w:tblPr",
            element("w:tblStyle", val=grid.style),
            element("w:tblW", w=sum(widths), type="dxa"),
            element("w:tblLayout", type="fixed"),
            look,
        )
        columns = element("w:tblGrid", *(element("w:gridCol", w=width) for width in widths))
        centred = grid.style == names.PLAIN_TABLE
        rows = (self._row(row, widths, centred) for row in grid.rows)
        after = self.line(Line(names.AFTER_TABLE, change=grid.change))
        return [element("w:tbl", properties, columns, *rows), after]

    def _row(self, row: Row, widths: Sequence[int], centred: bool) -> Element:
        properties = element(
            "w:trPr",
            element("w:cantSplit"),
            element("w:tblHeader") if row.head else None,
            self._revisions.mark(row.change),
        )
        cells = (
            element(
                "w:tc",
                element(
                    "w:tcPr",
                    element("w:tcW", w=width, type="dxa"),
                    element("w:vAlign", val="center") if centred else None,
                ),
                *(self.line(line) for line in lines),
            )
            for lines, width in zip(row.cells, widths, strict=True)
        )
        return element("w:tr", properties, *cells)


def _numbered(number: int) -> Element | None:
    if not number:
        return None
    return element("w:numPr", element("w:ilvl", val=0), element("w:numId", val=number_of_list(number)))
