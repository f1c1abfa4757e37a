"""Keeps made things in memory, in front of the cache on the disk."""

from __future__ import annotations

from typing import Any

from reportgen.document.keeper import Keeper


class Memory:
    """A keeper that answers from memory what it has given or been given before.

    Args:
        behind: asked for what is not in memory; keeps everything too.
        most: so many values are remembered, those used longest ago are forgotten first.
    """

    def __init__(self, behind: Keeper, most: int = 400) -> None:
        self._behind, self._most = behind, most
        self._values: dict[tuple[str, str], Any] = {}

    def find(self, kind: str, key: str) -> Any | None:
        """The kept value, the same object every time while it is remembered; or None."""
        value = self._values.pop((kind, key), None)
        if value is None:
            value = self._behind.find(kind, key)
        if value is not None:
            self._remember(kind, key, value)
        return value

    def keep(self, kind: str, key: str, value: object) -> None:
        """Keep a value, here and behind."""
        self._remember(kind, key, value)
        self._behind.keep(kind, key, value)

    def _remember(self, kind: str, key: str, value: object) -> None:
        self._values[kind, key] = value
        while len(self._values) > self._most:
            del self._values[next(iter(self._values))]
