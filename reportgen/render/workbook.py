"""The numbers of the paper as a workbook: contents, notes, all printed facts, one sheet a figure and a table."""

from __future__ import annotations

import datetime
import io
from typing import Any

from reportgen.document.document import Document, NumberedFigure
from reportgen.document.places import figure_addresses, printed_places
from reportgen.document.plain_tables import PlainTable, plain_tables
from reportgen.document.recompute import Ratio, ratio_of
from reportgen.facts.address import Address
from reportgen.facts.status import Status
from reportgen.render.attachment import Attachment
from reportgen.render.sheets import FIRST_ROW, Column, Formula, Sheets

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
FACTS = "全部数字"
_MEANINGS = {
    Status.实际: "统计部门公布的数",
    Status.测算: "由公布的数按附录的方法算出",
    Status.校准: "依赖由已公布结果校准的系数",
    Status.推算: "依赖为补缺而推算的数",
    Status.预测: "说的是尚无统计数字的年份",
}
_ADDRESS = Column("地址", 40)
_VALUE = Column("数值", 18)
_UNIT = Column("单位", 10)
_STATUS = Column("状态", 8)


def render_workbook(document: Document) -> bytes:
    """The workbook; the same document gives the same bytes.

    Values are unrounded and shown with the decimals of their metric; the address of each stands beside it.
    """
    import xlsxwriter

    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True}) as book:
        book.set_properties(
            {
                "title": document.running_title,
                "subject": "全部印出的数字与各图、各表的数据",
                "author": document.imprint.issuer,
                "created": datetime.datetime(document.year, 1, 1),
            }
        )
        _Workbook(document, Sheets(book)).write()
    return file.getvalue()


def attached(document: Document, workbook: bytes) -> Attachment:
    """The workbook as a file that goes with the PDF."""
    return Attachment(
        "report.xlsx", f"{document.running_title}的全部数字与各图、各表的数据", MEDIA_TYPE, workbook
    )


class _Workbook:
    def __init__(self, document: Document, sheets: Sheets) -> None:
        self.document = document
        self.sheets = sheets
        self.vocabulary = document.facts.vocabulary
        self.tables = plain_tables(document)

    def write(self) -> None:
        """All sheets, in their order."""
        self._contents()
        self._notes()
        self._facts()
        for name, figure in self.document.figures.items():
            self._figure(name, figure)
        for table in self.tables:
            self._table(table)

    def _contents(self) -> None:
        rows = [("说明", "数字的状态和地址"), (FACTS, "书中印出的全部数字及其所在")]
        rows += [(f"图{one.number}", one.drawing.title) for one in self.document.figures.values()]
        rows += [(f"表{table.number}", table.title) for table in self.tables]
        title = f"{self.document.running_title}　数据"
        self.sheets.add("目录", title, [Column("工作表", 14), Column("内容", 70)], rows, links=True)

    def _notes(self) -> None:
        rows = [(f"状态：{status.name}", _MEANINGS[status]) for status in Status]
        rows += [
            (
                "状态的次序",
                "由强到弱为" + "、".join(status.name for status in Status) + "；一个数取其来源中最弱的一种",
            ),
            ("地址", "写作 指标.范围[年]，正文、图和数据用同一个地址；起止两年写作 [2017-2021]"),
            ("数值", "未经舍入，单元格按书中的小数位显示"),
            ("复算", "增速和比重可由同表的其他数复算；此列是公式，结果应与数值相同"),
            ("本年", f"{self.document.reference_year}年，此后各年为预测"),
            ("编制", self.document.imprint.issuer),
            ("声明", self.document.imprint.notice),
        ]
        rows = [row for row in rows if row[1]]
        self.sheets.add("说明", "数字的状态和地址", [Column("项目", 16), Column("说明", 80)], rows)

    def _facts(self) -> None:
        """All printed facts, then those that only serve to compute printed ones again."""
        places = printed_places(self.document)
        ratios = {address: ratio_of(address, self.document.facts) for address in places}
        inputs = {one for ratio in ratios.values() if ratio for one in (ratio.top, ratio.bottom)}
        order = [*sorted(places), *sorted(inputs - set(places))]
        cells = {address: f"B{FIRST_ROW + index}" for index, address in enumerate(order)}
        rows = [
            (
                *self._fact(address),
                self._again(address, ratios.get(address), cells),
                "；".join(places.get(address, ("只供复算",))),
            )
            for address in order
        ]
        columns = [_ADDRESS, _VALUE, _UNIT, _STATUS, Column("复算", 18), Column("印于", 60)]
        self.sheets.add(FACTS, "书中印出的全部数字", columns, rows, decimals=self._decimals(order))

    def _again(self, address: Address, ratio: Ratio | None, cells: dict[Address, str]) -> Formula | str:
        """A growth rate or share as a formula of two other cells."""
        if ratio is None:
            return ""
        less = "-1" if ratio.growth else ""
        text = f"=100*({cells[ratio.top]}/{cells[ratio.bottom]}{less})"
        return Formula(text, self.document.facts.get(address).value)

    def _figure(self, name: str, figure: NumberedFigure) -> None:
        drawing = figure.drawing
        addresses = figure_addresses(self.document, name)
        rows = [
            (*self._words(address), *self._fact(address)[1:], self._fact(address)[0]) for address in addresses
        ]
        columns = [
            Column("指标", 24),
            Column("范围", 30),
            Column("年份", 12),
            _VALUE,
            _UNIT,
            _STATUS,
            _ADDRESS,
        ]
        notes = [drawing.subtitle, drawing.note, drawing.source, drawing.alternative]
        self.sheets.add(
            f"图{figure.number}",
            f"图{figure.number}　{drawing.title}",
            columns,
            rows,
            decimals=self._decimals(addresses),
            notes=[note for note in notes if note],
        )

    def _table(self, table: PlainTable) -> None:
        columns = [Column(text or f"第{index}列", 24) for index, text in enumerate(table.head, start=1)]
        name = f"表{table.number}"
        self.sheets.add(name, f"{name}　{table.title}", columns, table.rows)

    def _words(self, address: Address) -> tuple[str, str, str]:
        years = "—".join(str(year) for year in address.years)
        return self.vocabulary.metric_name(address.metric), self.vocabulary.scope_name(address.scope), years

    def _fact(self, address: Address) -> tuple[str, float, str, str]:
        fact = self.document.facts.get(address)
        return self.vocabulary.chinese(address), fact.value, fact.unit, fact.status.name

    def _decimals(self, addresses: Any) -> list[int | None]:
        """The decimals with which each row is shown; None where the vocabulary declares none."""
        metrics = (self.vocabulary.metrics.get(address.metric) for address in addresses)
        return [metric.decimals if metric else None for metric in metrics]
