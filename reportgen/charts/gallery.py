"""All figures of an edition on one page, with what they say and the facts they use; their numbers as CSV."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Mapping, Sequence
from html import escape

from reportgen.charts.figure import Drawing
from reportgen.charts.fonts import FILES
from reportgen.charts.style import BRAND, FAMILY, HAIRLINE, INK, INK2, INK3
from reportgen.facts.spreadsheet import safe_cell

_SVG = re.compile(r"<svg\b([^>]*)>")
_BEFORE = re.compile(r"^.*?(?=<svg\b)|<defs>\s*<style.*?</style>\s*</defs>", re.DOTALL)
_HEAD = f"""<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>图样</title>
<style>
@@faces@@
body {{ margin: 32px auto; max-width: 1180px; padding: 0 16px; color: {INK};
  font: 14px/24px '{FAMILY}', sans-serif; }}
section {{ border-top: 1.5px solid {BRAND}; padding: 12px 0 36px; }}
h2 {{ font-size: 16px; font-weight: 600; margin: 0; }}
.name, .unit, details {{ color: {INK3}; font-size: 13px; }}
.unit {{ color: {INK2}; }}
p {{ margin: 0 0 6px; max-width: 68em; }}
.pictures {{ display: flex; flex-wrap: wrap; gap: 40px; align-items: flex-start; margin: 8px 0; }}
.pictures svg {{ display: block; max-width: 100%; height: auto; stroke-linejoin: round; }}
.narrow {{ outline: 1px solid {HAIRLINE}; outline-offset: 10px; }}
</style>
</head>
<body>
"""


def contact_sheet(drawings: Mapping[int, Sequence[Drawing]], fonts: str, title: str = "图样") -> str:
    """A page of all figures: pictures, title, text alternative and facts.

    Args:
        drawings: by number of the figure its variants, the first of which gives the texts.
        fonts: URL of the folder with the TrueType files, as seen from the page.
        title: heading of the page.
    """
    faces = "\n".join(
        f"@font-face {{ font-family: '{FAMILY}'; font-weight: {weight}; src: url('{fonts}/{file}'); }}"
        for weight, file in FILES.items()
    )
    sections = "".join(_section(number, variants) for number, variants in drawings.items())
    head = _HEAD.replace("@@faces@@", faces)
    return f"{head}<h1>{escape(title)}</h1>\n{sections}</body>\n</html>\n"


def picture_name(drawing: Drawing, ending: str = "svg") -> str:
    """``employment.svg``, ``employment-narrow.svg``."""
    tail = "" if drawing.variant == "wide" else f"-{drawing.variant}"
    return f"{drawing.name}{tail}.{ending}"


def figure_csv(drawing: Drawing) -> str:
    """The numbers of a figure, unrounded, one a line: 系列, 项目, 数值, 单位."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(["系列", "项目", "数值", "单位"])
    writer.writerows(
        (safe_cell(row.series), safe_cell(row.label), repr(float(row.value)), safe_cell(row.unit))
        for row in drawing.rows
    )
    return text.getvalue()


def _section(number: int, variants: Sequence[Drawing]) -> str:
    first = variants[0]
    pictures = "\n".join(_picture(drawing) for drawing in variants)
    addresses = "、".join(first.addresses) or "无（只用名称）"
    remarks = "".join(f'<p class="unit">{escape(text)}</p>\n' for text in (first.note, first.source) if text)
    return (
        f'<section id="{escape(first.name)}">\n<h2>图 {number}　{escape(first.title)}</h2>\n'
        f'<p class="name">{escape(first.name)}.py　<a href="{escape(first.name)}.csv">数据</a></p>\n'
        f'<p class="unit">{escape(first.subtitle)}</p>\n<div class="pictures">\n{pictures}\n</div>\n{remarks}'
        f"<p><strong>替代文字</strong>　{escape(first.alternative)}</p>\n"
        f"<details><summary>所用的数（{len(first.addresses)} 个）</summary>"
        f"{escape(addresses)}</details>\n</section>\n"
    )


def _picture(drawing: Drawing) -> str:
    """The SVG as part of the page, so that it uses the faces of the page."""
    label = f' class="{drawing.variant}" role="img" aria-label="{escape(drawing.alternative)}"'
    return _SVG.sub(lambda head: f"<svg{head[1]}{label}>", _BEFORE.sub("", drawing.svg), count=1)
