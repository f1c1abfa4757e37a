"""Two editions of the small project: the file, the sections of the page, the command, and what is refused."""

from __future__ import annotations

import csv
import shutil
from collections import defaultdict
from pathlib import Path

import pytest
from typer.testing import CliRunner

from reportgen.causing import COLUMNS, cause_sections, find_causes
from reportgen.cli.app import app
from reportgen.errors import EditionError, UsageError
from reportgen.project.folders import Project
from tests.experiments.editions import two_editions

TEMPLATES = Path(__file__).parents[1] / "templates"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """The small project with an edition of 2021, and in that of 2022 a vintage with GDP of 2021 up by 2 %."""
    folder = tmp_path_factory.mktemp("causing")
    two_editions(folder)
    shutil.copytree(TEMPLATES, folder / "templates", dirs_exist_ok=True)
    project = Project.open(folder)
    groups = project.data / "group_value_added"
    card = (groups / "small.card.yaml").read_text(encoding="utf-8")
    card = card.replace("vintage: small", "vintage: later\nstatus_note: 2021年为修订数")
    kept = [line for line in card.splitlines() if "sums_to_total" not in line]
    (groups / "later.card.yaml").write_text("\n".join(kept), encoding="utf-8")
    lines = (groups / "small.csv").read_text(encoding="utf-8").splitlines()
    (groups / "later.csv").write_text("\n".join(map(_revised, lines)) + "\n", encoding="utf-8")
    file = project.content / "editions/2022.yaml"
    sets = "data_vintages:\n  修订:\n    group_value_added: later\n"
    file.write_text(file.read_text(encoding="utf-8") + sets, encoding="utf-8")
    return project


def _revised(line: str) -> str:
    year, label, value, *rest = line.split(",")
    if year != "2021" or label != "全国":
        return line
    return ",".join([year, label, f"{float(value) * 1.02:.2f}", *rest])


def test_the_file_holds_every_part_and_they_add_up(project: Project) -> None:
    found = find_causes(project, ["2021", "2022", "2022:修订"])
    assert found.table == project.build(2022) / "causes.csv"
    with found.table.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert tuple(rows[0]) == COLUMNS
    changes: dict[tuple[str, ...], float] = defaultdict(float)
    for row in rows:
        changes[tuple(row[name] for name in COLUMNS[:8])] += float(row["数额"])
    for key, change in changes.items():
        assert change == pytest.approx(float(key[7]) - float(key[6]), abs=1e-9)
    assert {key[:3] for key in changes} == {
        ("2021", "2022", "同一年份"),
        ("2021", "2022", "本年比本年"),
        ("2022", "2022:修订", "同一年份"),
    }


def test_a_revised_vintage_moves_what_it_should(project: Project) -> None:
    sections = {one.headline: one for one in cause_sections(project, "2022", "2022：修订")}
    assert "增加值.全国[2021]" not in sections  # value added does not read GDP of the nation
    share = sections["占GDP比重.全国[2021]"]
    assert share.after == pytest.approx(share.before / 1.02, abs=0.01) and share.unit == "%"
    assert sum(part.amount for part in share.parts) == pytest.approx(share.total)
    assert {part.name for part in share.parts} == {"统计数据修订：国内生产总值和三次产业增加值", "舍入"}
    assert share.picture.count("<svg") == 1 and "2022:修订" in share.picture and "2022年版" in share.picture
    assert share.notes[-1] == "换用的统计资料：小表，某统计局《小年鉴》；2021年为修订数。"


def test_sections_come_in_both_views_where_the_years_moved_on(project: Project) -> None:
    sections = {one.headline: one for one in cause_sections(project, "2021", "2022")}
    on = sections["增加值.直接产业[2020]→增加值.直接产业[2021]"]
    assert on.parts[0].name == "新增年份数据"
    assert [one.notes[0][:4] for one in sections.values() if one.notes] == ["同一年份", "后一版的"]
    assert "增加值.全国[2021]" in sections
    assert not any("换用" in note for one in sections.values() for note in one.notes)


def test_the_same_editions_give_the_same_sections(project: Project) -> None:
    assert cause_sections(project, "2022", "2022:修订") == cause_sections(project, "2022", "2022:修订")


@pytest.mark.parametrize(
    ("texts", "message"), [(["2022"], "至少要写两个"), (["2022", " 2022"], "没有可比的")]
)
def test_what_is_no_comparison_is_refused(project: Project, texts: list[str], message: str) -> None:
    with pytest.raises(UsageError, match=message):
        find_causes(project, texts)


def test_nothing_is_written_when_editions_cannot_be_compared(project: Project) -> None:
    path = project.build(2021) / "causes.csv"
    with pytest.raises(EditionError, match="较早的版本写在前面"):
        find_causes(project, ["2022", "2021"])
    assert not path.exists()


def run(project: Project, *arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(app, ["--project", str(project.root), "causes", *arguments])
    return result.exit_code, result.output


def test_the_command_lists_headlines_with_their_causes(project: Project) -> None:
    code, text = run(project, "2021", "2022")
    assert code == 0 and text.strip().endswith("已写入 build/2022/causes.csv")
    assert "2021 → 2022：同一年份" in text and "2021 → 2022：后一版的本年比前一版的本年" in text
    lines = text.splitlines()
    row = next(line for line in lines if line.startswith("名义增速.全国[2020]→名义增速.全国[2021]\t"))
    assert row.split("\t")[3:5] == ["%", "新增年份数据"] and row.split("\t")[5][0] in "+-"


def test_the_command_shows_a_chain_and_each_input(project: Project) -> None:
    code, text = run(project, "2022", "2022:修订", "2022", "--each")
    assert code == 0
    head = text.splitlines()[0].split("\t")
    assert head == ["指标", "2022", "2022:修订", "2022", "单位"]
    share = next(line.split("\t") for line in text.splitlines() if line.startswith("占GDP比重.全国[2021]"))
    assert share[1] == share[3] != share[2]


def test_the_command_tells_what_is_wrong(project: Project) -> None:
    code, text = run(project, "2022")
    assert (code, "至少要写两个版本" in text) == (2, True) and "reportgen causes 2021 2022" in text
    code, text = run(project, "2022", "2022:终值")
    assert code == 1 and "没有统计资料的版次“终值”" in text and "现有：修订" in text
