from __future__ import annotations

import pytest

from reportgen.render.pdf import render_pdf
from tests.document.papers import paper
from tests.render.gate.planting import TEMPLATES, WORKBOOK


@pytest.fixture(scope="session")
def document(tmp_path_factory):
    return paper(tmp_path_factory.mktemp("chapters"))


@pytest.fixture(scope="session")
def content(document):
    """A sound PDF of six pages: cover, preface, contents, two chapters, appendix."""
    return render_pdf(document, TEMPLATES, WORKBOOK)
