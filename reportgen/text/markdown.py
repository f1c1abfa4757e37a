"""Markdown to blocks: only what a printed Chinese paper needs, everything else is refused."""

from __future__ import annotations

import re
from functools import lru_cache

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.dollarmath import dollarmath_plugin
from mdit_py_plugins.footnote import footnote_plugin

from reportgen.text.blocks import (
    Block,
    Content,
    Formula,
    Heading,
    Items,
    KeyFigures,
    Lead,
    Number,
    Paragraph,
    Symbols,
    Table,
    Text,
    plain,
)
from reportgen.text.formulas import formula_problem
from reportgen.text.inlines import InlineReader, strong_rule
from reportgen.text.marks import Marks
from reportgen.text.notes import note_lines
from reportgen.text.syntax import Complaints

_NUMERALS = "一二三四五六七八九十"
_TYPED = re.compile(f"^(?:[{_NUMERALS}]+、|（[{_NUMERALS}]+）|[0-9]+[.．])\\s*")
_CAPTION = "表题："
_UNUSED = ("code", "fence", "reference", "html_block", "lheading", "hr")
_UNUSED_INLINE = ("emphasis", "backticks", "autolink", "html_inline", "entity", "image", "link")
_REFUSED = {
    "em": "不支持斜体",
    "ordered_list": "列表里不能再有列表",
    "bullet_list": "列表里不能再有列表",
}


@lru_cache(maxsize=1)
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": False}).enable("table").disable([*_UNUSED, *_UNUSED_INLINE])
    parser.use(dollarmath_plugin, allow_space=True, double_inline=False, label_normalizer=str.strip)
    parser.use(footnote_plugin, inline=False).use(deflist_plugin)
    parser.inline.ruler.before("escape", "strong", strong_rule)
    return parser


def read_markdown(text: str, origins: list[int], marks: Marks, complaints: Complaints) -> tuple[Block, ...]:
    """The blocks of a chapter.

    Args:
        text: Markdown with the marks of `Marks` in it.
        origins: for each line of the text, the line of the source.
        marks: what the marks stand for.
        complaints: makes errors with file and line.

    Raises:
        ChapterError: bad formula, table, note or emphasis, or mark-up that the paper does not have.
    """
    environment: dict = {}
    notes = note_lines(text, origins, complaints)
    tree = SyntaxTreeNode(_parser().parse(text, environment))
    return _ChapterReader(origins, marks, complaints, environment).read(tree, notes)


