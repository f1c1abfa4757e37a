"""How firm a number is: 实际 < 测算 < 校准 < 推算 < 预测; a number is as weak as its weakest input."""

from __future__ import annotations

from collections.abc import Iterable
from enum import IntEnum


class Status(IntEnum):
    """The five kinds of number, from the firmest to the weakest."""

    实际 = 0  # published by a statistics office
    测算 = 1  # computed by the method from 实际
    校准 = 2  # depends on a coefficient fitted to published results
    推算 = 3  # depends on a gap that was filled
    预测 = 4  # says something about a year that has no statistics yet


def weakest(statuses: Iterable[Status]) -> Status:
    """The status of a number that depends on all of these."""
    return max(statuses, default=Status.实际)
