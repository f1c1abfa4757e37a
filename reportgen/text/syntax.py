"""Checks of a chapter before it runs, and Jinja's complaints said in Chinese."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from jinja2 import Environment, TemplateSyntaxError, UndefinedError, nodes
from jinja2.exceptions import SecurityError

from reportgen.errors import ChapterError, ReportError, nearest, raise_all
from reportgen.text.assertion import ClaimTag
from reportgen.text.source import Source

TOO_DEEP = (RecursionError, MemoryError, SyntaxError)  # of Jinja, or of Python that compiles what it made
_IMPLIED = ("loop", "caller", "varargs", "kwargs")
_REMEDIES = {"loop": "loop 只用在 {% for %} 与 {% endfor %} 之间，不能写进 for … if 的条件"}
_FILES = (nodes.Include, nodes.Import, nodes.FromImport, nodes.Extends)
_TAGS = (
    "if",
    "elif",
    "else",
    "endif",
    "for",
    "endfor",
    "set",
    "endset",
    "macro",
    "endmacro",
    "raw",
    "endraw",
    "断言",
    "end断言",
)
_COMPLAINTS = (
    (
        r"innermost block that needs to be closed is '(\w+)'",
        "“{{% {0} … %}}”没有结束",
        "在后面加上 {{% end{0} %}}",
    ),
    (r"looking for the following tags: '(\w+)'", "缺少“{{% {0} %}}”", "补上这个标签"),
    (r"unexpected char '(.+)' at", "花括号里有不认识的字符“{0}”", "花括号内用半角引号、括号和逗号"),
    (
        r"expected token '(.+)', got '(.+)'",
        "此处应为“{0}”，现为“{1}”",
        "检查这一行的花括号、括号和引号是否成对",
    ),
    (
        r"unexpected '(.+?)', expected '(.+?)'",
        "此处应为“{1}”，现为“{0}”",
        "检查这一行的花括号、括号和引号是否成对",
    ),
    (r"unexpected '(.+)'", "多出“{0}”", "检查这一行的花括号、括号和引号是否成对"),
    (r"Missing end of comment tag", "“{{#”没有结束", "在注释后面加上 #}}"),
    (r"Missing end of raw directive", "“{{% raw %}}”没有结束", "在后面加上 {{% endraw %}}"),
    (r"Unexpected end of template", "模板到此突然结束", "检查最后一处花括号是否写完"),
)


class Complaints:
    """Turns whatever goes wrong in one chapter into `ChapterError` with file and line."""

    def __init__(self, source: Source) -> None:
        self.chapter = source.name
        self._source = source

    def place(self, line: int) -> str:
        """File and line in which a line of the source was written."""
        return self._source.place(line)

    def at(self, line: int, problem: str, remedy: str) -> ChapterError:
        """An error that shows the offending line."""
        text = self._source.line(line).text.strip()
        shown = f"　“{text[:40]}{'…' if len(text) > 40 else ''}”" if text else ""
        return ChapterError(problem + shown, place=self.place(line), remedy=remedy)

    def too_deep(self) -> ChapterError:
        """A template in which so much stands within each other that it cannot be read."""
        longest = max(self._source.lines, key=lambda line: len(line.text))
        place, remedy = longest.place, "检查是否多写了括号"
        return ChapterError("括号或标签一层套一层，层数过多", place=place, remedy=remedy)

    def syntax(self, error: TemplateSyntaxError) -> ChapterError:
        """A template that Jinja cannot read."""
        message = error.message or ""
        unknown = re.search(r"unknown tag '(.+?)'", message)
        if unknown:
            remedy = nearest(unknown[1], _TAGS) or "可用的标签：if、for、set、断言"
            return self.at(error.lineno, f"没有标签“{unknown[1]}”", remedy)
        for pattern, problem, remedy in _COMPLAINTS:
            found = re.search(pattern, message)
            if found:
                return self.at(error.lineno, problem.format(*found.groups()), remedy.format(*found.groups()))
        return self.at(error.lineno, "模板写法有误", "检查这一行的花括号、标签和引号")

    def running(self, error: Exception, known: list[str]) -> ReportError:
        """A template that failed while it ran; `error` carries its traceback."""
        line = _line_of(error, self.chapter)
        if isinstance(error, ReportError):
            place = error.place or self.place(line)
            return type(error)(error.problem, place=place, remedy=error.remedy)
        if isinstance(error, UndefinedError | SecurityError):
            name = re.search("“(.+?)”", str(error))
            remedy = _REMEDIES.get(name[1]) or nearest(name[1], known) if name else ""
            return self.at(line, str(error), remedy or "检查名称的写法")
        if isinstance(error, RecursionError):
            return self.at(line, "宏或循环一层套一层，没有尽头", "检查宏是否调用自身")
        if isinstance(error, TypeError) and "argument" in str(error):
            return self.at(line, "括号里给的东西多了、少了或名称不对", "写法见 docs/cheatsheet.md")
        if isinstance(error, TypeError) and "not supported between" in str(error):
            return self.at(line, "数不用 >、< 一类的符号比较", "写成 甲 is 高于(乙) 或 甲 is 低于(乙)，否定用 is not")
        return self.at(line, f"这一行无法执行（{type(error).__name__}）", "检查括号里给的东西是否合用")


def parsed(source: Source) -> nodes.Template:
    """The syntax tree of a chapter or a part of it, which must be whole in itself.

    Raises:
        ChapterError: it is no template.
    """
    try:
        return Environment(extensions=[ClaimTag]).parse(source.text)
    except TemplateSyntaxError as error:
        raise Complaints(source).syntax(error) from None
    except TOO_DEEP:
        raise Complaints(source).too_deep() from None


def assignments(tree: nodes.Template) -> Iterator[tuple[nodes.Node, str]]:
    """Every ``{% set %}`` with the name that it sets; variables of loops are not among them."""
    for node in tree.find_all((nodes.Assign, nodes.AssignBlock)):
        for target in node.find_all((nodes.Name, nodes.NSRef)):
            if isinstance(target, nodes.NSRef) or target.ctx == "store":
                yield node, target.name


def names_in(tree: nodes.Template) -> set[str]:
    """All names that a chapter reads or sets."""
    return {node.name for node in tree.find_all((nodes.Name, nodes.NSRef))}


def check_names(tree: nodes.Template, environment: Environment, complaints: Complaints) -> None:
    """Report every unknown name, filter, test and file reference of a chapter together.

    Raises:
        ChapterError: one such place.
        ManyErrors: several.
    """
    raise_all(_wrong_names(tree, environment, complaints))


def _wrong_names(
    tree: nodes.Template, environment: Environment, complaints: Complaints
) -> Iterator[ChapterError]:
    names = list(tree.find_all(nodes.Name))
    macros = {macro.name for macro in tree.find_all(nodes.Macro)}
    own = {name.name for name in names if name.ctx != "load"} | macros
    known_names = own | {*environment.globals, *_IMPLIED}
    for name in names:
        if name.name not in known_names:
            remedy = nearest(name.name, known_names) or "可用的名称见章节写法说明"
            yield complaints.at(name.lineno, f"没有名称“{name.name}”", remedy)
    for kind, what, known in (
        (nodes.Filter, "过滤器", environment.filters),
        (nodes.Test, "判断", environment.tests),
    ):
        for node in tree.find_all(kind):
            if node.name not in known:
                chinese = [other for other in known if not other.isascii()]
                remedy = nearest(node.name, known) or f"可用：{'、'.join(chinese)}"
                yield complaints.at(node.lineno, f"没有{what}“{node.name}”", remedy)
    for node in tree.find_all(nodes.Getitem):
        if isinstance(node.node, nodes.Name) and node.node.name in ("数", "fact"):
            yield from _wrong_address(node, environment.globals[node.node.name], complaints)
    for node in tree.find_all(_FILES):
        yield complaints.at(node.lineno, "章节里不能引用其他文件", "把文字直接写在本章")


def _wrong_address(node: nodes.Getitem, facts: Any, complaints: Complaints) -> Iterator[ReportError]:
    """An address written out in the chapter; one that is put together is judged when it is read."""
    error = (
        facts.wrong(node.arg.value)
        if isinstance(node.arg, nodes.Const) and isinstance(node.arg.value, str)
        else None
    )
    if error is not None:
        yield type(error)(error.problem, place=complaints.place(node.lineno), remedy=error.remedy)


def _line_of(error: BaseException, chapter: str) -> int:
    line, trace = 1, error.__traceback__
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == chapter:
            line = trace.tb_lineno
        trace = trace.tb_next
    return line
