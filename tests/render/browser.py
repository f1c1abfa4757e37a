"""Runs a page in headless Chromium and brings back what a script finds there."""

from __future__ import annotations

import html
import json
import re
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

from tests.tools import TOOLS

_NARROWEST = 500  # px; a window is never narrower, a frame within it is
_OPTIONS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--enable-logging=stderr", "--virtual-time-budget=20000", "--dump-dom",
)  # fmt: skip
_CONSOLE = re.compile(r"^.*:CONSOLE[:(].*$", re.MULTILINE)

# What goes wrong while the page runs is kept; the answer of the script is put where it can be read back.
_HEAD = """<script>window.wrong=[];
addEventListener('error',e=>wrong.push(String(e.message??e.target.outerHTML)),true);
addEventListener('unhandledrejection',e=>wrong.push(String(e.reason)));</script>"""
_TAIL = """{libraries}<script>addEventListener('load',async()=>{{
  let answer; try {{ answer=await (async()=>{{{script}}})() }} catch (error) {{ wrong.push(String(error)) }}
  const found=JSON.stringify({{answer,wrong}});
  if (parent!==window) return parent.postMessage(found,'*');
  document.documentElement.innerHTML='<pre id=found></pre>';
  document.getElementById('found').textContent=found;
}})</script>"""
_FRAME = """<body style="margin:0"><iframe src="page.html" style="border:0;width:{width}px;height:900px"></iframe>
<script>addEventListener('message',event=>{{
  document.body.innerHTML='<pre id=found></pre>'; document.getElementById('found').textContent=event.data;
}})</script>"""


def run(
    folder: Path,
    page: str,
    script: str,
    width: int = 1280,
    dark: bool = False,
    libraries: Sequence[Path] = (),
) -> object:
    """What the script, the body of an asynchronous function, returns in the page.

    Args:
        folder: for what the browser reads and writes.
        page: an HTML document.
        script: run when the page has loaded.
        width: of the window, or of the frame that the page is shown in, in px.
        dark: the reader prefers dark pages.
        libraries: scripts that are loaded before.

    Raises:
        AssertionError: the page or the script failed, or the console shows a message.
    """
    browser = TOOLS["browser"].path
    assert browser is not None
    target = _written(folder, page, script, width, libraries)
    made = subprocess.run(
        [
            browser,
            *_OPTIONS,
            f"--user-data-dir={folder / 'browser'}",
            f"--window-size={max(width, _NARROWEST)},900",
            *(["--blink-settings=preferredColorScheme=0"] if dark else []),
            target.as_uri(),
        ],
        capture_output=True, text=True, timeout=300, check=True,
    )  # fmt: skip
    found = re.search(r'<pre id="found">(.*?)</pre>', made.stdout, re.S)
    assert found, made.stderr
    told = json.loads(html.unescape(found[1]))
    wrong = [*told["wrong"], *_CONSOLE.findall(made.stderr)]
    assert not wrong, "\n".join(wrong)
    return told.get("answer")


def _written(folder: Path, page: str, script: str, width: int, libraries: Sequence[Path]) -> Path:
    """Write the page, made to answer, and give the file to open."""
    for library in libraries:
        shutil.copy(library, folder)
    tags = "".join(f'<script src="{library.name}"></script>' for library in libraries)
    answering = page.replace("<head>", f"<head>{_HEAD}", 1).replace(
        "</body>", _TAIL.format(script=script, libraries=tags) + "</body>"
    )
    target = folder / "page.html"
    target.write_text(answering, encoding="utf-8")
    if width < _NARROWEST:
        target = folder / "frame.html"
        target.write_text(_FRAME.format(width=width), encoding="utf-8")
    return target
