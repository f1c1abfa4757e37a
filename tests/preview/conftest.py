"""The small paper under preview, with a second chapter."""

from __future__ import annotations

import contextlib
import time
from pathlib import Path

import pytest

from reportgen.preview.easel import Easel
from reportgen.preview.session import Session, Update, View
from reportgen.project.folders import Project
from tests.small_paper import write_small_paper

SECOND = """# 展望篇

> 导语一句。

第一段，2022年为{{ 数["增加值.全国[预测年]"] | 亿元 }}[^a]。

第二段。

[^a]: 注文。
"""


def write_two_chapters(folder: Path) -> Project:
    """The project in a folder that does not exist yet."""
    project = write_small_paper(folder)
    (project.chapters / "20-outlook.md").write_text(SECOND, encoding="utf-8")
    edition = project.content / "editions/2022.yaml"
    text = edition.read_text(encoding="utf-8").replace("[10-overall]", "[10-overall, 20-outlook]")
    edition.write_text(text, encoding="utf-8")
    return project


class Desk:
    """A session and someone who saves files."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.first = session.open()
        self._before: dict[Path, str] = {}

    def save(self, file: str, old: str, new: str) -> None:
        """Exchange some words of a file."""
        path = self.session.project.root / file
        text = path.read_text(encoding="utf-8")
        assert old in text
        self._before.setdefault(path, text)
        path.write_text(text.replace(old, new), encoding="utf-8")
        self.session.note([path])

    def restore(self) -> None:
        """Every file as it was, and the page with it."""
        for path, text in self._before.items():
            path.write_text(text, encoding="utf-8")
        self.session.note(self._before)
        self._before = {}
        self.steps()

    def steps(self, view: View | None = None) -> list[Update]:
        """Everything the session does until nothing is left, in the background neither."""
        found = []
        while (update := self.session.step(view or View())) is not None or not self.session.idle:
            if update is None:
                time.sleep(0.01)
            else:
                found.append(update)
        return found

    def step(self) -> Update:
        """The one thing that the session does."""
        (only,) = self.steps()
        return only


@pytest.fixture(scope="module")
def _desk(tmp_path_factory):
    project = write_two_chapters(tmp_path_factory.mktemp("preview") / "small")
    with contextlib.closing(Easel(project)) as easel:
        yield Desk(Session(project, 2022, easel))


@pytest.fixture
def desk(_desk):
    """A desk on which all files are as they were."""
    yield _desk
    _desk.restore()
