import pytest

from reportgen.errors import AddressError, ChapterError, ManyErrors, ReportError
from reportgen.text.blocks import Footnote, Paragraph, plain
from tests.text.facts import reader
from tests.text.overrides import CHAPTER, shown, written

OWN = "2021/chapters/02-overall.md"
UNCHANGED = [
    "总体 02-overall.md:3",
    "导语。 02-overall.md:6",
    "规模为4.10万亿元。 02-overall.md:11",
    "scale_and_share 02-overall.md:14",
    "一、二 02-overall.md:17",
    "展望 02-overall.md:22",
    "规模为40983.21亿元。 02-overall.md:24",
    "direct_and_indirect 02-overall.md:30",
]


def changed(*changes: tuple[int, list[str]]) -> list[str]:
    """What is shown when the blocks at some positions become others."""
    blocks = [[block] for block in UNCHANGED]
    for position, others in changes:
        blocks[position] = others
    return [block for group in blocks for block in group]


def refused(folder, own, chapter=CHAPTER) -> ReportError:
    with pytest.raises(ReportError) as caught:
        written(folder, own, chapter)
    return caught.value


def test_without_an_own_file_only_the_names_go(tmp_path):
    assert shown(written(tmp_path, None)) == UNCHANGED


@pytest.mark.parametrize(
    ("own", "change"),
    [
        ("<!-- 段：规模 -->\n另一句{{ 总量 | 万亿元 }}。\n", (2, [f"另一句4.10万亿元。 {OWN}:2"])),
        ("{# 注\n\n注 #}\n\n<!-- 段: 规模 -->\n\n甲。\n\n乙。\n", (2, [f"甲。 {OWN}:7", f"乙。 {OWN}:9"])),
        ("<!-- 段：导语 -->\n> 新导语。", (1, [f"新导语。 {OWN}:2"])),
        ("<!-- 段：小标题 -->\n## 前景\n", (5, [f"前景 {OWN}:2"])),
        ("<!-- 段：要点 -->\n1. 甲\n2. 乙\n", (4, [f"甲、乙 {OWN}:2"])),
        ("<!-- 删段：要点 -->\n", (4, [])),
        ("<!-- 删段：规模 -->\n{# 本版不写 #}\n", (2, [])),
        ('<!-- 段：附图 -->\n甲。\n\n{{ 图表("direct_and_indirect") }}\n',
         (7, [f"甲。 {OWN}:2", f"direct_and_indirect {OWN}:4"])),
        ("<!-- 段：规模 -->\n{% set 新名 = 2 %}\n{% if 新名 == 2 %}\n甲。\n{% endif %}\n\n乙{{ 新名 }}。",
         (2, [f"甲。 {OWN}:4", f"乙2。 {OWN}:7"])),
    ],
    ids=["variable of the chapter", "two paragraphs", "lead", "heading", "list", "removed", "removed with a remark",
         "with a figure", "own variable"],
)  # fmt: skip
def test_an_edition_replaces_one_paragraph(tmp_path, own, change):
    assert shown(written(tmp_path, own)) == changed(change)


def test_several_paragraphs_and_the_note_of_a_chapter(tmp_path):
    own = "<!-- 段：小标题 -->\n## 前景[^b]\n\n[^b]: 再注。\n\n<!-- 段：注 -->\n[^a]: 新注。\n\n<!-- 删段：导语 -->\n"
    chapter = written(tmp_path, own)
    assert shown(chapter) == changed((1, []), (5, [f"前景 {OWN}:2"]))
    notes = [part for block in chapter.blocks[4:6] for part in block.content if isinstance(part, Footnote)]
    assert [plain(note.content) for note in notes] == ["再注。", "新注。"]


def test_numbers_of_an_override_are_recorded_at_its_place_and_the_replaced_ones_not(tmp_path):
    facts = reader()
    written(tmp_path, '<!-- 段：规模 -->\n\n增长{{ 数["名义增速.全国[本年]"] | 百分比 }}。\n', facts=facts)
    printed = [(use.place, use.printed) for use in facts.uses if use.printed]
    assert printed == [(f"{OWN}:3", "14.53%"), ("02-overall.md:8", "40983.21亿元")]


def test_a_file_with_a_title_is_the_whole_chapter(tmp_path):
    chapter = written(tmp_path, "<!-- 导论 -->\n# 新总体\n\n全新。\n")
    assert (chapter.name, chapter.kind) == ("02-overall.md", "导论")
    assert shown(chapter) == [f"新总体 {OWN}:2", f"全新。 {OWN}:4"]


