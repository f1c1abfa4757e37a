"""The sides of a comparison: now, published, and revisions with their own or the present program."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from reportgen.errors import ContentError, EditionError, ReportError
from reportgen.project.folders import Project
from reportgen.review.frozen_files import frozen_files
from reportgen.review.same_value import same_value
from reportgen.review.since_publication import moved
from reportgen.sides import side
from tests.repository import commit
from tests.small_paper import ROOT, write_small_paper

CHAPTER = "content/chapters/10-overall.md"
FORMULA = "reportgen/estimation/shares.py"


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """Three revisions: without program, with a program that halves the share of GDP, and as it is now."""
    folder = tmp_path_factory.mktemp("project") / "small"
    opened = write_small_paper(folder)
    (folder / "templates").unlink()
    shutil.copytree(ROOT / "templates", folder / "templates")
    (folder / ".gitignore").write_text("build/\n__pycache__/\n", encoding="utf-8")
    commit(folder, "old")
    shutil.copytree(ROOT / "reportgen", folder / "reportgen", ignore=shutil.ignore_patterns("__pycache__"))
    edit(folder / FORMULA, 'gdp.loc[["national"]] * PER_CENT', 'gdp.loc[["national"]] * PER_CENT / 2')
    commit(folder, "formula")
    shutil.rmtree(folder / "reportgen")
    edit(folder / CHAPTER, "规模扩大", "规模继续扩大")
    commit(folder, "now")
    return opened


def test_now(project: Project) -> None:
    now = side(project, " 2022 ")
    assert now.name == "2022 年版"
    assert "规模继续扩大。" in "".join(now.words.values())
    assert now.figures


def test_published(project: Project) -> None:
    with pytest.raises(EditionError, match=r"2022 年版还没有公布\n.*reportgen publish --edition 2022"):
        side(project, "2022@发布")
    folder = project.frozen(2022)
    folder.mkdir(parents=True)
    for name, content in frozen_files(side(project, "2022")).items():
        (folder / name).write_bytes(content)
    published = side(project, "2022@发布")
    assert published.name == "2022 年版（发布稿）"
    assert moved(published, side(project, "2022")).words == ""
    shutil.rmtree(folder)


def test_the_content_of_a_revision_with_the_present_program(project: Project) -> None:
    before, now = side(project, "2022@formula+"), side(project, "2022")
    assert before.name == "2022 年版（formula，现行程序）"
    assert moved(before, now).words == "1 段文字变动"
    assert before.figures == now.figures
    assert before.inputs["reportgen/estimation"] == now.inputs["reportgen/estimation"]


def test_a_revision_with_its_own_program(project: Project) -> None:
    before, now = side(project, "2022@formula"), side(project, "2022")
    assert before.name == "2022 年版（formula）"
    labels = {fact.label: fact.value for fact in before.facts}
    halved = {fact.label for fact in now.facts if same_value(labels[fact.label] * 2, fact.value)}
    assert {f"占GDP比重.全国[{year}]" for year in range(2017, 2023)} <= halved
    assert moved(before, now).values == 6
    assert before.figures.keys() == now.figures.keys() and before.figures != now.figures
    assert before.inputs["reportgen/estimation"] != now.inputs["reportgen/estimation"]


def test_what_a_revision_says_is_kept(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    before = side(project, "2022@now+")
    monkeypatch.setattr("reportgen.sides.edition_snapshot", None)
    assert side(project, "2022@now+").words == before.words


def test_a_revision_whose_program_is_too_old(project: Project) -> None:
    with pytest.raises(ContentError) as caught:
        side(project, "2022@old")
    assert "2022@old：该版本的程序太旧" in str(caught.value)
    assert "2022@old+" in caught.value.remedy


def test_a_revision_that_cannot_be_made(project: Project) -> None:
    path = project.root / CHAPTER
    text = path.read_text(encoding="utf-8")
    edit(path, "| 增长 }}", "| 增涨 }}")
    commit(project.root, "wrong")
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ContentError) as caught:
        side(project, "2022@wrong+")
    assert str(caught.value).startswith("2022@wrong：10-overall.md:5：没有过滤器“增涨”")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "不是可以比较的一版"),
        ("22", "写 2022（现在）、2022@发布"),
        ("2022@", "不是可以比较的一版"),
        ("2019", "没有 2019 年版"),
        ("2019@发布", "没有 2019 年版"),
        ("2019@now", "版本 now 中没有 2019 年版\n  怎么办：该版本有：2022"),
        ("2022@nwo", "是否想写“now”"),
    ],
)
def test_what_names_no_side(project: Project, text: str, said: str) -> None:
    with pytest.raises(ReportError) as caught:
        side(project, text)
    assert said in str(caught.value)
