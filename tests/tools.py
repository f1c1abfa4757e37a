"""The programs that some tests need beside Python: a mark for each, and where it is found."""

from __future__ import annotations

import shutil
import sys
from dataclasses import dataclass
from pathlib import Path

_AXE = Path(__file__).parents[1] / ".venv/node/node_modules/axe-core/axe.min.js"


@dataclass(frozen=True)
class Tool:
    """What the tests of one mark need.

    Attributes:
        tests: what these tests are called in messages.
        name: the program, as in messages.
        path: where it is, or None.
    """

    tests: str
    name: str
    path: str | None


def _first(*names: str) -> str | None:
    return next((found for name in names if (found := shutil.which(name))), None)


def _office() -> str | None:
    """LibreOffice, if it has Writer too, which Debian packs apart."""
    found = _first("soffice", "libreoffice")
    folder = Path(found).resolve().parent if found else Path()
    return found if found and (sys.platform != "linux" or (folder / "libswlo.so").is_file()) else None


TOOLS = {
    "browser": Tool("浏览器测试", "Chromium", _first("chromium", "chromium-browser", "google-chrome")),
    "node": Tool("无障碍测试", "axe-core", str(_AXE) if _AXE.is_file() else None),
    "libreoffice": Tool("LibreOffice 测试", "LibreOffice", _office()),
}
