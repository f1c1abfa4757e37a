"""The entry of the program: ``reportgen``, and ``python -m reportgen.cli``."""

from __future__ import annotations

import signal


def run() -> None:
    """Load the commands and run the one that is asked for; Ctrl-C while they load ends it at once and quietly."""
    handler = signal.getsignal(signal.SIGINT)
    if handler is signal.default_int_handler:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    from reportgen.cli.app import run as run_command

    signal.signal(signal.SIGINT, handler)
    run_command()


if __name__ == "__main__":
    run()
