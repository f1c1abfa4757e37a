"""A complete project small enough to build in a moment: ten sectors, seven sections, two provinces."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np

from tests.small_economy import (
    ACCOUNTS,
    DIVISIONS,
    FIRST,
    GROUPS,
    INDUSTRIES,
    PROVINCES,
    PROVINCIAL,
    REFERENCE,
    SECTIONS,
    SECTORS,
    SERIES,
    accounts,
    employment_values,
    flows,
    group_values,
    grown,
    industry_values,
    rounded,
    section_values,
)

NAMES = Path(__file__).parent.parent / "content/names.csv"
KEYS = {
    "software_revenue": "亿元",
    "telecom_volume": "亿元",
    "it_employment": "万人",
    "manufacturing_employment": "万人",
}
PENN = {"capital_stock": "百万美元", "employment": "百万人", "real_gdp": "百万美元"}
YEARS = range(SERIES, REFERENCE + 1)
EDITION = """edition: 2022
first_year: 2017
reference_year: 2021
forecast_year: 2022
imprint:
  title: 小版
data:
{data}
parameters: []
chapters: []
figures: []
"""
Rows = Iterable[Sequence[object]]


def write_small_project(folder: Path) -> Path:
    """Write the project into a folder (made when missing) and return it; parameters are left to the caller."""
    for name in ("content/editions", "content/parameters", "content/chapters", "figures", "templates"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    _write_names(folder / "content/names.csv")
    data = folder / "content/data"
    _write_input_output(data / "input_output")
    _write_classification(data / "classification")
    _write_sections(data)
    _write_groups(data)
    _write_series(data)
    _write_provincial_gdp(data)
    _write_provincial_people(data)
    vintages = "\n".join(f"  {path.name}: small" for path in sorted(data.iterdir()))
    (folder / "content/editions/2022.yaml").write_text(EDITION.format(data=vintages), encoding="utf-8")
    return folder


def _write_names(path: Path) -> None:
    with NAMES.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    kept = {
        "sector": SECTIONS,
        "province": tuple(PROVINCES),
        "zone": ("京津冀", "七大经济圈"),
        "provinces": (),
    }
    chosen = [
        row for row in rows if row["chinese"] in kept.get(row["english"].split(".")[0], (row["chinese"],))
    ]
    for row in chosen:
        if row["english"] == "zone.jing_jin_ji":
            row["definition"] = "sum of 北京 河北"
    _write_rows(path, list(rows[0]), (list(row.values()) for row in chosen))


def _write_rows(path: Path, header: Sequence[str], rows: Rows) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows([header, *rows])


def _write_card(
    path: Path, unit: str | dict[str, str], columns: dict[str, str], checks: Sequence[str] = ()
) -> None:
    units = (
        [f'unit: "{unit}"'] if isinstance(unit, str) else ["unit:", *(f"  {k}: {v}" for k, v in unit.items())]
    )
    described = (
        f"  {name}: {{meaning: {name}{f', {more}' if more else ''}}}" for name, more in columns.items()
    )
    lines = ["title: 小表", "publisher: 某统计局", "publication: 《小年鉴》", "vintage: small", *units]
    lines += ["licence: 自编，无限制", "columns:", *described, "checks:", "  unique: {}"]
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join([*lines, *(f"  {check}" for check in checks)]) + "\n", encoding="utf-8")


def _write_table(
    folder: Path, unit: str | dict[str, str], keys: dict[str, str], rows: Rows, *checks: str
) -> None:
    columns = {"year": "", **keys, "value": "", "status": "", "note": ""}
    _write_card(folder / "small.card.yaml", unit, columns, checks)
    _write_rows(folder / "small.csv", list(columns), ((*row, "实际", "") for row in rows))


def _write_input_output(folder: Path) -> None:
    account = accounts()
    table = np.column_stack([account[name] for name in ACCOUNTS]).tolist()
    sectors = ((code, name, *row) for (code, name), row in zip(SECTORS.items(), table, strict=True))
    _write_rows(folder / "small.sectors.csv", ["code", "name", *ACCOUNTS], sectors)
    rows = ((code, *row) for code, row in zip(SECTORS, flows().tolist(), strict=True))
    _write_rows(folder / "small.transactions.csv", ["code", *SECTORS], rows)
    checks = ["no_negative: {}", "column_balance: {tolerance: 10}", "row_balance: {tolerance: 10}"]
    _write_card(folder / "small.card.yaml", "万元", dict.fromkeys(["code", "name", *ACCOUNTS], ""), checks)


def _write_classification(folder: Path) -> None:
    columns = ["division", "letter", "section"]
    _write_card(folder / "small.card.yaml", "1", dict.fromkeys(columns, ""))
    rows = [(division, "ABCEIJP"[place], SECTIONS[place]) for division, place in DIVISIONS.items()]
    _write_rows(folder / "small.csv", columns, rows)


def _write_sections(data: Path) -> None:
    years = range(FIRST, REFERENCE)
    rows = [(year, *row) for year in years for row in _with_total("全国", SECTIONS, section_values(year))]
    checks = (
        "no_negative: {}",
        f"complete: {{years: [{FIRST}, {REFERENCE - 1}]}}",
        "sums_to_total: {dimension: section, tolerance: 0.01}",
    )
    _write_table(data / "section_value_added", "亿元", {"section": "total: 全国"}, rows, *checks)
    latest = dict(zip(SECTIONS, section_values(REFERENCE), strict=True))
    first = [(REFERENCE, label, latest[label]) for label in ("制造业", "信息传输、软件和信息技术服务业")]
    _write_table(data / "section_first_release", "亿元", {"section": ""}, first)
    growth = [(REFERENCE - 1, "采矿业", 0.5), (REFERENCE, "采矿业", 5.3)]
    _write_table(data / "section_real_growth", "%", {"section": ""}, growth)


def _write_groups(data: Path) -> None:
    labels = (*INDUSTRIES, *GROUPS)
    rows = []
    for year in YEARS:
        total = round(sum(industry_values(year)), 2)
        rows += [(year, "全国", total)]
        rows += [(year, *row) for row in zip(labels, industry_values(year) + group_values(year), strict=True)]
    checks = (
        f"complete: {{years: [{SERIES}, {REFERENCE}]}}",
        f"sums_to_total: {{dimension: group, parts: [{', '.join(GROUPS)}], tolerance: 0.02}}",
    )
    keys = {"group": f"total: 全国, values: [{', '.join(labels)}]"}
    _write_table(data / "group_value_added", "亿元", keys, rows, *checks)
    index = [(year, "全国", 106.5) for year in YEARS]
    _write_table(
        data / "gdp_index", "上年=100", {"group": "total: 全国"}, index, "range: {least: 50, most: 200}"
    )


def _write_series(data: Path) -> None:
    people = [
        (year, *row) for year in YEARS for row in _with_total("全国", INDUSTRIES, employment_values(year))
    ]
    _write_table(data / "national_employment", "万人", {"industry": "total: 全国"}, people, "no_gaps: {}")
    _write_table(
        data / "fixed_asset_investment", "亿元", {}, [(year, grown(1500, 0.11, year)) for year in YEARS]
    )
    name = "gross_fixed_capital_formation"
    formation = [(year, name, grown(900, 0.1, year)) for year in YEARS]
    _write_table(data / "capital_formation", "亿元", {"indicator": f"values: [{name}]"}, formation)
    levels = dict(zip(PENN, (20000, 7, 9000), strict=True))
    penn = [(year, name, grown(level, 0.08, year)) for year in YEARS for name, level in levels.items()]
    _write_table(data / "penn_world_table", PENN, {"indicator": f"values: [{', '.join(PENN)}]"}, penn)


def _write_provincial_gdp(data: Path) -> None:
    rows = [
        (year, province, label, value)
        for year in range(PROVINCIAL, REFERENCE + 1)
        for province, share in PROVINCES.items()
        for label, value in _with_total(
            "合计", INDUSTRIES, rounded(np.multiply(share, industry_values(year)))
        )
    ]
    checks = (
        f"complete: {{years: [{PROVINCIAL}, {REFERENCE}]}}",
        "sums_to_total: {dimension: industry, tolerance: 0.02}",
    )
    _write_table(data / "province_gdp", "亿元", {"province": "", "industry": "total: 合计"}, rows, *checks)


def _write_provincial_people(data: Path) -> None:
    latest = (REFERENCE - 1, REFERENCE)
    people = [
        (year, province, round(float(np.dot(share, employment_values(year))), 2))
        for year in latest
        for province, share in PROVINCES.items()
    ]
    complete = f"complete: {{years: [{latest[0]}, {latest[1]}]}}"
    _write_table(data / "province_employment", "万人", {"province": ""}, people, complete)
    known = [(REFERENCE - 1, "河北", "第二产业", 120.0)]
    keys = {"province": "", "industry": ""}
    _write_table(data / "province_employment_by_industry", "万人", keys, known)
    levels = dict(zip(KEYS, (150, 90, 6, 60), strict=True))
    activity = [
        (year, key, province, grown(level * share[2], 0.12, year, FIRST))
        for year in range(FIRST, REFERENCE + 1)
        for key, level in levels.items()
        for province, share in PROVINCES.items()
    ]
    keys = {"key": f"values: [{', '.join(KEYS)}]", "province": ""}
    _write_table(data / "province_activity_keys", KEYS, keys, activity, "no_gaps: {}")


def _with_total(total: str, labels: Sequence[str], values: Sequence[float]) -> list[tuple[str, float]]:
    return [(total, round(sum(values), 2)), *zip(labels, values, strict=True)]
