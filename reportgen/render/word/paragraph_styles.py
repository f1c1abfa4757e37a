"""What each paragraph style looks like."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from reportgen.render.word import style_names as names
from reportgen.render.word.numbering import BULLETS


@dataclass(frozen=True)
class ParagraphStyle:
    """A paragraph style; lengths in points, ``lines`` in lines, ``indent`` in hundredths of a character.

    ``shown`` is the name in Word, ``level`` the level in the outline, ``leader`` a tab stop at the right edge
    with dots before it; ``close`` leaves no space between neighbours of this style.
    """

    identifier: str
    shown: str
    size: float
    sans: bool = False
    colour: str = "ink"
    align: str = "both"
    before: float = 0
    after: float = 0
    lines: float = 1.0
    indent: int = 0
    left: float = 0
    hanging: float = 0
    keep: bool = False
    close: bool = False
    new_page: bool = False
    level: int | None = None
    leader: bool = False
    follows: str = names.BODY
    numbering: int = 0
    ruled: bool = False


_head = partial(ParagraphStyle, sans=True, align="left", keep=True)
_small = partial(ParagraphStyle, align="left", size=9)
_entry = partial(ParagraphStyle, align="left", lines=1.2, leader=True)
_HEADINGS = (
    _head(
        names.HEADINGS[0], "heading 1", 22, colour="brand_deep", before=12, after=24, new_page=True, level=0
    ),
    _head(names.HEADINGS[1], "heading 2", 16, colour="brand", before=18, after=9, lines=1.2, level=1),
    _head(names.HEADINGS[2], "heading 3", 13, before=12, after=6, lines=1.2, level=2),
    _head(names.HEADINGS[3], "heading 4", 12, colour="ink2", before=12, after=6, lines=1.2, level=3),
    _head(names.CONTENTS_TITLE, "TOC Heading", 22, colour="brand_deep", before=12, after=18, new_page=True),
    _head(names.FIGURE_LIST_TITLE, "图目录标题", 22, colour="brand_deep", before=12, after=18, new_page=True),
)
_COVER = (
    _head(names.TITLE, "Title", 30, colour="brand_deep", before=150, after=12, lines=1.3),
    _head(names.SUBTITLE, "Subtitle", 16, colour="ink2", after=190),
    _small(names.COVER_WORDS, "封面说明", size=10.5, colour="ink2", after=36, lines=1.3),
    _head(names.ISSUER, "封面单位", 15, after=6),
    _small(names.DATE, "封面日期", size=12, colour="ink2"),
)
_CONTENTS = (
    _entry(names.CONTENTS[0], "toc 1", 12, sans=True, before=9, after=3),
    _entry(names.CONTENTS[1], "toc 2", 11, left=24),
    _entry(names.CONTENTS[2], "toc 3", 10.5, colour="ink2", left=48),
    _entry(names.FIGURE_LIST, "table of figures", 10.5, left=36, hanging=36),
)
_TEXT = (
    ParagraphStyle(names.BODY, "Body Text", 12, lines=1.5, indent=200),
    ParagraphStyle(names.LEAD, "章首导语", 14, colour="brand_deep", after=12, lines=1.5),
    ParagraphStyle(
        names.ITEM, "List Bullet", 12, lines=1.5, left=42, hanging=18, numbering=BULLETS, follows=names.ITEM
    ),
    ParagraphStyle(
        names.NUMBERED_ITEM, "List Number", 12, lines=1.5, left=42, hanging=18, follows=names.NUMBERED_ITEM
    ),
    _small(names.SYMBOL, "符号说明", size=10.5, lines=1.3, left=96, hanging=72, follows=names.SYMBOL),
    ParagraphStyle(names.FORMULA, "公式", 12, align="center", before=3, after=3),
    ParagraphStyle(names.FORMULA_NUMBER, "公式编号", 12, align="right", before=3, after=3),
    ParagraphStyle(names.NOTE_WORDS, "footnote text", 9, colour="ink2", lines=1.1, follows=names.NOTE_WORDS),
)
_FIGURES_AND_TABLES = (
    ParagraphStyle(names.CAPTION, "caption", 10.5, sans=True, align="center", before=6, after=6, keep=True),
    _small(names.UNIT, "图的单位", sans=True, colour="ink2", before=12, after=3, keep=True),
    ParagraphStyle(names.FIGURE, "图", 9, align="center", keep=True),
    _small(names.SOURCE, "图注", sans=True, colour="ink3", after=12, close=True, follows=names.SOURCE),
    _small(names.TABLE_HEAD, "表头", sans=True, colour="ink2", before=2, after=2, keep=True),
    _small(names.TABLE_WORDS, "表格文字", before=1.5, after=1.5, follows=names.TABLE_WORDS),
    _small(names.AFTER_TABLE, "表后", size=6, after=3),
    _head(names.KEY_NUMBER, "要数", 20, colour="brand", follows=names.KEY_LABEL),
    _small(names.KEY_LABEL, "要数说明", sans=True, colour="ink2"),
)
_MARGINS = (
    ParagraphStyle(
        names.HEADER, "header", 9, sans=True, colour="ink3", align="right", ruled=True, follows=names.HEADER
    ),
    ParagraphStyle(names.FOOTER, "footer", 9, sans=True, align="center", follows=names.FOOTER),
    _small(names.SEPARATION, "分节", size=1),
)
PARAGRAPH_STYLES = (*_TEXT, *_HEADINGS, *_COVER, *_CONTENTS, *_FIGURES_AND_TABLES, *_MARGINS)
