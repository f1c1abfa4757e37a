"""The whole preview from the first page to Ctrl-C."""

from __future__ import annotations

import contextlib
from collections.abc import Callable

from reportgen.preview.easel import Easel
from reportgen.preview.hub import Hub
from reportgen.preview.server import free_socket, serve
from reportgen.preview.session import Session
from reportgen.project.folders import Project


def preview(project: Project, year: int, port: int, editor: str, ready: Callable[[str], None]) -> None:
    """Show an edition in browsers of this computer until Ctrl-C.

    Args:
        project, year: what is shown.
        port: the first to try.
        editor: how a link opens a line in an editor; may be empty.
        ready: told the address of the page once it can be opened.

    Raises:
        ContentError: the numbers cannot be prepared, so that there is nothing to show.
        UsageError: no port is free.
    """
    with (
        contextlib.suppress(KeyboardInterrupt),
        free_socket(port) as listener,
        contextlib.closing(Easel(project)) as easel,
    ):
        session = Session(project, year, easel)
        serve(Hub(session, session.open()), listener, editor, ready)
