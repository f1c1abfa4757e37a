"""The layout of real pages: figures float, tables break with their heads, headings stay with their text."""

import io
import re
from pathlib import Path

from pypdf import PdfReader

from reportgen.render.pdf import render_pdf
from tests.document.papers import paper

TEMPLATES = Path(__file__).parents[2] / "templates"
SOURCE = "数据来源：测算。"  # the foot of the figure
FIGURE = '如{{ 图("scale_and_share") }}所示。\n\n{{ 图表("scale_and_share") }}\n\n'


def pages(folder, text, **options):
    chapters = {"02-overall": "# 甲\n\n乙。\n", "03-region": text}
    content = render_pdf(paper(folder, chapters, **options), TEMPLATES)
    texts = [
        re.sub(r"[\s\u2060\u200b]", "", page.extract_text()) for page in PdfReader(io.BytesIO(content)).pages
    ]
    return [text for text in texts if "区域发展" in text and "目录" not in text]


def lines(mark, count):
    """A paragraph of so many lines that begins and ends with a mark."""
    return f"{mark}始" + "文" * (40 * count - 8) + f"{mark}终。\n\n"


def test_the_text_runs_on_where_a_figure_does_not_fit(tmp_path):
    text = "# 区域发展\n\n" + lines("子", 10) + FIGURE + lines("丑", 10) + lines("寅", 10)
    first, second = pages(tmp_path, text, height=360)
    assert "丑终" in first and SOURCE not in first
    assert "寅始" in first and SOURCE in second


def test_a_figure_that_fits_stays_in_its_place(tmp_path):
    text = "# 区域发展\n\n" + lines("子", 3) + FIGURE + lines("丑", 3)
    (only,) = pages(tmp_path, text, height=180)
    assert only.index("子终") < only.index(SOURCE) < only.index("丑始")


def test_a_heading_is_never_alone_at_the_foot(tmp_path):
    text = "# 区域发展\n\n" + lines("子", 25) + "## 小节甲\n\n" + lines("丑", 8)
    first, second = pages(tmp_path, text, figures=())
    assert "小节甲" not in first and "小节甲" in second


def test_a_long_table_breaks_and_repeats_its_head(tmp_path):
    rows = "".join(f"| 行{number} | 值 |\n" for number in range(45))
    first, second = pages(
        tmp_path, f"# 区域发展\n\n表题：长表\n\n| 表头一 | 表头二 |\n|---|---|\n{rows}", figures=()
    )
    assert "表头一" in first and "表头一" in second
    assert "长表" not in second


def test_a_short_table_does_not_break(tmp_path):
    rows = "".join(f"| 行{number} | 值 |\n" for number in range(6))
    text = "# 区域发展\n\n" + lines("子", 23) + f"表题：短表\n\n| 表头 | 值 |\n|---|---|\n{rows}"
    first, second = pages(tmp_path, text, figures=())
    assert "短表" not in first and "短表" in second
