"""The command ``serve`` in a process of its own, for tests and measurements with a browser."""

from __future__ import annotations

import re
import signal
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


class Serving:
    """A context manager; `address` is where the page is."""

    def __init__(self, folder: Path, year: int = 2022, port: int = 8400) -> None:
        command = [sys.executable, "-m", "reportgen.cli", "--project", str(folder), "serve"]
        self._process = subprocess.Popen(
            [*command, "--edition", str(year), "--port", str(port)],
            cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        )  # fmt: skip
        self.said = ""
        self.address = self._announced()

    def __enter__(self) -> Serving:
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    def stop(self) -> tuple[int, str]:
        """End it as Ctrl-C does: the exit code, and what it said about errors."""
        if self._process.poll() is None:
            self._process.send_signal(signal.SIGINT)
        _, errors = self._process.communicate(timeout=60)
        return self._process.returncode, errors

    def _announced(self) -> str:
        for line in self._process.stdout:
            self.said += line
            found = re.search(r"http://\S+/", line)
            if found:
                return found[0]
        raise AssertionError(self._process.communicate()[1])
