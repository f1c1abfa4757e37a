"""Word opens the document without repairing it: schema and references hold, and the checks see what is wrong."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import pytest

from reportgen.render.word.report import render_word
from tests.render.word.made_up import TEMPLATES, illustrated
from tests.render.word.soundness import reference_problems, schema_problems
from tests.render.word.test_changes import BODY, CHANGED, spoken

EVERYTHING = (
    CHANGED["a number"] + CHANGED["a row more"] + CHANGED["a note more"] + CHANGED["a list that is numbered"]
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("papers")


@pytest.fixture(scope="module")
def documents(folder: Path) -> dict[str, bytes]:
    """The small paper, and the same with all kinds of changes marked."""
    one = illustrated(folder / "one", {"02-overall": BODY})
    other = illustrated(folder / "other", {"02-overall": spoken(BODY, EVERYTHING)})
    return {"plain": render_word(other, TEMPLATES), "marked": render_word(other, TEMPLATES, one)}


def spoilt(document: bytes, part: str, old: bytes, new: bytes) -> bytes:
    """The document with one replacement in one of its files."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(document)) as given, zipfile.ZipFile(made, "w") as taken:
        for entry in given.infolist():
            content = given.read(entry)
            if entry.filename == part:
                assert old in content, f"{part} has no {old!r}"
                content = content.replace(old, new, 1)
            taken.writestr(entry, content)
    return made.getvalue()


@pytest.mark.parametrize("kind", ["plain", "marked"])
def test_the_document_is_sound(documents: dict[str, bytes], kind: str, tmp_path: Path) -> None:
    path = tmp_path / "report.docx"
    path.write_bytes(documents[kind])
    assert schema_problems(path) == []
    assert reference_problems(documents[kind]) == []


@pytest.mark.parametrize("kind", ["plain", "marked"])
def test_python_docx_opens_it_again(documents: dict[str, bytes], kind: str) -> None:
    opened = docx.Document(io.BytesIO(documents[kind]))
    assert [one.text for one in opened.paragraphs if one.style.name == "Heading 1"][:2] == [
        "前言",
        "一、总体态势篇",
    ]
    assert len(opened.sections) == 3
    assert len(opened.inline_shapes) == 1


TEXT, STYLES, NOTES = "word/document.xml", "word/styles.xml", "word/footnotes.xml"
SPOILT: dict[str, tuple[str, bytes, bytes, Callable[[bytes], bool]]] = {
    "a relationship": (TEXT, b'r:embed="rId', b'r:embed="rId9', lambda text: b"no relationship" in text),
    "a file": ("word/_rels/document.xml.rels", b'"styles.xml"', b'"style.xml"', lambda text: b"no file" in text),
    "a content type": ("[Content_Types].xml", b"/word/footnotes.xml", b"/word/notes.xml", lambda _: True),
    "a note": (NOTES, b'<w:footnote w:id="2">', b'<w:footnote w:id="7">', lambda text: b"are called as" in text),
    "a separator": (NOTES, b'w:id="-1"', b'w:id="-2"', lambda text: b"separators" in text),
    "a bookmark": (TEXT, b'w:name="_figure_2"', b'w:name="_figure_3"', lambda text: b"no bookmark" in text),
    "an end of a bookmark": (TEXT, b'<w:bookmarkEnd w:id="', b'<w:bookmarkEnd w:id="9', lambda _: True),
    "a style": (TEXT, b'w:val="BodyText"', b'w:val="Body"', lambda text: b"style Body" in text),
    "a list": (TEXT, b'<w:numId w:val="2"', b'<w:numId w:val="8"', lambda text: b"no list 8" in text),
    "a field": (TEXT, b'w:fldCharType="end"', b'w:fldCharType="separate"', lambda text: b"field" in text),
    "deleted words": (TEXT, b"<w:delText", b"<w:t", lambda _: True),
}  # fmt: skip


@pytest.mark.parametrize("case", SPOILT)
def test_a_wrong_reference_is_seen(documents: dict[str, bytes], case: str) -> None:
    part, old, new, seen = SPOILT[case]
    document = documents["marked"]
    if case == "deleted words":
        assert b"</w:delText>" in zipfile.ZipFile(io.BytesIO(document)).read(part)
        document = spoilt(document, part, b"</w:delText>", b"</w:t>")
    problems = reference_problems(spoilt(document, part, old, new))
    assert problems and seen("\n".join(problems).encode())


@pytest.mark.parametrize(
    ("part", "old", "new"),
    [
        (STYLES, b"<w:keepNext/><w:keepLines/>", b"<w:keepLines/><w:keepNext/>"),
        (TEXT, b"<w:tcPr>", b"<w:tcPr><w:vAlign w:val=\"top\"/>"),
        (TEXT, b"<w:body>", b"<w:body><w:none/>"),
    ],
    ids=["order of properties", "order in a cell", "an unknown element"],
)  # fmt: skip
def test_what_the_schema_forbids_is_seen(
    documents: dict[str, bytes], tmp_path: Path, part: str, old: bytes, new: bytes
) -> None:
    path = tmp_path / "report.docx"
    path.write_bytes(spoilt(documents["marked"], part, old, new))
    assert schema_problems(path)
