"""The styles of the Word document: 宋体 for text, 黑体 for headings, captions and tables."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.render.palette import Palette
from reportgen.render.word import style_names as names
from reportgen.render.word.elements import Element, element
from reportgen.render.word.font_table import HEITI, SANS, SERIF, SONGTI
from reportgen.render.word.measures import TEXT_WIDTH, eighths, half_points, twips
from reportgen.render.word.paragraph_styles import PARAGRAPH_STYLES, ParagraphStyle

_SERIF = {"ascii": SERIF, "hAnsi": SERIF, "eastAsia": SONGTI, "cs": SERIF}
_SANS = {"ascii": SANS, "hAnsi": SANS, "eastAsia": HEITI, "cs": SANS}
_LINE = 240  # Word counts line spacing in 240ths of a line


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
        *(_paragraph_style(style, colours) for style in PARAGRAPH_STYLES),
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


def _paragraph_style(style: ParagraphStyle, colours: dict[str, str]) -> Element:
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


def _paragraph_properties(style: ParagraphStyle, colours: dict[str, str]) -> Iterator[Element]:
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
