import pytest

from reportgen.errors import AddressError, ChapterError, ManyErrors, ReportError
from reportgen.text import blocks
from reportgen.text.source import read_source
from tests.text.facts import sentence, write

WHOLE = """<!-- 附录二 -->
# 测算方案

> 导语。

- {{ 数["增加值.全国[本年]"] | 万亿元 }} 规模

## （二）步骤

**领句{{ 数["名义增速.全国[本年]"] | 增长 }}。**正文[^a]，见{{ 图("scale_and_share") }}，
其中$a_{ij}$为系数。

{% for 年 in [基年, 本年] %}
{{ 年 }}年。

{% endfor %}
{{ 图表("scale_and_share") }}

[^a]: 注{{ 数["增加值.全国[预测年]"] | 亿元 }}。

$$ Z = \\sum_{i=1}^{n} x_i $$ (1)

$a_{ij}$
: 系数

表题：各业

| 名 | 值 |
|---|--:|
| 甲 | {{ 数["增加值.全国[本年]"] | 亿元 }} |
"""


def test_reads_every_kind_of_block_with_its_line(tmp_path):
    chapter = write(tmp_path, WHOLE)
    assert (chapter.name, chapter.kind, chapter.label) == ("02-overall.md", "附录", "附录二")
    assert [(type(block).__name__, block.line) for block in chapter.blocks] == [
        ("Heading", 2), ("Lead", 4), ("KeyFigures", 6), ("Heading", 8), ("Paragraph", 10), ("Paragraph", 14),
        ("Paragraph", 14), ("Figure", 17), ("Formula", 21), ("Symbols", 23), ("Table", 28),
    ]  # fmt: skip
    heading, paragraph, table = chapter.blocks[3], chapter.blocks[4], chapter.blocks[-1]
    assert (heading.typed, blocks.plain(heading.content)) == ("（二）", "步骤")
    lead, *_, formula, end = paragraph.content
    assert blocks.plain(lead.content) == "领句增长14.53%。"
    assert [
        blocks.plain(part.content) for part in paragraph.content if isinstance(part, blocks.Footnote)
    ] == ["注44536.20亿元。"]
    assert (formula.tex, end.text) == ("a_{ij}", "为系数。")
    assert chapter.blocks[8].number == "1"
    assert table.alignments == ("left", "right")
    assert blocks.plain(table.caption) == "各业"
    assert blocks.plain(table.rows[0][1]) == "40983.21亿元"


@pytest.mark.parametrize(
    ("first", "kind"),
    [("<!-- 卷首 -->\n", "卷首"), ("<!-- 导论 -->\n", "导论"), ("", "正文"), ("<!-- 卷尾 -->\n", "卷尾")],
)
def test_the_first_line_names_the_kind(tmp_path, first, kind):
    assert write(tmp_path, f"{first}# 甲\n").kind == kind


def test_years_are_those_of_the_edition(tmp_path):
    assert sentence(tmp_path, "{{ 基年 }}、{{ 上年 }}、{{ 本年 }}、{{ 预测年 }}") == "2017、2020、2021、2022"


def test_a_line_break_between_characters_leaves_no_space(tmp_path):
    assert sentence(tmp_path, "甲，\n乙\nIPv6\nTSN") == "甲，乙IPv6 TSN"


