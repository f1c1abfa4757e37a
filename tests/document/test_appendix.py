import pytest

from reportgen.document.appendix import SEVERAL
from reportgen.document.appendix_data import (
    AppendixData,
    DataSource,
    Deviation,
    Indicator,
    ParameterLine,
    ReconciledGroup,
    Subsector,
    Zone,
)
from reportgen.document.assemble import Supplements
from reportgen.errors import ChapterError, ManyErrors
from reportgen.text.blocks import Table, plain
from tests.document.papers import CHAPTERS, paper

DATA = AppendixData(
    indicators=(
        Indicator("value_added", "增加值", "亿元", "按当年价格"),
        Indicator("cagr", "年均复合增速", "%", "没有印出的指标"),
    ),
    subsectors=(Subsector("39088", "计算机", "制造业", {"平台": 55.3, "网络": 44.7}),),
    zones=(Zone("成渝", ("重庆", "四川")),),
    sources=(DataSource("分行业增加值", "国家统计局《中国统计年鉴2022》表3-6", "2022-09", "亿元", "增加值"),),
    parameters=(
        ParameterLine("名义增速假定", "7", "%", "预测", "脚注"),
        ParameterLine("相关系数", "", "1", "校准", "第（1）式"),
        ParameterLine("关联方向", "后向", "", "实际", "第（4）式"),
    ),
    groups=(
        ReconciledGroup("规模", {"一致": 3, "偏差": 1}, "2.50%"),
        ReconciledGroup("排名", {"一致": 2, "偏差": 0}, ""),
    ),
    deviations=(Deviation("增加值.全国[2021]", "前言", "4.10万亿元", "4.11万亿元", "+0.24%", "舍入"),),
)


def tables(folder, *names, data=DATA):
    text = "<!-- 附录一 -->\n# 指标\n\n" + "\n\n".join(f'{{{{ 附表("{name}") }}}}' for name in names) + "\n"
    document = paper(folder, {"08-tables": text}, supplements=Supplements(appendix=data))
    chapter = next(chapter for chapter in document.chapters if chapter.name == "08-tables.md")
    return [block for block in chapter.blocks if isinstance(block, Table)]


def words(table):
    return [[plain(cell) for cell in row] for row in (table.head, *table.rows)]


@pytest.mark.parametrize(
    ("name", "rows"),
    [
        ("指标", [["指标", "单位", "含义"], ["增加值", "亿元", "按当年价格"]]),
        (
            "分类",
            [["代码", "子行业", "所属门类", "平台", "网络"], ["39088", "计算机", "制造业", "55%", "45%"]],
        ),
        ("经济圈", [["经济圈", "省份"], ["成渝", "重庆、四川"]]),
        (
            "数据来源",
            [
                ["统计资料", "出处", "公布时间", "用途"],
                ["分行业增加值", "国家统计局《中国统计年鉴2022》表3-6", "2022-09", "增加值"],
            ],
        ),
        (
            "参数",
            [
                ["参数", "取值", "状态", "依据"],
                ["名义增速假定", "7%", "预测", "脚注"],
                ["相关系数", SEVERAL, "校准", "第（1）式"],
                ["关联方向", "后向", "实际", "第（4）式"],
            ],
        ),
        (
            "对账",
            [
                ["类别", "项数", "一致", "偏差", "偏差中位数"],
                ["规模", "4", "3", "1", "2.50%"],
                ["排名", "2", "2", "0", "—"],
            ],
        ),
        (
            "对账偏差",
            [
                ["指标", "原书位置", "印出", "测算", "偏差", "原因"],
                ["增加值.全国[2021]", "前言", "4.10万亿元", "4.11万亿元", "+0.24%", "舍入"],
            ],
        ),
    ],
)
def test_each_table_says_what_it_was_given(tmp_path, name, rows):
    (table,) = tables(tmp_path, name)
    assert words(table) == rows
    assert len(table.alignments) == len(rows[0])


def test_generated_tables_are_numbered_with_the_others(tmp_path):
    assert [table.number for table in tables(tmp_path, "经济圈", "参数")] == [2, 3]


def test_a_metric_that_is_not_printed_is_no_indicator(tmp_path):
    (table,) = tables(tmp_path, "指标")
    assert "年均复合增速" not in [row[0] for row in words(table)]


@pytest.mark.parametrize(
    ("name", "data", "problem"),
    [
        ("数据来原", DATA, "没有附表“数据来原”\n  怎么办：是否想写“数据来源”？"),
        ("天气", DATA, "可用：指标、分类、经济圈、数据来源、参数、对账、对账偏差"),
        ("对账", AppendixData(), "在本版没有内容"),
    ],
)
def test_an_unknown_or_empty_table_is_an_error_with_its_place(tmp_path, name, data, problem):
    with pytest.raises(ChapterError, match=problem) as caught:
        tables(tmp_path, name, data=data)
    assert caught.value.place == "08-tables.md:4"


def test_wrong_tables_are_reported_together(tmp_path):
    with pytest.raises(ManyErrors) as caught:
        tables(tmp_path, "甲", "乙")
    assert [error.place for error in caught.value.errors] == ["08-tables.md:4", "08-tables.md:6"]


def test_a_generated_table_stands_alone_in_its_paragraph(tmp_path):
    with pytest.raises(ChapterError, match="应单独成段") as caught:
        paper(tmp_path, {"03-region": CHAPTERS["03-region"] + '\n见{{ 附表("参数") }}。\n'})
    assert caught.value.place == "03-region.md:7"
