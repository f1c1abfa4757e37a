"""The sheets before the numbers: cover, contents, notes, and where the metrics come from."""

from __future__ import annotations

from collections.abc import Sequence

from reportgen.document.document import Document
from reportgen.document.places import printed_places
from reportgen.facts.status import Status
from reportgen.render.cells import Cell, Link
from reportgen.render.fact_sheet import NAME as FACTS
from reportgen.render.fact_sheet import FactSheet
from reportgen.render.sheets import HEAD_ROW, Column, Sheet

COVER, CONTENTS, NOTES, ORIGINS = "封面", "目录", "说明", "指标来源"
_MEANINGS = {
    Status.实际: "统计部门公布的数",
    Status.测算: "由公布的数按附录的方法算出",
    Status.校准: "依赖由已公布结果校准的系数",
    Status.推算: "依赖为补缺而推算的数",
    Status.预测: "说的是尚无统计数字的年份",
}
_UNITS = (
    ("单位：亿元", "增加值、生产总值及其增量，按当年价格计算；1万亿元等于10000亿元"),
    ("单位：万人", "带动就业、新增就业"),
    ("单位：%", "增速、比重。数值14.53表示14.53%；两个百分数之差是百分点"),
    ("单位：倍、个、位", "倍数、个数、名次"),
    ("单位：1", "系数、弹性、乘子等没有单位的数"),
)


def cover(document: Document, facts: FactSheet, tables: int) -> Sheet:
    """What the workbook is, and who made it."""
    imprint = document.imprint
    content = f"{len(document.figures)}幅图和{tables}个表各一张工作表，连同书中印出的全部{facts.printed}个数"
    rows = [
        ("内容", content),
        ("本年", f"{document.reference_year}年；此后的年份为预测，年份后加E"),
        ("编写", imprint.issuer),
        ("日期", imprint.date),
        ("编号", imprint.number),
        ("声明", imprint.notice),
    ]
    return Sheet(
        COVER,
        document.running_title,
        ("数据工作簿", "与同名的 PDF 和网页由同一次测算生成，数字完全相同。"),
        [Column("项目", 14), Column("说明", 96)],
        [row for row in rows if row[1]],
        back=Link("进入目录", CONTENTS),
        cover=True,
    )


def contents(document: Document, parts: Sequence[Sheet]) -> Sheet:
    """All other sheets, each with a link and with what it says."""
    rows = [(Link(part.name, part.name), _short(part), part.alternative) for part in parts]
    notes = (
        "点第一列的名称，即到该工作表；各表左上方有返回的链接。",
        f"每张工作表只有一个表，表头都在第{HEAD_ROW}行；第1行是表名，第2、3行是说明。",
    )
    columns = [Column("工作表", 12), Column("内容", 56), Column("文字说明", 90)]
    return Sheet(
        CONTENTS, f"{document.running_title}　目录", notes, columns, rows, back=Link("返回封面", COVER)
    )


def notes(document: Document, facts: FactSheet) -> Sheet:
    """The words and marks used in the other sheets."""
    rows: list[tuple[Cell, ...]] = [(f"状态：{status.name}", _MEANINGS[status]) for status in Status]
    order = "由强到弱为" + "、".join(status.name for status in Status)
    rows += [
        ("状态的次序", f"{order}；一个数取其来源中最弱的一种"),
        *_UNITS,
        ("地址", "写作 指标.范围[年]，正文、图、表和本工作簿用同一个地址；起止两年写作 [2017-2021]"),
        ("年份", f"{document.reference_year}年是有统计资料的末年；年份后加E的是预测"),
        ("数值", "未经舍入，单元格按书中的小数位显示；书中写法列是印在书上的样子"),
        ("各“表”工作表", "数字与书中所印相同，已经舍入；未舍入的数按右侧的地址在“全部数字”中查找"),
        (
            "复算",
            "公式，用“全部数字”中的其他数再算一遍；没有公式的数由附录二的方法得出，不能只用印出的数算出",
        ),
    ]
    if facts.recomputed:
        rows.append(
            (
                "复算之差",
                f"“{FACTS}”中{len(facts.recomputed)}处复算结果与数值之差的绝对值之和，应为零，见下行",
            )
        )
        rows.append(("合计", facts.difference()))
    title, columns = "数字的状态、单位、地址和复算", [Column("项目", 18), Column("说明", 96)]
    return Sheet(NOTES, title, ("各工作表所用的词和记号。", f"数字的来源另见“{ORIGINS}”。"), columns, rows)


def origins(document: Document) -> Sheet:
    """For each printed metric what is computed, from what, and the statistics behind it."""
    vocabulary = document.facts.vocabulary
    metrics = dict.fromkeys(address.metric for address in sorted(printed_places(document)))
    rows = [
        (vocabulary.metric_name(metric), origin.formula, "、".join(origin.inputs), "\n".join(origin.sources))
        for metric in metrics
        if (origin := document.origins.get(metric))
    ]
    columns = [Column("指标", 24), Column("算法", 50), Column("由何算得", 36), Column("统计资料与参数", 80)]
    lines = ("算法中的第（n）式见附录二。", "统计资料与参数一栏列出主要的几项，每行一项。")
    return Sheet(ORIGINS, "书中各指标的算法和来源", lines, columns, rows)


def _short(part: Sheet) -> str:
    """The title without the name of the sheet before it."""
    return part.title.removeprefix(part.name).strip("　")
