"""The page of the Word document, and lengths in the units of the format; points everywhere else."""

from __future__ import annotations

_POINT_EMU = 12700  # English Metric Units, in which pictures are measured
_POINT_TWIPS = 20
_MILLIMETRE = 72 / 25.4  # points

PAGE_WIDTH, PAGE_HEIGHT = 210 * _MILLIMETRE, 297 * _MILLIMETRE
# Those of the printed paper, so that figures have their true size.
TOP, BOTTOM, LEFT, RIGHT = (size * _MILLIMETRE for size in (27.5, 28, 22, 19.83))
HEADER, FOOTER = 15 * _MILLIMETRE, 15 * _MILLIMETRE
TEXT_WIDTH = PAGE_WIDTH - LEFT - RIGHT


def twips(points: float) -> int:
    """Twentieths of a point, for paragraphs, tables and pages."""
    return round(points * _POINT_TWIPS)


def half_points(points: float) -> int:
    """For sizes of type."""
    return round(points * 2)


def eighths(points: float) -> int:
    """Eighths of a point, for rules."""
    return round(points * 8)


def emu(points: float) -> int:
    """For pictures."""
    return round(points * _POINT_EMU)
