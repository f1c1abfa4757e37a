"""Colours of page and charts, light and dark, from ``templates/colours.json``."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path

from reportgen.errors import RenderError

_HEX = re.compile(r"#[0-9A-Fa-f]{6}\b")


@dataclass(frozen=True)
class Palette:
    """Page colours by role, as (light, dark), and the dark twin of each chart colour."""

    page: dict[str, tuple[str, str]]
    chart: dict[str, str]

    @classmethod
    def read(cls, templates: Path) -> Palette:
        """Read the palette.

        Raises:
            RenderError: the file is missing or not as expected.
        """
        path = templates / "colours.json"
        try:
            content = json.loads(path.read_text(encoding="utf-8"))
            page = {role: (light, dark) for role, (light, dark) in content["page"].items()}
            chart = {light.upper(): dark.upper() for light, dark in content["chart"].items()}
        except (OSError, ValueError, KeyError, AttributeError, TypeError) as problem:
            raise RenderError(
                "颜色表缺失或格式不对", place=str(path), remedy="从版本库恢复该文件"
            ) from problem
        return cls(page, chart)

    def page_variables(self, dark: bool = False) -> str:
        """``--ink:#1B2430;…`` for a ``:root`` rule."""
        return "".join(f"--{role.replace('_', '-')}:{pair[dark]};" for role, pair in self.page.items())

    def chart_variables(self, used: set[str], dark: bool = False) -> str:
        """``--c1B2430:#E6EAF0;…`` for the chart colours that are used."""
        return "".join(f"--c{light[1:]}:{self.chart[light] if dark else light};" for light in sorted(used))

    def with_variables(self, svg: str, place: str) -> tuple[str, set[str]]:
        """An SVG with variables for its colours, and the colours it used.

        Raises:
            RenderError: a colour without dark twin.
        """
        used: set[str] = set()

        def replace(found: re.Match[str]) -> str:
            colour = found[0].upper()
            if colour not in self.chart:
                raise RenderError(
                    f"颜色 {colour} 没有深色对应",
                    place=place,
                    remedy="在 templates/colours.json 的 chart 中补上",
                )
            used.add(colour)
            return f"var(--c{colour[1:]})"

        return _HEX.sub(replace, svg), used
