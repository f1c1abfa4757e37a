"""An edition's own paragraphs in place of those of a chapter.

The edition has a file of the chapter's name in its own folder. A file that begins with a heading ``# …``
is the whole chapter; any other names paragraphs of the chapter and gives what is printed instead:

    <!-- 段：规模 -->
    一段或几段新的文字。

    <!-- 删段：展望 -->

A paragraph goes only when 删段 says so: a name with nothing below it may be a slip, and is refused.

The lines are exchanged in the text of the chapter before the template runs, so that the new paragraph
sees the variables of the chapter, and nothing of the old one is read or recorded. What the new paragraph
sets itself must not carry a name of the chapter, whose later paragraphs would change unseen.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from reportgen.errors import ChapterError, nearest, raise_all
from reportgen.text.name_lines import NameLine, name_lines
from reportgen.text.named import NamedParagraph, lines_with_names, named_paragraphs
from reportgen.text.source import Line, Source
from reportgen.text.syntax import Complaints, assignments, names_in, parsed

_REMARK = re.compile(r"\{#.*?#\}", re.DOTALL)
_TITLE = "# "


def is_whole_chapter(own: Source) -> bool:
    """Whether an edition's file is the whole chapter, and no list of paragraphs.

    Raises:
        ChapterError, ManyErrors: both at once, or wrong names.
    """
    names = name_lines(own)
    first = names[0].index if names else len(own.lines)
    if not any(line.text.startswith(_TITLE) for line in own.lines[:first]):
        return False
    if names:
        raise Complaints(own).at(
            names[0].number,
            "这个文件先有“# ”标题，是整章改写，段名在这里不起作用",
            "只改几段的，删去第一个段名之前的标题和文字；改写整章的，删去各个段名",
        )
    return True


def overridden(chapter: Source, own: Source) -> Source:
    """The chapter with the paragraphs of the edition's file.

    Raises:
        ChapterError, ManyErrors: names that the chapter does not have, nothing to print, tags that do not
            match, a variable of the chapter set anew; or names of the chapter that are wrong.
    """
    named = named_paragraphs(chapter)
    names = name_lines(own)
    _check_opening(own, names)
    replacements: dict[int, tuple[Line, ...]] = {}
    errors: list[ChapterError] = []
    used = names_in(parsed(chapter))
    for line, following in zip(names, [*names[1:], None], strict=True):
        try:
            if line.name not in named:
                raise _unknown(line, own, chapter, named)
            end = following.index if following else len(own.lines)
            replacements[named[line.name].start] = _replacement(own.part(line.number, end), line, own, used)
        except ChapterError as error:
            errors.append(error)
    raise_all(errors)
    lines = _exchanged(chapter, named, replacements)
    return Source(chapter.name, lines or (chapter.lines[-1]._replace(text=""),))


def _exchanged(
    chapter: Source, named: Mapping[str, NamedParagraph], replacements: dict[int, tuple[Line, ...]]
) -> tuple[Line, ...]:
    ends = {paragraph.start: paragraph.end for paragraph in named.values()}
    written = lines_with_names(chapter, named)
    lines: list[Line] = []
    index = 0
    while index < len(written):
        if index in replacements:
            lines.extend(replacements[index])
            index = ends[index]
        else:
            if index not in ends:
                lines.append(written[index])
            index += 1
    return tuple(lines)


def _check_opening(own: Source, names: list[NameLine]) -> None:
    opening = own.part(0, names[0].index if names else len(own.lines))
    rest = _REMARK.sub(lambda found: "\n" * found[0].count("\n"), opening.text)
    if rest.strip():
        raise Complaints(own).at(
            rest[: len(rest) - len(rest.lstrip())].count("\n") + 1,
            "第一个段名之前的文字不知属于哪一段",
            "在上一行写 <!-- 段：名称 -->；要改写整章，先写“# ”标题",
        )
    if not names:
        raise Complaints(own).at(1, "文件里没有任何段落", "写上 <!-- 段：名称 --> 和新的文字，或删去文件")


def _unknown(line: NameLine, own: Source, chapter: Source, named: dict) -> ChapterError:
    known = f"本章有名称的段：{'、'.join(named)}" if named else "本章还没有带名称的段"
    remedy = nearest(line.name, named) or f"{known}；在 {chapter.name} 中该段的上一行写 <!-- 段：名称 -->"
    return Complaints(own).at(line.number, f"{chapter.name} 中没有段“{line.name}”", remedy)


def _replacement(part: Source, line: NameLine, own: Source, used: set[str]) -> tuple[Line, ...]:
    empty = not _REMARK.sub("", part.text).strip()
    if line.removes and not empty:
        problem, remedy = f"段“{line.name}”写明删去，下面却有文字", "删去文字，或把“删段”改为“段”"
        raise Complaints(own).at(line.number, problem, remedy)
    if empty and not line.removes:
        remedy = f"写上新的文字；要删去这一段，写成 <!-- 删段：{line.name} -->"
        raise Complaints(own).at(line.number, f"段“{line.name}”没有内容", remedy)
    for node, name in assignments(parsed(part)):
        if name in used:
            remedy = "换一个名称；同名的值在后面的段落里会随之改变"
            raise Complaints(part).at(node.lineno, f"本章已有名称“{name}”", remedy)
    filled = [index for index, one in enumerate(part.lines) if not one.blank]
    if empty:
        return ()
    return tuple(one._replace(paragraph=line.name) for one in part.lines[filled[0] : filled[-1] + 1])
