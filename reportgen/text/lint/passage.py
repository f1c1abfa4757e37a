"""The prose of a chapter file without its code, paragraph by paragraph, each character with its place.

What is not prose becomes one private character: ``{{ … }}`` stands for what it prints, anything else for a
break that no rule reads across. Words in quotation marks inside a tag may be printed too, so each is a
small passage of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from reportgen.text.source import Source

PRINTED, BREAK = "\ue010", "\ue011"
_CODE = re.compile(
    r"(?P<printed>\{\{.*?\}\})|(?P<remark>\{#.*?#\}|<!--.*?-->)|(?P<tag>\{%.*?%\})"
    r"|(?P<formula>\$\$.*?\$\$(?:[ \t]*\(\w+\))?|\$[^$\n]+\$)",
    re.DOTALL,
)
_LITERAL = re.compile(r'"([^"\n]*)"|\'([^\'\n]*)\'')
_BLANK = re.compile(r"\n[ \t]*\n")


@dataclass(frozen=True)
class Passage:
    """The prose of one paragraph.

    Attributes:
        source: the chapter.
        text: its characters, `PRINTED` and `BREAK` among them.
        offsets: for each character its index in the text of the source.
        code: what stands between the braces, by the index of its `PRINTED`.
        remarks: the comments, with their index in the text of the source.
        literal: whether these are words in quotation marks in a tag.
    """

    source: Source
    text: str
    offsets: tuple[int, ...]
    code: Mapping[int, str]
    remarks: tuple[tuple[int, str], ...] = ()
    literal: bool = False

    def place(self, index: int) -> tuple[str, int, int]:
        """File, line and column of a character."""
        return place_of(self.source, self.offsets[min(index, len(self.offsets) - 1)] if self.offsets else 0)


def place_of(source: Source, offset: int) -> tuple[str, int, int]:
    """File, line and column of a character of the text of a source."""
    before = source.text[:offset]
    line = source.line(before.count("\n") + 1)
    return line.file, line.number, offset - (before.rfind("\n") + 1) + 1


def passages(source: Source) -> list[Passage]:
    """The paragraphs of a chapter, and after each the words in quotation marks in its tags."""
    text = source.text
    pieces = list(_pieces(text))
    found: list[Passage] = []
    start = 0
    for end in [*(match.start() for match in _BLANK.finditer(_hidden(text))), len(text)]:
        inside = [piece for piece in pieces if start <= piece[0] < end]
        found.extend(_passage(source, inside))
        start = end
    return found


def _hidden(text: str) -> str:
    """The text with code blotted out, so that a blank line in a tag parts nothing."""
    return _CODE.sub(lambda match: "x" * len(match[0]), text)


def _pieces(text: str) -> Iterator[tuple[int, str, str]]:
    """Index, kind and text of each stretch of prose or code."""
    at = 0
    for match in _CODE.finditer(text):
        yield from _prose(text, at, match.start())
        yield match.start(), str(match.lastgroup), match[0]
        at = match.end()
    yield from _prose(text, at, len(text))


def _prose(text: str, start: int, end: int) -> Iterator[tuple[int, str, str]]:
    """A stretch of prose, parted at blank lines."""
    at = start
    for match in _BLANK.finditer(text, start, end):
        yield at, "prose", text[at : match.start()]
        at = match.start()
    if at < end:
        yield at, "prose", text[at:end]


def _passage(source: Source, pieces: list[tuple[int, str, str]]) -> Iterator[Passage]:
    text: list[str] = []
    offsets: list[int] = []
    code: dict[int, str] = {}
    remarks: list[tuple[int, str]] = []
    literals: list[Passage] = []
    for at, kind, piece in pieces:
        if kind == "prose":
            text.extend(piece)
            offsets.extend(range(at, at + len(piece)))
            continue
        if kind == "printed":
            code[len(text)] = piece[2:-2].strip()
        if kind == "remark":
            remarks.append((at, piece))
        if kind in ("printed", "tag"):
            literals.extend(_literals(source, at, piece))
        text.append(PRINTED if kind == "printed" else BREAK)
        offsets.append(at)
    if text:
        yield Passage(source, "".join(text), tuple(offsets), code, tuple(remarks))
        yield from literals


def _literals(source: Source, at: int, piece: str) -> Iterator[Passage]:
    for match in _LITERAL.finditer(piece):
        group = 1 if match[1] is not None else 2
        start = at + match.start(group)
        yield Passage(source, match[group], tuple(range(start, start + len(match[group]))), {}, literal=True)
