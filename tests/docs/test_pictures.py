"""The pictures of the README: which pages they show, and that they are there and small."""

import importlib.util
import io
import re
from pathlib import Path

import pytest
from PIL import Image
from pypdf import PdfWriter
from pypdf.generic import Fit

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
SHOWN = ("cover", "text", "map")
LARGEST = 200_000  # bytes


@pytest.fixture(scope="module")
def made():
    """The program that makes the pictures."""
    path = ROOT / "docs/pictures/make_pictures.py"
    specification = importlib.util.spec_from_file_location("make_pictures", path)
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def pdf():
    """Four pages of different heights; two figures stand on the third and the fourth."""
    writer = PdfWriter()
    for height in (400, 300, 200, 100):
        writer.add_blank_page(200, height)
    for number, page in ((1, 2), (7, 3)):
        writer.add_named_destination(f"figure-{number}", page, Fit.fit())
    file = io.BytesIO()
    writer.write(file)
    return file.getvalue()


def size_of(picture):
    with Image.open(io.BytesIO(picture)) as image:
        return image.size


def test_pages_are_those_on_which_the_figures_stand(made, pdf):
    found = made.pictures(pdf, {"scale_and_share": 1, "provincial_map": 7})
    sizes = {name: size_of(picture) for name, picture in found.items()}
    assert sizes == {"cover": (700, 1400), "text": (700, 700), "map": (700, 350)}


def test_a_figure_that_the_paper_lacks_is_named(made, pdf):
    with pytest.raises(SystemExit, match="没有图“provincial_map”"):
        made.pictures(pdf, {"scale_and_share": 1})


def test_the_same_paper_gives_the_same_pictures(made, pdf):
    numbers = {"scale_and_share": 1, "provincial_map": 7}
    assert made.pictures(pdf, numbers) == made.pictures(pdf, numbers)


@pytest.mark.parametrize("name", SHOWN)
def test_the_readme_shows_a_small_picture_with_its_words(name):
    assert re.search(rf'<img src="docs/pictures/{name}\.png" [^>]*alt="[^"]+"', README)
    path = ROOT / f"docs/pictures/{name}.png"
    assert path.stat().st_size <= LARGEST
    assert size_of(path.read_bytes())[0] == 700
