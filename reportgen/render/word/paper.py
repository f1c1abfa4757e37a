"""A document as a flow: cover, front matter with the tables of contents, body."""

from __future__ import annotations

from collections.abc import Mapping

from reportgen.document.document import Chapter, Document, Entry
from reportgen.render.word import style_names as styles
from reportgen.render.word.blocks import EM_SPACE, BlockLines, bookmark
from reportgen.render.word.flow import Break, Flow, Group, Line, Listing, PageOf, Part, Pieces, Tab, Words

_CONTENTS_FIELD = r'TOC \o "1-3" \h \z'
_FIGURES_FIELD = r'TOC \h \z \c "图"'


def flow(document: Document, pictures: Mapping[str, bytes]) -> Flow:
    """The whole paper.

    Args:
        document: the paper.
        pictures: the PNG of each figure, by name.
    """
    blocks = BlockLines(document, pictures)
    chapters = [(chapter, _chapter(chapter, blocks)) for chapter in document.chapters]
    return Flow(
        Line(styles.HEADER, (Words(document.running_title),)),
        _cover(document),
        (
            *(group for chapter, group in chapters if chapter.front),
            *_contents(document),
        ),
        tuple(group for chapter, group in chapters if not chapter.front),
    )


def _cover(document: Document) -> tuple[Part, ...]:
    imprint = document.imprint
    lines = (
        (styles.COVER_WORDS, imprint.number),
        (styles.TITLE, imprint.title),
        (styles.SUBTITLE, imprint.subtitle),
        (styles.COVER_WORDS, imprint.notice),
        (styles.ISSUER, imprint.issuer),
        (styles.DATE, imprint.date),
    )
    return tuple(Line(style, _broken(text)) for style, text in lines if text)


def _broken(text: str) -> Pieces:
    first, *others = text.split("\n")
    return (Words(first), *(piece for line in others for piece in (Break(), Words(line))))


def _chapter(chapter: Chapter, blocks: BlockLines) -> Group:
    """A chapter, found again in another edition by the name of its file without the leading digits."""
    heading = (Words(_numeral(chapter.numeral)),) if chapter.numeral else ()
    title = (*heading, *blocks.pieces(chapter.title))
    parts: list[Part] = [Line(styles.HEADINGS[0], title, bookmark=bookmark(chapter.anchor))]
    if chapter.lead:
        parts.append(Line(styles.LEAD, blocks.pieces(chapter.lead)))
    if chapter.key_figures:
        parts.extend(blocks.keyfigures(chapter.key_figures))
    return Group(chapter.name.lstrip("0123456789-"), (*parts, *blocks.parts(chapter.blocks)))


def _numeral(numeral: str) -> str:
    """``一、`` stands directly before the title, ``附录一`` apart from it."""
    return numeral if numeral.endswith("、") else numeral + EM_SPACE


def _contents(document: Document) -> tuple[Part, ...]:
    contents = Listing(_CONTENTS_FIELD, tuple(map(_entry, document.contents)))
    title = Line(styles.CONTENTS_TITLE, (Words("目录"),))
    if not document.figures:
        return title, contents
    figures = tuple(
        _linked(styles.FIGURE_LIST, f"图{figure.number}{EM_SPACE}{figure.drawing.title}", figure.anchor)
        for figure in document.figures.values()
    )
    second = Line(styles.FIGURE_LIST_TITLE, (Words("图目录"),))
    return title, contents, second, Listing(_FIGURES_FIELD, figures)


def _entry(entry: Entry) -> Line:
    numeral = _numeral(entry.numeral) if entry.level == 1 and entry.numeral else entry.numeral
    return _linked(styles.CONTENTS[entry.level - 1], numeral + entry.title, entry.anchor)


def _linked(style: str, text: str, anchor: str) -> Line:
    name = bookmark(anchor)
    return Line(style, (Words(text), Tab(), PageOf(name)), link=name)
