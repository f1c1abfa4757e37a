"""How much a chapter may compute: a slip such as a loop within loops ends with a message, not with a hang.

Jinja's sandbox keeps a template from reading what it should not; it does not keep it from working for ever.
Each turn of a loop and each macro counts as a step, and texts, lists and numbers have a largest size.
"""

from __future__ import annotations

import operator
from typing import Any

from jinja2 import Undefined, nodes
from jinja2.visitor import NodeTransformer

from reportgen.errors import ChapterError

STEPS, LONGEST_TEXT, LONGEST_LIST, LARGEST = 20_000, 200_000, 10_000, 10**12
STEP, JOIN = "计一步", "连接"
ARITHMETIC = {"+": operator.add, "-": operator.sub, "*": operator.mul}
REFUSED = frozenset({"/", "//", "%", "**"})


class Limits:
    """Counts the work of one chapter."""

    def __init__(self) -> None:
        self._steps = 0

    def names(self) -> dict[str, Any]:
        """The hidden names that `guarded` puts into the template."""
        return {STEP: self.step, JOIN: self.joined}

    def step(self) -> None:
        """One more turn of a loop, or one more macro.

        Raises:
            ChapterError: too many.
        """
        self._steps += 1
        if self._steps > STEPS:
            raise ChapterError(f"循环超过 {STEPS} 次", remedy="检查 {% for %} 是否层层嵌套，或宏是否调用自身")

    def joined(self, *parts: Any) -> str:
        """甲 ~ 乙.

        Raises:
            ChapterError: something that is no text or whole number, or too long a text.
        """
        for part in parts:
            if isinstance(part, Undefined):
                part._fail_with_undefined_error()
            if not isinstance(part, str | int) or isinstance(part, bool):
                raise ChapterError("“~”只连接文字和整数", remedy="数用过滤器印出后再连接，或用 .name 取名称")
        if sum(len(part) for part in parts if isinstance(part, str)) > LONGEST_TEXT:
            raise ChapterError(f"文字超过 {LONGEST_TEXT} 字", remedy="检查是否在循环里反复连接同一段文字")
        return "".join(map(str, parts))

    def computed(self, sign: str, left: Any, right: Any) -> Any:
        """甲 + 乙 of whole numbers or lists, 甲 - 乙 and 甲 * 乙 of whole numbers.

        Raises:
            ChapterError: anything else, or a result that is too large.
        """
        for part in (left, right):
            if isinstance(part, Undefined):
                part._fail_with_undefined_error()
        whole = all(isinstance(part, int) and not isinstance(part, bool) for part in (left, right))
        lists = sign == "+" and all(isinstance(part, list) for part in (left, right))
        if sign in REFUSED or not (whole or lists):
            raise ChapterError(
                f"章节里不能这样用“{sign}”",
                remedy="数按地址取，不在正文里计算；只有整数可以加、减、乘，名单可以相加",
            )
        if whole and max(abs(left), abs(right)) > LARGEST:
            raise ChapterError(f"整数大于 {LARGEST}", remedy="换成较小的数")
        if lists and len(left) + len(right) > LONGEST_LIST:
            raise ChapterError(f"名单超过 {LONGEST_LIST} 项", remedy="检查是否在循环里反复相加同一名单")
        return ARITHMETIC[sign](left, right)


def guarded(tree: nodes.Template) -> nodes.Template:
    """The tree with a step counted in every loop and macro, and every ``~`` measured."""
    return _Guard().visit(tree)


class _Guard(NodeTransformer):
    def visit_For(self, node: nodes.For) -> nodes.Node:
        return self._counted(node)

    def visit_Macro(self, node: nodes.Macro) -> nodes.Node:
        return self._counted(node)

    def visit_CallBlock(self, node: nodes.CallBlock) -> nodes.Node:
        return self._counted(node)

    def visit_Concat(self, node: nodes.Concat) -> nodes.Node:
        self.generic_visit(node)
        return _call(JOIN, node.nodes, node.lineno)

    def _counted(self, node: Any) -> nodes.Node:
        self.generic_visit(node)
        node.body.insert(0, nodes.ExprStmt(_call(STEP, [], node.lineno), lineno=node.lineno))
        return node


def _call(name: str, arguments: list[nodes.Expr], line: int) -> nodes.Call:
    return nodes.Call(nodes.Name(name, "load", lineno=line), arguments, [], None, None, lineno=line)
