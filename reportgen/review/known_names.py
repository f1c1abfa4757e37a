"""Whether a file of published figures uses the names of the vocabulary."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from reportgen.errors import AddressError, nearest
from reportgen.facts.address import Vocabulary


def unknown_names(
    metric: str, scope: str, place: str, vocabulary: Vocabulary, others: Collection[str] = ()
) -> Iterator[AddressError]:
    """An error for a metric that nobody knows, and one for a scope that is unknown or not in English.

    Args:
        metric, scope: as the file has them.
        place: ``file:line``.
        others: metrics that are known beside those of the vocabulary.
    """
    known = {*vocabulary.metrics, *others}
    if metric not in known:
        remedy = nearest(metric, known) or "用 reportgen facts 查询指标"
        yield AddressError(f"没有指标“{metric}”", place=place, remedy=remedy)
    try:
        english = vocabulary.scope(scope)
    except AddressError as error:
        yield AddressError(error.problem, place=place, remedy=error.remedy)
    else:
        if english != scope:
            yield AddressError(f"范围“{scope}”应写英文名", place=place, remedy=f"写 {english}")
