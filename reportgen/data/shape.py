"""Which statistics the engine knows: the label columns of their tables and the units it reads them in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

MONEY = "亿元"
PEOPLE = "万人"


@dataclass(frozen=True, slots=True)
class Shape:
    """The form of a tidy table.

    Attributes:
        keys: label columns beside ``year``.
        units: the units its card may declare.
        unit_of: for a table whose rows differ in unit, the unit of every label the engine reads.
    """

    keys: tuple[str, ...]
    units: tuple[str, ...]
    unit_of: Mapping[str, str] = field(default_factory=dict)

    @property
    def columns(self) -> list[str]:
        """All columns in their order."""
        return ["year", *self.keys, "value", "status", "note"]


INPUT_OUTPUT = "input_output"
CLASSIFICATION = "classification"

_PENN = {"capital_stock": "百万美元", "employment": "百万人", "real_gdp": "百万美元"}
_ACTIVITY = {
    "software_revenue": MONEY,
    "telecom_volume": MONEY,
    "it_employment": PEOPLE,
    "manufacturing_employment": PEOPLE,
}
SHAPES = {
    "section_value_added": Shape(("section",), (MONEY,)),
    "group_value_added": Shape(("group",), (MONEY,)),
    "section_first_release": Shape(("section",), (MONEY,)),
    "section_real_growth": Shape(("section",), ("%",)),
    "national_gdp": Shape(("industry",), (MONEY,)),
    "gdp_index": Shape(("group",), ("上年=100", "1978=100")),
    "national_employment": Shape(("industry",), (PEOPLE,)),
    "capital_formation": Shape(("indicator",), (MONEY,)),
    "fixed_asset_investment": Shape((), (MONEY,)),
    "investment_price_index": Shape((), ("上年=100",)),
    "penn_world_table": Shape(("indicator",), ("百万美元", "百万人", "1"), _PENN),
    "province_gdp": Shape(("province", "industry"), (MONEY,)),
    "province_gdp_totals": Shape(("province",), (MONEY,)),
    "province_group_value_added": Shape(("province", "group"), (MONEY,)),
    "province_employment": Shape(("province",), (PEOPLE,)),
    "province_employment_by_industry": Shape(("province", "industry"), (PEOPLE,)),
    "province_urban_employment": Shape(("province",), (PEOPLE,)),
    "province_activity_keys": Shape(("key", "province"), (MONEY, PEOPLE), _ACTIVITY),
}

STATISTICS = (INPUT_OUTPUT, CLASSIFICATION, *SHAPES)