class _ChapterReader:
    def __init__(self, origins: list[int], marks: Marks, complaints: Complaints, environment: dict) -> None:
        self.origins = origins
        self.complaints = complaints
        self.inlines = InlineReader(marks, complaints, self.line)
        self.environment = environment
        self.caption: Content = ()

    def read(self, tree: SyntaxTreeNode, notes: dict[str, int]) -> tuple[Block, ...]:
        self.inlines.read_notes(tree, self.environment)
        blocks: list[Block] = []
        for node in tree.children:
            if node.type == "footnote_block":
                continue
            handler = getattr(self, f"_{node.type}", None)
            if handler is None:
                raise self.complaints.at(self.line(node), f"不支持这种写法（{node.type}）", "见章节写法说明")
            if self.caption and node.type != "table":
                raise self.complaints.at(self.line(node), "表题后面没有表格", "把“表题：”放在表格的上一段")
            block = handler(node, blocks[-1] if blocks else None)
            if block is not None:
                blocks.append(block)
        self.inlines.check_notes_used(notes)
        return tuple(blocks)

    def line(self, node: SyntaxTreeNode) -> int:
        """The line in the source of a node or its nearest ancestor that has one."""
        while node is not None and not node.is_root:
            if node.map:
                return self.origins[min(node.map[0], len(self.origins) - 1)]
            node = node.parent
        return self.origins[0] if self.origins else 1

    def _content(self, node: SyntaxTreeNode) -> Content:
        """The inlines of a node with exactly one run of text, such as a paragraph or a cell."""
        children = node.children
        while len(children) == 1 and children[0].type != "inline":
            if children[0].type in _REFUSED:
                raise self.complaints.at(self.line(node), _REFUSED[children[0].type], "改成普通段落")
            children = children[0].children
        if len(children) > 1:
            raise self.complaints.at(self.line(node), "这里只能有一段文字", "去掉空行或里层列表")
        return self.inlines.read(children[0]) if children else ()

    def _heading(self, node: SyntaxTreeNode, before: Block | None) -> Block:
        content = self._content(node)
        level = int(node.tag[1:])
        if not plain(content).strip():
            raise self.complaints.at(self.line(node), "标题是空的", "写上标题")
        if level > 4:
            raise self.complaints.at(self.line(node), "标题最多四级", "改用加粗的领句")
        typed = ""
        if isinstance(content[0], Text) and (found := _TYPED.match(content[0].text)):
            typed = found[0].strip()
            rest = content[0].text[found.end() :]
            content = ((Text(rest),) if rest else ()) + content[1:]
        return Heading(level, typed, content, self.line(node))

    def _paragraph(self, node: SyntaxTreeNode, before: Block | None) -> Block | None:
        block = self.inlines.lone_block(node)
        if block is not None:
            return block
        content = self._content(node)
        if content and isinstance(content[0], Text) and content[0].text.startswith(_CAPTION):
            self.caption = (Text(content[0].text.removeprefix(_CAPTION)), *content[1:])
            return None
        return Paragraph(content, self.line(node))

    def _blockquote(self, node: SyntaxTreeNode, before: Block | None) -> Block:
        if not isinstance(before, Heading) or before.level != 1:
            raise self.complaints.at(self.line(node), "“> ”只用于章首导语", "紧跟在“# ”标题之后")
        return Lead(self._content(node), self.line(node))

    def _bullet_list(self, node: SyntaxTreeNode, before: Block | None) -> Block:
        items = tuple(self._content(item) for item in node.children)
        if isinstance(before, Lead) and all(item and isinstance(item[0], Number) for item in items):
            return KeyFigures(tuple((item[0], item[1:]) for item in items), self.line(node))
        return Items(False, items, self.line(node))

    def _ordered_list(self, node: SyntaxTreeNode, before: Block | None) -> Block:
        return Items(True, tuple(self._content(item) for item in node.children), self.line(node))

    def _dl(self, node: SyntaxTreeNode, before: Block | None) -> Block:
        contents = [self._content(item) for item in node.children]
        if [item.type for item in node.children] != ["dt", "dd"] * (len(contents) // 2):
            raise self.complaints.at(
                self.line(node), "符号说明应一行符号、一行“: 说明”", "每个符号只写一条说明"
            )
        return Symbols(tuple(zip(contents[::2], contents[1::2], strict=True)), self.line(node))

    def _math_block(self, node: SyntaxTreeNode, before: Block | None) -> Block:
        return self._formula(node, "")

    def _math_block_label(self, node: SyntaxTreeNode, before: Block | None) -> Block:
        return self._formula(node, node.info)

    def _formula(self, node: SyntaxTreeNode, number: str) -> Block:
        tex = " ".join(node.content.split())
        problem = formula_problem(tex)
        if problem:
            raise self.complaints.at(self.line(node), problem, "改正 $$ 之间的 LaTeX")
        return Formula(tex, number, self.line(node))

    def _table(self, node: SyntaxTreeNode, before: Block | None) -> Block:
        head, *body = node.children
        cells = head.children[0].children
        styles = [str(cell.attrs.get("style", "")) for cell in cells]
        alignments = tuple(style.removeprefix("text-align:") or "left" for style in styles)
        rows = tuple(tuple(map(self._content, row.children)) for part in body for row in part.children)
        caption, self.caption = self.caption, ()
        return Table(caption, tuple(map(self._content, cells)), rows, alignments, self.line(node))
