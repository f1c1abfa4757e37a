"""A small paper: front matter, two chapters, an appendix, one figure."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from reportgen.charts.figure import Drawing, Row
from reportgen.document.assemble import NO_SUPPLEMENTS, Supplements, assemble
from reportgen.document.document import Document
from reportgen.facts.reader import Reader
from reportgen.text.manuscript import Manuscript
from tests.text.facts import reader

SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="200pt" height="36pt" viewBox="0 0 200 36">'
    '<defs><style type="text/css">*{stroke-linejoin: round}</style></defs>'
    '<g id="figure_1"><path id="bar" d="M0 0h100v20h-100z" style="fill: #1a5b99"/>'
    '<use href="#bar" style="fill: #45A29A"/>'
    '<text x="4" y="30" style="font: 8px \'Noto Sans SC\'; fill: #1b2430">规模4.10</text></g></svg>'
)
CHAPTERS = {
    "01-preface": '<!-- 卷首 -->\n# 前言\n\n**规模扩大。**{{ 本年 }}年为{{ 数["增加值.全国[本年]"] | 万亿元 }}。\n',
    "02-overall": '# 总体态势篇\n\n> 导语。\n\n- {{ 数["增加值.全国[本年]"] | 万亿元 }} 规模\n\n## （二）平稳增长\n\n'
    '如{{ 图("scale_and_share") }}所示[^a]。\n\n{{ 图表("scale_and_share") }}\n\n### 细目\n\n文字。\n\n'
    "表题：甲\n\n| 名 | 值 |\n|---|--:|\n| 甲 | 乙 |\n\n[^a]: 注文一。\n",
    "03-region": "# 区域发展篇\n\n正文[^b]。\n\n[^b]: 注文二。\n",
    "09-method": "<!-- 附录二 -->\n# 测算方案\n\n## 总式\n\n设$a_{ij}$为系数，则\n\n$$ Z = \\sum_i x_i $$ (1)\n\n"
    "$a_{ij}$\n: 系数\n",
}


@dataclass
class Imprint:
    title: str = "中国工业互联网\n产业经济发展白皮书"
    subtitle: str = "（2022年）"
    issuer: str = "编写组"
    date: str = "2022年12月"
    number: str = ""
    notice: str = ""
    editors: str = "编写组"


@dataclass
class Layout:
    figure_title: str = "below"


@dataclass
class Edition:
    edition: int = 2022
    reference_year: int = 2021
    imprint: Imprint = field(default_factory=Imprint)
    layout: Layout = field(default_factory=Layout)
    chapters: list[str] = field(default_factory=lambda: list(CHAPTERS))
    figures: list[str] = field(default_factory=lambda: ["2 scale_and_share"])


def drawing(name: str = "scale_and_share", svg: str = SVG) -> Drawing:
    """A figure of one bar."""
    row = Row("全国增加值", "2021", 40983.205, "亿元", "增加值.全国[2021]", "测算")
    return Drawing(
        name, "规模", "单位：万亿元", "数据来源：测算。", "", "规模为4.10万亿元。", svg, 200, 36, (row,)
    )


def paper(
    folder: Path,
    chapters: Mapping[str, str] | None = None,
    *,
    figures: tuple[str, ...] = ("2 scale_and_share",),
    svg: str = SVG,
    height: float = 36,
    figure_title: str = "below",
    supplements: Supplements = NO_SUPPLEMENTS,
    facts: Reader | None = None,
    own: Mapping[str, str] | None = None,
) -> Document:
    """Assemble the small paper, with some chapters replaced; every figure has the same drawing.

    `own` holds the edition's own chapter files, as they would stand in ``2022/chapters/``.
    """
    texts = {**CHAPTERS, **(chapters or {})}
    for name, text in texts.items():
        (folder / f"{name}.md").write_text(text, encoding="utf-8")
    manuscript = Manuscript(folder, folder / "2022/chapters")
    for name, text in (own or {}).items():
        manuscript.own.mkdir(parents=True, exist_ok=True)
        (manuscript.own / f"{name}.md").write_text(text, encoding="utf-8")
    edition = Edition(chapters=sorted(texts), figures=list(figures), layout=Layout(figure_title))
    names = {"scale_and_share", *(entry.split()[-1] for entry in figures)} - {"scale_and_shear"}
    drawings = {name: dataclasses.replace(drawing(name, svg), height_pt=height) for name in names}
    return assemble(edition, manuscript, drawings, facts or reader(), supplements=supplements)
