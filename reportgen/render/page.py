"""Page templates: a folder with ``page.html`` and ``style.css``."""

from __future__ import annotations

import html
import re
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, TemplateError
from markupsafe import Markup

from reportgen.errors import RenderError

_UNSEEN = re.compile(r"<(style|script|metadata|math)\b.*?</\1>|<!--.*?-->", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")


def fill_page(folder: Path, **values: Any) -> str:
    """Fill ``page.html`` of a folder; ``style`` is the text of its ``style.css``.

    Raises:
        RenderError: a file is missing or the template is wrong.
    """
    try:
        style = (folder / "style.css").read_text(encoding="utf-8")
        environment = Environment(
            loader=FileSystemLoader(folder), autoescape=True, undefined=StrictUndefined,
            trim_blocks=True, lstrip_blocks=True,
        )  # fmt: skip
        return environment.get_template("page.html").render(style=Markup(style), **values)
    except OSError as problem:
        raise RenderError("缺少版面文件", place=str(folder), remedy="从版本库恢复 templates") from problem
    except UnicodeDecodeError as problem:
        raise RenderError("版面文件不是 UTF-8 编码", place=str(folder), remedy="另存为 UTF-8") from problem
    except TemplateError as problem:
        line = getattr(problem, "lineno", "")
        place = f"{folder / 'page.html'}:{line}" if line else str(folder / "page.html")
        raise RenderError(
            f"版面模板有误（{type(problem).__name__}）", place=place, remedy="改正模板"
        ) from problem


def read_scripts(folder: Path) -> str:
    """The scripts of a folder one after the other, in the order of their names.

    Raises:
        RenderError: there is none, or one cannot be read.
    """
    try:
        texts = [path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.js"))]
    except (OSError, UnicodeDecodeError) as problem:
        raise RenderError("版面文件读不出", place=str(folder), remedy="从版本库恢复 templates") from problem
    if not texts:
        raise RenderError("缺少版面文件", place=str(folder), remedy="从版本库恢复 templates")
    return "".join(texts)


def visible_text(page: str) -> str:
    """The characters between the tags of an HTML or SVG text; formulas bring their own font and do not count."""
    return html.unescape(_TAG.sub("", _UNSEEN.sub("", page)))
