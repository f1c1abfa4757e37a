"""A snapshot as files that are read as a change in a plain ``git diff``.

``content/editions/2022/published/`` holds one number a line in a fixed order, UTF-8 with LF: `facts.csv` by
address, `parameters.csv` and `inputs.csv` by name, `printed.csv` and `words.csv` in the order of the paper,
there one sentence a line. No line of a file says on which line of a chapter something stands. `edition.csv`
has the years, and the fingerprint of each of the others, so that a file that was cut or edited is noticed.
"""

from __future__ import annotations

import csv
import hashlib
import io
import re
from collections.abc import Iterable, Sequence

from reportgen.facts.spreadsheet import safe_cell
from reportgen.review.same_value import digits
from reportgen.review.snapshot import Snapshot

EDITION = "edition.csv"
ITEMS = ("item", "value")
YEARS = ("first_year", "reference_year", "forecast_year")
FACTS, PRINTED, WORDS, INPUTS, PARAMETERS = (
    "facts.csv",
    "printed.csv",
    "words.csv",
    "inputs.csv",
    "parameters.csv",
)
COLUMNS = {
    FACTS: ("address", "value", "unit", "status", "label"),
    PRINTED: ("where", "passage", "address", "text"),
    WORDS: ("where", "passage", "words"),
    INPUTS: ("file", "sha256"),
    PARAMETERS: ("name", "value"),
}
FIGURES, FIGURE_SUFFIX = "figures", ".svg"
_SENTENCES = re.compile(r"(?<=[。！？；])(?=\S)")


def frozen_files(snapshot: Snapshot) -> dict[str, bytes]:
    """The files of a publication by name; the pictures of the figures are none of them."""
    rows = {
        FACTS: (
            (one.address.english, digits(one.value), one.unit, one.status.name, one.label)
            for one in snapshot.facts
        ),
        PRINTED: ((one.where, one.passage, one.address.english, one.text) for one in snapshot.printed),
        WORDS: (
            (*key, sentence) for key, words in snapshot.words.items() for sentence in _SENTENCES.split(words)
        ),
        INPUTS: sorted(snapshot.inputs.items()),
        PARAMETERS: sorted(snapshot.parameters.items()),
    }
    texts = {name: _csv(columns, rows[name]) for name, columns in COLUMNS.items()}
    years = [(year, str(getattr(snapshot.calendar, year))) for year in YEARS]
    texts[EDITION] = _csv(ITEMS, [*years, *((name, text_fingerprint(text)) for name, text in texts.items())])
    return {name: text.encode() for name, text in texts.items()}


def figure_files(snapshot: Snapshot) -> dict[str, bytes]:
    """The pictures of the figures, for a comparison with a snapshot that another program takes."""
    pictures = snapshot.figures.items()
    return {f"{FIGURES}/{name}{FIGURE_SUFFIX}": picture.encode() for name, picture in pictures}


def text_fingerprint(text: str) -> str:
    """SHA-256 of a text."""
    return hashlib.sha256(text.encode()).hexdigest()


def _csv(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows(map(safe_cell, row) for row in rows)
    return text.getvalue()
