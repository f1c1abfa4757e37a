"""Pages for reviewers: one look for all, each a single file that needs nothing from outside."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, TemplateError
from markupsafe import Markup

from reportgen.errors import RenderError
from reportgen.render.inline_svg import picture_of
from reportgen.render.palette import Palette


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
        return (
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


def _variables(palette: Palette, *, dark: bool) -> Markup:
    return Markup(palette.page_variables(dark) + palette.chart_variables(set(palette.chart), dark))


def _script(templates: Path, name: str) -> Markup:
    """The switch between light and dark, and the script of the page itself."""
    paths = [templates / "screen" / "theme.js", templates / "review" / f"{name}.js"]
    return Markup("".join(path.read_text(encoding="utf-8") for path in paths if path.is_file()))
