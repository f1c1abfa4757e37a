"""What a number on the screen tells about itself: the JSON inside the page."""

from __future__ import annotations

import json

from reportgen.document.document import Document, Origin
from reportgen.document.places import printed_places


def tips(document: Document) -> str:
    """Facts by Chinese address and origins by Chinese metric, safe to stand inside ``<script>``.

    A fact is ``[value, unit, status, [places]]``, unrounded; an origin is ``[formula, [inputs], [sources]]``.
    """
    vocabulary = document.facts.vocabulary
    facts, metrics = {}, {}
    for address, places in sorted(printed_places(document).items()):
        fact = document.facts.get(address)
        unit = "" if fact.unit == "1" else fact.unit
        facts[vocabulary.chinese(address)] = [repr(float(fact.value)), unit, fact.status.name, places]
        if address.metric in document.origins:
            metrics[vocabulary.metric_name(address.metric)] = _told(document.origins[address.metric])
    text = json.dumps({"facts": facts, "metrics": metrics}, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def _told(origin: Origin) -> list[object]:
    return [origin.formula, origin.inputs, origin.sources]