@pytest.mark.parametrize(
    ("text", "line", "problem", "remedy"),
    [
        ("# 甲\n\n{{ 数[\"增加值.全国[本年]\"] | 万忆元 }}", 3, "没有过滤器“万忆元”", "万亿元"),
        ("# 甲\n\n乙\n{{ 数据[\"增加值.全国[本年]\"] | 亿元 }}", 4, "没有名称“数据”", "数"),
        ("# 甲\n\n{% if 数[\"增加值.全国[本年]\"] is 高與(1) %}{% endif %}", 3, "没有判断“高與”", "高于"),
        ("# 甲\n\n{{ 数[\"增加值.全国[本年]\"] }}", 3, "没有写过滤器", "亿元"),
        ("# 甲\n\n{{ 数[\"增加值.全国[本年]\"].value }}", 3, "不能直接印出", "过滤器"),
        ("# 甲\n\n{{ 数[\"增加值.全国[本年]\"].reader }}", 3, "不能读“.reader”", ""),
        ("# 甲\n\n{{ \"\".__class__.__mro__ }}", 3, "不能读“.__class__”", ""),
        ("# 甲\n\n{% include \"/etc/passwd\" %}", 3, "不能引用其他文件", "本章"),
        ("# 甲\n\n{% if 本年 %}\n乙", 3, "没有结束", "endif"),
        ("# 甲\n\n{% iff 本年 %}", 3, "没有标签“iff”", "if"),
        ("# 甲\n\n乙{{ 数[“增加值”] | 亿元 }}", 3, "中文标点", '改为 {{ 数["增加值"] | 亿元 }}'),
        ("# 甲\n\n{{ 数[\"增加值.全国[本年]\" | 亿元 }}", 3, "此处应为", "成对"),
        ("# 甲\n\n{% for 年 in [1, 2] if loop.first %}{% endfor %}", 3, "没有名称“loop”", "for … if"),
        ("# 甲\n\n{{ 1 // 0 }}", 3, "不能这样用“//”", "按地址取"),
        ("# 甲\n\n如{{ 图(\"scale\") }}所示", 3, "没有名为“scale”的图", "scale_and_share"),
        ("# 甲\n\n见{{ 图表(\"scale_and_share\") }}。", 3, "单独成段", "图(…)"),
        ("# 甲\n\n式$\\frac{a}{b$。", 3, "花括号不成对", "LaTeX"),
        ("# 甲\n\n$$ \\foo + 1 $$", 3, "没有命令“\\foo”", "LaTeX"),
        ("# 甲\n\n$$ 增加值 $$", 3, "没有的字符", "LaTeX"),
        ("# 甲\n\n乙[^a]。", 3, "脚注没有内容", "[^名]"),
        ("# 甲\n\n乙。\n\n[^a]: 注", 5, "没有被引用", "[^a]"),
        ("# 甲\n\n乙[^a]。\n\n[^a]: 注\n\n[^a]: 再注", 7, "写了两次", "02-overall.md:5"),
        ("# 甲\n\n**乙。", 3, "没有成对", "补上"),
        ("# 甲\n\n<b>乙</b>", 3, "不能写 HTML", "删去"),
        ("# 甲\n\n> 乙\n\n丙\n\n> 丁", 7, "只用于章首导语", "标题之后"),
        ("# 甲\n\n表题：乙\n\n丙", 5, "没有表格", "上一段"),
        ("# 甲\n\n# 乙", 3, "恰好有一个", "##"),
        ("## 甲", 1, "恰好有一个", "补上"),
        ("<!-- 卷守 -->\n# 甲", 1, "没有“卷守”这种章", "卷首"),
    ],
)  # fmt: skip
def test_errors_name_file_line_problem_and_remedy(tmp_path, text, line, problem, remedy):
    with pytest.raises(ChapterError) as caught:
        write(tmp_path, text + "\n")
    assert caught.value.place == f"02-overall.md:{line}"
    assert problem in caught.value.problem
    assert remedy in caught.value.remedy


@pytest.mark.parametrize(
    ("address", "problem", "remedy"),
    [
        ("增加质.全国[本年]", "没有指标“增加质”", "增加值"),
        ("增加值.全国[2019]", "没有这个数", "2017"),
        ("增加值", "不合格式", "指标.范围[年]"),
    ],
)
def test_an_unknown_address_names_the_nearest(tmp_path, address, problem, remedy):
    with pytest.raises(AddressError) as caught:
        write(tmp_path, f'# 甲\n\n乙\n\n{{{{ 数["{address}"] | 亿元 }}}}\n')
    assert caught.value.place == "02-overall.md:5"
    assert problem in caught.value.problem
    assert remedy in caught.value.remedy


def test_all_wrong_names_of_a_chapter_are_reported_together(tmp_path):
    with pytest.raises(ManyErrors) as caught:
        write(tmp_path, "# 甲\n\n{{ 丁 }}\n\n{{ 丙 | 亿 }}\n")
    assert {error.place for error in caught.value.errors} == {"02-overall.md:3", "02-overall.md:5"}


@pytest.mark.parametrize(
    ("content", "problem"),
    [("# 甲".encode("gb18030"), "UTF-8"), ("# 甲\n\ue000".encode(), "私用区字符 U+E000")],
)
def test_refuses_files_it_cannot_read(tmp_path, content, problem):
    path = tmp_path / "01-a.md"
    path.write_bytes(content)
    with pytest.raises(ChapterError, match=problem.replace("+", "\\+")):
        read_source(path)


def test_a_missing_file_names_the_nearest(tmp_path):
    (tmp_path / "01-overall.md").write_text("# 甲\n", encoding="utf-8")
    with pytest.raises(ReportError) as caught:
        read_source(tmp_path / "01-overal.md")
    assert "01-overall.md" in caught.value.remedy
