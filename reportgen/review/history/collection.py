"""All that is known of published editions in a folder, and the quantities that the page shows."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from reportgen.facts.address import Vocabulary
from reportgen.review.history.history_file import read_history
from reportgen.review.history.implied import implied_by
from reportgen.review.history.quantities import OwnEdition, Quantity, quantities
from reportgen.review.history.statements import statements_of
from reportgen.review.published import read_published

FILE = "history.csv"


def collected(folder: Path, vocabulary: Vocabulary, own: Mapping[int, OwnEdition]) -> list[Quantity]:
    """The quantities of ``history.csv`` in their order, with what the tables ``<year>.csv`` say of them.

    Args:
        folder: ``content/published``.
        vocabulary: the names of metrics and scopes.
        own: the editions of this project, by year.

    Raises:
        ContentError: a file is missing or a row of one is wrong.
    """
    tables = {int(path.stem): path for path in sorted(folder.glob("*.csv")) if path.stem.isdecimal()}
    headlines = read_history(folder / FILE, vocabulary, tables)
    statements = list(headlines)
    for edition, path in tables.items():
        statements += statements_of(read_published(path), edition)
    statements += implied_by(statements)
    return quantities(statements, (one.key for one in headlines), own, vocabulary)
