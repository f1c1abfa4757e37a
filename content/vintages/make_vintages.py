"""Make the tables of the later vintages that no yearbook prints whole; each derived cell is marked 推算.

Run again when a table it reads, or the filling of missing years, changes (a test compares):

    python content/vintages/make_vintages.py

``final2021``, the final figures of 2021. Published are GDP, the three industries and nine groups. The sections
inside 工业 and 其他行业 keep their proportions of the first release: each is its first-release figure, published
or filled as the edition of 2022 does it, times final over first figure of its group. What the filled sections
miss of their group (prices) stays missing: it is no revision.

``census5_linked``, the basis of the fifth economic census. Published are GDP and the three industries from 2015
and the sections from 2021. Sections of 2017-2020 are the old figures times the overlap of 2021, new over final
figure of their group, the finest that both bases have. Industries before 2015 are linked at 2015 in the same
way. Provincial industries are moved like the nation's, year by year: provinces are not published by industry.

``communique2020``: the growth of industry without 2021, for vintages in which sections of 2021 are given.
"""

from __future__ import annotations

import csv
import io
import sys
from collections.abc import Iterable
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(PROJECT))

from reportgen.data.ingredients import load_ingredients  # noqa: E402
from reportgen.estimation.estimate import method  # noqa: E402
from reportgen.facts.address import Vocabulary  # noqa: E402
from reportgen.project.files import replace_files  # noqa: E402
from reportgen.project.folders import Project  # noqa: E402

FIRST, LAST, EDITION = 2017, 2021, 2022
NATION, TOTAL = "全国", "合计"
INDUSTRIES = ("第一产业", "第二产业", "第三产业")
GROUPS = {
    "工业": ("采矿业", "制造业", "电力、热力、燃气及水生产和供应业"),
    "其他行业": (
        "信息传输、软件和信息技术服务业",
        "租赁和商务服务业",
        "科学研究和技术服务业",
        "水利、环境和公共设施管理业",
        "居民服务、修理和其他服务业",
        "教育",
        "卫生和社会工作",
        "文化、体育和娱乐业",
        "公共管理、社会保障和社会组织",
    ),
}
Cells = dict[tuple[str, ...], float]  # (year, label, …): value
Row = tuple[str | float, ...]


class Tables:
    """The published tables and what the edition of 2022 fills in on the first release."""

    def __init__(self, project: Project) -> None:
        self.data = project.data
        self.first = self.read("group_value_added", "yearbook2022")
        self.final = self.read("group_value_added", "yearbook2024")
        self.census = self.read("group_value_added", "yearbook2025")
        self.old_sections = self.read("section_value_added", "yearbook2022")
        self.new_sections = self.read("section_value_added", "census5")
        self.old_industries = self.read("national_gdp", "database2024")
        self.new_industries = self.read("national_gdp", "database2025")
        self.provinces = self.read("province_gdp", "census4")
        self.growth = self.rows("section_real_growth", "communique2021")
        self.filled = _filled(project)

    def rows(self, statistic: str, vintage: str) -> list[dict[str, str]]:
        """The rows of a table by column."""
        with (self.data / statistic / f"{vintage}.csv").open(encoding="utf-8-sig", newline="") as file:
            return list(csv.DictReader(file))

    def read(self, statistic: str, vintage: str) -> Cells:
        """The values of a table by year and labels."""
        rows = self.rows(statistic, vintage)
        labels = [name for name in rows[0] if name not in ("year", "value", "status", "note")]
        return {(row["year"], *(row[name] for name in labels)): float(row["value"]) for row in rows}

    def revision(self, group: str) -> float:
        """Final over first figure of a group in 2021."""
        return self.final[str(LAST), group] / self.first[str(LAST), group]

    def overlap(self, section: str) -> float:
        """New over old basis of the group of a section in 2021."""
        members = next((names for names in GROUPS.values() if section in names), (section,))
        group = next((name for name, names in GROUPS.items() if section in names), section)
        new = sum(self.new_sections[str(LAST), member] for member in members)
        return new / self.final[str(LAST), group]


def _filled(project: Project) -> dict[str, float]:
    """Value added of the sections of 2021 as the edition on the first release has it, by Chinese name."""
    ingredients = load_ingredients(project, project.edition(EDITION))
    table = method().run(ingredients, ["section_value_added"])["section_value_added"]
    names = Vocabulary.read(project.names).scope_name
    return {names(scope): float(value) for scope, value in table[LAST].items()}


