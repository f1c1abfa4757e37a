"""A finished build stands while what it was made from and what it made are the same."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from reportgen.project import cache
from reportgen.project.build_record import BuildRecord
from reportgen.project.folders import Project

REMINDERS = ["某事已久"]


@pytest.fixture
def project(tmp_path: Path) -> Project:
    for name in ("content/data", "content/editions", "figures", "templates", "program"):
        (tmp_path / name).mkdir(parents=True)
        (tmp_path / name / "file").write_text(name, encoding="utf-8")
    project = Project.open(tmp_path)
    project.build(2022).mkdir(parents=True)
    for path in paths(project):
        path.write_text(path.name, encoding="utf-8")
    now(project).keep(paths(project), REMINDERS)
    return project


def paths(project: Project) -> list[Path]:
    return [project.build(2022) / name for name in ("report.pdf", "report.html")]


def now(project: Project, year: int = 2022, *systems: object) -> BuildRecord:
    return BuildRecord.now(project, year, project.root / "program", *systems)


def test_reminders_are_those_of_the_build(project: Project) -> None:
    assert now(project).reminders(paths(project)) == REMINDERS


@pytest.mark.parametrize("part", ["content/data", "content/editions", "figures", "templates", "program"])
@pytest.mark.parametrize(
    "change", [lambda path: path.write_bytes(b"2"), Path.unlink, lambda path: (path.parent / "new").touch()]
)
def test_anything_changed_added_or_gone_ends_it(
    project: Project, part: str, change: Callable[[Path], object]
) -> None:
    change(project.root / part / "file")
    assert now(project).reminders(paths(project)) is None


def test_another_edition_or_system_library_was_not_built(project: Project) -> None:
    assert now(project, 2021).reminders(paths(project)) is None
    assert now(project, 2022, "libpango 2").reminders(paths(project)) is None


def test_an_upgraded_library_ends_it(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache, "_libraries", lambda: ("numpy-99.dist-info",))
    assert now(project).reminders(paths(project)) is None


@pytest.mark.parametrize("spoil", [Path.unlink, lambda path: path.write_bytes(b"")])
def test_a_report_that_is_gone_or_altered_is_made_again(
    project: Project, spoil: Callable[[Path], object]
) -> None:
    spoil(paths(project)[1])
    assert now(project).reminders(paths(project)) is None


def test_what_was_restored_stands_again(project: Project) -> None:
    file = project.root / "templates/file"
    file.write_text("other", encoding="utf-8")
    assert now(project).reminders(paths(project)) is None
    file.write_text("templates", encoding="utf-8")
    assert now(project).reminders(paths(project)) == REMINDERS


def test_a_broken_record_counts_as_none(project: Project) -> None:
    (record,) = (project.root / "build/cache").glob("built-*")
    record.write_bytes(record.read_bytes()[:-1])
    assert now(project).reminders(paths(project)) is None
