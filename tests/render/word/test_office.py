"""Both Word documents of the real edition in LibreOffice, and the changes resolved both ways."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from pypdf import PdfReader

from reportgen.illustrating import illustrate
from reportgen.project.folders import Project
from reportgen.render.word.report import Illustrated, render_word
from tests.render.office import needs_office, pages
from tests.render.word.made_up import TEMPLATES, png
from tests.render.word.reading import body_lines, called_notes
from tests.render.word.soundness import reference_problems, schema_problems

ROOT = Path(__file__).parents[3]
YEAR, EARLIER = 2022, 2021
ROMAN = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"]
pytestmark = [pytest.mark.libreoffice, needs_office]


@pytest.fixture(scope="module")
def papers() -> dict[int, Illustrated]:
    """Both editions; what the figures show is of no interest here, their size is."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("reportgen.charts.png.to_png", lambda *_: png())
        return {year: illustrate(Project.open(ROOT), year) for year in (EARLIER, YEAR)}


@pytest.fixture(scope="module")
def documents(papers: dict[int, Illustrated]) -> dict[str, bytes]:
    return {
        "earlier": render_word(papers[EARLIER], TEMPLATES),
        "later": render_word(papers[YEAR], TEMPLATES),
        "marked": render_word(papers[YEAR], TEMPLATES, papers[EARLIER]),
    }


@pytest.fixture(scope="module")
def opened(documents: dict[str, bytes], tmp_path_factory: pytest.TempPathFactory) -> PdfReader:
    return pages(tmp_path_factory.mktemp("office"), documents["later"])


def texts(reader: PdfReader) -> list[str]:
    """The words of each page, without spaces."""
    return [re.sub(r"\s", "", page.extract_text()) for page in reader.pages]


def test_every_chapter_begins_on_a_page_of_its_own(papers: dict[int, Illustrated], opened: PdfReader) -> None:
    header = papers[YEAR].document.running_title
    starts = [text.removeprefix(header) for text in texts(opened)]
    for entry in papers[YEAR].document.contents:
        if entry.level == 1:
            assert [
                text for text in starts if text.startswith(f"{entry.numeral}{entry.title}".replace("　", ""))
            ]


def test_no_page_is_empty_and_the_body_counts_from_one(
    papers: dict[int, Illustrated], opened: PdfReader
) -> None:
    found = texts(opened)
    assert min(map(len, found)) > 40
    first = next(index for index, text in enumerate(found) if "导论工业互联网" in text)
    assert [re.search(r"[^IVX]([IVX]+)$", text)[1] for text in found[1:first]] == ROMAN[: first - 1]
    assert re.search(r"\D1$", found[first])


def test_every_figure_is_shown_with_its_caption(papers: dict[int, Illustrated], opened: PdfReader) -> None:
    shown = "".join(texts(opened))
    figures = papers[YEAR].document.figures.values()
    assert sum(len(page.images) for page in opened.pages) >= len(figures) > 20
    for figure in figures:
        title = re.sub(r"\s", "", f"图{figure.number}{figure.drawing.title}")
        assert shown.count(title) == 2, f"{title}: once in the list, once under the figure"


def test_no_formula_is_broken(opened: PdfReader) -> None:
    """LibreOffice shows an upside-down question mark for what it cannot read."""
    assert "¿" not in "".join(texts(opened))


def test_the_marked_document_opens_with_both_wordings(documents: dict[str, bytes], tmp_path: Path) -> None:
    shown = "".join(texts(pages(tmp_path, documents["marked"])))
    assert "（20212022年）" in shown


@pytest.mark.parametrize("kind", ["later", "marked"])
def test_the_real_documents_are_sound(documents: dict[str, bytes], kind: str, tmp_path: Path) -> None:
    path = tmp_path / "report.docx"
    path.write_bytes(documents[kind])
    assert schema_problems(path) == []
    assert reference_problems(documents[kind]) == []


@pytest.mark.parametrize(("choice", "kind"), [("accept", "later"), ("reject", "earlier")])
def test_the_real_changes_resolve(documents: dict[str, bytes], choice: str, kind: str) -> None:
    assert body_lines(documents["marked"], choice) == body_lines(documents[kind])
    assert called_notes(documents["marked"], choice) == called_notes(documents[kind], choice)
