"""Accepting all changes gives the later paper, rejecting them the earlier one."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
from docx.oxml.ns import qn
from hypothesis import given
from hypothesis import strategies as st

from reportgen.render.word.changes import compared
from reportgen.render.word.flow import Change, Flow, Grid, Group, Line, Note, Part, Pieces, Row, Words, words
from reportgen.render.word.report import render_word
from tests.document.papers import Imprint
from tests.render.word.made_up import TEMPLATES, illustrated
from tests.render.word.reading import body_lines, called_notes, lines, parts

BODY = """# 总体态势篇

> 导语说明全篇。

- {{ 数["增加值.全国[本年]"] | 万亿元 }} 规模

## （二）平稳增长

**规模扩大。**产业规模为3.58万亿元，增长12.75%[^a]，如{{ 图("scale_and_share") }}所示。

第二段原样不动，设$a_{ij}$为系数。

{{ 图表("scale_and_share") }}

- 第一条
- 第二条

$$ Z = \\sum_i x_i $$ (1)

表题：甲表

| 地区 | 值 |
|---|--:|
| 广东 | 10 |
| 江苏 | 20 |

$a_{ij}$
: 系数

[^a]: 按2020年价格计算。
"""
CHANGED: dict[str, tuple[tuple[str, str], ...]] = {
    "nothing": (),
    "a number": (("3.58万亿元，增长12.75%", "4.10万亿元，增长14.56%"),),
    "words and style": (("**规模扩大。**产业规模", "产业**总规模**"),),
    "a paragraph more": (("第二段", "新增的一段说明情况。\n\n第二段"),),
    "a paragraph less": (("第二段原样不动，设$a_{ij}$为系数。\n\n", ""),),
    "a heading": (("平稳增长", "较快增长"),),
    "a heading more": (("第二段", "### 细目\n\n第二段"),),
    "a row more": (("| 江苏 | 20 |", "| 江苏 | 20 |\n| 浙江 | 30 |"),),
    "a row less and a cell": (("| 广东 | 10 |\n| 江苏 | 20 |", "| 江苏 | 25 |"),),
    "a column more": (
        ("| 地区 | 值 |\n|---|--:|\n| 广东 | 10 |\n| 江苏 | 20 |", "| 甲 | 乙 | 丙 |\n|---|---|---|\n| 1 | 2 | 3 |"),
    ),
    "a table less": (("表题：甲表\n\n| 地区 | 值 |\n|---|--:|\n| 广东 | 10 |\n| 江苏 | 20 |\n\n", ""),),
    "a formula": (("\\sum_i x_i $$ (1)", "\\prod_i y_i $$ (2)"),),
    "a formula within a line": (("$a_{ij}$为系数", "$b_{k}$为系数"),),
    "a note": (("2020年价格", "2021年价格"),),
    "a note less": (("[^a]，如", "，如"), ("[^a]: 按2020年价格计算。\n", "")),
    "a note more": (("原样不动", "原样不动[^b]"), ("[^a]: ", "[^b]: 另一条。\n\n[^a]: ")),
    "a list item": (("- 第二条", "- 第二条改写\n- 第三条"),),
    "a list that is numbered": (("- 第一条\n- 第二条", "1. 第一条\n2. 第二条"),),
    "a symbol": (("$a_{ij}$\n: 系数", "$a_{ij}$\n: 消耗系数"),),
    "no lead and no number": (('> 导语说明全篇。\n\n- {{ 数["增加值.全国[本年]"] | 万亿元 }} 规模\n\n', ""),),
    "tables one after the other": (("$$ (1)\n", "$$ (1)\n\n$$ E = mc^2 $$ (2)\n"),),
}  # fmt: skip


def spoken(text: str, changes: tuple[tuple[str, str], ...]) -> str:
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    return text


def both(
    folder: Path, earlier: Mapping[str, str], later: Mapping[str, str], **changes: object
) -> tuple[bytes, bytes, bytes]:
    """The earlier paper, the later one, and the later one with marks."""
    one = illustrated(folder / "earlier", earlier)
    other = illustrated(folder / "later", later, **changes)
    plain = (render_word(paper, TEMPLATES) for paper in (one, other))
    return (*plain, render_word(other, TEMPLATES, one))


def assert_resolves(earlier: bytes, later: bytes, marked: bytes) -> None:
    assert body_lines(marked, "accept") == body_lines(later)
    assert body_lines(marked, "reject") == body_lines(earlier)
    assert called_notes(marked, "accept") == called_notes(later, "accept")
    assert called_notes(marked, "reject") == called_notes(earlier, "reject")
    assert headers(lines(marked, "accept")) == headers(lines(later))
    assert headers(lines(marked, "reject")) == headers(lines(earlier))


def headers(found: list[str]) -> list[str]:
    return [line for line in found if line.startswith("Header: ")]


@pytest.mark.parametrize("changes", CHANGED.values(), ids=CHANGED)
@pytest.mark.parametrize("turned", [False, True], ids=["forwards", "backwards"])
def test_both_ways(tmp_path: Path, changes: tuple[tuple[str, str], ...], turned: bool) -> None:
    texts = [BODY, spoken(BODY, changes)]
    earlier, later = reversed(texts) if turned else texts
    papers = both(tmp_path, {"02-overall": earlier}, {"02-overall": later})
    assert_resolves(*papers)
    different = body_lines(papers[0]) != body_lines(papers[1]) or lines(papers[0]) != lines(papers[1])
    assert is_marked(papers[2]) == different


def test_all_changes_at_once_with_another_cover_and_figure(tmp_path: Path) -> None:
    text = spoken(BODY, CHANGED["a number"] + CHANGED["a row more"] + CHANGED["a paragraph more"])
    text = text.replace("## （二）", '如{{ 图("before") }}所示。\n\n{{ 图表("before") }}\n\n## （二）')
    later = {
        "02-overall": text,
        "04-new": "# 新的一篇\n\n正文。\n",
        "03-region": "# 区域发展篇\n\n全部改写了。\n",
    }
    papers = both(
        tmp_path,
        {"02-overall": BODY, "03-old": "# 旧的一篇\n\n删去。\n"},
        later,
        imprint=Imprint(subtitle="（2023年）", date=""),
        figures=("1 before", "2 scale_and_share"),
    )
    assert_resolves(*papers)


def is_marked(document: bytes) -> bool:
    return any(
        next(root.iter(qn("w:ins"), qn("w:del")), None) is not None for root in parts(document).values()
    )


def marks(document: bytes) -> list[str]:
    """The words of each mark, with a sign before them."""
    root = parts(document)["word/document.xml"]
    signs = {qn("w:ins"): "+", qn("w:del"): "-"}
    found = (
        (signs[mark.tag], "".join(mark.itertext(qn("w:t"), qn("w:delText")))) for mark in root.iter(*signs)
    )
    return [sign + text for sign, text in found if text]


def test_numbers_are_whole_and_chinese_goes_by_the_character(tmp_path: Path) -> None:
    text = spoken(BODY, (("12.75%", "14.56%"), ("规模扩大", "规模增大")))
    _, _, marked = both(tmp_path, {"02-overall": BODY}, {"02-overall": text})
    assert marks(marked) == ["-扩", "+增", "-12.75%", "+14.56%"]


def test_every_mark_has_author_date_and_a_number_of_its_own(tmp_path: Path) -> None:
    _, _, marked = both(tmp_path, {"02-overall": BODY}, {"02-overall": spoken(BODY, CHANGED["a row more"])})
    found = list(parts(marked)["word/document.xml"].iter(qn("w:ins"), qn("w:del")))
    assert {mark.get(qn("w:author")) for mark in found} == {"编写组"}
    assert {mark.get(qn("w:date")) for mark in found} == {"2022-12-01T00:00:00Z"}
    numbers = [mark.get(qn("w:id")) for mark in found]
    assert len(set(numbers)) == len(numbers) > 3


def test_a_figure_of_both_editions_shows_the_later_one_unmarked(tmp_path: Path) -> None:
    _, _, marked = both(tmp_path, {"02-overall": BODY}, {"02-overall": spoken(BODY, CHANGED["a number"])})
    (drawing,) = parts(marked)["word/document.xml"].iter(qn("w:drawing"))
    assert drawing.getparent().getparent().tag == qn("w:p")


# any two flows, without the package around them

TEXT = st.text("甲乙丙丁12.，", max_size=12)
NOTES = st.builds(lambda text: Note((Words(text),)), TEXT)
PIECES = st.lists(st.builds(Words, TEXT, st.sampled_from(["", "Strong"])) | NOTES, max_size=3).map(tuple)
LINES = st.builds(Line, st.sampled_from(["BodyText", "Heading2"]), PIECES)
GRIDS = st.integers(1, 2).flatmap(
    lambda columns: st.lists(st.tuples(*[LINES] * columns), min_size=1, max_size=3).map(
        lambda rows: Grid(
            "RuledTable", tuple(Row(tuple((line,) for line in row)) for row in rows), (1.0,) * columns
        )
    )
)
PARTS = st.lists(LINES | GRIDS, max_size=4).map(tuple)
GROUPS = st.lists(st.builds(Group, st.sampled_from(["甲章", "乙章"]), PARTS), max_size=2).map(tuple)
FLOWS = st.builds(Flow, st.builds(Line, st.just("Header"), PIECES), PARTS, PARTS, GROUPS)


@given(FLOWS, FLOWS)
def test_any_two_papers(earlier: Flow, later: Flow) -> None:
    made = compared(earlier, later)
    assert told(made, Change.DELETED) == told(later)
    assert told(made, Change.INSERTED) == told(earlier)


def told(flow: Flow, without: Change | None = None) -> list[object]:
    header = (flow.header, *flow.cover, *flow.front, *flow.body)
    return [said for part in header for said in _told(part, without)]


def _told(part: Part | Row, without: Change | None) -> list[object]:
    if isinstance(part, Group):
        return [said for one in part.parts for said in _told(one, without)]
    if part.change is without:
        return []
    if isinstance(part, Line):
        return [(part.style, _pieces(part.content, without))]
    if isinstance(part, Row):
        return ["row", *(said for cell in part.cells for line in cell for said in _told(line, without))]
    return [said for row in part.rows for said in _told(row, without)]


def _pieces(pieces: Pieces, without: Change | None) -> list[object]:
    """Looks character by character, so that it does not matter how they are cut into pieces."""
    found: list[object] = []
    for piece in pieces:
        if piece.change is not without:
            note = isinstance(piece, Note)
            found += [_pieces(piece.content, without)] if note else [(c, piece.look) for c in words((piece,))]
    return found
