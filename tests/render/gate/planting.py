"""A sound PDF, and ways to plant faults in it."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from pathlib import Path

import pikepdf

from reportgen.document.document import Document
from reportgen.errors import ContentError, ManyErrors
from reportgen.render.attachment import Attachment
from reportgen.render.gate.gate import check_pdf
from reportgen.render.page_text import PageText, read_pages, squashed

TEMPLATES = Path(__file__).parents[3] / "templates"
WORKBOOK = Attachment("report.xlsx", "全部数字", "application/vnd.ms-excel", b"PK numbers")
_PX = 0.75  # points


def edited(content: bytes, edit: Callable[[pikepdf.Pdf], object]) -> bytes:
    """The PDF after an edit."""
    with pikepdf.open(io.BytesIO(content)) as pdf:
        edit(pdf)
        saved = io.BytesIO()
        pdf.save(saved)
    return saved.getvalue()


def faults(content: bytes, document: Document, templates: Path = TEMPLATES) -> list[str]:
    """What the gate finds."""
    return messages(lambda: check_pdf(content, document, templates, WORKBOOK))


def messages(work: Callable[[], object]) -> list[str]:
    """The errors that some work ends with, each with its place."""
    try:
        work()
    except ManyErrors as many:
        return [str(error).split("\n")[0] for error in many.errors]
    except ContentError as error:
        return [str(error).split("\n")[0]]
    return []


def moved(content: bytes, page: int, words: str, right: float, up: float) -> bytes:
    """The PDF with some words, the first such run of a page, moved by points."""

    def move(found: re.Match[bytes]) -> bytes:
        x, y = float(found[1]) + right / _PX, float(found[2]) - up / _PX
        return f"1 0 0 -1 {x:.3f} {y:.3f} Tm".encode()

    return _redrawn(content, page, words, rb"1 0 0 -1 (\S+) (\S+) Tm", move)


def reworded(content: bytes, page: int, words: str, glyphs: bytes) -> bytes:
    """The PDF with other glyphs, in hexadecimal, in the place of some words, the first such run of a page."""
    return _redrawn(content, page, words, rb"\[.*\] TJ", lambda _: b"[<" + glyphs + b">] TJ")


def _redrawn(
    content: bytes, page: int, words: str, pattern: bytes, change: Callable[[re.Match[bytes]], bytes]
) -> bytes:
    """The PDF with the operators changed that draw some words; words of the margins are drawn as one."""
    run = next(run for run in read_pages(content)[page].runs if squashed(run.text) == words)
    mark = b"/Type /Pagination" if run.content < 0 else b"/MCID %d" % run.content
    drawing = re.compile(rb"<<" + mark + rb">>\nBDC.*?\nEMC", re.DOTALL)

    def edit(pdf: pikepdf.Pdf) -> None:
        before = pdf.pages[page].Contents.read_bytes()
        after = drawing.sub(lambda found: re.sub(pattern, change, found[0]), before)
        assert after != before
        pdf.pages[page].Contents = pdf.make_stream(after)

    return edited(content, edit)


def page_with(content: bytes, words: str) -> tuple[int, PageText]:
    """The last page that holds some words in one run."""
    pages = read_pages(content)
    found = [
        index for index, page in enumerate(pages) if any(words in squashed(run.text) for run in page.runs)
    ]
    return found[-1], pages[found[-1]]


def elements(pdf: pikepdf.Pdf, kind: str) -> list[pikepdf.Dictionary]:
    """The structure elements of a kind in reading order."""
    return [element for element in _walk(pdf.Root.StructTreeRoot) if element.get("/S") == kind]


def _walk(element: pikepdf.Dictionary):
    yield element
    kids = element.get("/K", [])
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and kid.get("/Type") == "/StructElem":
            yield from _walk(kid)
