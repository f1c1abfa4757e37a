"""Pictures of the PDF drawn once: what WeasyPrint makes of an SVG is kept and put into the page as it is.

Drawing the SVGs takes WeasyPrint half of the time in which it writes a PDF. The first time, a picture is
drawn into a stream of its own; the operators, with the glyphs they use and the groups they refer to, are put
into the page and kept for the next time. A picture of any other kind is drawn as WeasyPrint draws it, as are
all under another version than the one tested.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any
from unittest.mock import patch

from reportgen.document.keeper import Keeper, key_of_texts
from reportgen.render.formula import FormulaDrawing, draw_formula
from reportgen.render.weasyprint_hooks import is_tested

PICTURE, FORMULA = "picture", "formula"
_CONTENT = "data:image/svg+xml"  # an address that says all that the picture is made from
_ALPHA = {"ca", "CA"}
_Operators = tuple[bytes | int, ...]  # a number stands for the group drawn there


@dataclass(frozen=True, slots=True)
class _Glyphs:
    """The glyphs of a font that a picture uses: their characters and widths; the font by its hash."""

    font: str
    characters: Mapping[int, str]
    widths: Mapping[int, int]


@dataclass(frozen=True, slots=True)
class _Layer:
    """The operators of a picture or of a group in it, and the alpha states they name."""

    operators: _Operators
    alphas: Mapping[str, Mapping[str, float]]


@dataclass(frozen=True, slots=True)
class _Group:
    """Drawn at once, within its bounding box."""

    box: tuple[float, ...]
    layer: _Layer


@dataclass(frozen=True, slots=True)
class _Picture:
    """All that a page needs to show a picture."""

    layer: _Layer
    groups: tuple[_Group, ...]
    glyphs: tuple[_Glyphs, ...]


class KeptPictures:
    """Pictures kept between runs.

    Args:
        keeper: finds and keeps them.
        around: a key for everything beside SVG and size that can change them: fonts, program and libraries.
    """

    def __init__(self, keeper: Keeper, around: str) -> None:
        self._keeper = keeper
        self._around = around
        self._fonts: dict[int, Any] = {}
        self._new: dict[str, _Picture | None] = {}
        self._formulas: dict[str, FormulaDrawing] = {}

    @contextmanager
    def used(self) -> Iterator[bool]:
        """Kept pictures take the place of drawing within the block; False under an untested version."""
        if not is_tested():
            yield False
            return
        from weasyprint.images import SVGImage

        plain = SVGImage.draw

        def draw(image: Any, stream: Any, width: float, height: float, style: Any) -> None:
            def drawn(own: Any) -> None:
                plain(image, own, width, height, style)

            picture = self._picture(image, stream, width, height, drawn)
            if picture is None or not _put(picture, stream):
                plain(image, stream, width, height, style)

        with patch.object(SVGImage, "draw", draw):
            yield True

    def formula(self, tex: str, size: float, colour: str, inline: bool) -> FormulaDrawing:
        """A formula as `draw_formula` sets it."""
        key = key_of_texts([self._around, tex, repr((size, colour, inline))])
        if key not in self._formulas:
            found = self._keeper.find(FORMULA, key)
            if found is None:
                found = draw_formula(tex, size, colour, inline)
                self._keeper.keep(FORMULA, key, found)
            self._formulas[key] = found
        return self._formulas[key]

    def keep(self) -> None:
        """Keep the new pictures; to be called once WeasyPrint has drawn them all without a warning."""
        for key, picture in self._new.items():
            if picture is not None:
                self._keeper.keep(PICTURE, key, picture)
        self._new.clear()

    def _picture(
        self, image: Any, stream: Any, width: float, height: float, draw: Callable[[Any], None]
    ) -> _Picture | None:
        """The picture, found or drawn anew, or None for one of another kind."""
        address = str(image._base_url)
        if not address.startswith(_CONTENT):
            return None
        key = key_of_texts([self._around, address, repr((width, height))])
        if key not in self._new:
            found = self._keeper.find(PICTURE, key)
            if found is not None:
                return found
            self._new[key] = self._drawn(stream, draw)
        return self._new[key]

    def _drawn(self, stream: Any, draw: Callable[[Any], None]) -> _Picture | None:
        """A picture drawn into a stream of its own, whose fonts know only the glyphs of this picture."""
        for font in self._fonts.values():
            font.to_unicode.clear()
            font.widths.clear()
        resources = {kind: {} for kind in ("ExtGState", "XObject", "Pattern", "Shading")} | {
            "ColorSpace": None
        }
        own = stream.clone(resources=resources, fonts=self._fonts, images={}, tags=None)
        draw(own)
        groups = resources["XObject"]
        used = [font for font in self._fonts.values() if font.widths]
        if None in groups.values() or any(font.missing for font in used):
            return None
        layers = [_layer(own, list(groups)), *(_layer(group) for group in groups.values())]
        if None in layers:
            return None
        boxes = [tuple(group.extra["BBox"]) for group in groups.values()]
        glyphs = tuple(_Glyphs(font.hash, dict(font.to_unicode), dict(font.widths)) for font in used)
        return _Picture(layers[0], tuple(map(_Group, boxes, layers[1:])), glyphs)


def _layer(stream: Any, groups: Sequence[str] = ()) -> _Layer | None:
    """What a stream holds, or None if it needs more than alpha states and these groups."""
    resources = stream._resources
    alphas = {name: dict(state) for name, state in resources["ExtGState"].items()}
    if resources["Pattern"] or resources["Shading"] or any(set(state) - _ALPHA for state in alphas.values()):
        return None
    if len(resources["XObject"]) != len(groups):
        return None
    drawn = {b"/%b Do" % name.encode(): number for number, name in enumerate(groups)}
    operators: list[bytes | int] = [drawn.get(operator, operator) for operator in stream.stream]
    return _Layer(tuple(_joined(operators)), alphas)


def _joined(operators: Iterable[bytes | int]) -> Iterator[bytes | int]:
    """The operators between two groups as one, as they would stand in the file."""
    run: list[bytes] = []
    for operator in operators:
        if isinstance(operator, bytes):
            run.append(operator)
            continue
        yield b"\n".join(run)
        yield operator
        run = []
    yield b"\n".join(run)


def _put(picture: _Picture, stream: Any) -> bool:
    """Put a picture into a stream; False, and nothing done, if the paper has not yet used one of its fonts."""
    fonts = {font.hash: font for font in stream._fonts.values()}
    if not all(_fits(glyphs, fonts.get(glyphs.font)) for glyphs in picture.glyphs):
        return False
    for glyphs in picture.glyphs:
        font = fonts[glyphs.font]
        font.to_unicode.update(glyphs.characters | font.to_unicode)
        font.widths.update(glyphs.widths)
    names = []
    for group in picture.groups:
        own = stream.add_group(0, 0, 0, 0)
        own.extra["BBox"][:] = group.box
        _fill(own, group.layer, ())
        names.append(own.id)
    _fill(stream, picture.layer, names)
    _forget_state(stream)
    return True


def _forget_state(stream: Any) -> None:
    """What a stream takes for set; a picture ends by restoring the state in which it began."""
    stream._current_color = stream._current_color_stroke = stream._current_font = None
    stream._current_alpha = stream._current_alpha_stroke = None


def _fits(glyphs: _Glyphs, font: Any) -> bool:
    """Whether the paper uses the font, and gives the glyphs the widths with which the picture reckons."""
    return font is not None and all(
        font.widths.get(one, width) == width for one, width in glyphs.widths.items()
    )


def _fill(stream: Any, layer: _Layer, groups: Sequence[str]) -> None:
    import pydyf

    for name, state in layer.alphas.items():
        stream._resources["ExtGState"].setdefault(name, pydyf.Dictionary(state))
    for operator in layer.operators:
        if isinstance(operator, int):
            stream.draw_x_object(groups[operator])
        else:
            stream.stream.append(operator)
