"""Tidy rows as a labelled table with status and place."""

from __future__ import annotations

import pytest

from reportgen.data.panel import cells_of, panel, require
from reportgen.data.shape import SHAPES
from reportgen.data.table import Table, read_table
from reportgen.errors import DataError
from reportgen.facts.address import Vocabulary
from reportgen.facts.status import Status
from reportgen.project.folders import Project
from tests.small_economy import section_values


@pytest.fixture
def table(project: Project, vocabulary: Vocabulary) -> Table:
    statistic = "section_value_added"
    return read_table(project.data / statistic, "small", SHAPES[statistic], vocabulary, project.root)


def test_cells_by_english_labels(table: Table) -> None:
    cells = cells_of(table)
    cell = cells["sector.finance", 2019]
    assert (cell.value, cell.status) == (section_values(2019)[5], Status.实际)
    assert cell.place.startswith(f"{table.path}:")
    assert ("national", 2019) in cells


def test_panel_leaves_gaps_as_nan(table: Table) -> None:
    rows = [("sector.finance",), ("sector.health",)]
    found = panel("some", "若干门类", cells_of(table), rows, [2020, 2021], [table])
    assert found.value.index.tolist() == ["sector.finance", "sector.health"]
    assert found.value.isna().to_numpy().tolist() == [[False, True], [True, True]]
    assert found.status.shape == found.value.shape
    assert (found.unit, found.source) == ("亿元", "某统计局《小年鉴》")
    assert found.place("sector.finance", 2020).startswith("content/data/section_value_added/small.csv:")
    assert found.place("sector.health", 2020) == ""


def test_table_without_rows_is_no_source(table: Table) -> None:
    found = panel(
        "some", "若干门类", {}, [("sector.finance",)], [2020], [table.until(2000), table.until(2000)]
    )
    assert (found.unit, found.source) == ("", "")


def test_values_that_are_needed(table: Table) -> None:
    require(cells_of(table), [("sector.finance",)], [2017], table)
    with pytest.raises(DataError) as caught:
        require(cells_of(table), [("sector.finance",)], [2021], table)
    assert str(caught.value) == f"{table.path}：缺少 2021 年 金融业 的数值\n  怎么办：补上这一行"
