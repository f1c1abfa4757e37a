"""The faces of the screen: WOFF2, subset to the characters used, inside the page."""

from __future__ import annotations

import base64
import html
import io
import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache
from importlib.util import find_spec
from itertools import chain
from pathlib import Path

from reportgen.render.glyphs import FACES

_MATH = re.compile(r"<math\b.*?</math>", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
_SVG = re.compile(r"<svg\b[^>]*>")
_ITALIC = {  # browsers draw a variable with the italic letter of mathematics
    unicodedata.normalize("NFKC", chr(code)): chr(code)
    for code in chain([0x210E], range(0x1D434, 0x1D468), range(0x1D6E2, 0x1D71C))
    if unicodedata.name(chr(code), "")
}
_TYPES = {"woff2": "woff2", "truetype": "ttf"}
_SCRIPT_STYLE = "ssty"  # the feature with the shapes of indices and primes


def web_font_faces(fonts: Path, characters: frozenset[str]) -> str:
    """The ``@font-face`` rules with the fonts as data addresses; the same characters give the same bytes."""
    wanted = "".join(sorted(characters))
    return "".join(
        _face(family, weight, _subset(fonts / name, wanted)) for (family, weight), name in FACES.items()
    )


def plain_font_faces(fonts: Path, characters: Mapping[tuple[str, int], frozenset[str]]) -> str:
    """The same for some faces, as TrueType: larger by half, but made at once."""
    return "".join(
        _face(*face, base64.b64encode(_cut(fonts / FACES[face], "".join(sorted(wanted)))).decode(), "truetype")
        for face, wanted in characters.items()
    )


def svg_with_fonts(svg: str, fonts: Path) -> str:
    """A picture that stands alone, with the sans in both weights for its words."""
    used = frozenset(html.unescape(_TAG.sub("", svg)))
    faces = plain_font_faces(fonts, {face: used for face in FACES if "Sans" in face[0]})
    return _SVG.sub(lambda found: f"{found[0]}<style>{faces}</style>", svg, count=1)


def math_face(page: str) -> str:
    """The ``@font-face`` rule for the formulas of a page, cut from the font that draws those of the PDF."""
    used = set(html.unescape("".join(_TAG.sub("", found) for found in _MATH.findall(page))))
    if not used:
        return ""
    wanted = "".join(sorted(used | {_ITALIC[one] for one in used & set(_ITALIC)}))
    font = Path(find_spec("ziamath").origin).parent / "fonts" / "STIXTwoMath-Regular.ttf"
    return _face("STIX Two Math", 400, _subset(font, wanted))


def _face(family: str, weight: int, data: str, form: str = "woff2") -> str:
    return (
        f"@font-face{{font-family:'{family}';font-weight:{weight};font-display:swap;"
        f"src:url(data:font/{_TYPES[form]};base64,{data}) format('{form}')}}\n"
    )


@lru_cache(maxsize=16)
def _subset(path: Path, characters: str) -> str:
    """Packed as WOFF2."""
    from fontTools.ttLib import TTFont

    with TTFont(io.BytesIO(_cut(path, characters)), recalcTimestamp=False) as font:
        font.flavor = "woff2"
        file = io.BytesIO()
        font.save(file)
    return base64.b64encode(file.getvalue()).decode()


def _cut(path: Path, characters: str) -> bytes:
    """HarfBuzz cuts the subset, a hundred times faster than fontTools."""
    import uharfbuzz

    wanted = uharfbuzz.SubsetInput()
    wanted.sets(uharfbuzz.SubsetInputSets.UNICODE).set(set(map(ord, characters)))
    wanted.sets(uharfbuzz.SubsetInputSets.LAYOUT_FEATURE_TAG).add(_tag(_SCRIPT_STYLE))
    return uharfbuzz.subset(uharfbuzz.Face(path.read_bytes()), wanted).blob.data


def _tag(name: str) -> int:
    return int.from_bytes(name.encode(), "big")
