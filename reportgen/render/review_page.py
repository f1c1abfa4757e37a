"""Pages for reviewers: one look for all, each a single file that needs nothing from outside, not even fonts."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, TemplateError
from markupsafe import Markup

from reportgen.errors import RenderError
from reportgen.render.inline_svg import picture_of
from reportgen.render.palette import Palette
from reportgen.render.web_fonts import plain_font_faces

_FACES_HERE = "/*faces*/"
_HEADING = re.compile(r"<h1\b.*?</h1>", re.DOTALL)
_PLAIN = frozenset(map(chr, range(0x20, 0x7F)))


def review_page(templates: Path, name: str, **values: Any) -> str:
    """Fill ``templates/review/NAME.html``, which extends ``base.html``.

    In the template ``svg | picture('old-scale')`` sets an SVG text into the page: its ids get the prefix, its
    colours follow light and dark.

    Args:
        templates: the folder of page templates.
        name: of the page, without ``.html``; ``NAME.js`` beside it is its script, if there is one.
        values: what the page shows.

    Raises:
        RenderError: a file is missing, the template is wrong, or a picture has a colour without dark twin.
    """
    folder = templates / "review"
    try:
        page = (
            _environment(folder, palette := Palette.read(templates))
            .get_template(f"{name}.html")
            .render(
                style=Markup((folder / "style.css").read_text(encoding="utf-8")),
                light=_variables(palette, dark=False),
                dark=_variables(palette, dark=True),
                script=_script(templates, name),
                **values,
            )
        )
        return page.replace(_FACES_HERE, _faces(page, templates / "fonts"), 1)
    except OSError as problem:
        raise RenderError("缺少版面文件", place=str(folder), remedy="从版本库恢复 templates") from problem
    except TemplateError as problem:
        line = getattr(problem, "lineno", "")
        place = f"{folder / name}.html" + (f":{line}" if line else "")
        raise RenderError(
            f"版面模板有误（{type(problem).__name__}）", place=place, remedy="改正模板"
        ) from problem


def _environment(folder: Path, palette: Palette) -> Environment:
    environment = Environment(
        loader=FileSystemLoader(folder), autoescape=True, undefined=StrictUndefined,
        trim_blocks=True, lstrip_blocks=True,
    )  # fmt: skip
    environment.filters["picture"] = lambda svg, prefix: picture_of(svg, prefix, "wide", prefix, palette)[0]
    return environment


def _faces(page: str, fonts: Path) -> str:
    """Everything may be written in either weight of the sans; the serif is for the heading alone.

    The script counts too: what it writes is seen.
    """
    used, heading = _PLAIN | set(page), _PLAIN | set("".join(_HEADING.findall(page)))
    sans, serif = "Noto Sans SC", "Noto Serif SC"
    return plain_font_faces(fonts, {(sans, 400): used, (sans, 600): used, (serif, 600): heading})


def _variables(palette: Palette, *, dark: bool) -> Markup:
    return Markup(palette.page_variables(dark) + palette.chart_variables(set(palette.chart), dark))


def _script(templates: Path, name: str) -> Markup:
    """The switch between light and dark, and the script of the page itself."""
    paths = [templates / "screen" / "theme.js", templates / "review" / f"{name}.js"]
    return Markup("".join(path.read_text(encoding="utf-8") for path in paths if path.is_file()))
