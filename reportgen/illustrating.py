"""An edition with its figures as pixels, for formats that cannot show drawings."""

from __future__ import annotations

from collections.abc import Mapping

from reportgen import stages
from reportgen.facts.reader import Reader
from reportgen.project.folders import Project
from reportgen.render.word.report import Illustrated


def illustrate(project: Project, year: int, pictures: Mapping[str, bytes] | None = None) -> Illustrated:
    """An edition written and drawn, for formats that show figures as pixels.

    Args:
        pictures: figures that need not be drawn as pixels again, by name.
    """
    from reportgen.charts.png import to_png

    prepared = stages.prepare(project, year)
    reader = Reader(prepared.facts, prepared.calendar)
    drawings = stages.draw(project, prepared, reader)
    document = stages.write(project, prepared, reader, drawings)
    fonts, known = project.templates / "fonts", pictures or {}
    drawn = {name: known.get(name) or to_png(one, fonts) for name, one in drawings.wide.items()}
    return Illustrated(document, drawn)
