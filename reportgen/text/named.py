"""The paragraphs of a chapter that have a name, so that an edition may replace them.

A name stands directly above the paragraph and reaches down to the next blank line. The paragraph may be
anything that stands between blank lines: running text, a heading, a lead, a figure; the items of a list,
the pairs of a list of symbols, and a table with its caption belong together though blank lines part them.

A name promises that the paragraph can be taken out whole, whatever is put in its place. Therefore tags
that begin in it end in it, and it sets no variable: a later paragraph that reads one would else change
its meaning without a word.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from jinja2 import nodes

from reportgen.errors import ChapterError, ReportError, raise_all
from reportgen.text.kind import COMMENT
from reportgen.text.name_lines import NameLine, name_lines
from reportgen.text.source import Line, Source
from reportgen.text.syntax import Complaints, assignments, parsed

_TAGS = re.compile(r"\{%.*?%\}|\{#.*?#\}")
_ITEM = re.compile(r"\s*(?:[-*+]|\d+[.)])\s")
_CAPTION, _ROW, _MEANING = "表题：", "|", ":"


@dataclass(frozen=True)
class NamedParagraph:
    """A paragraph: the index of its name line, and the index behind its last line."""

    start: int
    end: int


def named_paragraphs(chapter: Source) -> dict[str, NamedParagraph]:
    """The named paragraphs of a chapter.

    Raises:
        ChapterError, ManyErrors: a name twice, without paragraph, within one, or of one that cannot be
            taken out whole; or tags of the chapter that do not match.
    """
    lines = name_lines(chapter)
    if lines:
        parsed(chapter)
    found: dict[str, NamedParagraph] = {}
    errors: list[ReportError] = []
    for line in lines:
        try:
            found[line.name] = _paragraph(chapter, line)
        except ChapterError as error:
            errors.append(error)
    raise_all(errors)
    return found


@lru_cache(maxsize=64)
def without_names(chapter: Source) -> Source:
    """The chapter without its name lines, which are not printed; the lines below them keep the name.

    Raises:
        ChapterError, ManyErrors: as `named_paragraphs`.
    """
    named = named_paragraphs(chapter)
    starts = {paragraph.start for paragraph in named.values()}
    lines = lines_with_names(chapter, named)
    return Source(chapter.name, tuple(line for index, line in enumerate(lines) if index not in starts))


def lines_with_names(chapter: Source, named: Mapping[str, NamedParagraph]) -> list[Line]:
    """The lines of a chapter, each with the name of its paragraph if it has one."""
    lines = list(chapter.lines)
    for name, paragraph in named.items():
        for index in range(paragraph.start, paragraph.end):
            lines[index] = lines[index]._replace(paragraph=name)
    return lines


def _paragraph(chapter: Source, line: NameLine) -> NamedParagraph:
    complaints = Complaints(chapter)
    if line.removes:
        raise complaints.at(line.number, "“删段”只写在版本自己的章节文件里", "这里写成 <!-- 段：名称 -->")
    texts = [one.text for one in chapter.lines]
    following = texts[line.index + 1] if line.number < len(texts) else ""
    if not following.strip() or COMMENT.match(following):
        remedy = "段名写在段落的上一行，中间不空行"
        raise complaints.at(line.number, f"段名“{line.name}”下面没有段落", remedy)
    if _within(texts, line.index):
        raise complaints.at(line.number, f"段名“{line.name}”写在一段的中间", "在段名之前空一行")
    end = paragraph_end(texts, line.index + 1)
    _check_whole(chapter.part(line.index + 1, end), line, complaints)
    return NamedParagraph(line.index, end)


def _within(texts: list[str], index: int) -> bool:
    """Whether text stands above the name line, with nothing but tags between."""
    above = index - 1
    while above >= 0 and texts[above].strip() and not _TAGS.sub("", texts[above]).strip():
        above -= 1
    return above >= 0 and bool(texts[above].strip()) and not COMMENT.match(texts[above])


def paragraph_end(texts: list[str], start: int) -> int:
    """The index behind the last line of the paragraph that starts at this index."""
    end = _blank(texts, start)
    following = _filled(texts, end)
    while following < len(texts) and _belongs(texts[start:end], texts[following : following + 2]):
        end = _blank(texts, following)
        following = _filled(texts, end)
    return end


def _belongs(above: list[str], below: list[str]) -> bool:
    """Whether lines that a blank line parts are one list, one list of symbols, or a caption and its table."""
    if above[0].startswith(_CAPTION):
        return below[0].startswith(_ROW) and not any(text.startswith(_ROW) for text in above)
    if _ITEM.match(above[0]):
        return bool(_ITEM.match(below[0]))
    return above[1:2] != [] and above[1].startswith(_MEANING) and "".join(below[1:]).startswith(_MEANING)


def _blank(texts: list[str], index: int) -> int:
    return next((at for at in range(index, len(texts)) if not texts[at].strip()), len(texts))


def _filled(texts: list[str], index: int) -> int:
    return next((at for at in range(index, len(texts)) if texts[at].strip()), len(texts))


def _check_whole(paragraph: Source, line: NameLine, complaints: Complaints) -> None:
    try:
        tree = parsed(paragraph)
    except ChapterError:
        remedy = "段名管到下一个空行：把它移到 {% if %} 之前，或让起止标签同在这一段里"
        raise complaints.at(line.number, f"段“{line.name}”只含起止标签的一半", remedy) from None
    for node, name in assignments(tree):
        remedy = "后面的段落可能要用这个名称：把这一行移到段名之前"
        raise Complaints(paragraph).at(node.lineno, f"段“{line.name}”里设了名称“{name}”", remedy)
    for node in tree.find_all(nodes.Macro):
        remedy = "把 {% macro %} 移到段名之前"
        raise Complaints(paragraph).at(node.lineno, f"段“{line.name}”里有 {{% macro %}}", remedy)
