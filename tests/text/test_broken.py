"""Broken chapters through the command that checks: every message in Chinese, all of one run together.

Beside each ``broken/<name>.md`` stands ``<name>.txt`` with the messages that it must give.
"""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from reportgen import pipeline
from reportgen.project.folders import Project

ROOT = Path(__file__).parents[2]
BROKEN = sorted((Path(__file__).parent / "broken").glob("*.md"))


@pytest.fixture(scope="module")
def messages(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """What one check says of an edition that consists of the broken chapters."""
    folder = tmp_path_factory.mktemp("project")
    for name in ("content", "figures", "templates"):
        shutil.copytree(ROOT / name, folder / name)
    for path in BROKEN:
        shutil.copy(path, folder / "content/chapters" / path.name)
    edition = folder / "content/editions/2022.yaml"
    text = edition.read_text(encoding="utf-8")
    text = re.sub(
        r"(?m)^chapters:.*\n(?:[ -].*\n|\n)*", f"chapters: [{', '.join(p.stem for p in BROKEN)}]\n", text
    )
    text = re.sub(r"(?m)^figures:.*\n(?:[ -].*\n|\n)*", "figures: []\n", text)
    edition.write_text(text, encoding="utf-8")
    project = Project.open(folder)
    lines = pipeline.check(project, 2022, lambda *step: None).lines
    return [line.shown.replace(f"{folder}/", "") for line in lines if not line.passed]


@pytest.mark.parametrize("path", BROKEN, ids=lambda path: path.stem)
def test_every_message_of_a_broken_chapter(messages: list[str], path: Path) -> None:
    expected = path.with_suffix(".txt").read_text(encoding="utf-8").split("\n\n")
    found = [text for text in messages if path.name in text]
    assert found == [text.rstrip("\n") for text in expected]


def test_there_is_no_message_of_another_chapter(messages: list[str]) -> None:
    assert all(any(path.name in text for path in BROKEN) for text in messages)
