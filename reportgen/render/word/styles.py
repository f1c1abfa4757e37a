"""The styles of the Word document: 宋体 for text, 黑体 for headings, captions and tables."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from reportgen.render.palette import Palette
from reportgen.render.word import style_names as names
from reportgen.render.word.elements import Element, element
from reportgen.render.word.measures import TEXT_WIDTH, eighths, half_points, twips
from reportgen.render.word.numbering import BULLETS

_SERIF = {"ascii": "Times New Roman", "hAnsi": "Times New Roman", "eastAsia": "宋体", "cs": "Times New Roman"}
_SANS = {"ascii": "Arial", "hAnsi": "Arial", "eastAsia": "黑体", "cs": "Arial"}
_LINE = 240  # Word counts line spacing in 240ths of a line


@dataclass(frozen=True)
class _Style:
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


_head = partial(_Style, sans=True, align="left", keep=True)
_small = partial(_Style, align="left", size=9)
_entry = partial(_Style, align="left", lines=1.2, leader=True)
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
    _Style(names.BODY, "Body Text", 12, lines=1.5, indent=200),
    _Style(names.LEAD, "章首导语", 14, colour="brand_deep", after=12, lines=1.5),
    _Style(
        names.ITEM, "List Bullet", 12, lines=1.5, left=42, hanging=18, numbering=BULLETS, follows=names.ITEM
    ),
    _Style(
        names.NUMBERED_ITEM, "List Number", 12, lines=1.5, left=42, hanging=18, follows=names.NUMBERED_ITEM
    ),
    _small(names.SYMBOL, "符号说明", size=10.5, lines=1.3, left=96, hanging=72, follows=names.SYMBOL),
    _Style(names.FORMULA, "公式", 12, align="center", before=3, after=3),
    _Style(names.FORMULA_NUMBER, "公式编号", 12, align="right", before=3, after=3),
    _Style(names.NOTE_WORDS, "footnote text", 9, colour="ink2", lines=1.1, follows=names.NOTE_WORDS),
)
_FIGURES_AND_TABLES = (
    _Style(names.CAPTION, "caption", 10.5, sans=True, align="center", before=6, after=6, keep=True),
    _small(names.UNIT, "图的单位", sans=True, colour="ink2", before=12, after=3, keep=True),
    _Style(names.FIGURE, "图", 9, align="center", keep=True),
    _small(names.SOURCE, "图注", sans=True, colour="ink3", after=12, close=True, follows=names.SOURCE),
    _small(names.TABLE_HEAD, "表头", sans=True, colour="ink2", before=2, after=2, keep=True),
    _small(names.TABLE_WORDS, "表格文字", before=1.5, after=1.5, follows=names.TABLE_WORDS),
    _small(names.AFTER_TABLE, "表后", size=6, after=3),
    _head(names.KEY_NUMBER, "要数", 20, colour="brand", follows=names.KEY_LABEL),
    _small(names.KEY_LABEL, "要数说明", sans=True, colour="ink2"),
)
_MARGINS = (
    _Style(
        names.HEADER, "header", 9, sans=True, colour="ink3", align="right", ruled=True, follows=names.HEADER
    ),
    _Style(names.FOOTER, "footer", 9, sans=True, align="center", follows=names.FOOTER),
    _small(names.SEPARATION, "分节", size=1),
)
_STYLES = (*_TEXT, *_HEADINGS, *_COVER, *_CONTENTS, *_FIGURES_AND_TABLES, *_MARGINS)


def styles(palette: Palette) -> Element:
    """The root of ``styles.xml``.

    Args:
        palette: the colours of the page, of which the light ones are taken.
    """
    colours = {role: light.lstrip("#") for role, (light, _) in palette.page.items()}
    return element(
        "w:styles",
        _defaults(colours["ink"]),
        element("w:style", element("w:name", val="Normal"), element("w:qFormat"), type="paragraph", default=1, styleId="Normal"),
        element("w:style", element("w:name", val="Default Paragraph Font"), type="character", default=1, styleId="DefaultParagraphFont"),
        *(_paragraph_style(style, colours) for style in _STYLES),
        *_character_styles(colours),
        *_table_styles(colours),
    )  # fmt: skip


def _defaults(ink: str) -> Element:
    """Text of 12 points in Chinese; Latin words as English, or they would be broken anywhere."""
    run = element(
        "w:rPr",
        element("w:rFonts", **_SERIF),
        element("w:color", val=ink),
        *_sizes(12),
        element("w:lang", val="en-US", eastAsia="zh-CN"),
    )
    paragraph = element("w:pPr", element("w:widowControl"), element("w:spacing", before=0, after=0))
    return element("w:docDefaults", element("w:rPrDefault", run), element("w:pPrDefault", paragraph))


def _sizes(points: float) -> tuple[Element, Element]:
    return element("w:sz", val=half_points(points)), element("w:szCs", val=half_points(points))


def _paragraph_style(style: _Style, colours: dict[str, str]) -> Element:
    fonts = _SANS if style.sans else _SERIF
    run = element(
        "w:rPr",
        element("w:rFonts", **fonts),
        element("w:color", val=colours[style.colour]),
        *_sizes(style.size),
    )
    return element(
        "w:style",
        element("w:name", val=style.shown),
        element("w:basedOn", val="Normal"),
        element("w:next", val=style.follows),
        element("w:qFormat"),
        element("w:pPr", *_paragraph_properties(style, colours)),
        run,
        type="paragraph",
        styleId=style.identifier,
    )


def _paragraph_properties(style: _Style, colours: dict[str, str]) -> Iterator[Element]:
    """In the order that the format prescribes."""
    if style.keep:
        yield element("w:keepNext")
        yield element("w:keepLines")
    if style.new_page:
        yield element("w:pageBreakBefore")
    if style.numbering:
        yield element("w:numPr", element("w:numId", val=style.numbering))
    if style.ruled:
        line = element("w:bottom", val="single", sz=eighths(0.5), space=4, color=colours["rule"])
        yield element("w:pBdr", line)
    if style.leader:
        stop = element("w:tab", val="right", leader="dot", pos=twips(TEXT_WIDTH))
        yield element("w:tabs", stop)
    yield element(
        "w:spacing",
        before=twips(style.before), after=twips(style.after), line=round(_LINE * style.lines), lineRule="auto",
    )  # fmt: skip
    if style.indent:
        yield element("w:ind", firstLineChars=style.indent, firstLine=twips(style.size * style.indent / 100))
    elif style.left:
        yield element("w:ind", left=twips(style.left), hanging=twips(style.hanging))
    if style.close:
        yield element("w:contextualSpacing")
    yield element("w:jc", val=style.align)
    if style.level is not None:
        yield element("w:outlineLvl", val=style.level)


def _character_styles(colours: dict[str, str]) -> Iterator[Element]:
    lead = element("w:rPr", element("w:rFonts", **_SANS), element("w:color", val=colours["brand_deep"]))
    raised = element(
        "w:rPr", element("w:color", val=colours["brand"]), element("w:vertAlign", val="superscript")
    )
    for identifier, shown, properties in (
        (names.STRONG, "Strong", element("w:rPr", element("w:b"), element("w:bCs"))),
        (names.LEAD_WORDS, "领句", lead),
        (names.NOTE_CALL, "footnote reference", raised),
    ):
        yield element(
            "w:style",
            element("w:name", val=shown),
            element("w:basedOn", val="DefaultParagraphFont"),
            element("w:qFormat"),
            properties,
            type="character",
            styleId=identifier,
        )


def _table_styles(colours: dict[str, str]) -> Iterator[Element]:
    def rule(side: str, points: float, role: str) -> Element:
        return element(f"w:{side}", val="single", sz=eighths(points), space=0, color=colours[role])

    frame = element(
        "w:tblBorders",
        rule("top", 1, "brand"), rule("bottom", 1, "brand"), rule("insideH", 0.5, "hair"),
    )  # fmt: skip
    head = element(
        "w:tblStylePr",
        element("w:tcPr", element("w:tcBorders", rule("bottom", 0.75, "ink"))),
        type="firstRow",
    )
    for identifier, shown, borders, first in (
        (names.TABLE, "白皮书表格", frame, head),
        (names.PLAIN_TABLE, "无框线表格", None, None),
    ):
        margins = (element(f"w:{side}", w=twips(3), type="dxa") for side in ("left", "right"))
        yield element(
            "w:style",
            element("w:name", val=shown),
            element("w:qFormat"),
            element("w:tblPr", borders, element("w:tblCellMar", *margins)),
            first,
            type="table",
            styleId=identifier,
        )
