"""Make the pictures of the README from the finished PDF: the cover, a page of text with a chart, the map.

    make pictures     (or: python docs/pictures/make_pictures.py, with pypdf and pypdfium2 at hand)

The pages are found through the destinations of the figures that stand on them, so that they follow the paper.
Each picture is small and has few colours; the same PDF gives the same bytes.
"""

from __future__ import annotations

import argparse
import io
import sys
from pathlib import Path

import pypdfium2
from PIL import Image, ImageDraw
from pypdf import PdfReader

HERE = Path(__file__).resolve().parent
PROJECT = HERE.parents[1]
sys.path.insert(0, str(PROJECT))

from reportgen.document.figure_list import figure_numbers  # noqa: E402
from reportgen.errors import ReportError  # noqa: E402
from reportgen.project.folders import Project  # noqa: E402

COVER = ""
SHOWN = {"cover": COVER, "text": "scale_and_share", "map": "provincial_map"}  # picture: figure on its page
WIDTH = 700  # pixels
COLOURS = 96
EDGE = "#B9C3CE"


def main() -> int:
    """Write the pictures beside this file."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--edition", type=int, default=0, help="by default the latest")
    chosen = options.parse_args()
    try:
        project = Project.open(PROJECT)
        year = chosen.edition or project.editions()[-1]
        numbers = figure_numbers(project.edition(year).figures, f"{year}.yaml")
    except ReportError as error:
        sys.exit(str(error))
    path = project.build(year) / "report.pdf"
    if not path.is_file():
        sys.exit(f"没有 {path}\n怎么办：先运行 make report EDITION={year}")
    for name, picture in pictures(path.read_bytes(), numbers).items():
        (HERE / f"{name}.png").write_bytes(picture)
        print(f"已生成 docs/pictures/{name}.png（{len(picture) / 1000:.0f} kB）")
    return 0


def pictures(pdf: bytes, numbers: dict[str, int]) -> dict[str, bytes]:
    """The pictures as PNG by name.

    Args:
        pdf: the paper.
        numbers: the number of each figure by its name.
    """
    pages = {name: page_index(pdf, figure, numbers) for name, figure in SHOWN.items()}
    with pypdfium2.PdfDocument(pdf) as document:
        return {name: _picture(document[index]) for name, index in pages.items()}


def page_index(pdf: bytes, figure: str, numbers: dict[str, int]) -> int:
    """The page on which a figure stands, counted from 0; the cover for no figure."""
    if figure == COVER:
        return 0
    reader = PdfReader(io.BytesIO(pdf))
    place = reader.named_destinations.get(f"figure-{numbers.get(figure)}")
    index = None if place is None else reader.get_destination_page_number(place)
    if index is None:
        sys.exit(f"书中没有图“{figure}”\n怎么办：在 docs/pictures/make_pictures.py 的 SHOWN 中换一幅图")
    return index


def _picture(page: pypdfium2.PdfPage) -> bytes:
    """One page with a thin edge, drawn at three times the size and reduced, in few colours."""
    drawn = page.render(scale=3 * WIDTH / page.get_width()).to_pil().convert("RGB")
    height = round(WIDTH * drawn.height / drawn.width)
    small = drawn.resize((WIDTH, height), Image.Resampling.LANCZOS)
    ImageDraw.Draw(small).rectangle((0, 0, WIDTH - 1, height - 1), outline=EDGE)
    file = io.BytesIO()
    small.quantize(COLOURS, dither=Image.Dither.NONE).save(file, "PNG", optimize=True)
    return file.getvalue()


if __name__ == "__main__":
    sys.exit(main())
