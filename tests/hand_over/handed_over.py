"""A year handed over in a copy of the project, command by command, as an institute does it."""

from __future__ import annotations

import shutil
from pathlib import Path

from typer.testing import CliRunner, Result

from reportgen.cli.app import app
from reportgen.project.folders import Project
from tests.hand_over.next_edition import AFTER, BEFORE, write_next_edition
from tests.hand_over.next_year import add_next_year

ROOT = Path(__file__).parents[2]


class HandOver:
    """The copy, and what each command said, by the name of its step."""

    def __init__(self, folder: Path) -> None:
        shutil.copytree(ROOT / "content", folder / "content", ignore=_not_signed_or_frozen)
        for name in ("figures", "templates"):
            (folder / name).symlink_to(ROOT / name)
        self.project = Project.open(folder)
        self.said: dict[str, Result] = {}

    def run(self, step: str, *arguments: str) -> None:
        """One command; what it said is kept under the step."""
        command = ["--project", str(self.project.root), *arguments]
        self.said[step] = CliRunner().invoke(app, command, prog_name="reportgen")

    def close_old_year(self) -> None:
        """Sign and publish the old edition."""
        old = ("--edition", str(BEFORE))
        self.run("签旧版", "review", "--sign", "--all", "--by", "甲", *old)
        self.run("公布旧版", "publish", *old)

    def add_new_year(self) -> None:
        """The made-up statistics, the edition file, and the signatures that are carried over."""
        content = self.project.content
        write_next_edition(content, add_next_year(content / "data"))
        self.project.sign_offs(AFTER).parent.mkdir()
        shutil.copy(self.project.sign_offs(BEFORE), self.project.sign_offs(AFTER))

    def make_new_edition(self) -> None:
        """Check, build, compare, review, sign and publish the new edition."""
        new = ("--edition", str(AFTER))
        self.run("检查", "check", *new)
        self.run("生成", "build", *new)
        self.run("核对", "audit", *new)
        self.run("比发布稿", "diff", f"{BEFORE}@发布", str(AFTER))
        self.run("比旧版", "diff", str(BEFORE), str(AFTER))
        self.run("原因", "causes", str(BEFORE), str(AFTER))
        self.run("待签", "review", *new)
        self.run("签新版", "review", "--sign", "--all", "--by", "乙", *new)
        self.run("已签", "review", *new)
        self.run("公布新版", "publish", *new)


def _not_signed_or_frozen(folder: str, names: list[str]) -> set[str]:
    """What may have been signed and published of the editions themselves stays behind."""
    return {"review.csv", "published"} & set(names) if "editions" in Path(folder).parts else set()
