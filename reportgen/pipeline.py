"""The program in numbered steps: what each command does, from the tables to the finished files.

Everything is computed and checked before anything is written; files are then replaced one by one, each
atomically, so that a failed build leaves the last good report as it was.
"""

from __future__ import annotations

import datetime
import os
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from reportgen import stages
from reportgen.errors import ContentError, ParameterError, UsageError
from reportgen.facts.fact import FactTable
from reportgen.facts.reader import Reader
from reportgen.project.build_record import BuildRecord
from reportgen.project.files import remove_leftovers, replace_files
from reportgen.project.folders import Project
from reportgen.project.outcomes import PLACES, BuildResult, CalibrationSummary
from reportgen.project.turn import only_one
from reportgen.review.check_lines import CheckLine, failure_lines, reminder_lines

if TYPE_CHECKING:
    from reportgen.linting import Checked

Progress = Callable[[int, int, str], None]
FILES = ("report.pdf", "report.html", "report.xlsx", "facts.csv", PLACES)


def build(project: Project, year: int, progress: Progress) -> BuildResult:
    """Make the whole paper of one edition; where it stands already and nothing has changed, it is left as it is.

    Raises:
        ContentError: something people supplied is wrong; nothing has been written.
        UsageError: another process is making the same edition.
    """
    started = time.perf_counter()
    from reportgen.document.located import TRACE_PAGE
    from reportgen.render.system import check_system_libraries, system_versions

    check_system_libraries()
    project.edition_file(year)
    paths = [project.build(year) / name for name in FILES]
    with only_one(project.build(year), f"生成 {year} 年版"):
        record = BuildRecord.now(project, year, stages.PROGRAM, system_versions())
        reminders = record.reminders(paths)
        made = reminders is None
        if reminders is None:
            contents, further, reminders = _paper(project, year, progress)
            remove_leftovers([*paths, project.build(year) / TRACE_PAGE])
            replace_files(dict(zip(paths, contents, strict=True)) | further)
            if record == BuildRecord.now(project, year, stages.PROGRAM, system_versions()):
                record.keep(paths, reminders)
    return BuildResult(*paths, reminders, time.perf_counter() - started, made)


def _paper(
    project: Project, year: int, progress: Progress
) -> tuple[tuple[bytes, ...], dict[Path, bytes], list[str]]:
    """The contents of the files of an edition, further files, and what people should be reminded of."""
    from reportgen.linting import lint, refuse
    from reportgen.review.places import printed_numbers, to_csv
    from reportgen.tracing import paper_key, waiting_page
    from reportgen.typesetting import typeset

    progress(1, 5, "读取数据与参数，测算并核对恒等式")
    prepared = stages.prepare(project, year)
    progress(2, 5, "绘图")
    reader = Reader(prepared.facts, prepared.calendar)
    drawings = stages.draw(project, prepared, reader)
    progress(3, 5, "成文")
    document = stages.write(project, prepared, reader, drawings)
    refuse(lint(project, year, prepared, document))
    progress(4, 5, "排版")
    from reportgen.render.workbook import workbook_cells

    made = typeset(project, document)
    printed = printed_numbers(document, made.located, workbook_cells(document))
    places = to_csv(printed, key := paper_key(project, year))
    progress(5, 5, "写出")
    reminders = stages.reminders(document, prepared.beside.context)
    contents = (made.pdf, made.html, made.workbook, prepared.facts.to_csv().encode(), places.encode())
    return contents, waiting_page(project, year, key), reminders


def docx(project: Project, year: int, since: int | None, progress: Progress) -> Path:
    """Make the paper of one edition as a Word document; with `since`, marked with what changed since that one.

    Raises:
        UsageError: an edition compared with itself.
        ContentError: something people supplied is wrong; nothing has been written.
    """
    from reportgen.illustrating import illustrate
    from reportgen.render.word.report import render_word

    if since == year:
        raise UsageError(f"--since 与本版同为 {year} 年版", remedy="--since 写另一版的年份，或不写")
    editions = [year] if since is None else [year, since]
    for edition in editions:
        project.edition(edition)
    progress(1, len(editions) + 1, f"{year} 年版成文")
    paper, earlier = illustrate(project, year), None
    if since is not None:
        progress(2, 3, f"{since} 年版成文")
        earlier = illustrate(project, since, paper.pictures)
    progress(len(editions) + 1, len(editions) + 1, "写出")
    path = project.build(year) / ("report.docx" if since is None else f"report-since-{since}.docx")
    replace_files({path: render_word(paper, project.templates, earlier)})
    return path


def check(project: Project, year: int, progress: Progress) -> Checked:
    """Check data, parameters, identities, figures and text of an edition without laying out pages.

    Raises:
        ContentError: a file cannot be read at all, so that nothing after it can be checked.
    """
    from reportgen.linting import Checked, lint
    from reportgen.review.sign_off_words import sign_off_reminders
    from reportgen.review.since_publication import publication_reminders

    progress(1, 5, "检查统计表")
    lines = stages.verify(project, year)
    if not all(line.passed for line in lines):
        return Checked(lines, lint(project, year, None, None))
    progress(2, 5, "检查参数与测算")
    prepared = stages.prepare(project, year)
    lines += [CheckLine("恒等式", text, True) for text in prepared.identities]
    progress(3, 5, "检查图")
    reader = Reader(prepared.facts, prepared.calendar)
    try:
        drawings = stages.draw(project, prepared, reader)
        progress(4, 5, "检查正文")
        document = stages.write(project, prepared, reader, drawings)
        waiting = sign_off_reminders(document, project.sign_offs(year))
        waiting += publication_reminders(prepared.facts, project.frozen(year), year)
    except ContentError as error:
        return Checked(lines + failure_lines(error), lint(project, year, prepared, None))
    progress(5, 5, "检查文字")
    counted = f"{len(document.figures)} 幅图、{len(document.chapters)} 章均可成文"
    lines += [CheckLine("图与正文", counted, True)]
    lines += reminder_lines([*stages.reminders(document, prepared.beside.context), *waiting])
    return Checked(lines, lint(project, year, prepared, document))


def facts(project: Project, year: int) -> FactTable:
    """All facts of an edition, those of the context included."""
    return stages.prepare(project, year).facts


def figures(project: Project, year: int, name: str, dpi: int, progress: Progress) -> list[Path]:
    """Draw one figure or all: pictures and numbers of each, PNG when `dpi` is not 0, and the contact sheet."""
    from reportgen.charts.png import to_png
    from reportgen.document.drawings import gallery_files
    from reportgen.document.figure_list import figure_numbers

    progress(1, 2, "测算")
    prepared = stages.prepare(project, year)
    progress(2, 2, "绘图")
    drawings = stages.draw(project, prepared, Reader(prepared.facts, prepared.calendar), name)
    folder, fonts = project.build(year) / "figures", project.templates / "fonts"
    numbers = figure_numbers(prepared.edition.figures, f"{year}.yaml")
    beside = Path(os.path.relpath(fonts, folder)).as_posix()
    texts = gallery_files(drawings, numbers, beside, f"{year} 年版图样")
    files = {folder / file: text.encode() for file, text in texts.items()}
    if dpi:
        files |= {folder / f"{one.name}.png": to_png(one, fonts, dpi) for one in drawings.wide.values()}
    replace_files(files)
    return list(files)


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
