from pathlib import Path

import pytest

from reportgen.charts import style
from reportgen.errors import RenderError
from reportgen.render.palette import Palette

TEMPLATES = Path(__file__).parents[2] / "templates"


def test_every_chart_colour_has_a_dark_twin():
    palette = Palette.read(TEMPLATES)
    colours = [style.PAPER, style.WHITE, style.INK, style.INK2, style.INK3, style.RULE, style.HAIRLINE,
               style.MARK_INK, style.RANKED, *style.SERIES.values(),
               *map(style.tint, style.SERIES.values())]  # fmt: skip
    assert [colour for colour in colours if colour not in palette.chart] == []


def test_colours_become_variables():
    palette = Palette({"ink": ("#000001", "#FFFFF1")}, {"#1A5B99": "#4383C9"})
    assert palette.with_variables('<path fill="#1a5b99"/>', "图 1") == (
        '<path fill="var(--c1A5B99)"/>',
        {"#1A5B99"},
    )
    assert palette.page_variables(dark=True) == "--ink:#FFFFF1;"
    assert palette.chart_variables({"#1A5B99"}, dark=True) == "--c1A5B99:#4383C9;"


def test_a_colour_without_dark_twin_is_refused():
    with pytest.raises(RenderError, match="#123456") as caught:
        Palette({}, {}).with_variables('<path fill="#123456"/>', "图 1")
    assert caught.value.place == "图 1"


@pytest.mark.parametrize("content", ["", "{}", '{"page": [], "chart": {}}'])
def test_a_broken_file_is_refused(tmp_path, content):
    (tmp_path / "colours.json").write_text(content, encoding="utf-8")
    with pytest.raises(RenderError, match="颜色表"):
        Palette.read(tmp_path)
