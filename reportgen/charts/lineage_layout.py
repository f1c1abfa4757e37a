"""Where the boxes of a lineage stand: in columns from the number at the left to the inputs at the right."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

_STEP = 10  # between two places of a layer, as the library is asked for


@dataclass(frozen=True, slots=True)
class Spot:
    """A box, or the place where a long line passes a column: its column from the left and its centre."""

    column: int
    y: float


@dataclass(frozen=True)
class Arrangement:
    """The spots by name, and the lines between them; lines pass through spots that are no boxes."""

    spots: Mapping[int | str, Spot]
    lines: tuple[tuple[int | str, int | str], ...]
    columns: int
    height: float


def arrange(
    edges: Sequence[tuple[str, str]], heights: Mapping[str, float], passing: float, gap: float, height: float
) -> Arrangement:
    """Layers with few crossings (Sugiyama), every box at its height, none on another.

    Args:
        edges: from what is used to what uses it.
        heights: of the boxes.
        passing: height that a line takes in a column it passes.
        gap: between two boxes.
        height: of the room; more is taken where a column needs it.
    """
    from fast_sugiyama import from_edges

    ((positions, width, _, lines),) = from_edges(
        [(user, used) for used, user in sorted(edges)],
        vertex_spacing=_STEP,
        dummy_vertices=True,
        ranking_type="down",
        crossing_minimization="barycenter",
        transpose=True,
    )
    layers: dict[float, list[tuple[float, int | str]]] = {}
    for name, (x, y) in positions:
        layers.setdefault(y, []).append((x, name))
    depths = sorted(layers, reverse=True)
    columns = [sorted(layers[y], key=lambda one: (one[0], str(one[1]))) for y in depths]
    room = max(height, *(_needed(column, heights, passing, gap) for column in columns))
    spots = {}
    for position, column in enumerate(columns):
        wanted = [(x + _STEP / 2) / (width + _STEP) * room for x, _ in column]
        sizes = [heights.get(str(name), passing) for _, name in column]
        placed = spread(wanted, sizes, gap, room)
        spots |= {name: Spot(position, y) for (_, name), y in zip(column, placed, strict=True)}
    return Arrangement(spots, tuple(lines or ()), len(columns), room)


def spread(wanted: Sequence[float], sizes: Sequence[float], gap: float, room: float) -> list[float]:
    """Centres near the wanted ones, in their order, apart by the gap and within the room."""
    placed: list[float] = []
    for i, size in enumerate(sizes):
        least = placed[-1] + (sizes[i - 1] + size) / 2 + gap if placed else size / 2
        placed.append(max(wanted[i], least))
    most = room
    for i in reversed(range(len(placed))):
        placed[i] = min(placed[i], most - sizes[i] / 2)
        most = placed[i] - sizes[i] / 2 - gap
    return placed


def _needed(
    column: Sequence[tuple[float, int | str]], heights: Mapping[str, float], passing: float, gap: float
) -> float:
    return sum(heights.get(str(name), passing) for _, name in column) + gap * (len(column) - 1)
