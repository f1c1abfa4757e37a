"""The words of a paragraph: text, numbers, references, formulas, notes, words that stand out."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace

from markdown_it.rules_inline import StateInline
from markdown_it.tree import SyntaxTreeNode

from reportgen.text.blocks import Content, Figure, Footnote, GeneratedTable, Inline, Math, Strong, Text
from reportgen.text.formulas import formula_problem
from reportgen.text.marks import Marks
from reportgen.text.syntax import Complaints

_LEFTOVERS = (
    (re.compile(r"\*\*"), "加粗的 ** 没有成对", "在同一段内补上另一半"),
    (re.compile(r"\[\^[^\]]*\]"), "脚注没有内容", "另起一段写 [^名]: 脚注文字"),
    (re.compile(r"</?[A-Za-z][^>]*>|<!--"), "章节里不能写 HTML", "删去标签；编辑注写成 {# … #}"),
    (re.compile(r"\{\{|\}\}|\{%|%\}"), "花括号没有成对", "检查取数的写法 {{ … }}"),
    (re.compile(r"`"), "不支持反引号", "删去反引号"),
)


def strong_rule(state: StateInline, silent: bool) -> bool:
    """``**…**`` with any neighbours: the CommonMark rule refuses ``**领句。**正文``."""
    start = state.pos
    if not state.src.startswith("**", start):
        return False
    end = state.src.find("**", start + 2, state.posMax)
    if silent or end <= start + 2:
        return False
    maximum = state.posMax
    state.push("strong_open", "strong", 1)
    state.pos, state.posMax = start + 2, end
    state.md.inline.tokenize(state)
    state.pos, state.posMax = end + 2, maximum
    state.push("strong_close", "strong", -1)
    return True


class InlineReader:
    """Reads inline nodes; the notes of the chapter first, so that calls find them.

    Args:
        marks: what the marks in the text stand for.
        complaints: makes errors with file and line.
        line: from a node to its line in the chapter file.
    """

    def __init__(self, marks: Marks, complaints: Complaints, line: Callable[[SyntaxTreeNode], int]) -> None:
        self._marks = marks
        self._complaints = complaints
        self._line = line
        self._notes: dict[int, Content] = {}
        self._unused: list[str] = []

    def read_notes(self, tree: SyntaxTreeNode, environment: dict) -> None:
        """Read all note texts of the chapter."""
        references = environment.get("footnotes", {}).get("refs", {})
        self._unused = [label.removeprefix(":") for label, index in references.items() if index < 0]
        for block in tree.children:
            if block.type == "footnote_block":
                for note in block.children:
                    self._notes[note.meta["id"]] = self._note(note)

    def _note(self, note: SyntaxTreeNode) -> Content:
        paragraphs = [child for child in note.children if child.type == "paragraph"]
        if len(paragraphs) != 1 or len(note.children) > 2:
            raise self._complaints.at(self._line(note), "脚注只能是一段文字", "并成一段")
        return self.read(paragraphs[0].children[0])

    def check_notes_used(self, lines: Mapping[str, int]) -> None:
        """Raise ChapterError for a note that nothing calls, given the line of each note by its label."""
        for label in self._unused:
            raise self._complaints.at(
                lines.get(label, 1), f"脚注“{label}”没有被引用", f"在正文写 [^{label}]，或删去脚注"
            )

    def lone_block(self, paragraph: SyntaxTreeNode) -> Figure | GeneratedTable | None:
        """The figure or generated table, if a paragraph holds one; it must then hold nothing else."""
        pieces = self._marks.split(paragraph.children[0].content.strip()) if paragraph.children else []
        blocks = [piece for piece in pieces if isinstance(piece, Figure | GeneratedTable)]
        if blocks and len(pieces) > 1:
            name = "图表" if isinstance(blocks[0], Figure) else "附表"
            raise self._complaints.at(
                self._line(paragraph), f"{name}(…) 应单独成段", "前后各空一行；句中引用图写 图(…)"
            )
        return replace(blocks[0], line=self._line(paragraph)) if blocks else None

    def read(self, node: SyntaxTreeNode) -> Content:
        """The inlines of an inline node."""
        found: list[Inline] = []
        for child in node.children:
            found.extend(self._inline(child))
        return _merged(found)

    def _inline(self, node: SyntaxTreeNode) -> list[Inline]:
        if node.type == "text":
            return self._text(node)
        if node.type in ("softbreak", "hardbreak"):
            return [Text("\n")]
        if node.type == "strong":
            return [Strong(self.read(node))]
        if node.type == "math_inline":
            problem = formula_problem(node.content.strip())
            if problem:
                raise self._complaints.at(self._line(node), problem, "改正 $ 之间的 LaTeX")
            return [Math(node.content.strip(), self._line(node))]
        if node.type == "footnote_ref":
            if node.meta.get("subId"):
                raise self._complaints.at(self._line(node), "同一脚注引用了两次", "另写一条脚注")
            return [Footnote(self._notes[node.meta["id"]])]
        raise self._complaints.at(self._line(node), f"不支持这种写法（{node.type}）", "见章节写法说明")

    def _text(self, node: SyntaxTreeNode) -> list[Inline]:
        for pattern, problem, remedy in _LEFTOVERS:
            if pattern.search(node.content):
                raise self._complaints.at(self._line(node), problem, remedy)
        return [Text(piece) if isinstance(piece, str) else piece for piece in self._marks.split(node.content)]


def _merged(inlines: list[Inline]) -> Content:
    """Neighbouring texts joined; a line break between Chinese characters leaves no space."""
    merged: list[Inline] = []
    for inline in inlines:
        if isinstance(inline, Text) and merged and isinstance(merged[-1], Text):
            merged[-1] = Text(merged[-1].text + inline.text)
        else:
            merged.append(inline)
    joined = (Text(_joined_lines(part.text)) if isinstance(part, Text) else part for part in merged)
    return tuple(part for part in joined if part != Text(""))


def _joined_lines(text: str) -> str:
    text = re.sub(r"(?<=[!-~])\n(?=[!-~])", " ", text)
    return text.replace("\n", "")
