"""What the words of a paragraph rest on beyond its own lines: the conditions around it, the values it names.

A paragraph may compare a number that an earlier line put into a variable, or stand between the tags of an
``{% if %}`` or ``{% for %}`` that begins and ends elsewhere. Whoever signs the paragraph has judged these
lines with it. They are found in the syntax tree of the template; nothing is run.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from jinja2 import nodes

from reportgen.text.source import Source
from reportgen.text.syntax import parsed

_TARGETS = (nodes.Name, nodes.NSRef)


class _Tag(NamedTuple):
    """A statement: its lines and the names that it reads."""

    lines: frozenset[int]
    names: frozenset[str]


class _Word(NamedTuple):
    """Something printed or read: its lines, the name read or ``""``, the tags around it."""

    lines: frozenset[int]
    name: str
    around: tuple[_Tag, ...]


class _Definition(NamedTuple):
    """What gives a name its value; ``whole`` when nothing set before it counts any longer."""

    name: str
    tags: tuple[_Tag, ...]
    line: int
    whole: bool


class Premises:
    """The lines of one chapter that each paragraph rests on.

    Args:
        source: the chapter as it is printed.

    Raises:
        ChapterError: it is no template.
    """

    def __init__(self, source: Source) -> None:
        self._definitions: list[_Definition] = []
        self._words: list[_Word] = []
        self._each(parsed(source).body, ())

    def lines(self, own: frozenset[int]) -> frozenset[int]:
        """The lines of a paragraph together with those it rests on.

        Of a variable only the value that reaches the paragraph counts: from the last ``{% set %}`` above
        it that no condition surrounds.
        """
        found = set(own)
        waiting: list[tuple[str, int]] = []
        for word in self._words:
            here = word.lines & own
            if here:
                waiting.append((word.name, self._set_until(max(here))))
                waiting += self._read(word.around, found)
        known: set[tuple[str, int]] = set()
        while waiting:
            wanted = waiting.pop()
            if wanted not in known:
                known.add(wanted)
                for index in self._reaching(*wanted):
                    waiting += self._read(self._definitions[index].tags, found, index)
        return frozenset(found)

    def _set_until(self, line: int) -> int:
        """How many definitions stand up to the end of a line."""
        return sum(one.line <= line for one in self._definitions)

    def _read(
        self, tags: Iterable[_Tag], found: set[int], before: int | None = None
    ) -> list[tuple[str, int]]:
        """Add the lines of tags to those found; the names read there, with the definitions that count."""
        names = []
        for tag in tags:
            found |= tag.lines
            until = self._set_until(max(tag.lines)) if before is None else before
            names += [(name, until) for name in tag.names]
        return names

    def _reaching(self, name: str, until: int) -> Iterator[int]:
        for index in reversed(range(until)):
            if self._definitions[index].name == name:
                yield index
                if self._definitions[index].whole:
                    return

    def _each(self, children: Iterable[nodes.Node | None], around: tuple[_Tag, ...]) -> None:
        for child in children:
            if isinstance(child, nodes.If):
                self._branches(child, around)
            elif isinstance(child, nodes.For):
                self._loop(child, around)
            elif child is not None:
                self._define(child, around)
                self._note(child, around)
                self._each(child.iter_child_nodes(), around)

    def _branches(self, node: nodes.If, around: tuple[_Tag, ...]) -> None:
        around = (*around, _tag(node, node.test))
        self._each([node.test], around)
        self._each(node.body, around)
        for branch in node.elif_:
            self._branches(branch, around)
            around = (*around, _tag(branch, branch.test))
        self._each(node.else_, around)

    def _loop(self, node: nodes.For, around: tuple[_Tag, ...]) -> None:
        around = (*around, _tag(node, *(part for part in (node.iter, node.test) if part is not None)))
        self._each([node.iter, node.test, *node.body, *node.else_], around)

    def _define(self, node: nodes.Node, around: tuple[_Tag, ...]) -> None:
        if isinstance(node, nodes.Macro):
            names = [(node.name, True)]
        elif isinstance(node, nodes.Assign | nodes.AssignBlock):
            targets = [node.target, *node.target.find_all(_TARGETS)]
            names = [(one.name, isinstance(one, nodes.Name)) for one in targets if isinstance(one, _TARGETS)]
        else:
            return
        tags = (*around, _tag(node, node))
        self._definitions += [
            _Definition(name, tags, node.lineno, whole and not around) for name, whole in names
        ]

    def _note(self, node: nodes.Node, around: tuple[_Tag, ...]) -> None:
        if isinstance(node, nodes.Name) and node.ctx == "load":
            self._words.append(_Word(frozenset({node.lineno}), node.name, around))
        elif isinstance(node, nodes.TemplateData):
            texts = enumerate(node.data.split("\n"), start=node.lineno)
            self._words.append(_Word(frozenset(line for line, text in texts if text.strip()), "", around))


def _tag(statement: nodes.Node, *parts: nodes.Node) -> _Tag:
    inside = [one for part in parts for one in (part, *part.find_all(nodes.Node))]
    names = {one.name for one in inside if isinstance(one, nodes.Name) and one.ctx == "load"}
    numbered = {one.lineno for one in inside if one.lineno is not None}  # operators of comparisons have none
    return _Tag(frozenset({statement.lineno, *numbered}), frozenset(names))
