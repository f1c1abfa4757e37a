"""Contents: every row of 目录 and 图目录 names the page on which its target stands, and so do the page numbers."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.document.document import Document, Entry
from reportgen.errors import RenderError
from reportgen.render.gate.blocks import COVER
from reportgen.render.gate.finished import Finished
from reportgen.render.gate.tagged import HEADINGS, Element
from reportgen.render.page_text import squashed, text_of

_REMEDY = "查 templates/print/page.html 的目录与样式中的页码"


def check_contents(document: Document, finished: Finished) -> Iterator[RenderError]:
    """Faults of the contents, row by row."""
    wanted = [(_numeral(entry), entry.title, entry.anchor) for entry in document.contents]
    wanted += [
        (f"图{figure.number}", figure.drawing.title, figure.anchor) for figure in document.figures.values()
    ]
    rows = {_target(row): row for row in finished.of_kind("TOCI")}
    for numeral, title, anchor in wanted:
        words = squashed(numeral + title)
        if anchor not in rows:
            yield RenderError(f"目录中没有“{words}”", place="目录", remedy=_REMEDY)
        elif anchor not in finished.destinations:
            yield finished.fault(rows[anchor].page, f"目录中“{words}”的目标不存在", _REMEDY)
        else:
            yield from _check_row(rows[anchor], words, anchor, finished)
            yield from _check_target(numeral, title, anchor, finished)
    for anchor, row in rows.items():
        if anchor not in {target for _, _, target in wanted}:
            yield finished.fault(row.page, f"目录中多出一行“{row.text}”", _REMEDY)


def check_page_numbers(finished: Finished) -> Iterator[RenderError]:
    """The number at the foot of each page is what a viewer calls the page, without a gap."""
    for index, page in enumerate(finished.pages):
        if index == COVER:
            continue
        margin = [run for run in page.runs if run.content < 0 and squashed(run.text)]
        lowest = min(margin, key=lambda run: run.baseline, default=None)
        printed = text_of([lowest]) if lowest else ""
        if printed != finished.labels[index]:
            yield finished.fault(index, f"页脚印的页码是“{printed}”", "查样式中的页码与 PDF 的页码标签")


def _numeral(entry: Entry) -> str:
    """As the contents print it: that of a chapter without its mark."""
    return entry.numeral.replace("、", "") if entry.level == 1 else entry.numeral


def _target(row: Element) -> str:
    """The anchor a row of the contents leads to."""
    return next((element.target for element in row.walk() if element.target), "")


def _check_row(row: Element, words: str, anchor: str, finished: Finished) -> Iterator[RenderError]:
    number, rest = _split(row)
    page, _ = finished.destinations[anchor]
    if rest != words:
        yield finished.fault(row.page, f"目录一行印作“{rest}”，标题是“{words}”", _REMEDY)
    if number != finished.labels[page]:
        problem = f"目录中“{words}”的页码印作 {number or '空'}，实在第 {finished.labels[page]} 页"
        yield finished.fault(row.page, problem, _REMEDY)


def _split(row: Element) -> tuple[str, str]:
    """The page number of a row, which stands at its right, and the words before it."""
    number = max(row.runs, key=lambda run: run.box.right, default=None)
    rest = [run for run in row.runs if run is not number]
    return text_of([number] if number else []), text_of(rest)


def _check_target(numeral: str, title: str, anchor: str, finished: Finished) -> Iterator[RenderError]:
    """The heading or the figure really stands on the page that the anchor names."""
    page, _ = finished.destinations[anchor]
    if numeral in finished.captions:
        found = finished.captions[numeral] == page
    else:
        words, headings = squashed(title), finished.of_kind(*HEADINGS)
        found = any(heading.page == page and heading.text.endswith(words) for heading in headings)
    if not found:
        yield finished.fault(page, f"这一页没有“{squashed(numeral + title)}”", _REMEDY)
