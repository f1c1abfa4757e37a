"""From a chapter file to blocks: read, run the template, read the Markdown."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from jinja2 import TemplateSyntaxError

from reportgen.errors import ChapterError, nearest
from reportgen.facts.reader import Reader
from reportgen.text.beside import Beside
from reportgen.text.blocks import Block
from reportgen.text.environment import ChapterEnvironment
from reportgen.text.filters import Filters
from reportgen.text.markdown import read_markdown
from reportgen.text.marks import Marks, private_character, unmark_lines
from reportgen.text.names import Names
from reportgen.text.syntax import Complaints, check_names

_DIRECTIVE = re.compile(r"^\s*<!--\s*(.*?)\s*-->\s*$")
KINDS = ("卷首", "导论", "正文", "附录", "卷尾")


@dataclass(frozen=True)
class WrittenChapter:
    """One chapter with every number in place.

    Attributes:
        name: file name, as it stands in places: ``02-overall.md``.
        kind: 卷首, 导论, 正文, 附录 or 卷尾.
        label: ``附录二`` for an appendix, else ``""``.
        blocks: its content; the first is its only heading of level 1.
    """

    name: str
    kind: str
    label: str
    blocks: tuple[Block, ...]


def write_chapter(path: Path, reader: Reader, figures: Mapping[str, int], beside: Beside) -> WrittenChapter:
    """Write one chapter with the facts of an edition.

    Args:
        path: the chapter file.
        reader: the facts; every number printed is recorded with file and line.
        figures: number of each figure of the edition, by its name.
        beside: the method and the context facts of the edition.

    Raises:
        ChapterError: missing file, wrong encoding, bad template, filter or Markdown.
        AddressError: an address names no fact.
        ManyErrors: several of these.
    """
    source = read_source(path)
    complaints = Complaints(path.name, source)
    kind, label, body = _split_directive(source, complaints)
    marks = Marks()
    printed = _run(body, Names(reader, path.name, figures, marks, beside), marks, complaints)
    text, origins = unmark_lines(printed, body.split("\n"))
    blocks = read_markdown(text, origins, marks, complaints)
    _check_title(blocks, complaints)
    return WrittenChapter(path.name, kind, label, blocks)


def read_source(path: Path) -> str:
    """The text of a chapter file.

    Raises:
        ChapterError: missing, not UTF-8, or with characters kept for the program.
    """
    if not path.is_file():
        known = [other.name for other in path.parent.glob("*.md")] if path.parent.is_dir() else []
        raise ChapterError(
            "没有这个章节文件", place=str(path), remedy=nearest(path.name, known) or "检查文件名"
        )
    try:
        source = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as problem:
        raise ChapterError("文件不是 UTF-8 编码", place=str(path), remedy="用编辑器另存为 UTF-8") from problem
    index = private_character(source)
    if index is not None:
        line = source.count("\n", 0, index) + 1
        raise ChapterError(
            f"有无法印刷的私用区字符 U+{ord(source[index]):04X}",
            place=f"{path.name}:{line}",
            remedy="删去该字符",
        )
    return source


def _split_directive(source: str, complaints: Complaints) -> tuple[str, str, str]:
    first, newline, rest = source.partition("\n")
    found = _DIRECTIVE.match(first)
    if found is None:
        return "正文", "", source
    kind = "附录" if found[1].startswith("附录") else found[1]
    if kind not in KINDS:
        raise complaints.at(1, f"没有“{found[1]}”这种章", nearest(kind, KINDS) or f"可用：{'、'.join(KINDS)}")
    return kind, found[1] if kind == "附录" else "", newline + rest


def _run(body: str, names: Names, marks: Marks, complaints: Complaints) -> str:
    environment = ChapterEnvironment(Filters(marks), names.table())
    try:
        tree = environment.parse(body, complaints.chapter, complaints.chapter)
        check_names(tree, environment, complaints)
        code = environment.compile(body, complaints.chapter, complaints.chapter)
    except TemplateSyntaxError as error:
        raise complaints.syntax(error) from None
    template = environment.template_class.from_code(environment, code, environment.globals)
    try:
        return template.render()
    except Exception as error:
        raise complaints.running(error, [*environment.globals]) from error


def _check_title(blocks: tuple[Block, ...], complaints: Complaints) -> None:
    titles = [block for block in blocks if getattr(block, "level", 0) == 1]
    if not blocks or len(titles) != 1 or blocks[0] is not titles[0]:
        line = titles[1].line if len(titles) > 1 else 1
        raise complaints.at(line, "每章应恰好有一个“# ”标题，写在最前", "补上、移动或改为“## ”")
