"""What keeps made things between runs, as the modules here see it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import Any, Protocol

_KEY_LENGTH = 32


class Keeper(Protocol):
    """Finds and keeps values by kind and key."""

    def find(self, kind: str, key: str) -> Any | None:
        """The kept value, or None."""

    def keep(self, kind: str, key: str, value: object) -> None:
        """Keep a value."""


class NoKeeper:
    """Keeps nothing."""

    def find(self, kind: str, key: str) -> None:
        """Never anything."""

    def keep(self, kind: str, key: str, value: object) -> None:
        """Not at all."""


def key_of_texts(texts: Iterable[str]) -> str:
    """A key that differs when any of the texts does."""
    digest = hashlib.sha256()
    for text in texts:
        content = text.encode()
        digest.update(b"%d:%b" % (len(content), content))
    return digest.hexdigest()[:_KEY_LENGTH]
