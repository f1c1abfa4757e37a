"""Text is measured from the font; a missing glyph or file is an error."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportgen.charts.fonts import Fonts, load_fonts
from reportgen.errors import FigureError, RenderError
from tests.charts.made_up import FONTS


@pytest.mark.parametrize("weight", [400, 600])
@pytest.mark.parametrize("text", ["4.10", "渗透产业", "占GDP比重", "2022E", "-12.34"])
def test_ink_agrees_with_the_outlines_matplotlib_draws(text: str, weight: int) -> None:
    from matplotlib.textpath import TextPath

    fonts = load_fonts(FONTS)
    drawn = TextPath((0, 0), text, prop=fonts.properties(8, weight)).get_extents()
    ink = fonts.ink(text, 8, weight)
    # matplotlib kerns, the page need not: a pair may move by a few hundredths of an em
    assert (ink.left, ink.right) == pytest.approx((drawn.x0, drawn.x1), abs=0.5)
    assert (-ink.top, -ink.bottom) == pytest.approx((drawn.y1, drawn.y0), abs=0.2)


def test_width_grows_with_the_size() -> None:
    fonts = load_fonts(FONTS)
    assert fonts.width("国", 8) == pytest.approx(8)
    assert fonts.width("1234", 16) == pytest.approx(2 * fonts.width("1234", 8))


def test_a_space_has_width_and_no_ink() -> None:
    fonts = load_fonts(FONTS)
    assert fonts.width(" ", 8) > 0
    assert fonts.ink(" ", 8).height == 0


def test_a_character_without_glyph_is_named() -> None:
    with pytest.raises(FigureError, match="U\\+1F600"):
        load_fonts(FONTS).width("增加值😀", 8)


def test_missing_font_files_are_named(tmp_path: Path) -> None:
    with pytest.raises(RenderError, match=r"NotoSansSC-Regular\.ttf、NotoSansSC-SemiBold\.ttf"):
        Fonts(tmp_path)
