"""The real edition, page and PDF: every number is read back, and none contradicts another."""

from __future__ import annotations

import pytest

from reportgen import auditing, pipeline, stages
from reportgen.document.read_back import ReadBack
from reportgen.facts.reader import Reader
from reportgen.project.folders import Project
from reportgen.render.pdf import render_pdf
from reportgen.render.read_back.html import read_beside, read_html
from reportgen.render.read_back.pdf import read_pdf

pytestmark = pytest.mark.slow

YEAR = 2022


def test_the_edition_does_not_contradict_itself(built_edition: pipeline.BuildResult, edition_page: str) -> None:
    project = Project.open(built_edition.html.parents[2])
    prepared = stages.prepare(project, YEAR)
    reader = Reader(prepared.facts, prepared.calendar)
    document = stages.write(project, prepared, reader, stages.draw(project, prepared, reader))
    reads = {
        "PDF-": read_pdf(render_pdf(document, project.templates), document),
        "网页-": read_html(edition_page, document),
        "数据-": read_beside(edition_page, document),
    }
    _, findings = auditing.tested(reads, document)
    assert findings == []
    assert _texts(reads["PDF-"]) == _texts(reads["网页-"])
    printed = {use.address for use in document.uses if use.printed and any(map(str.isdigit, use.printed))}
    assert {address for number in reads["数据-"].numbers for address in number.wanted.addresses} >= printed


def _texts(read: ReadBack) -> list[str]:
    """The numbers of the running text in the order of their chapters."""
    found = [(number.place, number.text) for number in read.numbers if ":" in number.place]
    return sorted(f"{place} {text}" for place, text in found)
