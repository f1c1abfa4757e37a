"""The numbers of the paper as a workbook: cover, contents, notes, all printed facts, a sheet a figure and table."""

from __future__ import annotations

import datetime
import io

from reportgen.document.document import Document, NumberedFigure
from reportgen.document.places import figure_addresses, printed_places, printed_texts
from reportgen.document.plain_tables import PlainCell, PlainTable, PrintedNumber, plain_tables
from reportgen.facts.address import Address
from reportgen.render.attachment import Attachment
from reportgen.render.cells import Cell, Shown, number_form
from reportgen.render.fact_sheet import ADDRESS, AGAIN, STATUS, UNIT, VALUE, FactSheet
from reportgen.render.package_language import with_language
from reportgen.render.sheets import FIRST_ROW, Column, Sheet, Sheets
from reportgen.render.workbook_front import contents, cover, notes, origins

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_LANGUAGE = "zh-CN"
_FIGURE_COLUMNS = (
    Column("指标", 24), Column("范围", 30), Column("年份", 12, numeric=True),
    ADDRESS, VALUE, AGAIN, UNIT, STATUS, Column("图中写法", 22),
)  # fmt: skip
_ENOUGH, _NARROW, _WIDE, _ADDRESS_BESIDE = 60, 14, 40, 30


def render_workbook(document: Document) -> bytes:
    """The workbook; the same document gives the same bytes.

    Values are unrounded and shown with the decimals of their metric; the address of each stands beside it, and
    growth rates and shares are computed again by formulas.
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
        sheets = Sheets(book)
        for sheet in _sheets(document):
            sheets.add(sheet)
    return with_language(file.getvalue(), _LANGUAGE)


def workbook_cells(document: Document) -> dict[tuple[str, str], str]:
    """The cell of each printed fact, by the name of the figure (``""`` for chapters) and English address.

    ``图2!E7`` for a fact of a figure, ``全部数字!B7`` for one of a chapter.
    """
    facts, column = FactSheet(document), chr(ord("A") + _FIGURE_COLUMNS.index(VALUE))
    found = {("", address.english): facts.place(address) for address in printed_places(document)}
    for name, figure in document.figures.items():
        for row, address in enumerate(figure_addresses(document, name), start=FIRST_ROW):
            found[name, address.english] = f"图{figure.number}!{column}{row}"
    return found


def attached(document: Document, workbook: bytes) -> Attachment:
    """The workbook as a file that goes with the PDF."""
    return Attachment(
        "report.xlsx", f"{document.running_title}的全部数字与各图、各表的数据", MEDIA_TYPE, workbook
    )


def _sheets(document: Document) -> list[Sheet]:
    """All sheets, in their order."""
    facts, tables = FactSheet(document), plain_tables(document)
    parts = [notes(document, facts), origins(document), facts.sheet()]
    parts += [_figure(document, facts, name, figure) for name, figure in document.figures.items()]
    parts += [_table(document, table) for table in tables]
    return [cover(document, facts, len(tables)), contents(document, parts), *parts]


def _figure(document: Document, facts: FactSheet, name: str, figure: NumberedFigure) -> Sheet:
    drawing, title = figure.drawing, f"图{figure.number}"
    texts = printed_texts(document, name)
    rows: list[tuple[Cell, ...]] = [
        (
            *_words(document, address),
            facts.value(address),
            facts.again(address),
            *_unit_and_status(document, address),
            "；".join(texts.get(address, ())),
        )
        for address in figure_addresses(document, name)
    ]
    if not rows:
        rows = [("本图没有统计数字", *[""] * (len(_FIGURE_COLUMNS) - 1))]
    lines = (drawing.subtitle, f"{drawing.source}{drawing.note}")
    return Sheet(title, f"{title}　{drawing.title}", lines, _FIGURE_COLUMNS, rows, drawing.alternative)


def _words(document: Document, address: Address) -> tuple[Cell, ...]:
    """Metric, scope, year and address; a forecast year is marked E."""
    vocabulary, years = document.facts.vocabulary, address.years
    mark = "E" if years and years[-1] > document.reference_year else ""
    year: Cell = "—".join(map(str, years)) + mark
    if len(years) == 1:
        year = Shown(years[0], number_form(0, mark))
    names = vocabulary.metric_name(address.metric), vocabulary.scope_name(address.scope)
    return *names, year, vocabulary.chinese(address)


def _unit_and_status(document: Document, address: Address) -> tuple[str, str]:
    fact = document.facts.get(address)
    return fact.unit, fact.status.name


def _table(document: Document, table: PlainTable) -> Sheet:
    """A table as printed; a column that was read from facts has their addresses beside it."""
    read = [any(_address(row[index]) for row in table.rows) for index in range(len(table.head))]
    columns: list[Column] = []
    for index, text in enumerate(table.head):
        head = text or f"第{index + 1}列"
        columns.append(Column(head, _width(table, index), table.numeric[index]))
        if read[index]:
            columns.append(Column(f"{head}的地址", _ADDRESS_BESIDE))
    chinese = document.facts.vocabulary.chinese
    rows = []
    for row in table.rows:
        cells: list[Cell] = []
        for index, cell in enumerate(row):
            cells.append(_shown(cell))
            if read[index]:
                address = _address(cell)
                cells.append(chinese(address) if address else "")
        rows.append(cells)
    name = f"表{table.number}"
    lines = (f"所在：{table.chapter}", "数字与书中所印相同，已经舍入。")
    return Sheet(name, f"{name}　{table.title}", lines, columns, rows)


def _address(cell: PlainCell) -> Address | None:
    return cell.address if isinstance(cell, PrintedNumber) else None


def _shown(cell: PlainCell) -> Cell:
    if isinstance(cell, PrintedNumber):
        return Shown(cell.value, number_form(cell.decimals, cell.unit, signed=cell.signed))
    return cell


def _width(table: PlainTable, index: int) -> int:
    """As wide as the longest word of a column needs, within limits; a Chinese character takes two places."""
    words = [row[index] for row in table.rows if isinstance(row[index], str)]
    longest = max((2 * len(word) for word in (*words, table.head[index])), default=0)
    return _ENOUGH if longest > _WIDE else max(_NARROW, longest)
