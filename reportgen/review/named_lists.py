"""Lists of provinces, sections or zones that a text names: ``广东、江苏（1.20万亿元）和浙江``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from reportgen.facts.address import Vocabulary

_KINDS = ("province", "sector", "zone")
_BETWEEN = r"(?:、|，|和|及|以及)"
_NUMBER = r"(?:（[^（）]*）)?"
_CLAUSE = re.compile(r"[^。；，：！？]*$")
_MOST = 16  # characters


class NamedList(NamedTuple):
    """One list: the words of its clause before it, and its members by their English scopes, in their order."""

    words: str
    members: tuple[str, ...]


class NamedLists:
    """Finds the lists of two names and more in a text."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        scopes = [scope for kind in _KINDS for scope in vocabulary.scopes_of_kind(kind)]
        self._scope_of = {vocabulary.scope_name(scope): scope for scope in scopes}
        # Names of sections hold 、 and 和 themselves, so that the longest name must be tried first.
        name = "|".join(re.escape(one) for one in sorted(self._scope_of, key=len, reverse=True))
        self._name = re.compile(name)
        self._list = re.compile(rf"(?:{name}){_NUMBER}(?:{_BETWEEN}(?:{name}){_NUMBER})+") if name else None

    def of(self, text: str) -> Iterator[NamedList]:
        """The lists of a text in their order."""
        for found in self._list.finditer(text) if self._list else ():
            clause = _CLAUSE.search(text[: found.start()])
            names = self._name.findall(re.sub(r"（[^（）]*）", "", found[0]))
            words = clause[0][-_MOST:] if clause else ""
            yield NamedList(words, tuple(self._scope_of[name] for name in names))
