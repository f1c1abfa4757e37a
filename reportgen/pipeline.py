"""The program in numbered steps: what each command does, from the tables to the finished files.

Everything is computed and checked before anything is written; files are then replaced one by one, each
atomically, so that a failed build leaves the last good report as it was.
"""

from __future__ import annotations

import datetime
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from reportgen.errors import AddressError, ContentError, ManyErrors, ParameterError
from reportgen.facts.address import Calendar, Vocabulary
from reportgen.facts.fact import FactTable
from reportgen.facts.reader import Reader
from reportgen.project.edition import Edition
from reportgen.project.files import replace_files
from reportgen.project.folders import Project

Progress = Callable[[int, int, str], None]


@dataclass(frozen=True)
class BuildResult:
    """The files of a build, warnings for people, and how long it took."""

    pdf: Path
    html: Path
    facts: Path
    warnings: list[str]
    seconds: float


@dataclass(frozen=True)
class CheckLine:
    """One thing that was checked: where, what, and whether it holds."""

    place: str
    text: str
    passed: bool


@dataclass(frozen=True)
class CalibrationSummary:
    """What a calibration says and the files it wrote."""

    text: str
    files: list[Path]


@dataclass(frozen=True)
class ReconciliationSummary:
    """What a reconciliation says and the file it wrote."""

    text: str
    path: Path


def build(project: Project, year: int, progress: Progress) -> BuildResult:
    """Make the whole paper of one edition.

    Raises:
        ContentError: something people supplied is wrong; nothing has been written.
    """
    started = time.perf_counter()
    from reportgen.render.system import check_system_libraries

    check_system_libraries()
    progress(1, 6, "读取数据与参数")
    edition, ingredients, vocabulary = _inputs(project, year)
    progress(2, 6, "测算并核对恒等式")
    facts = _estimate(ingredients, vocabulary).facts
    progress(3, 6, "绘图")
    reader = Reader(facts, Calendar.of(edition))
    drawings = _draw(project, edition, reader)
    progress(4, 6, "成文")
    from reportgen.document.assemble import assemble

    document = assemble(edition, project.chapters, drawings, reader)
    progress(5, 6, "排版")
    from reportgen.render.html import render_html
    from reportgen.render.pdf import render_pdf

    html = render_html(document, project.templates)
    pdf = render_pdf(document, project.templates)
    progress(6, 6, "写出")
    folder = project.build(year)
    paths = {name: folder / name for name in ("report.pdf", "report.html", "facts.csv")}
    replace_files(dict(zip(paths.values(), (pdf, html.encode(), facts.to_csv().encode()), strict=True)))
    return BuildResult(
        paths["report.pdf"], paths["report.html"], paths["facts.csv"], [], time.perf_counter() - started
    )


def check(project: Project, year: int, progress: Progress) -> list[CheckLine]:
    """Check data, parameters, identities, figures and text of an edition without laying out pages.

    Raises:
        ContentError: a file cannot be read at all, so that nothing after it can be checked.
    """
    progress(1, 4, "检查统计表")
    from reportgen.data.ingredients import verify_data

    edition = project.edition(year)
    lines = [
        CheckLine(result.table, _measured(result), result.passed) for result in verify_data(project, edition)
    ]
    if not all(line.passed for line in lines):
        return lines
    progress(2, 4, "检查参数与测算")
    _, ingredients, vocabulary = _inputs(project, year)
    estimate = _estimate(ingredients, vocabulary)
    lines += [
        CheckLine("恒等式", f"{one.name}（相对残差 {one.residual:.1e}）", True) for one in estimate.checks
    ]
    progress(3, 4, "检查图")
    reader = Reader(estimate.facts, Calendar.of(edition))
    try:
        drawings = _draw(project, edition, reader)
        progress(4, 4, "检查正文")
        from reportgen.document.assemble import assemble

        assemble(edition, project.chapters, drawings, reader)
    except ContentError as error:
        return lines + _failures(error)
    return [*lines, CheckLine("图与正文", f"{len(drawings)} 幅图、{len(edition.chapters)} 章均可成文", True)]


def facts(project: Project, year: int) -> FactTable:
    """All facts of an edition."""
    _, ingredients, vocabulary = _inputs(project, year)
    return _estimate(ingredients, vocabulary).facts


