"""What must agree between the figures of an edition and its chapters: drawn, placed once, in order."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from reportgen.errors import ChapterError, FigureError, nearest, raise_all
from reportgen.text.blocks import Figure
from reportgen.text.chapter import WrittenChapter


def check_drawn(names: Iterable[str], drawings: Collection[str], place: str) -> None:
    """Every figure in the list of the edition file, which is the place, has a drawing.

    Raises:
        FigureError, ManyErrors: some have none.
    """
    raise_all(
        FigureError(f"没有图“{name}”的文件", place=place, remedy=nearest(name, drawings))
        for name in names
        if name not in drawings
    )


def check_placed(written: Sequence[WrittenChapter], listed: Collection[str]) -> None:
    """Every listed figure stands in one chapter once, and in the order of the list, so that numbers rise.

    Raises:
        ChapterError, ManyErrors: a figure stands in two places, in none, or before an earlier one.
    """
    found = [
        (block.name, chapter.place(block.line))
        for chapter in written
        for block in chapter.blocks
        if isinstance(block, Figure)
    ]
    places = dict(reversed(found))
    raise_all([*_twice(found), *_missing(places, listed)])
    _check_order([name for name, _ in found], listed, places)


def _twice(found: Sequence[tuple[str, str]]) -> Iterator[ChapterError]:
    earlier: dict[str, str] = {}
    for name, place in found:
        if name in earlier:
            remedy = f"另一处在 {earlier[name]}，删去一处"
            yield ChapterError(f"图“{name}”放了两次", place=place, remedy=remedy)
        earlier[name] = place


def _missing(places: Mapping[str, str], listed: Iterable[str]) -> Iterator[ChapterError]:
    for name in listed:
        if name not in places:
            remedy = f'在提到它的段落之后写 {{{{ 图表("{name}") }}}}，或从 figures 中删去'
            yield ChapterError(f"图“{name}”列在版本文件中，却没有放进任何一章", remedy=remedy)


def _check_order(placed: Sequence[str], listed: Iterable[str], places: Mapping[str, str]) -> None:
    for name, expected in zip(placed, listed, strict=True):
        if name != expected:
            raise ChapterError(
                f"图“{name}”放在图“{expected}”之前，与版本文件中的次序不同",
                place=places[name],
                remedy="调整图在文中的位置，或改 figures 的次序，图号随之而定",
            )
