"""Chinese line setting for print: hair spaces between Han and Latin, and where a line may not or may break.

A hair space is a margin at the right of the character before it, so that a line never starts with one.
"""

from __future__ import annotations

import re

from markupsafe import Markup, escape

JOINER = "\u2060"
BREAK = "\u200b"
_HAN = "\u3400-\u9fff\uf900-\ufaff"
UNITS = "年月日个亿万元家项次倍位人省章节期"
_RUN = re.compile(f"[^{_HAN}]+|[{_HAN}]+")
_LATIN_START = re.compile("[0-9A-Za-z]")
_LATIN_END = re.compile("[0-9A-Za-z%]")
_LATIN_TAIL = re.compile(r"[!-~]*[0-9A-Za-z%]$")
_IS_HAN = re.compile(f"[{_HAN}]")


def hair_space_between(before: str, after: str) -> bool:
    """True between Han and a Latin letter or digit, either way round."""
    if not before or not after:
        return False
    return bool(
        (_IS_HAN.match(before[-1]) and _LATIN_START.match(after[0]))
        or (_LATIN_END.match(before[-1]) and _IS_HAN.match(after[0]))
    )


def spaced(text: str, after: str = "") -> Markup:
    """Text as HTML for print.

    Args:
        text: plain characters.
        after: what follows in the line, ``""`` at its end.
    """
    runs = _RUN.findall(text)
    pieces = [_run(run, following) for run, following in zip(runs, [*runs, after][1:], strict=True)]
    return Markup("").join(pieces)


def _run(run: str, following: str) -> Markup:
    joined = Markup("")
    if re.search("[0-9]$", run) and following[:1] and following[0] in UNITS:
        joined = Markup(JOINER)
    if not hair_space_between(run, following):
        return escape(_with_breaks(run, following)) + joined
    tail = _LATIN_TAIL.search(run)
    cut = tail.start() if tail else len(run) - 1
    head, last = run[:cut], run[cut:]
    return escape(_with_breaks(head, last)) + Markup('<span class="hair">{}</span>').format(last) + joined


def _with_breaks(run: str, following: str) -> str:
    """Breaks allowed between quotation marks and Han, none before a dash."""
    run = re.sub("(?<!—)—", f"{JOINER}—", run).replace("”“", f"”{BREAK}“")
    closes = run.endswith("”") and _IS_HAN.match(following)
    opens = following.startswith("“") and _IS_HAN.match(run[-1:])
    return run + BREAK if closes or opens else run
