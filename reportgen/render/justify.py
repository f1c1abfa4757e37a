"""Justified Chinese for WeasyPrint, which by itself stretches only spaces.

WeasyPrint calls `justify_line` with the slack of a line. The replacement spreads it over the gaps
between characters, by Pango letter spacing: Pango gives half of a character's spacing to each of its
sides and drops the outer half at both ends of a text box. What it drops between two boxes of a line is
added to their positions here, so that all gaps of the line grow alike. A place to break between two
quotation marks counts as a character, so that both stay in one run and are squeezed as before. A line that
would need more than `MOST_STRETCH` of an em stays ragged, as does the whole paper under another WeasyPrint
than `TESTED`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from reportgen.render.spacing import BREAK

TESTED = "70."
MOST_STRETCH = 0.35
_CHINESE = "\u2e80-\u2fff\u3000-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff01-\uff60“”‘’…—"
_STRETCHING = re.compile(f"[ \u00a0{BREAK}{_CHINESE}]+")


def install() -> bool:
    """Put the replacement in place; False, and plain WeasyPrint, under an untested version."""
    import weasyprint
    from weasyprint.layout import inline
    from weasyprint.text import line_break

    if not weasyprint.__version__.startswith(TESTED):
        return False
    if inline.justify_line is not justify_line:
        inline.justify_line = justify_line
        line_break.Layout.set_text = _set_text_with(line_break.Layout.set_text)
    return True


def justify_line(context: Any, line: Any, slack: float) -> None:
    """Spread the slack of a line over its characters."""
    boxes = list(_text_boxes(line))
    if not boxes or slack <= 0:
        return
    slack += _trailing_hair(line)
    gaps = sum(_stretching(box.text) for box in boxes) - _half(boxes[0].text[:1]) - _half(boxes[-1].text[-1:])
    if gaps <= 0 or slack / gaps > MOST_STRETCH * line.style["font_size"]:
        return
    _Spreader(context, slack / gaps, boxes[0], boxes[-1]).spread(line, 0)


def _stretching(text: str) -> int:
    return sum(len(found[0]) for found in _STRETCHING.finditer(text))


def _half(character: str) -> float:
    return 0.5 if character and _STRETCHING.match(character) else 0


def _text_boxes(box: Any) -> Iterator[Any]:
    from weasyprint.formatting_structure import boxes

    if isinstance(box, boxes.TextBox):
        if box.text:
            yield box
    elif isinstance(box, boxes.LineBox | boxes.InlineBox):
        for child in box.children:
            if child.is_in_normal_flow():
                yield from _text_boxes(child)


def _trailing_hair(box: Any) -> float:
    """The hair space at the end of a line, which hangs outside."""
    from weasyprint.formatting_structure import boxes

    if not isinstance(box, boxes.LineBox | boxes.InlineBox) or not box.children:
        return 0
    last = box.children[-1]
    if not isinstance(last, boxes.InlineBox):
        return 0
    return max(0, last.margin_right) + _trailing_hair(last)


class _Spreader:
    """Moves and widens the boxes of one line, from left to right."""

    def __init__(self, context: Any, spacing: float, first: Any, last: Any) -> None:
        self.context = context
        self.spacing = spacing
        self.first = first
        self.last = last

    def spread(self, box: Any, advance: float) -> float:
        """Treat a box that starts `advance` further right; how far what follows it moves."""
        from weasyprint.formatting_structure import boxes

        if isinstance(box, boxes.TextBox):
            return self._text(box, advance) if box.text else advance
        if not isinstance(box, boxes.LineBox | boxes.InlineBox):
            box.translate(advance, 0)
            return advance
        box.position_x += advance
        before = advance
        for child in box.children:
            if child.is_in_normal_flow():
                advance = self.spread(child, advance)
        box.width += advance - before
        return advance

    def _text(self, box: Any, advance: float) -> float:
        from weasyprint.text.line_break import create_layout

        start, end = _half(box.text[:1]), _half(box.text[-1:])
        if box is not self.first:
            advance += start * self.spacing
        box.position_x += advance
        within = _stretching(box.text) - start - end
        if within > 0:
            box.justification_spacing = self.spacing
            layout = create_layout(
                box.text, box.style, self.context, max_width=None, justification_spacing=self.spacing
            )
            layout.deactivate()
            box.pango_layout = layout
            box.width += within * self.spacing
        advance += within * self.spacing
        return advance if box is self.last else advance + end * self.spacing


def _set_text_with(plain_set_text: Any) -> Any:
    """`Layout.set_text` that, when it justifies, gives letter spacing to all stretching characters."""
    from weasyprint.text.ffi import TO_UNITS, ffi, pango

    def set_text(self: Any, text: str, justify: bool = False) -> None:
        spacing = self.justification_spacing
        if not (justify and spacing):
            plain_set_text(self, text, justify)
            return
        self.justification_spacing = 0
        plain_set_text(self, text, False)
        self.justification_spacing = spacing
        own = self.style["letter_spacing"]
        units = int((spacing + (0 if own == "normal" else own)) * TO_UNITS)
        attributes = pango.pango_layout_get_attributes(self.layout)
        if attributes == ffi.NULL:
            attributes = ffi.gc(pango.pango_attr_list_new(), pango.pango_attr_list_unref)
        for found in _STRETCHING.finditer(self.text):
            attribute = pango.pango_attr_letter_spacing_new(units)
            attribute.start_index = len(self.text[: found.start()].encode())
            attribute.end_index = len(self.text[: found.end()].encode())
            pango.pango_attr_list_change(attributes, attribute)
        pango.pango_layout_set_attributes(self.layout, attributes)

    return set_text
