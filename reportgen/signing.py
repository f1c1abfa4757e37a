"""The review of an edition: which passages are signed, and new signatures."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from reportgen import pipeline, stages
from reportgen.document.document import Document
from reportgen.document.passages import Passage
from reportgen.errors import UsageError
from reportgen.facts.reader import Reader
from reportgen.linting import refuse_failed
from reportgen.project.files import replace_files
from reportgen.project.folders import Project
from reportgen.review.sign_off import SignOff, State, signed
from reportgen.review.sign_off_choice import chosen
from reportgen.review.sign_off_file import read_sign_offs, sign_off_text
from reportgen.review.sign_off_match import Review, review

Progress = Callable[[int, int, str], None]


@dataclass(frozen=True)
class Signed:
    """What a signing did: passages signed now, those that kept their signature, signatures dropped, the file."""

    signed: int
    kept: int
    dropped: int
    path: Path


def reviewed(project: Project, year: int, wanted: str = "") -> Review:
    """The states of all passages of an edition, or of those that `wanted` names.

    Raises:
        UsageError: `wanted` names nothing.
        ContentError: the edition cannot be written, or the file of signatures is broken.
    """
    document, found = _review(project, year)
    if not wanted:
        return found
    named = _named(document, found, wanted)
    return Review(tuple(one for one in found.passages if _key(one.passage) in named), ())


def sign(project: Project, year: int, wanted: str, signer: str, progress: Progress) -> Signed:
    """Sign what `wanted` names, or everything when it is ``""``; signatures without passage are dropped.

    A passage that is signed and unchanged keeps its signature, unless it is named alone.

    Raises:
        UsageError: no signer, or `wanted` names nothing.
        ContentError: the check fails, or the file of signatures is broken.
    """
    signer = " ".join(signer.split())
    if not signer:
        raise UsageError("没有写明由谁签", remedy="加上 --by 姓名")
    path, today = project.sign_offs(year), datetime.date.today().isoformat()
    read_sign_offs(path)
    remedy = "先运行 reportgen check，全部通过后再签"
    refuse_failed(pipeline.check(project, year, progress), "没有签核", remedy)
    document, found = _review(project, year)
    named = _named(document, found, wanted)
    after: list[SignOff] = []
    new = 0
    for one in found.passages:
        now = _key(one.passage) in named and (one.state is not State.已签 or len(named) == 1)
        signature = signed(one.passage, signer, today) if now else one.signature
        new += now
        if signature:
            after.append(signature)
    replace_files({path: sign_off_text(after).encode()})
    return Signed(new, len(named) - new, len(found.gone), path)


def _review(project: Project, year: int) -> tuple[Document, Review]:
    signatures = read_sign_offs(project.sign_offs(year))
    prepared = stages.prepare(project, year)
    reader = Reader(prepared.facts, prepared.calendar)
    document = stages.write(project, prepared, reader, stages.draw(project, prepared, reader))
    return document, review(document, signatures)


def _named(document: Document, found: Review, wanted: str) -> set[tuple[str, int]]:
    everything = [one.passage for one in found.passages]
    names = [chapter.name for chapter in document.chapters]
    return {_key(one) for one in (chosen(everything, names, wanted) if wanted else everything)}


def _key(passage: Passage) -> tuple[str, int]:
    return passage.chapter, passage.line
