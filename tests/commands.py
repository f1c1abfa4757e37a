"""What people do in a project: run a command, change some words of a file."""

from __future__ import annotations

from pathlib import Path

from typer.testing import CliRunner, Result

from reportgen.cli.app import app


def run(project: Path, *arguments: str) -> Result:
    """What the command says, and its exit code."""
    return CliRunner().invoke(app, ["--project", str(project), *arguments], prog_name="reportgen")


def edit(path: Path, old: str, new: str) -> None:
    """Exchange words that the file has."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
