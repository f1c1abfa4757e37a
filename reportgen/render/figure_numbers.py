"""The numbers of a figure on the screen: a table that opens, and the same as a CSV file to keep."""

from __future__ import annotations

import csv
import io
from decimal import Decimal
from urllib.parse import quote

from markupsafe import Markup, escape

from reportgen.document.document import NumberedFigure
from reportgen.facts.spreadsheet import safe_cell

_SHOWN = ("指标", "年份或范围", "数值", "单位", "状态")
_KEPT = (*_SHOWN, "地址")
_DECIMALS = 4
_BYTE_ORDER_MARK = "\ufeff"  # tells spreadsheet programs that the file is UTF-8


def figure_numbers(figure: NumberedFigure) -> Markup:
    """The numbers as HTML; nothing for a figure without numbers."""
    if not figure.drawing.rows:
        return Markup("")
    head = Markup("").join(Markup('<th scope="col">{}</th>').format(text) for text in _SHOWN)
    rows = Markup("").join(
        Markup('<tr><th scope="row">{}</th><td>{}</td><td>{}</td><td>{}</td><td>{}</td></tr>').format(
            row.series, row.label, told(_shown(row.value), row.address, row.status), row.unit, row.status
        )
        for row in figure.drawing.rows
    )
    return Markup(
        '<details><summary>查看数据</summary><a download="图{0}.csv" href="{1}">下载图{0}的数据（CSV）</a>'
        '<div class="scroll" tabindex="0" role="group" aria-label="图{0}的数据"><table><thead><tr>{2}</tr></thead>'
        "<tbody>{3}</tbody></table></div></details>"
    ).format(figure.number, _file(figure), head, rows)


def told(text: str, address: str, status: str) -> Markup:
    """A number that tells where it comes from; plain text when it has no address."""
    if not address:
        return escape(text)
    return Markup('<span class="number" data-address="{}" data-status="{}">{}</span>').format(
        address, status, text
    )


def _file(figure: NumberedFigure) -> str:
    """The CSV as a data address, values unrounded."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(_KEPT)
    writer.writerows(
        (safe_cell(row.series), safe_cell(row.label), repr(float(row.value)), safe_cell(row.unit), row.status, safe_cell(row.address))
        for row in figure.drawing.rows
    )
    return "data:text/csv;charset=utf-8," + quote(_BYTE_ORDER_MARK + text.getvalue())


def _shown(value: float) -> str:
    return f"{round(Decimal(repr(float(value))), _DECIMALS):f}"
