"""The names in a published table: a row whose metric or scope is unknown would silently be left out of every rule."""

from __future__ import annotations

from collections.abc import Iterable

from reportgen.errors import AddressError, nearest, raise_all
from reportgen.facts.address import Vocabulary
from reportgen.review.published import PublishedRow


def check_names(rows: Iterable[PublishedRow], vocabulary: Vocabulary) -> None:
    """Refuse rows with names that the vocabulary does not hold.

    Raises:
        AddressError, ManyErrors: each with its ``file:line``.
    """
    errors = []
    for row in rows:
        if row.metric not in vocabulary.metrics:
            remedy = nearest(row.metric, vocabulary.metrics) or "用 reportgen facts 查询指标"
            errors.append(AddressError(f"没有指标“{row.metric}”", place=row.place, remedy=remedy))
        try:
            vocabulary.scope(row.scope)
        except AddressError as error:
            errors.append(AddressError(error.problem, place=row.place, remedy=error.remedy))
    raise_all(errors)
