"""The command ``reportgen``: each command opens the project, calls the pipeline and prints what it returns.

The pipeline brings the heavy libraries, so each command imports it only after the project has opened.
"""

from __future__ import annotations

import sys

from reportgen.cli import (  # noqa: F401  their commands register themselves
    making,
    querying,
    reviewing,
    serving,
    sharing,
    teaching,
)
from reportgen.cli.root import app

# isort: split
from reportgen.cli import (  # noqa: F401  the reviewers' commands stand last in the help
    comparing,
    publishing,
    reasoning,
    self_audit,
    tracing,
    varying,
)


def run() -> None:
    """The entry of the program; a terminal that lacks a character shows ``?`` for it."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="replace")
    app(prog_name="reportgen")
