"""The glyph gate: every character of the paper has a glyph in every face, or the build stops."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from reportgen.document.document import Document
from reportgen.errors import RenderError

FACES = {
    ("Noto Serif SC", 400): "NotoSerifSC-Regular.ttf",
    ("Noto Serif SC", 600): "NotoSerifSC-SemiBold.ttf",
    ("Noto Sans SC", 400): "NotoSansSC-Regular.ttf",
    ("Noto Sans SC", 600): "NotoSansSC-SemiBold.ttf",
}
_INVISIBLE = frozenset("\n\t\u200b\u2060")


@lru_cache(maxsize=8)
def glyphs_of(path: Path) -> frozenset[str]:
    """The characters that a font file can print.

    Raises:
        RenderError: the file is missing.
    """
    from fontTools.ttLib import TTFont

    if not path.is_file():
        raise RenderError("没有这个字体文件", place=str(path), remedy="从版本库恢复 templates/fonts")
    with TTFont(path, lazy=True) as font:
        return frozenset(map(chr, font.getBestCmap()))


def check_glyphs(document: Document, text: str, fonts: Path) -> None:
    """Refuse a paper with a character that some face lacks.

    Args:
        document: where the character is looked for, to name its place.
        text: everything that will be printed.
        fonts: the folder of the font files.

    Raises:
        RenderError: names the characters and their places.
    """
    common = frozenset.intersection(*(glyphs_of(fonts / name) for name in FACES.values()))
    missing = sorted(set(text) - common - _INVISIBLE)
    if not missing:
        return
    first = missing[0]
    shown = "、".join(f"“{character}”（U+{ord(character):04X}）" for character in missing[:10])
    raise RenderError(
        f"字体中没有字符 {shown}",
        place=next(_places(document, first), ""),
        remedy="换用其他字，或用 templates/fonts/make_fonts.py 重新生成字体",
    )


def _places(document: Document, character: str) -> Iterator[str]:
    for chapter in document.chapters:
        parts = [(1, chapter.title), (1, chapter.lead), *((block.line, block) for block in chapter.blocks)]
        for line, part in parts:
            if any(character in text for text in _strings(part)):
                yield chapter.place(line)
    for name, figure in document.figures.items():
        if any(character in text for text in _strings(figure.drawing)):
            yield f"图 {figure.number}（{name}）"
    yield "版本文件的 imprint"


def _strings(part: object) -> Iterator[str]:
    if isinstance(part, str):
        yield part
    elif isinstance(part, tuple | list):
        for item in part:
            yield from _strings(item)
    elif dataclasses.is_dataclass(part):
        yield from _strings([getattr(part, field.name) for field in dataclasses.fields(part)])