@pytest.mark.parametrize(
    ("own", "line", "problem", "remedy"),
    [
        ("<!-- 段：规 -->\n甲。", 1, "02-overall.md 中没有段“规”", "规模"),
        ("<!-- 段：全不相干 -->\n甲。", 1, "没有段“全不相干”", "导语、规模、要点、小标题、注、附图"),
        ("<!-- 段：规模 -->\n甲。\n\n<!-- 段：规模 -->\n乙。", 4, "写了两次", f"{OWN}:1"),
        ("<!-- 删段：规模 -->\n\n<!-- 段：规模 -->\n乙。", 3, "写了两次", f"{OWN}:1"),
        ("<!-- 段：规模 -->\n\n<!-- 段：要点 -->\n- 甲", 1, "段“规模”没有内容", "<!-- 删段：规模 -->"),
        ("<!-- 段：规模 -->\n{# 待写 #}\n", 1, "段“规模”没有内容", "<!-- 删段：规模 -->"),
        ("<!-- 删段：规模 -->\n甲。", 1, "写明删去，下面却有文字", "改为“段”"),
        ("{# 注\n#}\n\n甲。\n\n<!-- 段：规模 -->\n乙。", 4, "不知属于哪一段", "<!-- 段：名称 -->"),
        ("甲。\n", 1, "不知属于哪一段", "“# ”标题"),
        ("\n{# 注 #}\n", 1, "没有任何段落", "删去文件"),
        ("<!-- 段：规模 -->\n甲。\n\n<!-- 段落：要点 -->\n乙。", 4, "没有“段落：要点”这种注释", "<!-- 段：名称 -->"),
        ("# 总体\n\n<!-- 段：规模 -->\n甲。", 3, "是整章改写", "删去各个段名"),
        ("# 总体\n\n甲。", 1, "是“导论”，这里成了“正文”", "<!-- 导论 -->"),
        ("<!-- 段：规模 -->\n{% set 总量 = 1 %}\n甲。", 2, "本章已有名称“总量”", "换一个名称"),
        ("<!-- 段：规模 -->\n\n甲。\n{% if 本年 %}\n乙。", 4, "没有结束", "endif"),
        ("<!-- 段：规模 -->\n甲。\n{% endif %}", 3, "多出“{% endif %}”", ""),
        ("<!-- 段：规模 -->\n甲{{ 总里 | 万亿元 }}。", 2, "没有名称“总里”", "总量"),
        ("<!-- 段：规模 -->\n甲{{ 总量 | 万忆元 }}。", 2, "没有过滤器“万忆元”", "万亿元"),
        ("<!-- 段：规模 -->\n甲，\n{{ 总量 }}。", 3, "没有写过滤器", ""),
        ("<!-- 段：规模 -->\n\n**甲。", 3, "没有成对", ""),
        ("<!-- 段：规模 -->\n甲[^z]。", 2, "脚注没有内容", ""),
        ("<!-- 段：规模 -->\n甲。\n\n### \n\n乙。", 4, "标题是空的", ""),
        ("<!-- 段：规模 -->\n甲\ue000。", 2, "私用区字符", ""),
    ],
)  # fmt: skip
def test_errors_of_an_override_name_its_file_and_line(tmp_path, own, line, problem, remedy):
    error = refused(tmp_path, own)
    assert error.place == f"{OWN}:{line}"
    assert problem in error.problem
    assert remedy in error.remedy


def test_an_unknown_address_in_an_override(tmp_path):
    error = refused(tmp_path, '<!-- 段：规模 -->\n甲。\n\n{{ 数["增加质.全国[本年]"] | 亿元 }}')
    assert isinstance(error, AddressError)
    assert error.place == f"{OWN}:4"


def test_a_false_claim_in_an_override(tmp_path):
    own = '<!-- 段：规模 -->\n甲。\n\n{% if 总量 is 高于("多") %}乙{% endif %}'
    assert refused(tmp_path, own).place == f"{OWN}:4"


def test_errors_behind_an_override_keep_the_line_of_the_chapter(tmp_path):
    own = "<!-- 段：规模 -->\n甲。\n\n乙。\n\n丙。\n\n丁。\n"
    assert refused(tmp_path, own, CHAPTER + "\n{{ 戊 }}\n").place == "02-overall.md:32"


def test_a_note_of_an_override_must_not_carry_the_label_of_another(tmp_path):
    error = refused(tmp_path, "<!-- 段：规模 -->\n甲。\n\n[^a]: 重名。\n")
    assert (error.place, "写了两次" in error.problem) == ("02-overall.md:27", True)
    assert f"{OWN}:4" in error.remedy


def test_a_note_that_loses_its_call_is_an_error_until_it_goes_too(tmp_path):
    chapter = CHAPTER.replace("规模为{{ 总量 | 亿元 }}", "<!-- 段：有注 -->\n规模为{{ 总量 | 亿元 }}")
    error = refused(tmp_path, "<!-- 删段：有注 -->\n", chapter)
    assert (error.place, "没有被引用" in error.problem) == ("02-overall.md:28", True)
    without = shown(written(tmp_path, "<!-- 删段：有注 -->\n\n<!-- 删段：注 -->\n", chapter))
    assert without == [*UNCHANGED[:6], "direct_and_indirect 02-overall.md:31"]


def test_all_errors_are_reported_together(tmp_path):
    error = refused(tmp_path, "<!-- 段：规 -->\n甲。\n\n<!-- 段：要点 -->\n")
    assert isinstance(error, ManyErrors)
    assert [one.place for one in error.errors] == [f"{OWN}:1", f"{OWN}:4"]


def test_a_chapter_of_one_paragraph_may_lose_it(tmp_path):
    error = refused(tmp_path, "<!-- 删段：甲 -->", "<!-- 段：甲 -->\n# 甲")
    assert isinstance(error, ChapterError) and "恰好有一个“# ”标题" in error.problem


def test_a_title_may_be_replaced(tmp_path):
    chapter = written(tmp_path, "<!-- 段：题 -->\n# 乙\n", "<!-- 段：题 -->\n# 甲\n\n丙。\n")
    assert shown(chapter) == [f"乙 {OWN}:2", "丙。 02-overall.md:4"]
    assert isinstance(chapter.blocks[1], Paragraph)


def test_new_lines_carry_the_name_of_the_paragraph_that_they_replace(tmp_path):
    source = written(tmp_path, "<!-- 段：规模 -->\n甲。\n\n乙。\n").source
    names = {line.text: line.paragraph for line in source.lines}
    assert (names["甲。"], names["乙。"], names["> 导语。"], names["# 总体"]) == ("规模", "规模", "导语", "")
