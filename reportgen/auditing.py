"""The audit: a finished paper read back and tested against itself, or a published table of figures."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from reportgen import stages
from reportgen.document.document import Document
from reportgen.document.read_back import ReadBack
from reportgen.errors import EditionError
from reportgen.facts.address import Vocabulary
from reportgen.facts.context import METRIC
from reportgen.facts.reader import Reader
from reportgen.project.files import replace_files
from reportgen.project.folders import Project
from reportgen.review.audit.contradictions import audit, contradictions
from reportgen.review.audit.findings import (
    Finding,
    by_rule,
    contradiction_findings,
    findings_csv,
    lost_findings,
    revisions,
    verdict,
)
from reportgen.review.audit.knowledge import Knowledge
from reportgen.review.audit.published_names import check_names
from reportgen.review.audit.readings import statements_read
from reportgen.review.audit.rules.equal import equal_figures
from reportgen.review.audit.statement import Statement, statements_of
from reportgen.review.published import read_published

Progress = Callable[[int, int, str], None]
_FACTS, _PDF, _HTML = "facts.csv", "report.pdf", "report.html"


@dataclass(frozen=True)
class Audited:
    """What an audit gave: what was read, what was found, and the files it wrote."""

    read: str
    findings: list[Finding]
    paths: list[Path]

    @property
    def passed(self) -> bool:
        """Whether nothing is wrong; doubts and revisions do not count."""
        return not any(one.wrong for one in self.findings)


def audit_paper(project: Project, year: int, progress: Progress) -> Audited:
    """Read the finished PDF and HTML of an edition back and test their numbers.

    Raises:
        EditionError: the files are missing, or were made from other numbers.
        ContentError: the edition cannot be written.
    """
    from reportgen.render.read_back.html import read_beside, read_html
    from reportgen.render.read_back.pdf import read_pdf

    progress(1, 3, "成文")
    document = _document(project, year)
    files = _finished(project, year, document)
    progress(2, 3, "读回 PDF 与网页")
    page = files[_HTML].decode()
    reads = {
        "PDF-": read_pdf(files[_PDF], document),
        "网页-": read_html(page, document),
        "数据-": read_beside(page, document),
    }
    progress(3, 3, "核对")
    statements, findings = tested(reads, document)
    findings += _since_last(project, year, [one for one in statements if one.id.startswith("PDF-")])
    counted = [f"{one} {len(reads[name].numbers)} 个数" for one, name in ((_PDF, "PDF-"), (_HTML, "网页-"))]
    read = f"读回 {'、'.join(counted)}，图的数据与数字来历 {len(reads['数据-'].numbers)} 个数"
    return _written(project, f"{year} 年版的核对", read, findings, project.build(year) / "audit")


def audit_table(project: Project, year: int, path: Path, progress: Progress) -> Audited:
    """Test a published table of figures; the rows are named by their ids.

    Args:
        project, year: where the vocabulary is, and the edition among whose files the result is written.
        path: a table as ``content/published/2022.csv``.
        progress: told of each step.

    Raises:
        DataError, AddressError, ManyErrors: a row of the table is wrong.
    """
    progress(1, 1, "核对")
    vocabulary = Vocabulary.read(project.names)
    rows = read_published(path)
    check_names(rows, vocabulary)
    statements = {one.id: one for one in statements_of(rows)}
    findings = contradiction_findings(contradictions(rows, vocabulary), statements)
    read = f"{path.name}：{len(rows)} 行，其中有数值的 {len(statements)} 行"
    target = project.build(year) / f"audit-{path.stem}"
    return _written(project, f"{path.name} 的核对", read, findings, target)


def tested(reads: dict[str, ReadBack], document: Document) -> tuple[list[Statement], list[Finding]]:
    """Each file against the record and by every rule, then all together: the same quantity is the same.

    Args:
        reads: what was read from each file, by the prefix of its ids.
        document: what was printed.

    Returns:
        All statements, and what is wrong or doubtful.
    """
    vocabulary, every, findings = document.facts.vocabulary, [], []
    within: set[frozenset[str]] = set()
    for prefix, read in reads.items():
        statements, wrong = statements_read(read.numbers, document.facts, prefix)
        findings += lost_findings([*read.lost, *wrong])
        found = audit(statements, vocabulary)
        within |= {frozenset(one.ids) for one in found}
        findings += contradiction_findings(found, {one.id: one for one in statements})
        every += statements
    across = [one for one in equal_figures(Knowledge(every, vocabulary)) if frozenset(one.ids) not in within]
    return every, findings + contradiction_findings(across, {one.id: one for one in every})


def _document(project: Project, year: int) -> Document:
    prepared = stages.prepare(project, year)
    reader = Reader(prepared.facts, prepared.calendar)
    return stages.write(project, prepared, reader, stages.draw(project, prepared, reader))


def _finished(project: Project, year: int, document: Document) -> dict[str, bytes]:
    """The finished files, as long as they are those of these facts."""
    folder, remedy = project.build(year), f"先运行 reportgen build --edition {year}"
    for name in (_PDF, _HTML, _FACTS):
        if not (folder / name).is_file():
            raise EditionError(f"{year} 年版还没有生成", place=str(folder / name), remedy=remedy)
    files = {name: (folder / name).read_bytes() for name in (_PDF, _HTML, _FACTS)}
    if files[_FACTS] != document.facts.to_csv().encode():
        raise EditionError("生成之后数据、参数或程序又有改动", place=str(folder / _FACTS), remedy=remedy)
    return files


def _since_last(project: Project, year: int, statements: Sequence[Statement]) -> list[Finding]:
    """What the edition before printed differently, where its files are there; its forecasts are no such thing."""
    from reportgen.render.read_back.pdf import read_pdf

    earlier = [one for one in project.editions() if one < year]
    if not earlier or not (project.build(earlier[-1]) / _PDF).is_file():
        return []
    last = _document(project, earlier[-1])
    content = _finished(project, earlier[-1], last)[_PDF]
    before, _ = statements_read(read_pdf(content, last).numbers, last.facts, f"{earlier[-1]}-")
    then, now = ([one for one in side if _is_past(one, last)] for side in (before, statements))
    both = equal_figures(Knowledge([*then, *now], last.facts.vocabulary))
    own = {one.id for one in now}
    return revisions([one for one in both if 0 < len(own.intersection(one.ids)) < len(one.ids)], earlier[-1])


def _is_past(one: Statement, last: Document) -> bool:
    """Whether it speaks of years with statistics in the last edition, and of the paper's own figures."""
    return (
        one.address.metric != METRIC
        and bool(one.address.years)
        and one.address.years[-1] <= last.reference_year
    )


def _written(project: Project, title: str, read: str, findings: list[Finding], target: Path) -> Audited:
    """The findings as a table and as a page for reviewers."""
    from reportgen.render.review_page import review_page

    page = review_page(
        project.templates,
        "audit",
        title=title,
        read=read,
        verdict=verdict(findings),
        groups=by_rule(findings),
    )
    paths = [target.with_name(f"{target.name}.{suffix}") for suffix in ("csv", "html")]
    texts = findings_csv(findings), page
    replace_files({path: text.encode() for path, text in zip(paths, texts, strict=True)})
    return Audited(read, findings, paths)
