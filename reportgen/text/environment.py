"""The sandbox in which chapters run: no files, no attributes but a few, no silent blanks."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from types import CodeType
from typing import Any

from jinja2 import StrictUndefined, Undefined, nodes
from jinja2.exceptions import SecurityError
from jinja2.ext import Extension
from jinja2.lexer import Token, TokenStream
from jinja2.runtime import Context, LoopContext, Namespace
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import LRUCache, missing

from reportgen.errors import ChapterError
from reportgen.facts.reader import Reading
from reportgen.facts.status import Status
from reportgen.text.assertion import Assertions, ClaimTag, mark_beginnings
from reportgen.text.claims import TESTS
from reportgen.text.filters import Filters
from reportgen.text.limits import ARITHMETIC, LONGEST_TEXT, REFUSED, Limits, guarded
from reportgen.text.marks import mark_lines
from reportgen.text.trail import Trail

READABLE = frozenset({"name", "year", "unit", "status", "value"})
_SPOKEN = {Reading: READABLE, Status: frozenset({"name"})}
_OPEN_TYPES = (LoopContext, Namespace)
_translated = LRUCache(128)


class LineMarks(Extension):
    """Marks template text with its lines, so that Markdown knows the lines of the file."""

    def filter_stream(self, stream: TokenStream) -> Iterator[Token]:
        """Jinja's hook between lexer and parser."""
        for token in stream:
            if token.type == "data":
                yield Token(token.lineno, "data", mark_lines(token.value, token.lineno))
                continue
            if token.type == "variable_begin":
                yield Token(token.lineno, "data", mark_lines("", token.lineno))
            yield token


class UnknownName(StrictUndefined):
    """An undefined name that says so in Chinese."""

    __slots__ = ()

    @property
    def _undefined_message(self) -> str:
        if self._undefined_hint:
            return self._undefined_hint
        if self._undefined_obj is missing:
            return f"没有名称“{self._undefined_name}”"
        return f"这里没有“{self._undefined_name}”这一项"


class ChapterEnvironment(ImmutableSandboxedEnvironment):
    """Jinja for one chapter.

    Line breaks behind tags stay (no ``trim_blocks``): a line that ends with ``{% endif %}`` would lose its
    own and be joined to the next paragraph. `unmark_lines` takes out the lines that hold nothing but tags.
    """

    intercepted_binops = frozenset({*ARITHMETIC, *REFUSED})

    def __init__(
        self, filters: Filters, names: Mapping[str, Any], assertions: Assertions, trail: Trail
    ) -> None:
        super().__init__(
            optimized=False,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            undefined=UnknownName,
            extensions=[LineMarks, ClaimTag],
            finalize=printable,
        )
        self._limits = Limits()
        self.filters = filters.table() | {"称": assertions.called}
        self.tests = trail.watched(TESTS)
        self.globals = dict(names) | assertions.names() | self._limits.names() | {"namespace": Namespace}

    def tree(self, text: str, chapter: str) -> nodes.Template:
        """The parsed template of a chapter, only to be read; no fact changes it, so it is kept.

        Raises:
            TemplateSyntaxError: the text is no template.
        """
        return _kept((text, chapter, "tree"), lambda: self.parse(text, chapter, chapter))

    def code(self, text: str, chapter: str) -> CodeType:
        """The same as code, kept likewise."""
        return _kept(
            (text, chapter, "code"), lambda: self.compile(self.tree(text, chapter), chapter, chapter)
        )

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        return guarded(mark_beginnings(super()._parse(source, name, filename)))

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """Only whole numbers and lists are computed with, and only up to a size."""
        return self._limits.computed(operator, left, right)

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Of a number only name, year, unit, status and value; of loops the usual; of texts and lists none."""
        if type(obj) in _SPOKEN:
            return attr in _SPOKEN[type(obj)]
        return isinstance(obj, _OPEN_TYPES) and super().is_safe_attribute(obj, attr, value)

    def wrap_str_format(self, value: Any) -> None:
        """Jinja would let ``str.format`` through in a safer form; chapters have no use for it."""
        return None

    def unsafe_undefined(self, obj: Any, attribute: str) -> UnknownName:
        """What an attribute outside the sandbox gives."""
        allowed = "、".join(f".{name}" for name in sorted(READABLE))
        return UnknownName(
            f"章节里不能读“.{attribute}”（数只有 {allowed}）", obj=obj, name=attribute, exc=SecurityError
        )


def _kept(key: tuple[str, str, str], make: Callable[[], Any]) -> Any:
    if key not in _translated:
        _translated[key] = make()
    return _translated[key]


def printable(value: Any) -> Any:
    """Let through what may be printed.

    Raises:
        ChapterError: a number without filter, a list, or nothing at all.
    """
    if isinstance(value, Reading):
        raise ChapterError(f"数没有写过滤器：{value.fact.label}", remedy="写成 … | 亿元 }} 或其他过滤器")
    if isinstance(value, float | Decimal):
        raise ChapterError("不能直接印出数值", remedy="按地址取数并用过滤器印出")
    if isinstance(value, list | tuple | dict | bool) or value is None:
        raise ChapterError("这里得到的不是文字", remedy="名单用 顿号 或 逐个 印出")
    if not isinstance(value, str | int | Undefined):
        raise ChapterError("这里得到的不是文字", remedy="检查是否漏写了括号或名称")
    if isinstance(value, str) and len(value) > LONGEST_TEXT:
        raise ChapterError(f"文字超过 {LONGEST_TEXT} 字", remedy="检查是否反复印出同一段文字")
    return value