def trace(project: Project, year: int, address: str) -> str:
    """Where a number comes from, down to file, line and column."""
    from reportgen.estimation.estimate import method
    from reportgen.facts.trace import Tracer

    edition, ingredients, vocabulary = _inputs(project, year)
    estimate = _estimate(ingredients, vocabulary)
    wanted = vocabulary.parse(address, Calendar.of(edition))
    if not wanted.years and wanted not in estimate.facts:
        raise AddressError(f"地址“{address}”没有年份", remedy=f"写成 {address}[{edition.reference_year}]")
    fact = estimate.facts.get(wanted)
    return "\n".join(Tracer(method(), ingredients, estimate.results, vocabulary).lines(fact))


def calibrate(project: Project, year: int, progress: Progress) -> CalibrationSummary:
    """Fit the coefficients of the edition's calibration plan and write them to their parameter file.

    Raises:
        ParameterError: the edition has no plan, or a target has no published value.
    """
    from reportgen.data.ingredients import load_ingredients
    from reportgen.experiments.calibration import calibrate as fitted
    from reportgen.experiments.parameter_file import dated, parameter_text, summary_text
    from reportgen.experiments.plan import CalibrationPlan
    from reportgen.project.yaml_file import read_model
    from reportgen.review.published import read_published, visible_values

    edition = project.edition(year)
    path = project.calibration / f"{year}.yaml"
    if not path.is_file():
        raise ParameterError(
            f"{year} 年版没有校准方案", place=str(path), remedy="该版沿用别版的参数；要另行校准，先写校准方案"
        )
    plan = read_model(path, CalibrationPlan, ParameterError)
    others = [name for name in edition.parameters if name != plan.writes]
    ingredients = load_ingredients(project, edition.model_copy(update={"parameters": others}))
    published = visible_values(read_published(project.published / plan.published))
    result = fitted(ingredients, plan, published, progress)
    target = project.parameters / plan.writes
    text = dated(lambda date: parameter_text(result, plan, year, date), target, datetime.date.today())
    replace_files({target: text.encode()})
    return CalibrationSummary(summary_text(result), [target])


def reconcile(
    project: Project, year: int, published: Path | None, progress: Progress
) -> ReconciliationSummary:
    """Set every published figure beside the computed one.

    Raises:
        ContentError: no published file for the edition, or a row of it is wrong.
    """
    from reportgen.review.published import read_published
    from reportgen.review.reasons import read_reasons
    from reportgen.review.reconciliation import reconcile as compared
    from reportgen.review.reconciliation import to_csv
    from reportgen.review.reconciliation_summary import summary

    progress(1, 3, "读取印出的数")
    rows = read_published(published or project.published / f"{year}.csv")
    reasons = read_reasons(project.published / "reasons.csv")
    progress(2, 3, "测算")
    edition, ingredients, vocabulary = _inputs(project, year)
    estimate = _estimate(ingredients, vocabulary)
    progress(3, 3, "对账")
    found = compared(rows, estimate.facts, Calendar.of(edition), reasons)
    path = project.build(year) / "reconcile.csv"
    replace_files({path: to_csv(found).encode()})
    return ReconciliationSummary(summary(found), path)


def _inputs(project: Project, year: int):
    """The edition, its ingredients and the vocabulary."""
    from reportgen.data.ingredients import load_ingredients

    edition: Edition = project.edition(year)
    return edition, load_ingredients(project, edition), Vocabulary.read(project.names)


def _estimate(ingredients, vocabulary: Vocabulary):
    from reportgen.estimation.estimate import estimate

    return estimate(ingredients, vocabulary)


def _draw(project: Project, edition: Edition, reader: Reader):
    """All figures of the edition, by name; errors of several figures are reported together."""
    from reportgen.charts.figure import load_figure, render_figure
    from reportgen.document.figure_list import figure_numbers

    names = figure_numbers(edition.figures, f"{edition.edition}.yaml")
    return {
        name: render_figure(load_figure(project.figures, name), reader, project.templates / "fonts")
        for name in names
    }


def _measured(result) -> str:
    if result.passed:
        return f"{result.name}：偏差 {result.residual:g} {result.unit}，容许 {result.tolerance:g}"
    return "；".join(str(error) for error in result.errors)


def _failures(error: ContentError) -> list[CheckLine]:
    found = error.errors if isinstance(error, ManyErrors) else (error,)
    return [
        CheckLine(one.place or "正文", one.problem + (f"　怎么办：{one.remedy}" if one.remedy else ""), False)
        for one in found
    ]
