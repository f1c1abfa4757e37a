"""What a number on the screen tells about itself: the JSON inside the page."""

from __future__ import annotations

import json

from reportgen.document.document import Document, Origin
from reportgen.document.places import printed_places
from reportgen.facts.address import Address, Vocabulary
from reportgen.facts.context import METRIC
from reportgen.facts.status import Status

_STATUS_WORDS = {
    Status.实际: "统计机构或公开资料所载的数",
    Status.测算: "由公布的数按公式算得",
    Status.校准: "用到由已公布结果反推的系数",
    Status.推算: "用到补缺的数",
    Status.预测: "所指年份尚无统计资料",
}


def tips(document: Document) -> str:
    """What is told of every printed fact, safe to stand inside ``<script>``.

    ``facts`` has by Chinese address ``[label, value, unit, status, key]``, the value unrounded; ``origins`` has
    by that key ``[formula, [inputs], [sources]]``; ``statuses`` says what each status means.
    """
    facts, origins = {}, {}
    for address in sorted(printed_places(document)):
        fact = document.facts.get(address)
        unit = "" if fact.unit == "1" else fact.unit
        key = address.english if address.english in document.origins else address.metric
        facts[fact.label] = [
            _label(address, document.facts.vocabulary),
            _unrounded(fact.value),
            unit,
            fact.status.name,
            key,
        ]
        if key in document.origins:
            origins[key] = _told(document.origins[key])
    statuses = {status.name: words for status, words in _STATUS_WORDS.items()}
    told = {"facts": facts, "origins": origins, "statuses": statuses}
    text = json.dumps(told, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def _told(origin: Origin) -> list[object]:
    return [origin.formula, origin.inputs, origin.sources]


def _label(address: Address, vocabulary: Vocabulary) -> str:
    """The address in words: ``广东增加值，2021年``; context facts are named by their scope alone."""
    scope = vocabulary.scope_name(address.scope).replace(".", "")
    years = "—".join(str(year) for year in address.years)
    words = scope if address.metric == METRIC else f"{scope}{vocabulary.metric_name(address.metric)}"
    return f"{words}，{years}年" if years else words


def _unrounded(value: float) -> str:
    """Every digit; whole numbers without a point."""
    return repr(float(value)).removesuffix(".0")
