"""The visible text of an HTML page of the paper, taken apart: running text, footnotes, and each figure's parts."""

from __future__ import annotations

from collections import defaultdict
from html.parser import HTMLParser

from reportgen.document.printed import CELL
from reportgen.render.page_text import squashed

TEXT, NOTES = "text", "notes"
_VOID = frozenset(
    {"br", "img", "hr", "col", "meta", "link", "input", "wbr", "path", "rect", "circle", "line", "use"}
)
_UNREAD = frozenset({"style", "script", "math", "nav", "header", "footer", "dialog", "head", "title"})
_CELLS = ("td", "th")


class PageStream(HTMLParser):
    """Collects `streams`: ``text``, ``notes``, and for each figure ``ID picture`` and ``ID data``.

    `tips` is the JSON inside the page, `told` each number of text and notes with the addresses it names.
    """

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self._parts: dict[str, list[str]] = defaultdict(list)
        self._open: list[tuple[str, str]] = []  # tag, and the stream before it
        self._stream = ""
        self._tips: list[str] = []
        self._numbers: list[tuple[str, list[str]]] = []  # addresses, characters
        self._depth = 0  # of the number that is being read
        self.feed(html)
        self.close()

    @property
    def tips(self) -> str:
        """What numbers tell about themselves, as JSON."""
        return "".join(self._tips)

    @property
    def told(self) -> list[tuple[str, str]]:
        """The addresses and the characters of every number that names some."""
        return [(addresses, squashed("".join(parts))) for addresses, parts in self._numbers]

    @property
    def streams(self) -> dict[str, str]:
        """The visible characters of each stream, every cell closed."""
        return {name: squashed("".join(parts)) for name, parts in self._parts.items()}

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        """Enter an element; some begin another stream."""
        if tag in _VOID:
            return
        self._open.append((tag, self._stream))
        self._stream = self._entered(tag, dict(attributes))
        address = dict(attributes).get("data-address")
        if address and self._stream in (TEXT, NOTES):
            self._numbers.append((address, []))
            self._depth = len(self._open)

    def handle_endtag(self, tag: str) -> None:
        """Leave an element, closing those left open inside it."""
        if tag in _CELLS:
            self._add(CELL)
        while any(name == tag for name, _ in self._open):
            name, before = self._open.pop()
            self._stream = before
            if name == tag:
                break
        if len(self._open) < self._depth:
            self._depth = 0

    def handle_data(self, data: str) -> None:
        """Characters of the present stream."""
        self._add(data)

    def _entered(self, tag: str, attributes: dict[str, str | None]) -> str:
        names = (attributes.get("class") or "").split()
        if attributes.get("id") == "number-tips":
            return "tips"
        if tag in _UNREAD or "unseen" in names or "steps" in names:
            return ""
        if attributes.get("id") == "main":
            return TEXT
        if "notes" in names:
            return NOTES
        if tag == "figure":
            return f"{attributes.get('id')} picture"
        if tag == "details" and self._stream.endswith(" picture"):
            return self._stream.removesuffix("picture") + "data"
        if tag == "p" and attributes.get("id") == "hint":
            return ""
        return self._stream

    def _add(self, data: str) -> None:
        if self._stream == "tips":
            self._tips.append(data)
        elif self._stream:
            self._parts[self._stream].append(data)
            if self._depth:
                self._numbers[-1][1].append(data)
