from reportgen.charts.figure import load_figure, render_figure
from reportgen.charts.format import 百分比
from reportgen.charts.heat_cells import heat_table
from reportgen.charts.series import Series
from reportgen.charts.style import HEAT
from tests.charts.made_up import FIGURES, FONTS, facts_of

YEARS = (2020, 2021)


def made(facts):
    rows = [Series.over(facts, f"名义增速.{name}", 百分比, YEARS) for name in ("广东", "江苏")]
    return heat_table(Series.over(facts, "名义增速.全国", 百分比, YEARS), rows, YEARS)


def test_the_whole_comes_first_and_every_cell_knows_its_number():
    facts = facts_of()
    table = made(facts)
    assert (table.measure, table.years) == ("名义增速", YEARS)
    assert [row.name for row in table.rows] == ["全国", "广东", "江苏"]
    cell, reading = table.rows[1].cells[1], facts["名义增速.广东[2021]"]
    assert (cell.address, cell.status) == ("名义增速.广东[2021]", reading.status.name)
    assert cell.text == f"{reading.value:.2f}"


def test_a_larger_value_is_never_on_a_lower_step():
    cells = sorted((cell for row in made(facts_of()).rows for cell in row.cells), key=lambda one: float(one.text))
    steps = [HEAT.index(cell.colour) for cell in cells]
    assert steps == sorted(steps) and len(set(steps)) > 1


def test_the_key_gives_each_step_its_range_and_colour():
    key = made(facts_of()).key
    assert [colour for _, colour in key] == list(HEAT)
    assert key[0][0].startswith("<") and key[-1][0].startswith("≥")


def test_the_picture_and_its_table_show_the_same_numbers():
    drawing = render_figure(load_figure(FIGURES, "provincial_growth_by_year"), facts_of(), FONTS)
    cells = [cell for row in drawing.table.rows for cell in row.cells]
    assert {cell.address for cell in cells} == {row.address for row in drawing.rows}
    assert all(f">{cell.text}</text>" in drawing.svg for cell in cells)


def test_other_figures_have_no_table():
    assert render_figure(load_figure(FIGURES, "employment"), facts_of(), FONTS).table is None
