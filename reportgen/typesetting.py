"""The files of the paper, the page for the screen in a second process while this one sets the PDF."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple

from reportgen.charts.orphan import end_with_parent
from reportgen.errors import ReportError
from reportgen.project.cache import key_of
from reportgen.project.folders import Project
from reportgen.stages import PROGRAM

if TYPE_CHECKING:
    from reportgen.document.document import Document
    from reportgen.document.located import Located
    from reportgen.render.kept_pictures import KeptPictures

_MOST_PICTURES = 600


class Typeset(NamedTuple):
    """The content of the files of one paper, and where its words and numbers stand in the PDF."""

    pdf: bytes
    located: Located
    html: bytes
    workbook: bytes


def typeset(project: Project, document: Document) -> Typeset:
    """All files of a paper.

    Raises:
        RenderError, ManyErrors: one of them cannot be made or is not sound.
    """
    from reportgen.render.pdf import set_paper
    from reportgen.render.workbook import attached, render_workbook

    with _page_beside(project, document) as page:
        workbook = render_workbook(document)
        pictures = kept_pictures(project)
        pdf, located = set_paper(document, project.templates, attached(document, workbook), pictures)
        return Typeset(pdf, located, page(), workbook)


def kept_pictures(project: Project) -> KeptPictures:
    """The pictures of the PDF that were drawn before and are still right."""
    from reportgen.render.kept_pictures import FORMULA, PICTURE, KeptPictures

    for kind in (PICTURE, FORMULA):
        project.cache.keep_newest(kind, _MOST_PICTURES)
    return KeptPictures(project.cache, key_of([PROGRAM, project.templates / "fonts"]))


@contextmanager
def _page_beside(project: Project, document: Document) -> Iterator[Callable[[], bytes]]:
    """The page, made by a forked process; here where processes cannot be forked or that one is lost."""
    global _inherited
    if "fork" not in multiprocessing.get_all_start_methods():
        yield lambda: _page(project, document)
        return
    import reportgen.render.html  # noqa: F401  imported once here, not in both processes

    _inherited = project, document
    with ProcessPoolExecutor(1, multiprocessing.get_context("fork"), end_with_parent) as pool:
        coming = pool.submit(_inherited_page)

        def page() -> bytes:
            try:
                made = coming.result()
            except BrokenProcessPool:
                return _page(project, document)
            if isinstance(made, ReportError):
                raise made
            return made

        try:
            yield page
        finally:
            _inherited = None


_inherited: tuple[Project, Document] | None = None  # not sent: what is forked has it


def _inherited_page() -> bytes | ReportError:
    try:
        return _page(*_inherited)
    except ReportError as error:
        return error


def _page(project: Project, document: Document) -> bytes:
    from reportgen.render.html import render_html

    return render_html(document, project.templates).encode()
