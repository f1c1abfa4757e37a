"""Earlier revisions of a project from its git repository, read without touching the working tree."""

from __future__ import annotations

import shutil
import subprocess
import tarfile
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from reportgen.errors import UsageError, nearest

_MOST_LISTED = 8
_NAMES = ("refs/tags", "refs/heads", "refs/remotes")
_NO_REPOSITORY = "not a git repository"


@dataclass(frozen=True)
class Revisions:
    """The revisions of the project in a folder, which may lie deeper than the top of its repository."""

    root: Path

    @classmethod
    def of(cls, root: Path) -> Revisions:
        """The revisions of the project in a folder.

        Raises:
            UsageError: git is not installed, or the folder is in no repository.
        """
        if shutil.which("git") is None:
            raise UsageError(
                "没有找到 git，不能取版本库中的旧版本", remedy="安装 git：sudo apt-get install -y git"
            )
        found = cls(root)
        answer = found._git("rev-parse", "--git-dir")
        if answer.returncode and _NO_REPOSITORY in _said(answer):
            remedy = "在取自版本库的项目里运行；只比较发布稿和现在，写 2022@发布 与 2022"
            raise UsageError("项目不在 git 版本库中", place=str(root), remedy=remedy)
        found._check(answer, "git 读不了这个版本库")
        return found

    def commit(self, revision: str) -> str:
        """The full name of the commit that a tag, branch or abbreviated commit names.

        Raises:
            UsageError: it names none.
        """
        answer = self._git("rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
        if answer.returncode:
            names = self._names()
            listed = f"现有标签和分支：{'、'.join(names[:_MOST_LISTED])}" if names else "用 git log 查看版本"
            raise UsageError(f"版本库中没有版本“{revision}”", remedy=nearest(revision, names) or listed)
        return answer.stdout.decode().strip()

    @contextmanager
    def exported(self, commit: str) -> Iterator[Path]:
        """The project as of a commit, in a folder that is removed afterwards.

        Raises:
            UsageError: the commit has no such folder.
        """
        with tempfile.TemporaryDirectory(prefix="reportgen-") as name:
            folder, archive = Path(name) / "project", Path(name) / "archive.tar"
            answer = self._git("archive", "--format=tar", f"--output={archive}", commit)
            self._check(answer, f"版本 {commit[:12]} 中取不出这个项目")
            with tarfile.open(archive) as content:
                content.extraction_filter = getattr(tarfile, "data_filter", lambda member, _: member)
                content.extractall(folder)
            yield folder

    def _names(self) -> list[str]:
        answer = self._git("for-each-ref", "--sort=-creatordate", "--format=%(refname:short)", *_NAMES)
        return answer.stdout.decode().split()

    def _git(self, *arguments: str) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(["git", "-C", str(self.root), *arguments], capture_output=True, check=False)

    @staticmethod
    def _check(answer: subprocess.CompletedProcess[bytes], problem: str) -> None:
        if answer.returncode:
            raise UsageError(f"{problem}（git：{_said(answer)}）", remedy="按 git 的提示处理后重试")


def _said(answer: subprocess.CompletedProcess[bytes]) -> str:
    return " ".join(answer.stderr.decode(errors="replace").split())
