"""When there are no outlines: every province as a tile, about where it lies."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from reportgen.charts.box import Box
from reportgen.charts.canvas import Canvas, middle
from reportgen.charts.labels import wrap
from reportgen.charts.map_classes import label_on

NAMES_WITHOUT_DATA = {"hongkong": "香港", "macau": "澳门", "taiwan": "台湾"}
TILES = {
    "heilongjiang": (7, 0),
    "neimenggu": (5, 1), "jilin": (7, 1),
    "xinjiang": (0, 2), "gansu": (2, 2), "ningxia": (3, 2), "shanxi": (4, 2), "beijing": (5, 2),
    "tianjin": (6, 2), "liaoning": (7, 2),
    "qinghai": (1, 3), "shaanxi": (3, 3), "henan": (4, 3), "hebei": (5, 3), "shandong": (6, 3),
    "xizang": (1, 4), "sichuan": (2, 4), "chongqing": (3, 4), "hubei": (4, 4), "anhui": (5, 4),
    "jiangsu": (6, 4), "shanghai": (7, 4),
    "yunnan": (2, 5), "guizhou": (3, 5), "hunan": (4, 5), "jiangxi": (5, 5), "zhejiang": (6, 5),
    "guangxi": (3, 6), "guangdong": (4, 6), "fujian": (5, 6), "taiwan": (7, 6),
    "hainan": (3, 7), "macau": (4, 7), "hongkong": (5, 7),
}  # fmt: skip
_COLUMNS, _ROWS = 8, 8
_GAP, _PITCH = 1.5, 1.25


def draw_tiles(
    canvas: Canvas, frame: Box, colours: Mapping[str, str], lines: Mapping[str, Sequence[str]]
) -> None:
    """Draw all tiles within a frame.

    Args:
        colours: the fill by key.
        lines: the text of each tile by key, the name first; further lines are left out where they do not
            fit, and a name too long for its tile is broken.
    """
    width, height = frame.width / _COLUMNS, frame.height / _ROWS
    size = canvas.variant.smallest
    for key, (column, row) in TILES.items():
        left, top = frame.left + column * width, frame.top + row * height
        tile = Box(left, top, left + width - _GAP, top + height - _GAP)
        canvas.rectangle(tile, fill=colours[key])
        texts = _fitting(canvas, lines[key], tile, size)
        for number, text in enumerate(texts):
            y = (tile.top + tile.bottom) / 2 + (number - (len(texts) - 1) / 2) * size * _PITCH
            centre = (tile.left + tile.right) / 2
            canvas.text(centre, middle(y, size), text, size, label_on(colours[key]), align="center")


def _fitting(canvas: Canvas, lines: Sequence[str], tile: Box, size: float) -> Sequence[str]:
    high = len(lines) * size * _PITCH <= tile.height
    wide = all(canvas.fonts.width(line, size) <= tile.width for line in lines)
    return lines if high and wide else wrap(canvas.fonts, lines[0], tile.width - 2, size)
