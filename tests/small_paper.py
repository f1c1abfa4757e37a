"""The small project with a chapter, a figure and page templates: a whole paper that is built in a moment."""

from __future__ import annotations

from pathlib import Path

from reportgen.project.folders import Project
from tests.small_parameters import write_small_parameters
from tests.small_project import write_small_project

ROOT = Path(__file__).parent.parent
FIGURE = "scale_and_share"
CHAPTER = """# 总体态势篇

## 规模

**规模扩大。**{{ 本年 }}年增加值为{{ 数["增加值.全国[本年]"] | 亿元 }}，名义{{ 数["名义增速.全国[本年]"] | 增长 }}，
如{{ 图("scale_and_share") }}所示。

{{ 图表("scale_and_share") }}
"""


def write_small_paper(folder: Path) -> Project:
    """Write the project into a folder that does not exist yet, and open it."""
    write_small_project(folder)
    write_small_parameters(folder)
    (folder / "templates").rmdir()
    (folder / "templates").symlink_to(ROOT / "templates")
    (folder / f"figures/{FIGURE}.py").write_text(
        (ROOT / f"figures/{FIGURE}.py").read_text(encoding="utf-8"), encoding="utf-8"
    )
    (folder / "content/chapters/10-overall.md").write_text(CHAPTER, encoding="utf-8")
    edition = folder / "content/editions/2022.yaml"
    text = edition.read_text(encoding="utf-8")
    text = text.replace("chapters: []", "chapters: [10-overall]").replace("figures: []", f"figures: [{FIGURE}]")
    edition.write_text(text, encoding="utf-8")
    return Project.open(folder)
