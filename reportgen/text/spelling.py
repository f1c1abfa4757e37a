"""Slips of the keyboard in a chapter, found before Jinja reads it: all of them at once, each at its own line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from reportgen.errors import ChapterError

if TYPE_CHECKING:
    from reportgen.text.source import Source

_HALF_WIDTH = str.maketrans("“”‘’＂＇（）［］｛｝，｜＝　", "\"\"''\"'()[]{},|= ")
_WIDE = re.compile("[“”‘’＂＇（）［］｛｝，：；。、｜＝　]")
_REMARK = re.compile(r"\{#.*?#\}|\{%-?\s*raw\s*-?%\}.*?\{%-?\s*endraw\s*-?%\}", re.DOTALL)
_OPENING = re.compile(r"\{\{|\{%")
_STRING = re.compile(r"\"[^\"\n]*\"|'[^'\n]*'")
_TAG = re.compile(r"\{%-?\s*(\w+)(.*?)-?%\}", re.DOTALL)
_CLOSED = {name: f"end{name}" for name in ("if", "for", "macro", "call", "filter", "with", "set", "断言")}
_SHOWN = 40


def slips(source: Source) -> Iterator[ChapterError]:
    """An error for each tab, Chinese sign within braces, brace that does not end and tag without its end."""
    for number, line in enumerate(source.lines, start=1):
        if "\t" in line.text:
            yield _at(source, number, "有制表符", "删去，或改为空格；段首不必空格")
    text = _REMARK.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), source.text)
    open_ended = [*_unfinished(source, text)]
    yield from open_ended
    if not open_ended:
        yield from _wide_signs(source, text)
        yield from _unmatched(source, text)


def _unfinished(source: Source, text: str) -> Iterator[ChapterError]:
    for found in _OPENING.finditer(text):
        closing = "}}" if found[0] == "{{" else "%}"
        end = text.find(closing, found.end())
        stop = re.compile(r"\n[ ]*\n|\{\{|\{%").search(text, found.end())
        if end < 0 or (stop and stop.start() < end):
            problem = f"“{found[0]}”没有结束"
            yield _at(source, _line(text, found.start()), problem, f"在这一处后面加上 {closing}")


def _wide_signs(source: Source, text: str) -> Iterator[ChapterError]:
    for found in re.finditer(r"\{\{.*?\}\}|\{%.*?%\}", text, re.DOTALL):
        wide = _WIDE.search(_STRING.sub("", found[0]))
        if wide:
            better = " ".join(found[0].translate(_HALF_WIDTH).replace("：", ":").split())
            problem = f"花括号里有中文标点“{wide[0]}”"
            yield _at(source, _line(text, found.start()), problem, f"花括号里用半角符号，改为 {better}")


def _unmatched(source: Source, text: str) -> Iterator[ChapterError]:
    """Tags without end, at the line of the opening one; ends without opening."""
    stack: list[tuple[str, int]] = []
    for found in _TAG.finditer(text):
        name, line = found[1], _line(text, found.start())
        if name in _CLOSED and not (name == "set" and "=" in found[2]):
            stack.append((name, line))
        elif name in _CLOSED.values():
            while stack and _CLOSED[stack[-1][0]] != name and any(_CLOSED[one] == name for one, _ in stack):
                yield _without_end(source, *stack.pop())
            if stack and _CLOSED[stack[-1][0]] == name:
                stack.pop()
            else:
                yield _at(
                    source, line, f"多出“{{% {name} %}}”", f"前面没有与它配对的 {{% {name[3:]} … %}}，删去它"
                )
    for name, line in stack:
        yield _without_end(source, name, line)


def _without_end(source: Source, name: str, line: int) -> ChapterError:
    return _at(source, line, f"“{{% {name} … %}}”没有结束", f"在后面加上 {{% {_CLOSED[name]} %}}")


def _line(text: str, index: int) -> int:
    return text.count("\n", 0, index) + 1


def _at(source: Source, number: int, problem: str, remedy: str) -> ChapterError:
    line = source.line(number)
    text = line.text.strip()
    shown = f"　“{text[:_SHOWN]}{'…' if len(text) > _SHOWN else ''}”"
    return ChapterError(problem + shown, place=line.place, remedy=remedy)
