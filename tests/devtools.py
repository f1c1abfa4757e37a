"""A page in headless Chromium that is told what to do over the DevTools protocol, while time goes on as it does."""

from __future__ import annotations

import base64
import contextlib
import json
import subprocess
import time
import urllib.request
from pathlib import Path
from typing import Any

from websockets.sync.client import connect

from tests.tools import TOOLS

_OPTIONS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--disable-extensions", "--remote-debugging-port=0",
)  # fmt: skip
_PATIENCE = 60.0  # seconds


class Browser:
    """One browser with one page; a context manager.

    Args:
        folder: for its profile.
        width, height: of the window, px.
    """

    def __init__(self, folder: Path, width: int = 1280, height: int = 900) -> None:
        assert TOOLS["browser"].path is not None
        options = [*_OPTIONS, f"--user-data-dir={folder}", f"--window-size={width},{height}", "about:blank"]
        self._open = contextlib.ExitStack()
        process = subprocess.Popen(
            [TOOLS["browser"].path, *options], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        self._open.callback(process.wait, _PATIENCE)
        self._open.callback(process.terminate)
        port = _appearing(folder / "DevToolsActivePort").split()[0]
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/json/list") as answer:
            target = next(one for one in json.load(answer) if one["type"] == "page")
        self._socket = self._open.enter_context(connect(target["webSocketDebuggerUrl"], max_size=None))
        self._last = 0
        self.wrong: list[str] = []
        self.call("Runtime.enable")
        self.call("Log.enable")
        self.call("Page.enable")

    def __enter__(self) -> Browser:
        return self

    def __exit__(self, *_: object) -> None:
        self._open.close()

    def open(self, address: str) -> None:
        """Show a page and wait until it has loaded."""
        self.call("Page.navigate", url=address)
        self.wait("document.readyState === 'complete' && location.href !== 'about:blank'")

    def run(self, expression: str) -> Any:
        """The value of a JavaScript expression in the page, awaited when it is a promise.

        Raises:
            AssertionError: it failed.
        """
        answer = self.call("Runtime.evaluate", expression=expression, awaitPromise=True, returnByValue=True)
        assert "exceptionDetails" not in answer, answer["exceptionDetails"]
        return answer["result"].get("value")

    def wait(self, condition: str, seconds: float = _PATIENCE) -> None:
        """Wait until an expression is true.

        Raises:
            AssertionError: it never is.
        """
        end = time.monotonic() + seconds
        while not self.run(f"Boolean({condition})"):
            assert time.monotonic() < end, f"never true: {condition}; {self.wrong}"
            time.sleep(0.01)

    def click(self, selector: str, modifiers: int = 0) -> None:
        """Click into the middle of the first line of an element; modifiers: 1 is Alt."""
        x, y = self.run(
            f"(() => {{ const one = document.querySelector({json.dumps(selector)});"
            "one.scrollIntoView({block: 'center', behavior: 'instant'}); const at = one.getClientRects()[0];"
            "return [at.left + Math.min(at.width / 2, 40), at.top + Math.min(at.height / 2, 12)] })()"
        )
        place = {"x": x, "y": y, "button": "left", "clickCount": 1, "modifiers": modifiers}
        self.call("Input.dispatchMouseEvent", type="mouseMoved", x=x, y=y)
        self.call("Input.dispatchMouseEvent", type="mousePressed", **place)
        self.call("Input.dispatchMouseEvent", type="mouseReleased", **place)

    def type(self, text: str) -> None:
        """Type into whatever has the focus."""
        for character in text:
            self.call("Input.dispatchKeyEvent", type="keyDown", text=character, key=character)
            self.call("Input.dispatchKeyEvent", type="keyUp", key=character)

    def picture(self, path: Path) -> None:
        """Keep what the window shows as PNG."""
        path.write_bytes(base64.b64decode(self.call("Page.captureScreenshot", format="png")["data"]))

    def call(self, method: str, **parameters: Any) -> Any:
        """One command of the protocol; what goes wrong in the page meanwhile is kept in `wrong`."""
        self._last += 1
        self._socket.send(json.dumps({"id": self._last, "method": method, "params": parameters}))
        while True:
            message = json.loads(self._socket.recv(_PATIENCE))
            if message.get("id") == self._last:
                assert "error" not in message, message["error"]
                return message["result"]
            self._hear(message)

    def _hear(self, message: dict[str, Any]) -> None:
        method, told = message.get("method"), message.get("params", {})
        if method == "Runtime.exceptionThrown":
            self.wrong.append(str(told["exceptionDetails"].get("exception", told["exceptionDetails"])))
        elif method == "Log.entryAdded" and told["entry"]["level"] in ("error", "warning"):
            self.wrong.append(told["entry"]["text"])


def _appearing(path: Path) -> str:
    """The text of a file that another program is about to write."""
    end = time.monotonic() + _PATIENCE
    while not path.is_file() or "\n" not in path.read_text():
        assert time.monotonic() < end, f"{path} has not been written"
        time.sleep(0.02)
    return path.read_text()
