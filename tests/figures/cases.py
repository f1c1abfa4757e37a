"""Hard cases for every figure: other years, falls, other leaders, long names, many items, large values."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from reportgen.facts.reader import Reader
from tests.charts.made_up import LEVELS, SECTORS, facts_of

LONG = {
    "direct": "提供工业互联网产品与服务的直接产业部门",
    "indirect": "应用工业互联网而增加产出的渗透产业部门",
    "industry.secondary": "第二产业（采矿业、制造业、电力、热力、燃气及水生产和供应业、建筑业）",
    "sector.manufacturing": "制造业（含装备、电子、原材料、消费品及其他未列明的制造业门类）",
    "direct.platform": "平台产业（含工业软件与自动化）",
    "province.guangdong": "广东省（不含港澳地区的统计数）",
    "zone.yangtze_delta": "长江三角洲区域一体化发展示范区",
}
FALLING = {
    "direct": (12021.3, 11012.6, 9115.4, 8100.0, 7678.2, 6500.0),
    "indirect": (36546.8, 19880.1, 23391.5, 15725.9, 9312.4, 8580.6),
    "industry.primary": (652.1, 478.9, 808.3, 535.4, 470.1, 19.8),
    "industry.secondary": (21620.4, 13804.2, 15987.3, 7624.9, 496.0, 932.5),
}
OTHER_LEADER = {
    "indirect": LEVELS["direct"],
    "direct": LEVELS["indirect"],
    "industry.primary": LEVELS["industry.tertiary"],
    "industry.tertiary": LEVELS["industry.primary"],
}
_CASES: dict[str, Callable[[], Reader]] = {
    "plain": facts_of,
    "edition 2021": lambda: facts_of(edition=2021),
    "falling": lambda: facts_of(FALLING, swing=40.0),
    "another leader": lambda: facts_of(OTHER_LEADER, {"finance": 98765.4321}),
    "long names": lambda: facts_of(scope_names=LONG),
    "long names 2021": lambda: facts_of(scope_names=LONG, edition=2021),
    "a thousand times larger": lambda: facts_of(factor=1000),
    "a thousand times smaller sections": lambda: facts_of(sectors={name: 1.0 for name in list(SECTORS)[1:]}),
    "twice as many items": lambda: facts_of(
        sectors={name: 1000 + value for name, value in SECTORS.items()}, more=31
    ),
    "no growth": lambda: facts_of(growth={scope: (0.0,) * 5 for scope in ("national", *LEVELS)}, swing=0.0),
    "no forecast": lambda: facts_of(forecast=False),
}
NAMES_OF_CASES = tuple(_CASES)


@cache
def case(name: str) -> Reader:
    """The facts of a case."""
    return _CASES[name]()
