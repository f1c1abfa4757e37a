"""Runs a page in headless Chromium and brings back what a script finds there."""

from __future__ import annotations

import html
import json
import re
import subprocess
from pathlib import Path

from tests.tools import TOOLS

BROWSER = TOOLS["browser"].path

# What goes wrong while the page runs is kept; the answer of the script is put where it can be read back.
_HEAD = "<script>window.wrong=[];addEventListener('error',e=>wrong.push(String(e.message)));</script>"
_TAIL = """<script>addEventListener('load',()=>{{
  let answer; try {{ answer=(()=>{{{script}}})() }} catch (error) {{ wrong.push(String(error)) }}
  document.documentElement.innerHTML='<pre id=found></pre>';
  document.getElementById('found').textContent=JSON.stringify({{answer,wrong}});
}})</script>"""


def run(folder: Path, page: str, script: str, width: int = 1280, dark: bool = False) -> object:
    """What the script returns in the page, shown in a frame of this width.

    Raises:
        AssertionError: the page or the script failed.
    """
    assert BROWSER is not None
    framed = page.replace("<head>", f"<head>{_HEAD}", 1).replace(
        "</body>", _TAIL.format(script=script) + "</body>"
    )
    (folder / "page.html").write_text(framed, encoding="utf-8")
    options = [
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking",
        f"--user-data-dir={folder / 'browser'}", f"--window-size={max(width, 500)},900", "--dump-dom",
        *(["--blink-settings=preferredColorScheme=0"] if dark else []),
    ]  # fmt: skip
    target = folder / "page.html"
    if width < 500:  # a window is never narrower; a frame within it is
        target = folder / "frame.html"
        target.write_text(_FRAME.format(width=width), encoding="utf-8")
        options.append("--allow-file-access-from-files")
    made = subprocess.run(
        [BROWSER, *options, "--virtual-time-budget=5000", target.as_uri()],
        capture_output=True, text=True, timeout=120, check=True,
    )  # fmt: skip
    found = re.search(r'<pre id="found">(.*?)</pre>', made.stdout, re.S)
    assert found, made.stderr
    told = json.loads(html.unescape(found[1]))
    assert told["wrong"] == []
    return told.get("answer")


_FRAME = """<body style="margin:0"><iframe src="page.html" style="border:0;width:{width}px;height:900px"></iframe>
<script>addEventListener('load',()=>setTimeout(()=>{{
  const found=document.querySelector('iframe').contentDocument.getElementById('found').textContent;
  document.body.innerHTML='<pre id=found></pre>'; document.getElementById('found').textContent=found;
}},500))</script>"""
