import base64
import contextlib
import logging
from pathlib import Path

import numpy as np
import pypdfium2
import pytest
import weasyprint
from weasyprint.images import SVGImage

from reportgen.errors import RenderError
from reportgen.render import kept_pictures, weasyprint_hooks
from reportgen.render.formula import draw_formula
from reportgen.render.kept_pictures import KeptPictures
from reportgen.render.page_text import read_pages, text_of
from reportgen.render.pdf import render_pdf
from tests.document.papers import SVG, paper

DARKER = 48  # of 255
TEMPLATES = Path(__file__).parents[2] / "templates"
TEXT = '<text x="{x}" y="14" style="font: 8px \'Noto Sans SC\'; text-anchor: middle; fill: #1b2430">甲乙{x}</text>'
MIDDLE = SVG.replace("</svg>", TEXT.format(x=120) + TEXT.format(x=165) + "</svg>")


class Memory(dict):
    """A keeper for a test."""

    def find(self, kind, key):
        return self.get((kind, key))

    def keep(self, kind, key, value):
        self[kind, key] = value


@pytest.fixture
def drawn(monkeypatch):
    """The streams into which WeasyPrint itself has drawn."""
    calls = []
    plain = SVGImage.draw

    def draw(self, stream, *rest):
        calls.append(stream)
        plain(self, stream, *rest)

    monkeypatch.setattr(SVGImage, "draw", draw)
    return calls


def pictures_of(content):
    with contextlib.closing(pypdfium2.PdfDocument(content)) as pdf:
        return np.stack([page.render(scale=1).to_numpy() for page in pdf]).astype(int)


def words_of(content):
    return [text_of(page.runs) for page in read_pages(content)]


@pytest.mark.parametrize("svg", [SVG, MIDDLE], ids=["plain", "centred"])
def test_kept_pictures_look_and_read_as_those_drawn(svg, tmp_path, monkeypatch):
    document, kept = paper(tmp_path, svg=svg), Memory()
    first = render_pdf(document, TEMPLATES, pictures=KeptPictures(kept, "fonts"))
    again = render_pdf(document, TEMPLATES, pictures=KeptPictures(kept, "fonts"))
    monkeypatch.setitem(weasyprint_hooks.TESTED, "weasyprint", "1.0")
    plain = render_pdf(document, TEMPLATES)
    assert kept and first == again
    # a picture that stands twice in the paper WeasyPrint draws over itself the second time: its edges are darker
    assert abs(pictures_of(first) - pictures_of(plain)).max() <= DARKER
    assert words_of(first) == words_of(plain)


def test_a_kept_picture_is_not_drawn_again(tmp_path, drawn):
    """The cover stands within the page, and is drawn each time."""
    document, kept = paper(tmp_path, svg=MIDDLE), Memory()
    render_pdf(document, TEMPLATES, pictures=KeptPictures(kept, "fonts"))
    assert len(drawn) > 1
    drawn.clear()
    render_pdf(document, TEMPLATES, pictures=KeptPictures(kept, "fonts"))
    assert len(drawn) == 1


def test_a_formula_is_set_once(monkeypatch):
    kept, set_now = Memory(), []

    def setting(*given):
        set_now.append(given)
        return draw_formula(*given)

    monkeypatch.setattr(kept_pictures, "draw_formula", setting)
    first = KeptPictures(kept, "fonts").formula("a^2", 11.0, "#1b2430", True)
    assert first == draw_formula("a^2", 11.0, "#1b2430", True)
    assert KeptPictures(kept, "fonts").formula("a^2", 11.0, "#1b2430", True) == first
    assert len(set_now) == 1
    for around, changed in (
        ("fonts", ("a^3", 11.0, "#1b2430", True)),
        ("fonts", ("a^2", 11.5, "#1b2430", True)),
        ("fonts", ("a^2", 11.0, "#000000", True)),
        ("fonts", ("a^2", 11.0, "#1b2430", False)),
        ("others", ("a^2", 11.0, "#1b2430", True)),
    ):
        KeptPictures(kept, around).formula(*changed)
    assert len(set_now) == 6


