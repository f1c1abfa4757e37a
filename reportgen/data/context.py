"""Read ``content/context/facts.csv``: dated facts from outside the method."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from reportgen.data.card import read_card
from reportgen.data.sources import edition_file
from reportgen.data.table import read_lines
from reportgen.errors import DataError, EditionError, nearest, raise_all
from reportgen.facts.address import Vocabulary
from reportgen.facts.context import Context, ContextFact, Date
from reportgen.project.edition import Edition
from reportgen.project.folders import Project

FOLDER = "context"
TABLE = "facts"
COLUMNS = ["name", "value", "unit", "relation", "as_of", "kind", "source", "note"]
REQUIRED = {"name": "写上名称", "unit": "写上单位", "source": "写上出处；查不到时写 公开报道"}
KINDS = {"时点数": True, "固定数": False}
_AS_OF = re.compile(r"(\d{4})(?:-(0[1-9]|1[0-2]))?")
_NUMBER = re.compile(r"-?\d+(\.\d+)?")
_IMPRINT_DATE = re.compile(r"(\d{4})年(?:(1[0-2]|0?[1-9])月(?:\d{1,2}日)?)?")


def load_context(project: Project, edition: Edition, vocabulary: Vocabulary) -> Context:
    """The context facts of a project as one edition may use them.

    Raises:
        DataError: a row is wrong; EditionError: the date on the cover is.
    """
    facts = read_context(project.content / FOLDER, vocabulary, project.root)
    return Context.at(facts, edition_date(edition, str(edition_file(project, edition))))


def read_context(folder: Path, vocabulary: Vocabulary, root: Path) -> list[ContextFact]:
    """The context facts of a project; none when it has no such folder.

    Args:
        folder: holds ``facts.csv`` and ``facts.card.yaml``.
        vocabulary: its scopes are names that a context fact cannot have.
        root: the project's folder, for places.

    Raises:
        DataError: wrong columns, value, date, relation or name, no source, a row twice; all together.
    """
    if not folder.is_dir():
        return []
    card = read_card(folder, TABLE)
    path = folder / f"{TABLE}.csv"
    header, rows, lines = read_lines(path)
    if header != COLUMNS:
        raise DataError(
            f"表头应为 {','.join(COLUMNS)}", place=f"{path}:1", remedy="改正表头，列的含义见同名卡片"
        )
    records = [dict(zip(COLUMNS, row, strict=True)) for row in rows]
    taken = {
        text for name in vocabulary.scopes.values() for text in (name.english, name.chinese, *name.aliases)
    }
    relations = [str(value) for value in card.columns["relation"].values]
    raise_all(
        error
        for record, line in zip(records, lines, strict=True)
        for error in _wrong(record, f"{path}:{line}", relations, taken)
    )
    name = path.relative_to(root)
    found = [_fact(record, f"{name}:{line}") for record, line in zip(records, lines, strict=True)]
    raise_all(_repeated(found))
    return found


def edition_date(edition: Edition, place: str) -> Date:
    """The date on the cover of an edition; its year when the cover has none.

    Raises:
        EditionError: a date that is not of the form 2022年12月 or 2022年.
    """
    text = edition.imprint.date.strip()
    if not text:
        return Date(edition.edition)
    found = _IMPRINT_DATE.fullmatch(text)
    if found is None:
        raise EditionError(f"imprint 的 date“{text}”不合格式", place=place, remedy="写成 2022年12月，或留空")
    return Date(int(found[1]), int(found[2] or 0))


def _wrong(record: dict[str, str], place: str, relations: list[str], taken: set[str]) -> Iterator[DataError]:
    """What is wrong with one row."""
    for column, remedy in REQUIRED.items():
        if not record[column].strip():
            yield DataError(f"{column} 列是空的", place=place, remedy=remedy)
    if re.search(r"[.\[\]\s]", record["name"]):
        yield DataError(f"名称“{record['name']}”含空格、点或方括号", place=place, remedy="去掉这些字符")
    if record["name"] in taken:
        yield DataError(f"名称“{record['name']}”已是一个范围的名称", place=place, remedy="换一个名称")
    for column, pattern, shape in (("value", _NUMBER, "数字，如 220"), ("as_of", _AS_OF, "2022-09 或 2022")):
        if not pattern.fullmatch(record[column]):
            yield DataError(f"{column} 列“{record[column]}”不合格式", place=place, remedy=f"写成{shape}")
    for column, known in (("relation", relations), ("kind", list(KINDS))):
        if record[column] not in known:
            remedy = nearest(record[column], known) or f"可用：{'、'.join(known)}"
            yield DataError(f"{column} 列没有“{record[column]}”", place=place, remedy=remedy)


def _fact(record: dict[str, str], place: str) -> ContextFact:
    year, month = _AS_OF.fullmatch(record["as_of"]).groups()
    return ContextFact(
        name=record["name"],
        digits=record["value"],
        unit=record["unit"],
        relation=record["relation"],
        as_of=Date(int(year), int(month or 0)),
        ages=KINDS[record["kind"]],
        source=record["source"],
        note=record["note"],
        place=place,
    )


def _repeated(facts: Iterable[ContextFact]) -> Iterator[DataError]:
    seen: dict[tuple[str, Date], str] = {}
    for fact in facts:
        first = seen.setdefault((fact.name, fact.as_of), fact.place)
        if first != fact.place:
            problem = f"“{fact.name}”截至{fact.as_of.text}的数写了两行"
            yield DataError(problem, place=fact.place, remedy=f"另一行在 {first}，删去一行")
