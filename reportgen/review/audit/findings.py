"""What an audit found, for people: contradictions, numbers that are not what the record says, revisions."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from reportgen.document.read_back import Lost
from reportgen.facts.spreadsheet import safe_cell
from reportgen.review.audit.contradiction import Contradiction
from reportgen.review.audit.statement import Statement

COLUMNS = ("类别", "规则", "说明", "编号", "所在")


class Kind(StrEnum):
    """What a finding is; the first two are wrong, the others are for the reader to judge."""

    不符 = "与记录不符"
    矛盾 = "矛盾"
    存疑 = "存疑"
    修订 = "与上版不同"


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding: its kind and rule, the arithmetic, and the figures it takes with their places."""

    kind: Kind
    rule: str
    words: str
    ids: tuple[str, ...] = ()
    places: tuple[str, ...] = ()

    @property
    def wrong(self) -> bool:
        """Whether a paper with it must not go out."""
        return self.kind in (Kind.不符, Kind.矛盾)

    @property
    def placed(self) -> list[tuple[str, str]]:
        """Each figure with its place."""
        return list(zip(self.ids, self.places, strict=True))


def contradiction_findings(
    found: Iterable[Contradiction], statements: Mapping[str, Statement]
) -> list[Finding]:
    """Contradictions with the places of their figures; likely misprints are named."""
    return [
        Finding(
            Kind.矛盾 if one.certain else Kind.存疑,
            one.rule,
            one.arithmetic + (f"；{'、'.join(one.suspects)}疑为误印" if one.suspects else ""),
            one.ids,
            tuple(f"{statements[id].printed}　{statements[id].place}" for id in one.ids),
        )
        for one in found
    ]


def lost_findings(lost: Iterable[Lost]) -> list[Finding]:
    """What a file does not hold as the record says, or holds without it."""
    return [
        Finding(
            Kind.不符,
            "印出的数与记录相符" if one.found else "各段都在文件中",
            f"{one.where}：{one.words}"
            if one.found
            else f"{one.where}：文件中没有这样一段“{one.words[:60]}”",
        )
        for one in lost
    ]


def revisions(before: Iterable[Contradiction], edition: int) -> list[Finding]:
    """Figures that the last edition printed differently."""
    return [Finding(Kind.修订, f"与{edition}年版印出的数", one.arithmetic) for one in before]


def findings_csv(findings: Iterable[Finding]) -> str:
    """CSV text, one finding a row, safe for spreadsheet programs."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    for one in findings:
        cells = (one.kind.value, one.rule, one.words, "、".join(one.ids), "；".join(one.places))
        writer.writerow(map(safe_cell, cells))
    return text.getvalue()


def by_rule(findings: Sequence[Finding]) -> dict[tuple[Kind, str], list[Finding]]:
    """The findings by kind and rule, what is wrong first."""
    order = list(Kind)
    groups: dict[tuple[Kind, str], list[Finding]] = {}
    for one in sorted(findings, key=lambda one: order.index(one.kind)):
        groups.setdefault((one.kind, one.rule), []).append(one)
    return groups


def finding_lines(findings: Sequence[Finding]) -> list[str]:
    """The findings as lines of text, by rule, each with its places."""
    lines = []
    for (kind, rule), group in by_rule(findings).items():
        lines.append(f"【{kind.value}】{rule}（{len(group)} 处）")
        for one in group:
            lines.append(f"  {one.words}")
            lines += [f"    {id}　{place}" for id, place in one.placed]
    return lines


def verdict(findings: Sequence[Finding]) -> str:
    """The count of each kind in one line."""
    counted = {kind: sum(one.kind is kind for one in findings) for kind in Kind}
    found = [f"{kind.value} {count} 处" for kind, count in counted.items() if count]
    return "，".join(found) if found else "没有发现矛盾"
