"""What was checked, as lines for people and as JSON for programs."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import NamedTuple

from reportgen.linting import Checked
from reportgen.text.lint.finding import Finding, Severity


class ReportLine(NamedTuple):
    """One line for people: its text, whether it belongs on stderr, and what stays the same when lines move."""

    text: str
    wrong: bool
    key: tuple[str, ...]


def report_lines(checked: Checked, passed_too: bool) -> Iterator[ReportLine]:
    """A line for each check and each finding; the checks that hold only when wanted."""
    for line in checked.lines:
        if passed_too or line.reminder or not line.passed:
            yield ReportLine(line.shown, line.reminder or not line.passed, (line.shown,))
    for one in checked.findings:
        yield ReportLine(_shown(one), True, (one.rule.id, one.file, one.words, one.problem))


def verdict(checked: Checked) -> str:
    """``检查 65 项，全部通过；文字有 2 处错误，提醒 1 条``."""
    count = sum(not line.reminder for line in checked.lines)
    failed = len(checked.failures)
    parts = f"检查 {count} 项，" + (f"{failed} 项不通过" if failed else "全部通过")
    if checked.errors:
        parts += f"；文字有 {len(checked.errors)} 处错误"
    return parts + (f"，提醒 {checked.reminders} 条" if checked.reminders else "")


def as_json(checked: Checked, year: int) -> str:
    """Everything checked, under the names of the fields of lines and findings."""
    content = {
        "edition": year,
        "passed": checked.passed,
        "checks": [
            {"place": line.place, "text": line.text, "passed": line.passed, "reminder": line.reminder}
            for line in checked.lines
        ],
        "findings": [
            {
                "rule": one.rule.id,
                "name": one.rule.name,
                "severity": str(one.rule.severity),
                "file": one.file,
                "line": one.line,
                "column": one.column,
                "words": one.words,
                "problem": one.problem,
                "proposal": one.proposal,
            }
            for one in checked.findings
        ],
    }
    return json.dumps(content, ensure_ascii=False, indent=2)


def _shown(one: Finding) -> str:
    head = "提醒：" if one.rule.severity is Severity.提醒 else "错误  "
    words = " ".join(one.words.split())
    return f"{head}{one.place}：{one.rule.name}“{words}”，{one.problem}　怎么办：{one.proposal}"