@pytest.mark.parametrize("around, svg", [("other fonts", SVG), ("fonts", MIDDLE)], ids=["around", "picture"])
def test_what_changes_a_picture_has_it_drawn_again(around, svg, tmp_path, drawn):
    kept = Memory()
    (tmp_path / "first").mkdir()
    (tmp_path / "second").mkdir()
    render_pdf(paper(tmp_path / "first", svg=SVG), TEMPLATES, pictures=KeptPictures(kept, "fonts"))
    drawn.clear()
    render_pdf(paper(tmp_path / "second", svg=svg), TEMPLATES, pictures=KeptPictures(kept, around))
    assert len(drawn) > 1


def test_no_picture_is_kept_of_a_paper_with_warnings(tmp_path, monkeypatch):
    kept, plain = Memory(), SVGImage.draw

    def complain(*given):
        logging.getLogger("weasyprint").warning("colour unknown")
        plain(*given)

    monkeypatch.setattr(SVGImage, "draw", complain)
    with pytest.raises(RenderError, match="colour unknown"):
        render_pdf(paper(tmp_path), TEMPLATES, pictures=KeptPictures(kept, "fonts"))
    assert kept_pictures.PICTURE not in {kind for kind, _ in kept}


GRADIENT = (
    '<defs><linearGradient id="g"><stop offset="0" stop-color="#fff"/><stop offset="1"/></linearGradient></defs>'
    '<rect width="50" height="50" fill="url(#g)"/>'
)
FADED = '<g opacity=".5"><g opacity=".5"><rect width="50" height="50"/></g></g>'
UNUSED_FONT = '<text x="9" y="60" style="font-family: Noto Sans SC; font-size: 12px">甲</text>'


@pytest.mark.parametrize("content", [GRADIENT, FADED], ids=["gradient", "group in a group"])
def test_other_kinds_of_picture_are_drawn_by_weasyprint(content):
    page, kept = f'<svg xmlns="http://www.w3.org/2000/svg" width="60" height="60">{content}</svg>', Memory()
    pictures = KeptPictures(kept, "")
    assert made(page, pictures.used) == made(page, contextlib.nullcontext)
    pictures.keep()
    assert not kept


def test_a_picture_within_the_page_is_not_taken_for_another_one():
    """It has no address of its own."""
    kept = Memory()
    red, blue = (
        f'<svg width="60" height="60"><rect width="9" height="9" fill="{one}"/></svg>'
        for one in ("red", "blue")
    )
    pictures = KeptPictures(kept, "")
    assert set_on_page(red + blue, pictures.used) == set_on_page(red + blue, contextlib.nullcontext)
    pictures.keep()
    assert not kept


def test_a_font_not_yet_used_is_left_to_weasyprint():
    page = f'<svg xmlns="http://www.w3.org/2000/svg" width="60" height="60">{UNUSED_FONT}</svg>'
    assert made(page, KeptPictures(Memory(), "").used) == made(page, contextlib.nullcontext)


def made(svg, context):
    address = "data:image/svg+xml;base64," + base64.b64encode(svg.encode()).decode()
    return set_on_page(f'<img src="{address}">', context)


def set_on_page(content, context):
    face = (TEMPLATES / "fonts" / "NotoSansSC-Regular.ttf").as_uri()
    page = f"<style>@font-face{{font-family:'Noto Sans SC';src:url('{face}')}}</style>{content}"
    with context():
        return weasyprint.HTML(string=page).write_pdf()


def test_under_another_version_weasyprint_draws(monkeypatch):
    monkeypatch.setitem(weasyprint_hooks.TESTED, "weasyprint", "1.0")
    with KeptPictures(Memory(), "").used() as used:
        assert not used
