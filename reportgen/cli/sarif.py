"""What was checked in SARIF 2.1.0, the format that editors and CI read."""

from __future__ import annotations

import json
import re
from pathlib import Path
from urllib.parse import quote

from reportgen.linting import Checked
from reportgen.project.folders import Project
from reportgen.review.check_lines import CheckLine
from reportgen.text.lint.finding import RULES, Finding, Rule, Severity

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {Severity.错误: "error", Severity.提醒: "warning"}
_CHECK = Rule("check", "检查项", "统计表、参数、恒等式、图和正文的各项检查都成立")
_LISTED = (*RULES, _CHECK)
_PLACE = re.compile(r"^(?P<file>[^:：\s]+\.(?:md|yaml|py|csv))(?::(?P<line>\d+))?")


def as_sarif(checked: Checked, project: Project) -> str:
    """Findings, and checks that do not hold; paths are relative to the project."""
    failed = [_failure(line, project) for line in checked.lines if not line.passed or line.reminder]
    driver = {"name": "reportgen", "rules": [_rule(rule) for rule in _LISTED]}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": failed + [_result(one, project) for one in checked.findings],
    }
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2)


def _rule(rule: Rule) -> dict:
    return {
        "id": rule.id,
        "name": rule.name,
        "shortDescription": {"text": rule.name},
        "fullDescription": {"text": rule.about},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def _result(one: Finding, project: Project) -> dict:
    region = {"startLine": one.line, "startColumn": one.column}
    text = f"{one.rule.name}“{one.words}”：{one.problem}。怎么办：{one.proposal}"
    return _message(one.rule, one.rule.severity, text) | _location(_path(one.file, project), region)


def _failure(line: CheckLine, project: Project) -> dict:
    severity = Severity.提醒 if line.reminder else Severity.错误
    result = _message(_CHECK, severity, f"{line.place}：{line.text}" if line.place else line.text)
    place = _PLACE.match(line.place)
    path = _path(place["file"], project) if place else ""
    if not path:
        return result
    return result | _location(path, {"startLine": int(place["line"])} if place["line"] else {})


def _message(rule: Rule, severity: Severity, text: str) -> dict:
    """The result without its place; single braces would stand for arguments, so SARIF wants them doubled."""
    return {
        "ruleId": rule.id,
        "ruleIndex": _LISTED.index(rule),
        "level": _LEVELS[severity],
        "message": {"text": text.replace("{", "{{").replace("}", "}}")},
    }


def _location(path: str, region: dict) -> dict:
    physical = {"artifactLocation": {"uri": quote(path)}} | ({"region": region} if region else {})
    return {"locations": [{"physicalLocation": physical}]}


def _path(file: str, project: Project) -> str:
    """The file of a place, relative to the project; ``""`` when no such file is known."""
    candidates = [
        Path(file),
        project.root / file,
        project.chapter_file(file),
        project.content / "editions" / file,
        project.figures / file,
    ]
    for path in candidates:
        if path.is_absolute() and path.is_file() and path.is_relative_to(project.root):
            return path.relative_to(project.root).as_posix()
    return ""
