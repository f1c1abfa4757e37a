"""Every estimate that the text prints can be looked up in a figure or a table, itself or what it comes from.

A growth rate, a share, a rank is supported by a figure of the level that it is computed from, in the same
year; a number of all provinces by a figure of each province. What needs no figure: published statistics,
assumptions and context facts, whose source the appendix names; the appendices, which explain the method; a
difference in percentage points, which is no number of its own.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from reportgen.document.document import Document
from reportgen.document.lint.prose import numbers
from reportgen.facts.address import Address
from reportgen.facts.reader import Use
from reportgen.facts.status import Status
from reportgen.text.blocks import Table
from reportgen.text.lint.finding import UNSUPPORTED, Finding

_APPENDIX = "附录"
_WITH_DIGITS = re.compile(r"\d(?!.*个百分点)")
_EACH = re.compile(r"^(?:national\.(?P<plural>\w+)s|(?P<kind>\w+)\.(?:all|each_\w+))$")
_SHOWN = 8
Level = tuple[str, str, int | None]


def unsupported(document: Document, accepted: Iterable[str]) -> tuple[list[Finding], set[str]]:
    """A finding for each metric with such numbers, and the accepted names that were needed.

    Args:
        document: the paper.
        accepted: names that need no figure: ``带动就业.制造业``, or a metric ``带动就业``.
    """
    names = set(accepted)
    needed: set[str] = set()
    found: dict[str, dict[str, Use]] = defaultdict(dict)
    for use in _alone(document):
        metric, _, scope = document.facts.vocabulary.chinese(use.address).partition("[")[0].partition(".")
        using = names & {metric, f"{metric}.{scope}"}
        needed |= using
        if not using:
            found[metric].setdefault(scope, use)
    return [_finding(metric, uses) for metric, uses in found.items()], needed


def quantities(document: Document) -> set[str]:
    """The names, 指标 and 指标.范围, of everything that the paper prints."""
    chinese = document.facts.vocabulary.chinese
    full = {chinese(use.address).partition("[")[0] for use in document.uses if use.printed}
    return full | {name.partition(".")[0] for name in full}


def _alone(document: Document) -> Iterator[Use]:
    """The uses in the text whose number no figure or table holds; of a number and its level only the level."""
    inputs, shown = _inputs(document), set(_shown(document))
    printed = [use for use in _estimates(document) if inputs[use.address.metric] - {use.address.metric}]
    missing = {use.address for use in printed if not _supported(use.address, shown, inputs)}
    lacking = {(address.metric, address.scope) for address in missing}
    for use in printed:
        levels = inputs[use.address.metric] - {use.address.metric}
        if use.address in missing and not lacking & {(level, use.address.scope) for level in levels}:
            yield use


def _estimates(document: Document) -> Iterator[Use]:
    """The uses that print an estimate in the text, the appendices excepted."""
    chapters = (chapter for chapter in document.chapters if chapter.kind != _APPENDIX)
    files = {line.file for chapter in chapters for line in chapter.source.lines}
    for use in document.uses:
        if use.place.rpartition(":")[0] in files and _WITH_DIGITS.search(use.printed):
            known = use.address.metric in document.origins
            if known and document.facts.get(use.address).status is not Status.实际:
                yield use


def _shown(document: Document) -> Iterator[Level]:
    for use in document.uses:
        if use.place in document.figures and use.printed:
            yield from _levels(use.address)
    for chapter in document.chapters:
        for block in chapter.blocks:
            if isinstance(block, Table):
                for row in block.rows:
                    for number in (one for cell in row for one in numbers(cell)):
                        yield from (level for address in number.addresses for level in _levels(address))


def _levels(address: Address) -> Iterator[Level]:
    for year in address.years or (None,):
        yield address.metric, address.scope, year


def _inputs(document: Document) -> dict[str, set[str]]:
    """For each metric those that it is computed from in one step, itself among them, by English name."""
    english = {name.chinese: name.english for name in document.facts.vocabulary.metrics.values()}
    return {
        metric: {metric, *(english[one] for one in origin.inputs if one in english)}
        for metric, origin in document.origins.items()
    }


def _supported(address: Address, shown: set[Level], inputs: dict[str, set[str]]) -> bool:
    year = address.years[-1] if address.years else None
    metrics = inputs[address.metric]
    each = _EACH.match(address.scope)
    if not each:
        return any((metric, address.scope, year) in shown for metric in metrics)
    kind = f"{each['plural'] or each['kind']}."
    return any(metric in metrics and scope.startswith(kind) and at == year for metric, scope, at in shown)


def _finding(metric: str, uses: dict[str, Use]) -> Finding:
    first = next(iter(uses.values()))
    file, _, line = first.place.rpartition(":")
    scopes = "，".join([*uses][:_SHOWN]) + (f"等{len(uses)}个" if len(uses) > _SHOWN else "")
    return Finding(
        UNSUPPORTED,
        file,
        int(line),
        1,
        first.printed,
        f"{metric}（{scopes}）在正文中印出，图和表中都没有",
        f"配图或列表；不需要的，在段前写 {{# 准：{metric}.{next(iter(uses))}（理由） #}}",
    )
