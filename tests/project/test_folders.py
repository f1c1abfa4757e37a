"""Opening a project and its editions."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportgen.errors import EditionError, UsageError
from reportgen.project.folders import Project
from tests.small_estimate import open_small_project


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return open_small_project(tmp_path / "small")


def edit(project: Project, old: str, new: str) -> Path:
    path = project.content / "editions/2022.yaml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return path


def message(project: Project, name: int = 2022) -> str:
    with pytest.raises(EditionError) as caught:
        project.edition(name)
    return str(caught.value)


def test_folder_without_a_project(tmp_path: Path) -> None:
    (tmp_path / "figures").mkdir()
    with pytest.raises(UsageError) as caught:
        Project.open(tmp_path)
    assert str(caught.value) == (
        f"{tmp_path}：缺少文件夹 content、templates\n"
        "  怎么办：在项目根目录运行，或用 --project 指定含 content、figures、templates 的文件夹"
    )
    assert caught.value.exit_code == 2


def test_folder_that_does_not_exist(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="缺少文件夹 content、figures、templates"):
        Project.open(tmp_path / "nowhere")


def test_file_in_place_of_a_folder(tmp_path: Path) -> None:
    for name in ("content", "figures", "templates"):
        (tmp_path / name).write_text("", encoding="utf-8")
    with pytest.raises(UsageError):
        Project.open(tmp_path)


def test_where_things_are(project: Project) -> None:
    assert project.root.is_absolute()
    assert project.names.is_file()
    assert project.own_chapters(2021) == project.content / "editions/2021/chapters"
    assert project.data.parent == project.parameters.parent == project.chapters.parent == project.content
    assert project.build(2022) == project.root / "build/2022"


def test_editions_are_sorted_and_other_files_left_out(project: Project) -> None:
    for name in ("2024.yaml", "2021.yaml", "notes.yaml", "2023.txt"):
        (project.content / "editions" / name).write_text("", encoding="utf-8")
    assert project.editions() == [2021, 2022, 2024]


def test_edition(project: Project) -> None:
    edition = project.edition(2022)
    assert (edition.first_year, edition.reference_year, edition.forecast_year) == (2017, 2021, 2022)
    assert edition.data["input_output"] == "small"


def test_unknown_year(project: Project) -> None:
    path = project.content / "editions/2030.yaml"
    assert message(project, 2030) == f"{path}：没有 2030 年版\n  怎么办：现有版本：2022"


def test_no_edition_at_all(project: Project) -> None:
    (project.content / "editions/2022.yaml").unlink()
    assert message(project).endswith("没有 2022 年版\n  怎么办：现有版本：无")


def test_edition_under_another_name(project: Project) -> None:
    path = edit(project, "edition: 2022", "edition: 2021")
    assert message(project) == f"{path}：文件中的 edition 为 2021\n  怎么办：改为 2022"


@pytest.mark.parametrize(
    ("old", "new"),
    [("first_year: 2017", "first_year: 2021"), ("forecast_year: 2022", "forecast_year: 2020")],
)
def test_years_out_of_order(project: Project, old: str, new: str) -> None:
    path = edit(project, old, new)
    text = message(project)
    assert text.startswith(f"{path}:")
    assert "：应有 first_year < reference_year，且 forecast_year 为其后一年\n" in text


def test_missing_and_misspelt_items(project: Project) -> None:
    path = edit(project, "first_year: 2017\n", "")
    assert message(project) == f"{path}:1：“first_year”缺少必填项\n  怎么办：改正该项后重试"
    path = edit(project, "reference_year", "first_year: 2017\noverides: {}\nreference_year")
    assert message(project) == f"{path}:3：“overides”没有这一项\n  怎么办：是否想写“overrides”？"


def test_editions_of_this_repository() -> None:
    project = Project.open(Path(__file__).parents[2])
    assert project.editions() == [2021, 2022]
    for year in project.editions():
        edition = project.edition(year)
        assert edition.forecast_year == edition.reference_year + 1
        assert edition.edition == edition.forecast_year
