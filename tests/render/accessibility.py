"""What axe-core finds in a page."""

from __future__ import annotations

from pathlib import Path

from tests.render.browser import run
from tests.tools import TOOLS

_SCRIPT = """const found = await axe.run(document, {resultTypes: ['violations']});
  return found.violations.filter(one => ['serious', 'critical'].includes(one.impact))
    .map(one => `${one.id} (${one.nodes.length}): ${one.nodes[0].html.slice(0, 160)}`);"""


def serious_findings(folder: Path, page: str, width: int, dark: bool) -> object:
    """The serious and critical findings, each with its first place."""
    return run(folder, page, _SCRIPT, width, dark, libraries=[Path(TOOLS["node"].path or "")])
