"""Earlier revisions of a project: named, exported, and what is said where that cannot be."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from reportgen.errors import UsageError
from reportgen.project.revisions import Revisions
from tests.repository import commit, git


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project below the top of its repository, in two revisions."""
    folder = tmp_path / "top/项目"
    folder.mkdir(parents=True)
    (folder / "数.csv").write_text("1\n", encoding="utf-8")
    (tmp_path / "top/other.txt").write_text("", encoding="utf-8")
    commit(tmp_path / "top", "v1.0")
    (folder / "数.csv").write_text("2\n", encoding="utf-8")
    commit(tmp_path / "top", "v1.1")
    return folder


def test_tags_branches_and_commits(project: Path) -> None:
    revisions = Revisions.of(project)
    first, second = git(project, "rev-parse", "v1.0^{commit}"), git(project, "rev-parse", "HEAD")
    assert [revisions.commit(name) for name in ("v1.0", "main~1", first[:9])] == [first] * 3
    assert revisions.commit("main") == second != first


def test_a_revision_is_exported_and_removed(project: Path) -> None:
    revisions = Revisions.of(project)
    with revisions.exported(revisions.commit("v1.0")) as folder:
        assert [path.name for path in folder.iterdir()] == ["数.csv"]
        assert (folder / "数.csv").read_text(encoding="utf-8") == "1\n"
    assert not folder.exists()
    assert (project / "数.csv").read_text(encoding="utf-8") == "2\n"
    assert git(project, "status", "--porcelain") == ""


@pytest.mark.parametrize(
    ("revision", "said"),
    [("v1.O", "是否想写“v1.1”、“v1.0”"), ("无", "现有标签和分支：main、v1.0、v1.1"), ("--help", "没有版本“--help”")],
)
def test_an_unknown_revision(project: Path, revision: str, said: str) -> None:
    with pytest.raises(UsageError, match=said):
        Revisions.of(project).commit(revision)


def test_no_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    with pytest.raises(UsageError, match="项目不在 git 版本库中"):
        Revisions.of(tmp_path)


def test_a_repository_that_git_refuses(project: Path) -> None:
    (project.parent / ".git/config").write_text("[core\n", encoding="utf-8")
    with pytest.raises(UsageError, match=r"git 读不了这个版本库（git：.*config"):
        Revisions.of(project)


def test_no_git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert os.environ["PATH"] == str(tmp_path)
    with pytest.raises(UsageError, match="没有找到 git"):
        Revisions.of(tmp_path)


def test_a_folder_that_a_revision_lacks(project: Path) -> None:
    newer = project.parent / "新"
    newer.mkdir()
    (newer / "a").write_text("", encoding="utf-8")
    commit(project.parent, "v1.2")
    revisions = Revisions.of(newer)
    with pytest.raises(UsageError, match="取不出这个项目"), revisions.exported(revisions.commit("v1.0")):
        pass
