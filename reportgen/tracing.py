"""From a number to where it comes from and where it is printed; from a row of an input to what follows from it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from reportgen import stages
from reportgen.document.located import TRACE_PAGE
from reportgen.errors import AddressError, RenderError
from reportgen.facts.address import Address
from reportgen.facts.context import METRIC
from reportgen.facts.run import Run
from reportgen.materials import estimate, load
from reportgen.project.cache import key_of
from reportgen.project.files import replace_files
from reportgen.project.folders import Project
from reportgen.project.outcomes import PLACES
from reportgen.review.places import PrintedPlace, read_places

if TYPE_CHECKING:
    from reportgen.facts.trace import Tracer
    from reportgen.review.trace_page import Group

_KEY_LENGTH = 12
NOT_BUILT = "印于何处：没有与当前内容相符的成书，先运行 make report"
NOT_PRINTED = "书中没有印出"


@dataclass(frozen=True)
class Traces:
    """What traces of an edition start from.

    Attributes:
        run: the run of the method.
        places: where each fact is printed, by English address; None without a build of the present content.
    """

    run: Run
    places: dict[str, list[PrintedPlace]] | None

    def printed(self, address: Address) -> list[str]:
        """The places of a fact as lines."""
        if self.places is None:
            return [NOT_BUILT]
        found = self.places.get(address.english, [])
        return ["印于：", *(f"　{place.words}" for place in found)] if found else [NOT_PRINTED]


def paper_key(project: Project, year: int) -> str:
    """Differs when anything that can change the pages of an edition does; the same in every folder."""
    pages = [project.chapters, project.own_chapters(year), project.figures, project.maps]
    made_from = [stages.PROGRAM, *project.inputs, *pages, project.templates / "print"]
    below = (project.root, stages.PROGRAM.parent)
    return key_of(made_from, project.edition(year), below=below)[:_KEY_LENGTH]


def traces(project: Project, year: int) -> Traces:
    """The run of an edition, kept from the last build or made now, and its printed places.

    Raises:
        ContentError: a file is missing or wrong.
    """
    key = stages.prepared_key(project, year)
    run = project.cache.find("run", key)
    if run is None:
        materials = load(project, year)
        run = stages.run_of(materials, estimate(materials))
        project.cache.keep("run", key, run)
    found = read_places(project.build(year) / PLACES, paper_key(project, year))
    if found is None:
        return Traces(run, None)
    places: dict[str, list[PrintedPlace]] = {}
    for place in found:
        places.setdefault(place.address, []).append(place)
    return Traces(run, places)


def trace(project: Project, year: int, address: str) -> str:
    """Where a number comes from, down to file, line and column, and where it is printed.

    Raises:
        AddressError: no such number; ContentError: a file is missing or wrong.
    """
    from reportgen.facts.trace_lines import trace_lines

    known = traces(project, year)
    wanted = parsed(known.run, address)
    if wanted.metric == METRIC:
        return "\n".join([known.run.context.trace(wanted), *known.printed(wanted)])
    head, *rest = trace_lines(fact := known.run.facts.get(wanted), tracer(known.run).trace(fact))
    return "\n".join([head, *known.printed(wanted), *rest])


def draw(project: Project, year: int, address: str, path: Path) -> None:
    """Write the picture of everything behind a number.

    Raises:
        AddressError: no such number, or one that was copied; RenderError: the file cannot be written.
    """
    from reportgen.charts.lineage_picture import lineage_picture
    from reportgen.facts.lineage import lineage
    from reportgen.render.web_fonts import svg_with_fonts

    run = traces(project, year).run
    wanted = parsed(run, address)
    if wanted.metric == METRIC:
        raise AddressError(f"“{address}”是照录的数，没有测算过程可画", remedy="不加 --graph 查它的出处")
    fact = run.facts.get(wanted)
    found = lineage(tracer(run), fact)
    fonts = project.templates / "fonts"
    picture = lineage_picture(found, f"{fact.label} 的由来", fonts)
    replace_files({path: svg_with_fonts(picture, fonts).encode()})


def export(project: Project, year: int, address: str, path: Path) -> None:
    """Write the provenance of a number as PROV-JSON.

    Raises:
        AddressError: no such number; RenderError: the file cannot be written.
    """
    from reportgen.review.provenance import context_provenance, provenance

    run, institute = traces(project, year).run, project.edition(year).imprint.issuer
    wanted = parsed(run, address)
    if wanted.metric == METRIC:
        run.context.trace(wanted)  # refuses one that is newer than the edition
        text = context_provenance(run.context.usable[wanted.scope], year, institute)
    else:
        text = provenance(tracer(run).trace(run.facts.get(wanted)), year, institute)
    replace_files({path: text.encode()})


def write_page(project: Project, year: int) -> Path:
    """Write the page with the traces of all printed numbers.

    Raises:
        ContentError: the edition has not been built as it is now.
    """
    from reportgen.review.trace_page import trace_groups

    known = traces(project, year)
    if known.places is None:
        place = str(project.build(year) / PLACES)
        raise RenderError("没有与当前内容相符的成书", place=place, remedy="先运行 make report，再运行本命令")
    groups = trace_groups(known.run, tracer(known.run), known.places)
    path = project.build(year) / TRACE_PAGE
    key = paper_key(project, year)
    replace_files({path: _page(project, year, key, groups).encode()})
    return path


def waiting_page(project: Project, year: int, key: str) -> dict[Path, bytes]:
    """The page as a build leaves it, to which the report leads: the one there is, if it is of this build.

    A page with all traces takes longer than a build should; until it is asked for, it says how to make it.
    """
    path = project.build(year) / TRACE_PAGE
    if path.is_file() and _build_words(key) in path.read_text(encoding="utf-8", errors="replace"):
        return {}
    return {path: _page(project, year, key, []).encode()}


def _page(project: Project, year: int, key: str, groups: list[Group]) -> str:
    from reportgen.render.review_page import review_page

    counts = [sum(len(one.entries) for one in groups if one.printed is shown) for shown in (True, False)]
    heading = f"{year} 年版数字的由来"
    return review_page(
        project.templates, "trace", heading=heading, groups=groups, printed=counts[0], between=counts[1],
        build=_build_words(key), command=f"reportgen trace --html --edition {year}",
    )  # fmt: skip


def _build_words(key: str) -> str:
    return f"成书 {key}"


def parsed(run: Run, address: str) -> Address:
    """The address of a fact of the method or of the context.

    Raises:
        AddressError: no such name, or a year is missing.
    """
    wanted = run.context.vocabulary(run.vocabulary).parse(address, run.calendar)
    if wanted.metric != METRIC and not wanted.years and wanted not in run.facts:
        year = run.calendar.reference_year
        raise AddressError(f"地址“{address}”没有年份", remedy=f"写成 {address}[{year}]")
    return wanted


def tracer(run: Run) -> Tracer:
    """The tracer of a run."""
    from reportgen.estimation.estimate import method, peers_of
    from reportgen.facts.trace import Tracer

    peers = peers_of(run.vocabulary)
    return Tracer(
        method(), run.ingredients, run.results, run.vocabulary, run.facts, run.firmness, peers
    )


def consequences(project: Project, year: int, row: str) -> str:
    """What follows from a row of a table or a parameter: the facts that move, and where they are printed.

    Args:
        row: ``content/data/FILE#ROW`` or ``content/parameters/FILE#name``.

    Raises:
        UsageError: no such file or row; ContentError: a file is missing or wrong.
    """
    from reportgen.estimation.estimate import method
    from reportgen.review.consequences import consequence_lines
    from reportgen.review.input_rows import InputRows

    known = traces(project, year)
    run = known.run
    rows = InputRows(project.root, run.ingredients, run.context)
    name = rows.context_fact(row)
    if name is not None:
        address = run.context.usable[name].address
        return "\n".join([run.context.trace(address), *known.printed(address), "照录的数，不进入测算"])
    return "\n".join(consequence_lines(method(), run, rows.chosen(row), row, known.places))

