"""Each kind of input is changed in turn: what depends on it is made again, and nothing else."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from reportgen import pipeline, stages
from reportgen.document import drawings, kept_chapters
from reportgen.project import cache
from reportgen.project.folders import Project
from tests.small_paper import ROOT, write_small_paper
from tests.without_pages import leave_out_pages

YEAR = 2022
CHAPTERS, FIGURES = {"10-overall.md", "20-industries.md"}, {"scale_and_share", "three_industries"}
SECOND = """# 三次产业篇

## 产业

**产业扩大。**三次产业如{{ 图("three_industries") }}所示。

{{ 图表("three_industries") }}
"""


@dataclass
class Made:
    """What the stages that take long have made: which estimates, figures, chapters and how many layouts."""

    facts: int = 0
    figures: set[str] = field(default_factory=set)
    chapters: set[str] = field(default_factory=set)
    layouts: int = 0


NOTHING, LAYOUT = Made(), Made(layouts=1)
TEXT = Made(facts=1, chapters=CHAPTERS, layouts=1)
ALL = Made(1, FIGURES, CHAPTERS, 1)


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """The small paper with two chapters, two figures, and templates and a program of its own."""
    folder = tmp_path_factory.mktemp("rebuilding") / "small"
    write_small_paper(folder)
    (folder / "templates").unlink()
    shutil.copytree(ROOT / "templates", folder / "templates")
    shutil.copytree(ROOT / "content/maps", folder / "content/maps")
    shutil.copy(ROOT / "figures/three_industries.py", folder / "figures")
    (folder / "content/chapters/20-industries.md").write_text(SECOND, encoding="utf-8")
    (folder / "program").mkdir()
    (folder / "program/code.py").write_text("", encoding="utf-8")
    edition = folder / "content/editions/2022.yaml"
    replace(edition, "[10-overall]", "[10-overall, 20-industries]")
    replace(edition, "[scale_and_share]", "[scale_and_share, three_industries]")
    return Project.open(folder)


@pytest.fixture
def build(project: Project, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[], Made]]:
    """Builds and tells what was made; pages are not set, which nothing here depends on."""
    made = Made()
    prepared, drawn, written = stages._prepared, drawings._drawn, kept_chapters.write_chapter

    def prepare(*given: object) -> object:
        made.facts += 1
        return prepared(*given)

    def draw(names: list[str], *given: object) -> object:
        made.figures.update(names)
        return drawn(names, *given)

    def write(source, *given: object) -> object:
        made.chapters.add(source.name)
        return written(source, *given)

    def lay_out() -> None:
        made.layouts += 1

    monkeypatch.setattr(stages, "PROGRAM", project.root / "program")
    monkeypatch.setattr(stages, "_prepared", prepare)
    monkeypatch.setattr(drawings, "_drawn", draw)
    monkeypatch.setattr(kept_chapters, "write_chapter", write)
    leave_out_pages(monkeypatch, lay_out)

    def run() -> Made:
        made.__init__()
        pipeline.build(project, YEAR, lambda *step: None)
        return Made(made.facts, set(made.figures), set(made.chapters), made.layouts)

    run()
    yield run


CHANGES: dict[str, tuple[str, str, str, Made]] = {
    "data of all": ("content/data/section_value_added/small.card.yaml", "某统计局", "某局", TEXT),
    "a number that figures show": ("content/parameters/calibrated.yaml", '"39088": 0.', '"39088": 0.1', ALL),
    "name": ("content/names.csv", "投入产出表部门", "投入产出表的部门", ALL),
    "code": ("program/code.py", "", "# 新\n", ALL),
    "chapter": ("content/chapters/20-industries.md", "产业扩大", "产业更大", Made(chapters={"20-industries.md"}, layouts=1)),
    "style of a figure": ("figures/three_industries.py", "带动第一", "拉动第一", Made(figures={"three_industries"}, layouts=1)),
    "template": ("templates/print/page.html", "<body", "<body ", LAYOUT),
    "edition": ("content/editions/2022.yaml", "小版", "新版", TEXT),
}  # fmt: skip


@pytest.mark.parametrize("change", CHANGES)
def test_a_change_reaches_what_depends_on_it(
    project: Project, build: Callable[[], Made], change: str
) -> None:
    name, old, new, expected = CHANGES[change]
    assert build() == NOTHING
    replace(project.root / name, old, new)
    assert build() == expected
    assert build() == NOTHING


def test_a_font(project: Project, build: Callable[[], Made]) -> None:
    font = min((project.templates / "fonts").glob("*.ttf"), key=lambda path: path.stat().st_size)
    font.write_bytes(font.read_bytes() + b"\0")
    assert build() == Made(figures=FIGURES, layouts=1)


def test_a_map(project: Project, build: Callable[[], Made]) -> None:
    (project.maps / "more.txt").write_text("新", encoding="utf-8")
    assert build() == Made(figures=FIGURES, layouts=1)


def test_an_upgraded_library(build: Callable[[], Made], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache, "_libraries", lambda: ("matplotlib-99.dist-info",))
    assert build() == ALL


def test_a_system_library(build: Callable[[], Made], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reportgen.render.system.system_versions", lambda: ("libpango 99",))
    assert build() == LAYOUT


@pytest.mark.parametrize("name", pipeline.FILES)
def test_a_report_that_was_altered(project: Project, build: Callable[[], Made], name: str) -> None:
    (project.build(YEAR) / name).write_bytes(b"")
    assert build() == LAYOUT


def test_what_changes_during_a_build_is_not_taken_for_built(
    project: Project, build: Callable[[], Made], monkeypatch: pytest.MonkeyPatch
) -> None:
    chapter = project.chapters / "10-overall.md"
    replace(chapter, "规模扩大", "规模渐大")

    with monkeypatch.context() as during:
        leave_out_pages(during, lambda: replace(chapter, "规模渐大", "规模更大"))
        build()
    assert build() == Made(chapters={"10-overall.md"}, layouts=1)
    assert "规模更大" in (project.build(YEAR) / "report.html").read_text(encoding="utf-8")


def replace(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text, f"{path} has no {old}"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
