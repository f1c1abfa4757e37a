"""Footnotes stay on the page of their call, which WeasyPrint by itself does not ensure.

When a paragraph does not fit at the foot of a page, WeasyPrint tries to make room by moving notes of
earlier lines to the next page, and leaves them there even if the room gained is of no use. The
replacement takes such notes back, and moves the paragraph instead.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

TESTED = "70."


def install() -> bool:
    """Put the replacement in place; False, and plain WeasyPrint, under an untested version."""
    import weasyprint
    from weasyprint.layout import block

    if not weasyprint.__version__.startswith(TESTED):
        return False
    if not hasattr(block._linebox_layout, "keeps_notes"):
        block._linebox_layout = _keeping_notes(block._linebox_layout)
    return True


def _keeping_notes(layout: Callable[..., Any]) -> Callable[..., Any]:
    """The layout of the lines of one paragraph, with the notes of earlier paragraphs kept in place."""

    def lay_out(
        context: Any, box: Any, index: int, child: Any, new_children: list, page_is_empty: bool, *rest: Any
    ) -> Any:
        notes = list(context.current_page_footnotes)
        result = layout(context, box, index, child, new_children, page_is_empty, *rest)
        moved = [note for note in notes if note in context.reported_footnotes]
        if not moved:
            return result
        context.reported_footnotes = [note for note in context.reported_footnotes if note not in moved]
        context.current_page_footnotes = notes + [
            note for note in context.current_page_footnotes if note not in notes
        ]
        context._update_footnote_area()
        abort, _, _, position_y, new_footnotes, max_lines = result
        if (
            abort
            or page_is_empty
            or not new_children
            or not context.overflows_page(0, _bottom(new_children[-1]))
        ):
            return result
        return True, False, None, position_y, new_footnotes, max_lines

    lay_out.keeps_notes = True
    return lay_out


def _bottom(line: Any) -> float:
    return line.position_y + line.height
