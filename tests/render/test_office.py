"""The workbook of the real edition in LibreOffice: no error, and every formula gives the number beside it."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from pathlib import Path

import openpyxl
import pytest

from reportgen import pipeline
from reportgen.render.fact_sheet import NAME as FACTS
from reportgen.render.sheets import FIRST_ROW, HEAD_ROW
from tests.render.office import computed, needs_office

pytestmark = [pytest.mark.libreoffice, needs_office]


@pytest.fixture(scope="module")
def given(built_edition: pipeline.BuildResult) -> openpyxl.Workbook:
    return openpyxl.load_workbook(built_edition.workbook)


@pytest.fixture(scope="module")
def opened(
    built_edition: pipeline.BuildResult, tmp_path_factory: pytest.TempPathFactory
) -> openpyxl.Workbook:
    """What LibreOffice makes of the workbook when the values that formulas carry are all wrong."""
    return computed(tmp_path_factory.mktemp("office"), without_values(built_edition.workbook.read_bytes()))


def without_values(workbook: bytes) -> bytes:
    """The same workbook with 999 in place of the value that each formula carries."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(workbook)) as source, zipfile.ZipFile(made, "w") as target:
        for entry in source.infolist():
            content = source.read(entry)
            if "worksheets/sheet" in entry.filename:
                content = re.sub(rb"</f><v>[^<]*</v>", b"</f><v>999</v>", content)
            target.writestr(entry, content)
    return made.getvalue()


def formulas(book: openpyxl.Workbook) -> list[tuple[str, str]]:
    return [
        (sheet.title, cell.coordinate)
        for sheet in book
        for row in sheet.iter_rows()
        for cell in row
        if cell.data_type == "f"
    ]


def test_every_sheet_opens_with_its_table_in_place(
    given: openpyxl.Workbook, opened: openpyxl.Workbook
) -> None:
    assert opened.sheetnames == given.sheetnames
    for sheet in given:
        heads = [cell.value for cell in sheet[HEAD_ROW]]
        assert [cell.value for cell in opened[sheet.title][HEAD_ROW]][: len(heads)] == heads


def test_no_cell_holds_an_error(opened: openpyxl.Workbook) -> None:
    wrong = [
        (sheet.title, cell.coordinate, cell.value)
        for sheet in opened
        for row in sheet.iter_rows()
        for cell in row
        if cell.data_type == "e" or (isinstance(cell.value, str) and cell.value.startswith(("#", "Err:")))
    ]
    assert wrong == []


def test_every_formula_gives_the_number_in_the_facts(
    built_edition: pipeline.BuildResult, given: openpyxl.Workbook, opened: openpyxl.Workbook
) -> None:
    with built_edition.facts.open(encoding="utf-8", newline="") as file:
        facts = {row["label"]: float(row["value"]) for row in csv.DictReader(file)}
    listed = {row[0]: row[1] for row in opened[FACTS].iter_rows(min_row=FIRST_ROW, values_only=True)}
    assert listed == pytest.approx({address: facts[address] for address in listed}, rel=1e-12)
    compared = 0
    for name, place in formulas(given):
        if name == "说明":
            continue
        row, column = given[name][place].row, 1 if name == FACTS else 4
        address = given[name].cell(row, column).value
        assert opened[name][place].value == pytest.approx(facts[address], rel=1e-9, abs=1e-9), (name, place)
        assert opened[name].cell(row, column + 1).value == pytest.approx(facts[address], rel=1e-12)
        compared += 1
    assert compared > 2 * 400  # the sheet of all facts, and again beside the figures


def test_the_notes_find_no_difference(given: openpyxl.Workbook, opened: openpyxl.Workbook) -> None:
    (place,) = [place for name, place in formulas(given) if name == "说明"]
    assert opened["说明"][place].value == pytest.approx(0, abs=1e-6)


def test_a_reviewer_who_changes_a_number_sees_it(built_edition: pipeline.BuildResult, tmp_path: Path) -> None:
    """A value added that is doubled changes the growth rate that is computed from it, and the notes say so."""
    book = openpyxl.load_workbook(built_edition.workbook)
    rows = {row[0].value: row for row in book[FACTS].iter_rows(min_row=FIRST_ROW)}
    rows["增加值.全国[2021]"][1].value *= 2
    changed = io.BytesIO()
    book.save(changed)
    seen = computed(tmp_path, changed.getvalue())
    growth = rows["名义增速.全国[2021]"]
    again = seen[FACTS][growth[2].coordinate].value
    assert again == pytest.approx(2 * (100 + growth[1].value) - 100)
    assert seen["说明"].cell(seen["说明"].max_row, 2).value > 100
