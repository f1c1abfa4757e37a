"""The small paper in two editions, as Word documents."""

from __future__ import annotations

import dataclasses
import struct
import zlib
from collections.abc import Mapping
from pathlib import Path

from reportgen.render.word.report import Illustrated, render_word
from tests.document.papers import Imprint, paper

TEMPLATES = Path(__file__).parents[3] / "templates"


def png(width: int = 4, height: int = 2) -> bytes:
    """A white picture."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        check = struct.pack(">I", zlib.crc32(kind + content))
        return struct.pack(">I", len(content)) + kind + content + check

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = zlib.compress((b"\0" + b"\xff" * width) * height)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def illustrated(
    folder: Path, chapters: Mapping[str, str] | None = None, imprint: Imprint | None = None, **changes
) -> Illustrated:
    """The small paper with some chapters replaced; every figure is the same white picture."""
    folder.mkdir(exist_ok=True)
    document = paper(folder, chapters, **changes)
    if imprint is not None:
        document = dataclasses.replace(document, imprint=imprint)
    return Illustrated(document, dict.fromkeys(document.figures, png()))


def rendered(folder: Path, chapters: Mapping[str, str] | None = None, **changes) -> bytes:
    """The small paper as a Word document."""
    return render_word(illustrated(folder, chapters, **changes), TEMPLATES)
