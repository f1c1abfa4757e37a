"""All rules on the written paper."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from reportgen.document.document import Document
from reportgen.document.lint.precision import precisions
from reportgen.document.lint.prose import inlines, printed
from reportgen.document.lint.support import quantities, unsupported
from reportgen.document.lint.wording import units, wording
from reportgen.text.blocks import Figure, FigureReference
from reportgen.text.lint.finding import UNMENTIONED, Finding


@dataclass(frozen=True)
class PaperLint:
    """What the lint found in the written paper.

    Attributes:
        findings: those not allowed.
        used: the allowed words that covered something, or name a quantity that this edition does not print.
    """

    findings: tuple[Finding, ...]
    used: frozenset[str]


def lint_paper(document: Document, allowed: Collection[str]) -> PaperLint:
    """Everything that only the written paper shows.

    Args:
        document: the paper.
        allowed: the words of all allowances in its chapters.
    """
    findings, used = unsupported(document, allowed)
    named = [*precisions(document), *((one.words, one) for one in _plain(document))]
    used |= {name for name, _ in named if name in allowed}
    findings += [finding for name, finding in named if name not in allowed]
    metrics = {name.chinese for name in document.facts.vocabulary.metrics.values()}
    present = quantities(document)
    absent = {one for one in allowed if one.partition(".")[0] in metrics and one not in present}
    return PaperLint(tuple(dict.fromkeys(findings)), frozenset(used | absent))


def _plain(document: Document) -> Iterator[Finding]:
    mentioned: set[str] = set()
    for part in printed(document):
        yield from wording(part)
        yield from units(part, document.facts)
        mentioned |= {one.name for one in inlines(part.content) if isinstance(one, FigureReference)}
    yield from _unmentioned(document, mentioned)


def _unmentioned(document: Document, mentioned: set[str]) -> Iterator[Finding]:
    for chapter in document.chapters:
        for block in chapter.blocks:
            if isinstance(block, Figure) and block.name not in mentioned:
                line = chapter.source.line(block.line)
                problem = f"图{block.number}“{block.name}”放在这里，文中没有一处提到它"
                remedy = f'在前面的段落里写 如{{{{ 图("{block.name}") }}}}所示'
                yield Finding(UNMENTIONED, line.file, line.number, 1, block.name, problem, remedy)
