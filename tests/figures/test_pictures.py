"""Three figures as pixels, compared with pictures kept beside this file.

A difference is tolerated where text is smoothed a little otherwise: at most one pixel in five hundred may differ
by more than a quarter of the range. To accept a new look, draw the pictures again: run this file as a module.
"""

from __future__ import annotations

import io
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from reportgen.charts.figure import load_figure, render_figure
from reportgen.charts.png import to_png
from tests.charts.made_up import FIGURES, FONTS, facts_of

FOLDER = Path(__file__).parent / "baseline"
PICTURES = (("employment", "wide"), ("provincial_growth", "wide"), ("manufacturing_and_mining", "narrow"))
DPI = 72
GREAT, PART = 64, 1 / 500


def picture(name: str, variant: str) -> bytes:
    return to_png(render_figure(load_figure(FIGURES, name), facts_of(), FONTS, variant), FONTS, DPI)


def grey(content: bytes) -> np.ndarray:
    with Image.open(io.BytesIO(content)) as image:
        return np.asarray(image.convert("L"), dtype=int)


def differs(one: np.ndarray, other: np.ndarray) -> bool:
    return one.shape != other.shape or float(np.mean(np.abs(one - other) > GREAT)) > PART


@pytest.mark.parametrize(("name", "variant"), PICTURES)
def test_the_picture_is_the_one_kept(name: str, variant: str) -> None:
    kept = grey((FOLDER / f"{name}-{variant}.png").read_bytes())
    assert not differs(kept, grey(picture(name, variant)))


def test_the_comparison_sees_a_shift_and_a_missing_bar() -> None:
    kept = grey((FOLDER / "employment-wide.png").read_bytes())
    without = kept.copy()
    without[120:230, 118:152] = 255
    assert differs(kept, np.roll(kept, 2, axis=0)) and differs(kept, without)


if __name__ == "__main__":
    for pair in PICTURES:
        (FOLDER / f"{'-'.join(pair)}.png").write_bytes(picture(*pair))
