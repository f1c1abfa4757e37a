"""The SVG: text as text, in the page's families, the same bytes every time."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import xml.etree.ElementTree as ElementTree

from reportgen.charts.box import Box
from reportgen.charts.canvas import Canvas
from reportgen.charts.figure import load_figure, render_figure
from reportgen.charts.fonts import load_fonts
from reportgen.charts.svg import paint
from tests.charts.made_up import FIGURES, FONTS, ROOT, facts_of

NAMES = ("direct_and_indirect", "employment", "provincial_growth_by_year", "industry_structure")
TEXT = "{http://www.w3.org/2000/svg}text"
PROGRAM = f"""
import hashlib
from reportgen.charts.figure import load_figure, render_figure
from tests.charts.made_up import FIGURES, FONTS, facts_of
for name in {NAMES}:
    print(hashlib.sha256(render_figure(load_figure(FIGURES, name), facts_of(), FONTS).svg.encode()).hexdigest())
"""


def small_canvas() -> Canvas:
    canvas = Canvas(load_fonts(FONTS))
    canvas.rows = 2
    canvas.rectangle(Box(60, 5, 90.123456, 30), fill="#1A5B99")
    canvas.line(((60, 30), (200, 30)), "#1B2430", 0.6, (2.4, 1.8))
    canvas.dot(100, 20, "#FFFFFF", "#1A5B99")
    canvas.text(100, 15, "0.0571 $x$ <甲>", weight=600, align="center")
    return canvas


def test_text_stays_text_in_the_families_of_the_page() -> None:
    root = ElementTree.fromstring(paint(small_canvas()))
    (text,) = root.iter(TEXT)
    assert text.text == "0.0571 $x$ <甲>"
    style = dict(part.strip().split(": ") for part in text.attrib["style"].split(";"))
    assert style["font-family"] == "'Noto Sans SC'"
    assert (style["font-weight"], style["font-size"], style["text-anchor"]) == ("600", "8px", "middle")
    assert (float(text.attrib["x"]), float(text.attrib["y"])) == (100, 15)


def test_size_is_the_print_size_and_nothing_tells_the_day() -> None:
    svg = paint(small_canvas())
    root = ElementTree.fromstring(svg)
    assert (root.attrib["width"], root.attrib["height"]) == ("476.7pt", "36pt")
    assert "metadata" not in svg and "DOCTYPE" not in svg and "<!--" not in svg
    assert "90.12 " in svg and "90.123" not in svg


def test_the_same_figures_give_the_same_bytes_in_another_process() -> None:
    environment = {**os.environ, "PYTHONHASHSEED": "7", "TZ": "Asia/Shanghai"}
    command = [sys.executable, "-c", PROGRAM]
    other = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True)
    here = [render_figure(load_figure(FIGURES, name), facts_of(), FONTS).svg for name in NAMES]
    assert other.stdout.split() == [hashlib.sha256(svg.encode()).hexdigest() for svg in here]
