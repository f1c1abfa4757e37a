"""How long the preview takes from a saved file to the page in a browser, on a copy of this repository."""

from __future__ import annotations

import re
import shutil
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.devtools import Browser
from tests.preview.serving import Serving
from tests.tools import TOOLS

ROOT = Path(__file__).parents[2]
REPEATS = 5
ALLOWED = {"正文": 0.5, "图": 1.5, "参数": 1.5}
CHAPTER, FIGURE, PARAMETERS = (
    "content/chapters/30-regions.md",
    "figures/provincial_map.py",
    "content/parameters/calibrated_2022.yaml",
)
CALM = 15.0  # seconds in which what follows a change in the background comes to an end


def report() -> Iterator[str]:
    """A line for each kind of change: the median of several, and what is allowed."""
    if TOOLS["browser"].path is None:
        yield "预览：没有 Chromium，未测量"
        return
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "paper"
        for part in ("content", "figures", "templates"):
            shutil.copytree(ROOT / part, folder / part)
        with Serving(folder) as serving, Browser(Path(name) / "browser") as browser:
            browser.open(serving.address)
            browser.wait("document.querySelector('.preview-state')?.textContent === '已是最新'")
            time.sleep(CALM)
            for kind, change in {"正文": _text, "图": _figure, "参数": _parameter}.items():
                yield _line(kind, [change(browser, folder, turn) for turn in range(REPEATS)])


def _line(kind: str, seconds: list[float]) -> str:
    median = statistics.median(seconds)
    verdict = "" if median <= ALLOWED[kind] else "，超出"
    return (
        f"预览（改{kind}，由保存到显示，{REPEATS} 次的中位数）：{median:.2f} 秒，"
        f"最慢 {max(seconds):.2f} 秒，容许 {ALLOWED[kind]:.1f} 秒{verdict}"
    )


def _text(browser: Browser, folder: Path, turn: int) -> float:
    """Words added to a paragraph in the middle of the longest chapter."""
    path = folder / CHAPTER
    text, words = path.read_text(encoding="utf-8"), f"第{turn}次改动"
    browser.run(f"{_paragraph(CHAPTER)}.scrollIntoView()")
    number = int(browser.run(f"{_paragraph(CHAPTER)}.dataset.place").split(":")[1])
    lines = text.split("\n")
    lines[number - 1] += f"{words}。"
    return _seconds(
        browser, lambda: path.write_text("\n".join(lines), encoding="utf-8"),
        f"document.querySelector('main').textContent.includes('{words}')",
    )  # fmt: skip


def _figure(browser: Browser, folder: Path, turn: int) -> float:
    """Another title of the map, which takes longest to draw but one."""
    path, title = folder / FIGURE, f"第{turn}次的标题"
    text = path.read_text(encoding="utf-8")
    changed = re.sub(r'^title = ".*"$', f'title = "{title}"', text, count=1, flags=re.M)
    browser.run("document.querySelector('figure [id^=provincial_map]').closest('figure').scrollIntoView()")
    return _seconds(
        browser, lambda: path.write_text(changed, encoding="utf-8"),
        f"document.querySelector('main').textContent.includes('{title}')",
    )  # fmt: skip


def _parameter(browser: Browser, folder: Path, turn: int) -> float:
    """A multiplier that moves every value added, watched at the first number in view and at the map."""
    path = folder / PARAMETERS
    text = path.read_text(encoding="utf-8")
    start = text.index("calibrated_annual_multiplier:")
    head, tail = text[:start], text[start:]
    old = re.search(r"2021: ([\d.]+)", tail)
    changed = head + tail.replace(old[0], f"2021: {float(old[1]) + 0.0004:.6f}", 1)
    browser.run("document.querySelector('figure [id^=provincial_map]').closest('figure').scrollIntoView()")
    picture = "document.querySelector('figure [id^=provincial_map]').closest('figure')"
    browser.run(f"(window.before = {picture}.dataset.piece, 0)")
    return _seconds(
        browser, lambda: path.write_text(changed, encoding="utf-8"), f"{picture}.dataset.piece !== before"
    )


_WATCH = """(() => {{
  window.shownAt = 0;
  const watch = new MutationObserver(() => {{
    if (!({shown})) return;
    watch.disconnect();
    requestAnimationFrame(() => requestAnimationFrame(() => (window.shownAt = Date.now())));
  }});
  watch.observe(document.querySelector("main"), {{ childList: true, subtree: true }});
}})()"""


def _seconds(browser: Browser, save: Callable[[], object], shown: str) -> float:
    """From saving to a page that shows it, painted: the page itself notes the time, two frames after the change."""
    time.sleep(CALM)
    browser.run(_WATCH.format(shown=shown))
    started = time.time()
    save()
    browser.wait("window.shownAt")
    return browser.run("window.shownAt") / 1000 - started


def _paragraph(chapter: str) -> str:
    """JavaScript: a paragraph in the middle of a chapter."""
    return f"[...document.querySelectorAll('p[data-place^=\"{Path(chapter).name}\"]')][12]"


if __name__ == "__main__":
    for line in report():
        print(line, flush=True)
