"""The cheat sheet of editors: every filter, test and name of the chapters with an example computed from the facts."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from typing import Any

from reportgen.facts.reader import Reader
from reportgen.text.assertion import BEGIN, Assertions
from reportgen.text.beside import Beside
from reportgen.text.blocks import plain
from reportgen.text.chapter import write_chapter
from reportgen.text.entries import BESIDE, FILTERS, NAMES
from reportgen.text.entries import TESTS as TEST_ENTRIES
from reportgen.text.environment import ChapterEnvironment
from reportgen.text.filters import Filters
from reportgen.text.limits import JOIN, STEP
from reportgen.text.marks import Marks
from reportgen.text.names import Names
from reportgen.text.source import Line, Source
from reportgen.text.trail import Trail

HIDDEN = {BEGIN, STEP, JOIN}
PARAMETERS = {
    "decimals": "小数位", "unit": "单位", "other": "另一数", "style": "写法", "threshold": "门槛",
    "readings": "名单", "others": "另一名单", "name": "名称", "given": "…", "year": "年份", "former": "原数",
    "up": "上升时的词", "down": "下降时的词", "whole": "总体", "word": "词", "part": "分数", "base": "基数",
    "count": "几位", "rank": "位次", "years": "年数", "address": "地址", "metric": "指标", "kind": "类别",
    "first": "前几", "last": "末年", "group": "组名", "date": "日期", "condition": "条件", "words": "文字",
    "parts": "各分项", "reading": "数", "forecast_word": "预测时的词", "actual_word": "否则的词",
    "test": "判断名", "since": "首年",
    "等": "等", "分隔": "分隔",
}  # fmt: skip
_UNSAID = {"self", "start", "caller"}
HEAD = """# 章节速查

本页由程序按 {edition} 年版的数生成，不要手改：运行 `reportgen cheatsheet` 重写。查地址用 `reportgen facts 词 …`。

例中预先写了：

```
{beside}```
"""
CLAIM_BLOCK = """
较长的断言写成 `{% 断言 条件 %}文字{% end断言 %}`，文字里可以取数。断言不成立时，`check` 和 `build` 停下，说明哪一章第几行、
原话、两个数和建议的改法。条件要用下面的判断，不能拿手写的数比较。
"""


def cheatsheet(reader: Reader, figures: Mapping[str, int], beside: Beside) -> str:
    """The sheet as Markdown; the same facts give the same bytes."""
    environment, names = surroundings(reader, figures, beside)

    def printed(example: str) -> str:
        return _printed(example, reader, figures, beside)

    filters = [
        _row(name, entry[0], _signature(environment.filters[name], skip=1), entry[1], printed(entry[1]))
        for name, entry in FILTERS.items()
    ]
    tests = [
        _row(name, said, _signature(environment.tests[name], skip=1), asked, _answer(asked, printed))
        for name, (said, asked) in TEST_ENTRIES.items()
    ]
    helpers = [
        _row(name, said, _signature(names.get(name)), example, printed(example))
        for name, (said, example) in NAMES.items()
    ]
    parts = [HEAD.format(edition=reader.calendar.forecast_year, beside=BESIDE)]
    parts += ["\n## 名称\n\n", _table("写法", "印出", helpers), CLAIM_BLOCK]
    parts += ["\n## 过滤器\n\n写在数或名单之后：`数 | 过滤器`。\n\n", _table("写法", "印出", filters)]
    parts += ["\n## 判断\n\n写在 `is` 之后，否定用 `is not`。\n\n", _table("写法", "结果", tests)]
    return "".join(parts)


def surroundings(
    reader: Reader, figures: Mapping[str, int], beside: Beside
) -> tuple[ChapterEnvironment, dict[str, Any]]:
    """The environment of a chapter and its names, those hidden from editors left out."""
    marks, trail = Marks(), Trail()
    source = Source("例.md", (Line("", "例.md", 1),))
    names = Names(reader, source, figures, marks, beside).table()
    assertions = Assertions(trail, lambda: "例.md:1", marks.words)
    environment = ChapterEnvironment(Filters(marks), names, assertions, trail)
    shown = {name: value for name, value in environment.globals.items() if name not in HIDDEN}
    return environment, shown


def _answer(asked: str, printed: Callable[[str], str]) -> str:
    return printed(f"{{% if {asked} %}}成立{{% else %}}不成立{{% endif %}}")


def _printed(example: str, reader: Reader, figures: Mapping[str, int], beside: Beside) -> str:
    text = f"# 例\n\n{BESIDE}\n{example}\n"
    lines = tuple(Line(line, "例.md", number) for number, line in enumerate(text.split("\n"), start=1))
    chapter = write_chapter(Source("例.md", lines), Reader(reader.facts, reader.calendar), figures, beside)
    return "".join(plain(getattr(block, "content", ())) or "（整段）" for block in chapter.blocks[1:])


def _signature(function: Any, skip: int = 0) -> str:
    if not inspect.isroutine(function):
        return ""
    parameters = [one for one in inspect.signature(function).parameters.values() if one.name not in _UNSAID][
        skip:
    ]
    said = (
        PARAMETERS[one.name] + ("" if one.default is one.empty or one.name == "given" else "?")
        for one in parameters
    )
    return f"({', '.join(said)})" if parameters else ""


def _row(name: str, said: str, signature: str, example: str, printed: str) -> tuple[str, str, str, str]:
    return f"`{name}{signature}`", said, f"`{example}`".replace("|", "\\|"), printed


def _table(first: str, last: str, rows: list[tuple[str, ...]]) -> str:
    lines = [(first, "用途", "例", last), ("---",) * 4, *rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)
