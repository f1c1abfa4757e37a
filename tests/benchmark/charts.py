"""How long all figures take: cold, in two processes, beyond the imports."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
ALLOWED = {"wide": 5.0, "narrow": 4.0}  # seconds for all panels of an edition on two cores

PROGRAM = """
import sys, time
from pathlib import Path
import matplotlib.backends.backend_svg, matplotlib.figure, matplotlib.patches
from reportgen import pipeline
from reportgen.charts.pool import draw_all
from reportgen.facts.address import Calendar
from reportgen.project.folders import Project
project = Project.open(Path(sys.argv[1]))
year = max(project.editions())
facts, calendar = pipeline.facts(project, year), Calendar.of(project.edition(year))
names = sorted(path.stem for path in project.figures.glob("*.py"))
start = time.perf_counter()
draw_all(project.figures, names, facts, calendar, project.templates / "fonts", (sys.argv[2],))
print(len(names), time.perf_counter() - start)
"""


def report() -> list[str]:
    """A line for each variant: figures, seconds, and what is allowed."""
    return [_line(variant, allowed) for variant, allowed in ALLOWED.items()]


def _line(variant: str, allowed: float) -> str:
    command = [sys.executable, "-c", PROGRAM, str(ROOT), variant]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    count, seconds = done.stdout.split()
    verdict = "" if float(seconds) <= allowed else "，超出"
    name = {"wide": "宽幅", "narrow": "窄幅"}[variant]
    return f"绘图（{name}，{count} 幅图，两个进程）：{float(seconds):.1f} 秒，容许 {allowed:.1f} 秒{verdict}"
