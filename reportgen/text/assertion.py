"""断言 and 称: sentences that are true or stop the report, with both numbers and what to write instead."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from jinja2 import nodes
from jinja2.ext import Extension
from jinja2.parser import Parser

from reportgen.errors import ChapterError, nearest
from reportgen.facts.reader import Reading
from reportgen.text.arguments import many, one
from reportgen.text.claims import QUANTIFIERS, TESTS
from reportgen.text.formats import STYLES
from reportgen.text.trail import Comparison, Trail, described

CLAIM, END, BEGIN = "断言", "end断言", "断言起点"
PHRASES = {"居首": "居首位", "居末": "居末位", "翻一番多": "翻了一番还多"}
SUFFIXES = {"居前": "位", "居第": "位"}


class ClaimTag(Extension):
    """``{% 断言 条件 %}文字{% end断言 %}``: the same as calling 断言 with the words as its body."""

    tags = {CLAIM}  # noqa: RUF012  as jinja2 declares it

    def parse(self, parser: Parser) -> nodes.Node:
        """Jinja's hook for the tag."""
        line = next(parser.stream).lineno
        condition = parser.parse_expression()
        body = parser.parse_statements((f"name:{END}",), drop_needle=True)
        name = nodes.Name(CLAIM, "load", lineno=line)
        call = nodes.Call(name, [condition], [], None, None, lineno=line)
        return nodes.CallBlock(call, [], [], body, lineno=line)


def mark_beginnings(tree: nodes.Template) -> nodes.Template:
    """Before the condition of every 断言 note where its comparisons begin."""
    for call in tree.find_all(nodes.Call):
        if isinstance(call.node, nodes.Name) and call.node.name == CLAIM:
            name = nodes.Name(BEGIN, "load", lineno=call.lineno)
            call.args.insert(0, nodes.Call(name, [], [], None, None, lineno=call.lineno))
    return tree


class Assertions:
    """The claims of one chapter; false ones are collected, so that all are told together.

    Args:
        trail: what the tests of the chapter compared.
        place: gives the file and line being rendered.
        words: turns marked text into what it prints.
    """

    def __init__(self, trail: Trail, place: Callable[[], str], words: Callable[[str], str]) -> None:
        self._trail = trail
        self._place = place
        self._words = words
        self.failures: list[ChapterError] = []

    def names(self) -> dict[str, Any]:
        """断言 as a name of the template, and the hidden one that notes where a condition begins."""
        return {CLAIM: self.claim, BEGIN: self._trail.begin}

    def claim(
        self, start: int, condition: Any, words: Any = "", caller: Callable[[], str] | None = None
    ) -> str:
        """The words, when the condition holds.

        Raises:
            ChapterError: no words, or a condition that asks nothing of the facts.
        """
        compared = self._trail.since(start)
        if not compared or not isinstance(condition, bool):
            raise ChapterError(
                "断言的条件里没有判断任何数",
                remedy='写成 数["甲"] is 高于(数["乙"])；不能拿手写的数或 .value 比较',
            )
        text = str(caller() if caller else words)
        if not self._words(text).strip():
            raise ChapterError(
                "断言没有文字", remedy='写成 断言(条件, "文字") 或 {% 断言 条件 %}文字{% end断言 %}'
            )
        if not condition:
            self._fail(self._words(text).strip(), compared)
        return text

    def called(self, subject: Any, word: str, *given: Any) -> str:
        """The name of a test as the word of the sentence, with any threshold: 高于, 超过4万亿元, 居首位."""
        if word not in TESTS:
            raise ChapterError(
                f"“称”不认识“{word}”", remedy=nearest(str(word), TESTS) or f"可用：{'、'.join(TESTS)}"
            )
        holds = TESTS[word](subject, *given)
        typed = "" if word in QUANTIFIERS else "".join(map(_typed, given))
        text = PHRASES.get(word, word) + typed + SUFFIXES.get(word, "")
        if not holds:
            self._fail(text, [Comparison(subject, word, given, False)])
        for reading in [subject] if isinstance(subject, Reading) else many(subject, "称"):
            one(reading, "称").print(text)
        return text

    def _fail(self, words: str, compared: list[Comparison]) -> None:
        problem, remedy = described(words, compared)
        self.failures.append(ChapterError(problem, place=self._place(), remedy=remedy))


def _typed(part: Any) -> str:
    """A threshold or its unit as the sentence says it; nothing for a number of the facts."""
    if isinstance(part, str) and part in STYLES:
        return STYLES[part].suffix
    return str(part) if isinstance(part, str | int | float) else ""
