"""A heat table as a real HTML table: heads with scope, and the colour of its step in every cell."""

from __future__ import annotations

from typing import Any

from markupsafe import Markup

from reportgen.document.document import Drawing
from reportgen.render.figure_numbers import told


def heat_markup(drawing: Drawing) -> Markup:
    """The table of a drawing that has one, with the colours of light; what it says is its hidden caption."""
    table = drawing.table
    key = Markup("").join(
        Markup('<li><i style="background:{}"></i>{}</li>').format(colour, label) for label, colour in table.key
    )
    years = Markup("").join(Markup('<th scope="col">{}年</th>').format(year) for year in table.years)
    whole, *parts = map(_row, table.rows)
    return Markup(
        '<div class="heat"><ul class="steps" aria-hidden="true">{}</ul>'
        '<div class="scroll" role="group" aria-label="{}"><table><caption class="unseen">{}</caption>'
        '<thead><tr><th scope="col"><span class="unseen">范围</span></th>{}</tr></thead>'
        '<tbody class="whole">{}</tbody><tbody>{}</tbody></table></div></div>'
    ).format(key, drawing.title, drawing.alternative, years, whole, Markup("").join(parts))


def _row(row: Any) -> Markup:
    cells = Markup("").join(
        Markup('<td style="background:{};color:{}">{}</td>').format(
            cell.colour, cell.ink, told(cell.text, cell.address, cell.status)
        )
        for cell in row.cells
    )
    return Markup('<tr><th scope="row">{}</th>{}</tr>').format(row.name, cells)
