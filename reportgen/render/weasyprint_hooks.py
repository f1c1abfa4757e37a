"""Makes WeasyPrint faster without changing a byte of what it makes.

Each hook replaces one function of WeasyPrint or pydyf by one that gives the same result sooner, for as long
as a PDF is made. They reach into private parts, so that under another version than `TESTED` nothing is
replaced and the PDF is made as WeasyPrint makes it.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Hashable, Iterator
from contextlib import ExitStack, contextmanager
from typing import Any
from unittest.mock import patch

TESTED = {"weasyprint": "70.0", "pydyf": "0.13.0"}
_DESCRIBING = (
    "font_family", "font_style", "font_stretch", "font_weight", "font_size", "font_variant_caps",
    "font_variation_settings",
)  # fmt: skip


@contextmanager
def hooks() -> Iterator[bool]:
    """WeasyPrint made faster within the block; False, and nothing replaced, under an untested version."""
    if not is_tested():
        yield False
        return
    with ExitStack() as stack:
        for hook in HOOKS:
            stack.enter_context(hook())
        yield True


def is_tested() -> bool:
    """Whether the libraries are those that the hooks were tested with."""
    import pydyf
    import weasyprint

    return {"weasyprint": weasyprint.__version__, "pydyf": pydyf.__version__} == TESTED


@contextmanager
def without_collector() -> Iterator[None]:
    """The boxes of a paper live until it is written; looking for garbage among them finds none."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def serialised_once() -> Any:
    """A file with an identifier is hashed after it is written, for which pydyf packs every stream again."""
    import pydyf

    plain, packed = pydyf.Stream.data.fget, "_packed"

    def write(self: pydyf.PDF, *given: Any, **named: Any) -> None:
        for one in self.objects:
            vars(one).pop(packed, None)
        try:
            with patch.object(pydyf.Stream, "data", property(data)):
                plain_write(self, *given, **named)
        finally:
            for one in self.objects:
                vars(one).pop(packed, None)

    def data(self: pydyf.Stream) -> bytes:
        kept = vars(self).get(packed)
        if kept is None:
            kept = vars(self)[packed] = plain(self)
        return kept

    plain_write = pydyf.PDF.write
    return patch.object(pydyf.PDF, "write", write)


def references_once() -> Any:
    """The references of all pages are asked for with every tag and every link."""
    import pydyf

    plain, kept = pydyf.PDF.page_references.fget, "_kept_references"

    def page_references(self: pydyf.PDF) -> tuple[bytes, ...]:
        pages = len(self.pages["Kids"])
        if vars(self).get(kept, (None,))[0] != pages:
            vars(self)[kept] = pages, plain(self)
        return vars(self)[kept][1]

    return patch.object(pydyf.PDF, "page_references", property(page_references))


def described_once() -> Any:
    """A font is described to Pango anew for every piece of text; there are some dozen fonts and sizes."""
    from weasyprint.text import line_break

    plain = line_break.get_font_description
    kept: dict[Hashable, Any] = {}

    def get_font_description(style: Any) -> Any:
        return _kept(kept, tuple(style[name] for name in _DESCRIBING), lambda: plain(style))

    return patch.object(line_break, "get_font_description", get_font_description)


def featured_once() -> Any:
    """The features of a font are put together anew for every piece of text."""
    from weasyprint.text import line_break

    plain = line_break.font_features
    kept: dict[Hashable, Any] = {}

    def font_features(*settings: Any) -> dict[str, int]:
        return _kept(kept, settings, lambda: plain(*settings))

    return patch.object(line_break, "font_features", font_features)


def declared_once() -> Any:
    """cffi reads the declaration of an array anew for each length; one of any length is read once."""
    from weasyprint.pdf import fonts

    class Foreign:
        def __getattr__(self, name: str) -> Any:
            return getattr(plain, name)

        def new(self, declaration: str, *values: Any) -> Any:
            if values and declaration.startswith("hb_codepoint_t["):
                declaration = "hb_codepoint_t[]"
            return plain.new(declaration, *values)

    plain = fonts.ffi
    return patch.object(fonts, "ffi", Foreign())


HOOKS = (without_collector, serialised_once, references_once, described_once, featured_once, declared_once)


def _kept(values: dict[Hashable, Any], key: Hashable, make: Callable[[], Any]) -> Any:
    """The value of a key, made once; a key that cannot be hashed has its value made each time."""
    try:
        return values[key]
    except KeyError:
        return values.setdefault(key, make())
    except TypeError:
        return make()
