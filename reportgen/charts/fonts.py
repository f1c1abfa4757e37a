"""The two faces of chart text: loaded by path, measured glyph by glyph from the font itself."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from reportgen.charts.box import Box
from reportgen.charts.style import FAMILY, REGULAR, SEMIBOLD
from reportgen.errors import FigureError, RenderError

if TYPE_CHECKING:
    from matplotlib.font_manager import FontProperties
    from matplotlib.ft2font import FT2Font

FILES = {REGULAR: "NotoSansSC-Regular.ttf", SEMIBOLD: "NotoSansSC-SemiBold.ttf"}
_BEGINNINGS = (b"\0\1\0\0", b"OTTO", b"true")


@dataclass(frozen=True, slots=True)
class Glyph:
    """One character in parts of the font size: its advance and the box of its ink round the baseline."""

    advance: float
    ink: Box


class Face:
    """One font file."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._glyphs: dict[str, Glyph] = {}

    @cached_property
    def _font(self) -> FT2Font:
        from matplotlib.ft2font import FT2Font

        return FT2Font(str(self.path))

    def glyph(self, character: str) -> Glyph:
        """The measures of one character.

        Raises:
            FigureError: the font has no such glyph.
        """
        if character not in self._glyphs:
            self._glyphs[character] = self._measure(character)
        return self._glyphs[character]

    def _measure(self, character: str) -> Glyph:
        from matplotlib.ft2font import LoadFlags

        if not self._font.get_char_index(ord(character)):
            raise FigureError(
                f"字体 {self.path.name} 没有字符“{character}”（U+{ord(character):04X}）",
                remedy="换一个字，或用 templates/fonts 中的脚本重做字体",
            )
        glyph = self._font.load_char(ord(character), LoadFlags.NO_SCALE)
        em = self._font.units_per_EM
        left, low, right, high = (edge / em for edge in glyph.bbox)
        return Glyph(glyph.horiAdvance / em, Box(left, -high, right, -low))


class Fonts:
    """The faces of one fonts folder.

    Raises:
        RenderError: a font file is missing or none.
    """

    def __init__(self, folder: Path) -> None:
        missing = [name for name in FILES.values() if not (folder / name).is_file()]
        if missing:
            raise RenderError(
                f"缺少字体 {'、'.join(missing)}",
                place=str(folder),
                remedy="从版本库恢复该文件夹，或运行其中制作字体的脚本",
            )
        for name in FILES.values():
            with (folder / name).open("rb") as file:
                if file.read(4) not in _BEGINNINGS:
                    remedy = "从版本库恢复该文件，或运行其中制作字体的脚本"
                    raise RenderError("不是字体文件", place=str(folder / name), remedy=remedy)
        self._faces = {weight: Face(folder / name) for weight, name in FILES.items()}

    def width(self, text: str, size: float, weight: int = REGULAR) -> float:
        """The advance of a line of text, in points."""
        face = self._faces[weight]
        return size * sum(face.glyph(character).advance for character in text)

    def ink(self, text: str, size: float, weight: int = REGULAR) -> Box:
        """The box of the ink of a line of text that starts at (0, 0) on its baseline, in points."""
        start, boxes = 0.0, []
        for character in text:
            glyph = self._faces[weight].glyph(character)
            if glyph.ink.width > 0:
                boxes.append(
                    (start + glyph.ink.left, glyph.ink.top, start + glyph.ink.right, glyph.ink.bottom)
                )
            start += glyph.advance
        if not boxes:
            return Box(0, 0, start * size, 0)
        lefts, tops, rights, bottoms = zip(*boxes, strict=True)
        return Box(min(lefts) * size, min(tops) * size, max(rights) * size, max(bottoms) * size)

    def properties(self, size: float, weight: int) -> FontProperties:
        """The face for matplotlib: the file by path, the family by the name the page's styles use."""
        from matplotlib.font_manager import FontProperties

        return FontProperties(family=FAMILY, weight=weight, size=size, fname=str(self._faces[weight].path))


@lru_cache(maxsize=4)
def load_fonts(folder: Path) -> Fonts:
    """The fonts of a folder, opened once.

    Raises:
        RenderError: a font file is missing.
    """
    return Fonts(folder)