def final_groups(tables: Tables) -> Iterable[Row]:
    """The yearbook of 2022 to 2020, that of 2024 for 2021."""
    for (year, label), value in tables.first.items():
        yield year, label, tables.final[year, label] if year == str(LAST) else value, "实际", ""


def final_sections(tables: Tables) -> Iterable[Row]:
    """Published to 2020; of 2021 the sections inside two groups, by their proportions in the first release."""
    for (year, label), value in tables.old_sections.items():
        yield year, label, value, "实际", ""
    for group, sections in GROUPS.items():
        note = f"初步核算时的数（未公布的为补缺数）乘以{group}最终核实数与初步核算数之比"
        for section in sections:
            yield str(LAST), section, tables.filled[section] * tables.revision(group), "推算", note


def census_groups(tables: Tables) -> Iterable[Row]:
    """GDP and industries: revised from 2015, linked there before."""
    overlap = str(min(int(year) for year, _ in tables.new_industries))
    years = sorted({year for year, _ in tables.first})
    for year in years:
        if year >= overlap:
            for label in (NATION, *INDUSTRIES):
                yield year, label, tables.new_industries[year, label], "实际", ""
            continue
        note = f"第四次普查口径的数乘以两种口径{overlap}年数之比"
        parts = {
            label: round(
                tables.first[year, label]
                * tables.new_industries[overlap, label]
                / tables.old_industries[overlap, label],
                2,
            )
            for label in INDUSTRIES
        }
        for label, value in {NATION: sum(parts.values()), **parts}.items():
            yield year, label, value, "推算", note


def census_sections(tables: Tables) -> Iterable[Row]:
    """Published for 2021; before, the old figures times the overlap of 2021."""
    note = "第四次普查口径的数乘以所在行业组两种口径2021年数之比"
    for (year, label), value in tables.old_sections.items():
        if label != NATION:
            yield year, label, value * tables.overlap(label), "推算", note
    for (year, label), value in tables.new_sections.items():
        if year == str(LAST) and label != NATION:
            yield year, label, value, "实际", ""


def census_provinces(tables: Tables) -> Iterable[Row]:
    """Every industry of every province moved as the industry of the nation is in that year."""
    note = "第四次普查口径的数乘以全国同一产业两种口径当年数之比；合计为三者之和"
    provinces = list(dict.fromkeys(province for _, province, _ in tables.provinces))
    for year in map(str, range(FIRST, LAST + 1)):
        for province in provinces:
            parts = {
                label: round(
                    tables.provinces[year, province, label]
                    * tables.new_industries[year, label]
                    / tables.old_industries[year, label],
                    2,
                )
                for label in INDUSTRIES
            }
            for label, value in {TOTAL: sum(parts.values()), **parts}.items():
                yield year, province, label, value, "推算", note


def earlier_growth(tables: Tables) -> Iterable[Row]:
    """The rows before 2021 as they stand."""
    for row in tables.growth:
        if row["year"] < str(LAST):
            yield row["year"], row["section"], float(row["value"]), row["status"], row["note"]


MADE = {
    "group_value_added/final2021.csv": (("group",), final_groups),
    "section_value_added/final2021.csv": (("section",), final_sections),
    "group_value_added/census5_linked.csv": (("group",), census_groups),
    "section_value_added/census5_linked.csv": (("section",), census_sections),
    "province_gdp/census5_linked.csv": (("province", "industry"), census_provinces),
    "section_real_growth/communique2020.csv": (("section",), earlier_growth),
}


def made(project: Project) -> dict[Path, bytes]:
    """Every table as CSV by its path, values with two decimals."""
    tables = Tables(project)
    return {
        project.data / name: _csv(("year", *keys, "value", "status", "note"), rows(tables))
        for name, (keys, rows) in MADE.items()
    }


def _csv(header: Row, rows: Iterable[Row]) -> bytes:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(header)
    for *labels, value, status, note in rows:
        writer.writerow([*labels, round(value, 2), status, note])
    return text.getvalue().encode()


if __name__ == "__main__":
    replace_files(made(Project.open(PROJECT)))
    print("\n".join(f"已生成 content/data/{name}" for name in MADE))
