"""Builds whose pages are of no interest: setting them takes longest."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reportgen.document.located import Located

CONTENT = b"pdf"


def leave_out_pages(patch: pytest.MonkeyPatch, instead: Callable[[], object] = lambda: None) -> None:
    """No PDF is set while the patch holds, and no place of a number found; `instead` is called each time."""

    def set_paper(*_: object) -> tuple[bytes, Located]:
        instead()
        return CONTENT, Located((), (), {})

    patch.setattr("reportgen.render.pdf.set_paper", set_paper)
    patch.setattr("reportgen.review.places.printed_numbers", lambda *_: [])
