"""``python -m reportgen.cli`` is the command ``reportgen``."""

from reportgen.cli.app import run

run()
