"""A git repository in a folder, for tests of what is read from earlier revisions."""

from __future__ import annotations

import subprocess
from pathlib import Path

_WHO = ("-c", "user.name=甲", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")


def git(folder: Path, *arguments: str) -> str:
    """What git answers in a folder."""
    done = subprocess.run(["git", "-C", str(folder), *_WHO, *arguments], capture_output=True, check=True)
    return done.stdout.decode().strip()


def commit(folder: Path, tag: str) -> str:
    """Commit everything in a folder, made a repository when it is none, under a tag; the commit."""
    if not (folder / ".git").exists():
        git(folder, "init", "--quiet", "--initial-branch=main")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", tag)
    git(folder, "tag", tag)
    return git(folder, "rev-parse", "HEAD")
