"""The command ``reconcile`` on the small paper."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from reportgen.cli.app import app
from tests.small_paper import write_small_paper

HEAD = "id,metric,scope,year,relation,value,unit,precision,is_forecast,withheld,section,figure\n"
ROWS = """A,value_added,national,2021,=,1.00,万亿元,2,0,0,前言,
B,value_added,national,2021,=,9.00,万亿元,2,0,0,前言,2
C,nominal_growth,national,2021,=,14.00,%,2,0,0,前言,
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    write_small_paper(tmp_path / "small")
    folder = tmp_path / "small/content/published"
    folder.mkdir()
    (folder / "reasons.csv").write_text("id,metric,scope,year,reason\nC,,,,校准的残差\n", encoding="utf-8")
    return tmp_path / "small"


def run(project: Path, rows: str = ROWS) -> Result:
    (project / "content/published/2022.csv").write_text(HEAD + rows, encoding="utf-8")
    return CliRunner().invoke(app, ["--project", str(project), "reconcile"], prog_name="reportgen")


def test_table_page_and_summary(project: Path) -> None:
    result = run(project)
    assert result.exit_code == 0, result.stderr
    assert result.stdout.startswith("共核对 3 行：") and "\n  总体 3 行：" in result.stdout
    folder = project / "build/2022"
    table = list(csv.DictReader((folder / "reconcile.csv").read_text(encoding="utf-8").splitlines()))
    assert [row["id"] for row in table] == ["A", "B", "C"]
    assert "1.00万亿元（A），又印作9.00万亿元（B）" in table[0]["contradictions"]
    assert table[2]["verdict"] == "偏差（本测算的偏差）"
    page = (folder / "reconcile.html").read_text(encoding="utf-8")
    assert page.count("<svg") == 2 and "又印作9.00万亿元（B）" in page
    assert not re.search(r"(src|href)=\"(?!#)", page)
    ids = re.findall(r'\bid="([^"]+)"', page)
    assert len(ids) == len(set(ids)) and set(re.findall(r'href="#([^"]+)"', page)) <= set(ids)


def test_a_wrong_row_writes_nothing(project: Path) -> None:
    result = run(project, ROWS.replace("nominal_growth", "nominal_grow"))
    assert result.exit_code == 1 and "2022.csv:4：没有指标“nominal_grow”" in result.stderr
    assert not (project / "build/2022/reconcile.csv").exists()
