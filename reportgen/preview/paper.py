"""One state of the page: everything that the browser shows, in pieces that can be exchanged one by one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from markupsafe import Markup

from reportgen.document.document import Chapter, Document
from reportgen.errors import RenderError
from reportgen.preview.markup import Made, Piece, PiecesMarkup
from reportgen.render.glyphs import FACES, check_glyphs
from reportgen.render.html import page_values
from reportgen.render.page import fill_page, read_scripts, visible_text
from reportgen.render.palette import Palette
from reportgen.text.blocks import Figure

_HERE = "<!--pieces-->"
_HEAD = re.compile(rf'<section class="chapter">\n?(.*?){_HERE}', re.DOTALL)
_CONTENTS = re.compile(r'<nav id="contents".*?</nav>', re.DOTALL)
_HERO = re.compile(r'<section class="hero".*?</section>', re.DOTALL)
_TAG = re.compile(r"<\w+")
_MATH = "STIXTwoMath-Regular.ttf"


@dataclass(frozen=True)
class ChapterPage:
    """One chapter: file name, id of its heading, the HTML of heading and lead, its blocks."""

    name: str
    anchor: str
    head: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True)
class Paper:
    """The page in parts.

    Attributes:
        chapters: in their order.
        contents: the table of contents.
        hero: the cover, with its bars.
        tips: what numbers tell about themselves, JSON.
        frame: everything else; when it changes the page is loaded again.
        figures: name of each figure by the id of its place.
        figure_places: file and line where a figure stands, by its name.
    """

    chapters: tuple[ChapterPage, ...]
    contents: str
    hero: str
    tips: str
    frame: str
    figures: dict[str, str]
    figure_places: dict[str, str]

    def places(self) -> Iterator[str]:
        """The places of all blocks in the order of the page."""
        for chapter in self.chapters:
            yield from (piece.place for piece in chapter.pieces if piece.place)

    def html(self) -> str:
        """The page for a browser that has nothing yet."""
        parts = self.frame.split(_HERE)
        chapters = [chapter.head + "\n".join(map(placed, chapter.pieces)) for chapter in self.chapters]
        both = zip(parts, [*chapters, ""], strict=True)
        return "".join(part + chapter for part, chapter in both)


def make_paper(document: Document, templates: Path, made: Made, known: frozenset[str]) -> Paper:
    """The page of a document.

    Args:
        document: the paper.
        templates: folder with ``screen/``, ``preview/``, ``colours.json`` and ``fonts/``.
        made: figures and chapters made before.
        known: keys of pieces whose characters have been checked.

    Raises:
        RenderError: a glyph is missing, a colour has no dark twin, or a template is wrong.
    """
    markup = PiecesMarkup(document, Palette.read(templates), made)
    pieces = {chapter.anchor: markup.pieces(chapter) for chapter in document.chapters}
    values = page_values(document, markup, templates) | {
        "chapters": [(chapter, Markup(_HERE)) for chapter in document.chapters],
        "faces": Markup(_faces() + _read(templates / "preview/style.css")),
        "script": Markup(_scripts(templates)),
    }
    page = fill_page(templates / "screen", **values)
    fresh = [piece.html for one in pieces.values() for piece in one if piece.key not in known]
    check_glyphs(document, visible_text("".join([page, *fresh])), templates / "fonts")
    heads = _HEAD.findall(page)
    return Paper(
        chapters=tuple(
            ChapterPage(chapter.name, chapter.anchor, _placed_head(head, chapter), pieces[chapter.anchor])
            for chapter, head in zip(document.chapters, heads, strict=True)
        ),
        contents=_part(_CONTENTS, page),
        hero=_part(_HERO, page),
        tips=str(values["tips"]),
        frame=_HEAD.sub(lambda found: found[0].replace(found[1], "", 1) if found[1] else found[0], page),
        figures={figure.anchor: name for name, figure in document.figures.items()},
        figure_places=_figure_places(document),
    )


def placed(piece: Piece) -> str:
    """The HTML of a piece with its key and place on the outermost element."""
    said = str(Markup(' data-piece="{}" data-place="{}"').format(piece.key, piece.place))
    return _TAG.sub(lambda tag: tag[0] + said, piece.html, count=1)


def _part(pattern: re.Pattern[str], page: str) -> str:
    found = pattern.search(page)
    return found[0] if found else ""


def _placed_head(head: str, chapter: Chapter) -> str:
    """The elements above the blocks with their places: heading, lead, opening numbers."""
    lines = list(enumerate(chapter.source.lines, start=1))
    title = next((number for number, line in lines if line.text.startswith("# ")), 1)
    lead = next((number for number, line in lines if line.text.startswith(">")), title)
    opening = chapter.key_figures.line if chapter.key_figures else title
    for tag, line in (("<h1", title), ('<p class="lead"', lead), ('<dl class="key-figures"', opening)):
        said = Markup(' data-place="{}"').format(chapter.place(line))
        head = head.replace(tag, f"{tag}{said}", 1)
    return head


def _figure_places(document: Document) -> dict[str, str]:
    return {
        block.name: chapter.place(block.line)
        for chapter in document.chapters
        for block in chapter.blocks
        if isinstance(block, Figure)
    }


def bare_page(templates: Path) -> str:
    """What is shown before there is a good page: the errors come to it, and in time the page."""
    style, script = _read(templates / "preview/style.css"), read_scripts(templates / "preview")
    return (
        f'<!doctype html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">\n<title>预览</title>\n'
        f"<style>:root{{{Palette.read(templates).page_variables(False)}}}\n{style}</style>\n</head>\n<body>\n"
        f'<main id="main"><p>还没有可以显示的页面，改正错误后会自动出现。</p></main>\n<script>{script}</script>\n'
        "</body>\n</html>\n"
    )


def font_files(templates: Path) -> dict[str, Path]:
    """The font files that a page may ask for, by name."""
    math = Path(find_spec("ziamath").origin).parent / "fonts" / _MATH
    return {name: templates / "fonts" / name for name in FACES.values()} | {_MATH: math}


def _faces() -> str:
    """The fonts as they are: cutting them to the characters used would take longer than loading them."""
    faces = {**FACES, ("STIX Two Math", 400): _MATH}
    return "".join(
        f"@font-face{{font-family:'{family}';font-weight:{weight};font-display:swap;src:url(/fonts/{name})}}\n"
        for (family, weight), name in faces.items()
    )


def _scripts(templates: Path) -> str:
    """The scripts of the screen as a function, started on every new state of the page, and that of the preview."""
    paper = read_scripts(templates / "screen")
    return f"const startPaper = () => {{\n{paper}\n}};\n{read_scripts(templates / 'preview')}"


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except OSError as problem:
        raise RenderError("缺少版面文件", place=str(path), remedy="从版本库恢复 templates") from problem
