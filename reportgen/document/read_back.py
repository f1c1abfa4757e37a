"""What was read back from a finished file, whatever its format."""

from __future__ import annotations

from dataclasses import dataclass, field

from reportgen.document.printed import PrintedNumber


@dataclass(frozen=True, slots=True)
class ReadNumber:
    """A number as it was read.

    Attributes:
        wanted: what must stand there.
        text: what stands there.
        where: where in the file, in words: ``第5页``.
        heading, place: of its passage.
    """

    wanted: PrintedNumber
    text: str
    where: str
    heading: str
    place: str


@dataclass(frozen=True, slots=True)
class Lost:
    """A passage whose words are not in the file as they must be, or a number that belongs to none.

    Attributes:
        words: what is missing or left over.
        where: where, in words.
        found: True when it stands in the file and must not.
    """

    words: str
    where: str
    found: bool = False


@dataclass
class ReadBack:
    """Everything read from one file."""

    numbers: list[ReadNumber] = field(default_factory=list)
    lost: list[Lost] = field(default_factory=list)
