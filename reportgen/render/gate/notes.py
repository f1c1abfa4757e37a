"""Footnotes: each one once, under the text of the page of its call or of the next, counted without a gap."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportgen.document.document import Document
from reportgen.errors import RenderError
from reportgen.render.gate.expected import Note, notes
from reportgen.render.gate.finished import Finished
from reportgen.render.gate.tagged import Element
from reportgen.render.note_mark import note_mark
from reportgen.render.page_text import Run, squashed

_COMPARED = 4  # characters before a call
_TOUCHING = 0.5  # points
_OnPage = tuple[int, Run]


def check_notes(document: Document, finished: Finished) -> Iterator[RenderError]:
    """Faults of the footnotes of a paper."""
    wanted, found = notes(document), finished.of_kind("Note")
    body = list(_body(finished.structure))
    calls = _calls(body)
    for number, note in enumerate(wanted, start=1):
        yield from _check(number, note, found, calls, finished)
    words = {note_mark(number) + note.words for number, note in enumerate(wanted, start=1)}
    for element in found:
        if element.text not in words:
            yield finished.fault(
                element.page, f"页脚有正文没有的脚注“{element.text[:20]}”", "查脚注的编号和文字是否印全"
            )
        yield from _check_place(element, body, finished)


def _check(
    number: int, note: Note, found: list[Element], calls: list[tuple[int, str, str]], finished: Finished
) -> Iterator[RenderError]:
    name = f"脚注 {note_mark(number)}“{note.words[:12]}”"
    printed = [element for element in found if element.text == note_mark(number) + note.words]
    pages = [page for page, sign, before in calls if sign == note_mark(number) and _fits(before, note.before)]
    if len(printed) != 1:
        yield RenderError(
            f"{name}在页脚印了 {len(printed)} 次，应为 1 次",
            place=note.chapter,
            remedy="查该脚注是否排进版面；一条脚注只引一次",
        )
    if len(pages) != 1:
        yield RenderError(
            f"{name}在正文的引用处印了 {len(pages)} 次，应为 1 次",
            place=note.chapter,
            remedy=f"查“{note.before[-_COMPARED:]}”之后是否有 {note_mark(number)}",
        )
    elif printed and printed[0].page not in (pages[0], pages[0] + 1):
        yield finished.fault(
            printed[0].page, f"{name}远离引用处（{finished.place(pages[0])}）", "改短该段或移动前面的图"
        )


def _calls(body: Sequence[_OnPage]) -> list[tuple[int, str, str]]:
    """Every run of text outside notes and figures: its page, its characters, and what stands before it there."""
    calls, before, current = [], "", -1
    for page, run in body:
        if page != current:
            current, before = page, ""
        words = squashed(run.text)
        calls.append((page, words, before))
        before = (before + words)[-_COMPARED:]
    return calls


def _body(element: Element) -> Iterator[_OnPage]:
    """The runs outside notes and figures, each with its page, in reading order."""
    for part in element.parts:
        if isinstance(part, Run):
            yield element.page, part
        elif part.kind not in ("Note", "Figure"):
            yield from _body(part)


def _fits(before: str, wanted: str) -> bool:
    """True when the text before a mark ends as it should; a page may begin within it."""
    if not wanted:
        return True
    compared = min(len(before), len(wanted), _COMPARED)
    return compared > 0 and before[-compared:] == wanted[-compared:]


def _check_place(note: Element, body: Sequence[_OnPage], finished: Finished) -> Iterator[RenderError]:
    """A note stands below all that is not a note."""
    if note.box is None:
        return
    bottoms = [run.box.bottom for page, run in body if page == note.page and squashed(run.text)]
    if bottoms and min(bottoms) < note.box.top - _TOUCHING:
        yield finished.fault(note.page, f"正文与脚注“{note.text[:12]}”相叠或在其下", "查脚注区的样式")
