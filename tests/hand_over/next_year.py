"""The statistics of one more year, made up: what an institute adds to hand the paper over from 2022 to 2023.

No number of 2022 that is written here is a statistic: each is the figure of 2021 times a factor below. The
vintages stand beside the old ones, each with its card:

- ``group_value_added``: the final figures of 2021 and a year more. Groups grow by `GROUP_FACTORS`; the nation is
  their sum, the first two industries move with their groups, and the third is what remains.
- ``section_first_release``, ``section_real_growth``: what is known early of sections inside 工业 and 其他行业.
  The growth of 2021 is left out, since the final figures have the sections of that year.
- ``gdp_index``, ``capital_formation``, ``province_activity_keys``: one factor for all labels.

The other tables of the edition reach 2022 already, or need not.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from ruamel.yaml import YAML

LAST, NEW, VINTAGE = 2021, 2022, "madeup2023"
NOTE = "编造，只供测试"
NATION = "全国"
GROUP_FACTORS = {
    "农林牧渔业": 1.06,
    "工业": 1.055,
    "建筑业": 1.03,
    "批发和零售业": 1.035,
    "交通运输、仓储和邮政业": 1.02,
    "住宿和餐饮业": 0.97,
    "金融业": 1.07,
    "房地产业": 0.96,
    "其他行业": 1.05,
}
INDUSTRIES = {"第一产业": ("农林牧渔业",), "第二产业": ("工业", "建筑业")}
REMAINING = "第三产业"
SECTION_FACTORS = {"制造业": 1.05, "信息传输、软件和信息技术服务业": 1.1}
REAL_GROWTH = {"采矿业": 7.3, "电力、热力、燃气及水生产和供应业": 5.0}
REAL_INDEX = 103.0
CAPITAL_FACTOR = 1.04
ACTIVITY, ACTIVITY_FACTOR = "it_employment", 1.06
FINAL = {"group_value_added": "final2021", "section_value_added": "final2021"}
BASES = {
    "group_value_added": "final2021",
    "section_first_release": "first2021",
    "section_real_growth": "communique2020",
    "gdp_index": "yearbook2022",
    "capital_formation": "yearbook2022",
    "province_activity_keys": "collected2023",
}
Row = dict[str, str]


def add_next_year(data: Path) -> dict[str, str]:
    """Write the vintages into ``content/data``; the vintage of every statistic that changes."""
    for statistic, rows in MADE.items():
        folder, base = data / statistic, BASES[statistic]
        old = _read(folder / f"{base}.csv")
        _write_rows(folder / f"{VINTAGE}.csv", [*old, *rows(old, data)])
        _write_card(folder, base)
    return {**FINAL, **dict.fromkeys(MADE, VINTAGE)}


def _groups(old: list[Row], data: Path) -> Iterator[Row]:
    before = {row["group"]: float(row["value"]) for row in old if row["year"] == str(LAST)}
    groups = {name: round(before[name] * factor, 2) for name, factor in GROUP_FACTORS.items()}
    industries = {
        name: round(before[name] * sum(map(groups.get, parts)) / sum(map(before.get, parts)), 2)
        for name, parts in INDUSTRIES.items()
    }
    nation = sum(groups.values())
    every = {NATION: nation, **industries, REMAINING: nation - sum(industries.values()), **groups}
    return (_row({"group": name}, value) for name, value in every.items())


def _first_release(old: list[Row], data: Path) -> Iterator[Row]:
    final = _read(data / "section_value_added" / f"{FINAL['section_value_added']}.csv")
    before = {row["section"]: float(row["value"]) for row in final if row["year"] == str(LAST)}
    return (_row({"section": name}, before[name] * factor) for name, factor in SECTION_FACTORS.items())


def _real_growth(old: list[Row], data: Path) -> Iterator[Row]:
    return (_row({"section": name}, value) for name, value in REAL_GROWTH.items())


def _index(old: list[Row], data: Path) -> Iterator[Row]:
    return (_row(row, REAL_INDEX) for row in old if row["year"] == str(LAST))


def _capital(old: list[Row], data: Path) -> Iterator[Row]:
    return (_row(row, float(row["value"]) * CAPITAL_FACTOR) for row in old if row["year"] == str(LAST))


def _activity(old: list[Row], data: Path) -> Iterator[Row]:
    before = (row for row in old if row["year"] == str(LAST) and row["key"] == ACTIVITY)
    return (_row(row, float(row["value"]) * ACTIVITY_FACTOR) for row in before)


MADE: Mapping[str, Callable[[list[Row], Path], Iterator[Row]]] = {
    "group_value_added": _groups,
    "section_first_release": _first_release,
    "section_real_growth": _real_growth,
    "gdp_index": _index,
    "capital_formation": _capital,
    "province_activity_keys": _activity,
}


def _row(labels: Row, value: float) -> Row:
    return {**labels, "year": str(NEW), "value": f"{value:.2f}", "status": "实际", "note": NOTE}


def _read(path: Path) -> list[Row]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def _write_rows(path: Path, rows: list[Row]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def _write_card(folder: Path, base: str) -> None:
    """The card of the vintage carried on, which now has to be complete to the new year."""
    yaml = YAML()
    card = yaml.load((folder / f"{base}.card.yaml").read_text(encoding="utf-8"))
    card["vintage"] = VINTAGE
    card["publication"] = f"{card['publication']}，{NEW}年为编造"
    card["status_note"] = f"{NEW}年的数{NOTE}"
    checks = card["checks"]
    checks.pop("no_gaps", None)  # the growth of 2021 is left out on purpose
    if isinstance(checks.get("complete"), dict):
        checks["complete"]["years"][-1] = NEW
    with (folder / f"{VINTAGE}.card.yaml").open("w", encoding="utf-8") as file:
        yaml.dump(card, file)
