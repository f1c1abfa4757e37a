import pytest

from reportgen.document.appendix_data import (
    Alternative,
    AppendixData,
    DataSource,
    Deviation,
    Indicator,
    ParameterLine,
    ReconciledGroup,
    Segment,
    Subsector,
    Zone,
)
from reportgen.document.assemble import Supplements
from reportgen.errors import ChapterError, ManyErrors
from reportgen.text.blocks import Items, Table, plain
from tests.document.papers import CHAPTERS, paper

DATA = AppendixData(
    indicators=(
        Indicator("value_added", "增加值", "亿元", "按当年价格"),
        Indicator("cagr", "年均复合增速", "%", "没有印出的指标"),
    ),
    subsectors=(Subsector("39088", "计算机", "制造业", {"平台": 55.3, "网络": 44.7}),),
    zones=(Zone("成渝", ("重庆", "四川")),),
    segments=(
        Segment("工业传感", ("平台",), ("计算机",)),
        Segment("相关服务", ("网络", "平台"), ("计算机", "电信")),
    ),
    sources=(DataSource("分行业增加值", "《中国统计年鉴2022》表3-6", "增加值", "公布至2020年"),),
    publisher="国家统计局",
    parameters=(ParameterLine("名义增速", "7%", "预测", "脚注"),),
    alternatives=(Alternative("关联形式", "相除", "联立", "-7.50%", "", "-7.62%", "北京（-9.51%）"),),
    years=(2021, 2022),
    groups=(
        ReconciledGroup("规模", {"一致": 3, "偏差": 1}, "2.50%"),
        ReconciledGroup("排名", {"一致": 2, "偏差": 0}, ""),
    ),
    deviations=(Deviation("全国增加值，2021年", "前言", "万亿元", "4.10", "4.11", "+0.24%", 1),),
    causes=("校准的残差",),
)


def tables(folder, *names, data=DATA):
    text = "<!-- 附录一 -->\n# 指标\n\n" + "\n\n".join(f'{{{{ 附表("{name}") }}}}' for name in names) + "\n"
    document = paper(folder, {"08-tables": text}, supplements=Supplements(appendix=data))
    chapter = next(chapter for chapter in document.chapters if chapter.name == "08-tables.md")
    return [block for block in chapter.blocks if isinstance(block, Table | Items)]


def words(table):
    return [[plain(cell) for cell in row] for row in (table.head, *table.rows)]


@pytest.mark.parametrize(
    ("name", "rows"),
    [
        ("指标", [["指标", "单位", "含义与算法"], ["增加值", "亿元", "按当年价格"]]),
        (
            "分类",
            [["代码", "子行业", "所属门类", "平台", "网络"], ["39088", "计算机", "制造业", "55", "45"]],
        ),
        ("经济圈", [["经济圈", "省份"], ["成渝", "重庆、四川"]]),
        (
            "细分领域",
            [
                ["细分领域", "主要归属", "主要的相关子行业"],
                ["工业传感", "平台", "计算机"],
                ["相关服务", "各领域", "计算机；电信"],
            ],
        ),
        (
            "数据来源",
            [
                ["统计资料", "出处", "用途", "口径"],
                ["分行业增加值", "《中国统计年鉴2022》表3-6", "增加值", "公布至2020年"],
            ],
        ),
        ("参数", [["参数", "取值", "状态", "依据"], ["名义增速", "7%", "预测", "脚注"]]),
        (
            "读法",
            [
                [
                    "读法",
                    "本书采用",
                    "换用",
                    "2021年增加值",
                    "2022年增加值",
                    "2021年带动就业",
                    "变动最大的省",
                ],
                ["关联形式", "相除", "联立", "-7.50%", "—", "-7.62%", "北京（-9.51%）"],
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
                ["指标", "原书位置", "单位", "已公布", "测算", "偏差", "来由"],
                ["全国增加值，2021年", "前言", "万亿元", "4.10", "4.11", "+0.24%", "1"],
            ],
        ),
    ],
)
def test_each_table_says_what_it_was_given(tmp_path, name, rows):
    (table,) = tables(tmp_path, name)
    assert words(table) == rows
    assert len(table.alignments) == len(rows[0])


def test_the_causes_are_a_numbered_list_of_sentences(tmp_path):
    (causes,) = tables(tmp_path, "偏差来由")
    assert causes.ordered
    assert [plain(item) for item in causes.items] == ["校准的残差。"]


def test_the_publisher_of_most_sources_stands_in_the_title(tmp_path):
    (table,) = tables(tmp_path, "数据来源")
    assert plain(table.caption) == "数据来源（未注明机构的由国家统计局公布）"


def test_generated_tables_are_numbered_with_the_others(tmp_path):
    assert [table.number for table in tables(tmp_path, "经济圈", "参数")] == [2, 3]


def test_a_metric_that_is_not_printed_is_no_indicator(tmp_path):
    (table,) = tables(tmp_path, "指标")
    assert "年均复合增速" not in [row[0] for row in words(table)]


@pytest.mark.parametrize(
    ("name", "data", "problem"),
    [
        ("数据来原", DATA, "没有附表“数据来原”\n  怎么办：是否想写“数据来源”？"),
        ("天气", DATA, "可用：指标、分类、细分领域、经济圈、数据来源、参数、读法、对账、对账偏差、偏差来由"),
        ("对账", AppendixData(), "在本版没有内容"),
        ("偏差来由", AppendixData(), "在本版没有内容"),
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
