"""The mark of a footnote, the same on the page, in the PDF and where the PDF is read back."""

from __future__ import annotations

_CIRCLED = 20  # as many as the style sheet of the print declares; plain numbers after that


def note_mark(number: int) -> str:
    """``①`` for 1, ``21`` for 21."""
    return chr(ord("①") + number - 1) if number <= _CIRCLED else str(number)
