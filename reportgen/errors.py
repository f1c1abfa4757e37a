"""Every error of reportgen, and how it speaks.

    ReportError                 place, problem, remedy: 何处, 何事, 怎么办
    ├── UsageError              the command line was used wrongly           (exit code 2)
    └── ContentError            something people supplied is wrong          (exit code 1)
        ├── DataError           a table or its card
        ├── ParameterError      a coefficient or a switch
        ├── EditionError        an edition file
        ├── AddressError        an address that names no fact
        ├── EstimationError     the method cannot be applied to these data
        ├── IdentityError       two sums that must agree do not
        ├── ChapterError        narrative text
        ├── FigureError         a figure file
        ├── RenderError         page layout, fonts, the PDF
        └── ManyErrors          several of the above, reported together

All derive from plain ``Exception``: Jinja turns LookupError, TypeError and
AttributeError raised inside a template expression into "undefined".
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable


class ReportError(Exception):
    """An error with a place, a problem and a remedy, all in Chinese."""

    exit_code = 1

    def __init__(self, problem: str, *, place: str = "", remedy: str = "") -> None:
        self.problem = problem
        self.place = place
        self.remedy = remedy
        super().__init__(str(self))

    def __str__(self) -> str:
        head = f"{self.place}：{self.problem}" if self.place else self.problem
        return f"{head}\n  怎么办：{self.remedy}" if self.remedy else head


class UsageError(ReportError):
    """The command line was used wrongly."""

    exit_code = 2


class ContentError(ReportError):
    """Something that people supplied is wrong."""


class DataError(ContentError):
    """A table of official figures or its card is wrong."""


class ParameterError(ContentError):
    """A coefficient or a method switch is wrong."""


class EditionError(ContentError):
    """An edition file is wrong."""


class AddressError(ContentError):
    """An address names no fact."""


class EstimationError(ContentError):
    """The method cannot be applied to these data."""


class IdentityError(ContentError):
    """Two sums that must agree do not."""


class ChapterError(ContentError):
    """Narrative text is wrong."""


class FigureError(ContentError):
    """A figure file is wrong."""


class RenderError(ContentError):
    """Pages cannot be laid out: fonts, missing glyphs, the PDF."""


class ManyErrors(ContentError):
    """Several errors of one run, reported together."""

    def __init__(self, errors: Iterable[ReportError]) -> None:
        self.errors = tuple(errors)
        text = "\n".join(str(error) for error in self.errors)
        super().__init__(f"共 {len(self.errors)} 处错误\n{text}")


def raise_all(errors: Iterable[ReportError]) -> None:
    """Raise nothing, the one error, or all of them as ManyErrors."""
    found = tuple(errors)
    if len(found) == 1:
        raise found[0]
    if found:
        raise ManyErrors(found)


def nearest(name: str, known: Iterable[str]) -> str:
    """A remedy that proposes the nearest known names: ``是否想写“甲”？``, or ``""``."""
    close = difflib.get_close_matches(name, list(dict.fromkeys(known)), n=3, cutoff=0.5)
    return "是否想写" + "、".join(f"“{found}”" for found in close) + "？" if close else ""
