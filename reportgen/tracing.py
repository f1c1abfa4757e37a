"""From a number to where it comes from and where it is printed; from a row of an input to what follows from it."""

from __future__ import annotations

from dataclasses import dataclass

from reportgen import stages
from reportgen.errors import AddressError
from reportgen.facts.address import Address
from reportgen.facts.context import METRIC
from reportgen.facts.run import Run
from reportgen.project.cache import key_of
from reportgen.project.folders import Project
from reportgen.review.places import PrintedPlace, read_places

PLACES = "places.csv"
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


def paper_key(project: Project, year: int, prepared_key: str) -> str:
    """Differs when anything that can change the pages of an edition does."""
    pages = [project.chapters, project.own_chapters(year), project.figures, project.maps]
    return key_of([*pages, project.templates / "print"], prepared_key)[:12]


def traces(project: Project, year: int) -> Traces:
    """The run of an edition, kept from the last build or made now, and its printed places.

    Raises:
        ContentError: a file is missing or wrong.
    """
    key = stages.prepared_key(project, year)
    run = project.cache.find("run", key)
    if run is None:
        materials = stages.load(project, year)
        run = stages.run_of(materials, stages.estimate(materials))
        project.cache.keep("run", key, run)
    found = read_places(project.build(year) / PLACES, paper_key(project, year, key))
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


def tracer(run: Run):
    """The tracer of a run."""
    from reportgen.estimation.estimate import method, peers_of
    from reportgen.facts.trace import Tracer

    return Tracer(method(), run.ingredients, run.results, run.vocabulary, run.facts, peers_of(run.vocabulary))


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

