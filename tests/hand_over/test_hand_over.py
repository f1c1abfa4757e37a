"""A full year: 2022 is frozen, the statistics of 2023's edition are made up, and it is built, compared and signed."""

from __future__ import annotations

import csv
from collections import Counter, defaultdict
from pathlib import Path

import pytest
from pypdfium2 import PdfDocument

from tests.hand_over import next_year
from tests.hand_over.handed_over import HandOver

pytestmark = pytest.mark.slow

Rows = dict[str, dict[str, str]]
ONLY_FORECAST = {
    "GDP名义增速假定",
    "GDP实际增速假定",
    "增速突出名单",
}  # assumptions, and a list that members leave


@pytest.fixture(scope="module")
def done(tmp_path_factory: pytest.TempPathFactory) -> HandOver:
    """The whole hand-over, once."""
    hand_over = HandOver(tmp_path_factory.mktemp("institute") / "project")
    hand_over.close_old_year()
    hand_over.add_new_year()
    hand_over.make_new_edition()
    return hand_over


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def before(done: HandOver) -> Rows:
    """The facts of 2022's edition as frozen."""
    return {one["label"]: one for one in rows(done.project.frozen(2022) / "facts.csv")}


@pytest.fixture(scope="module")
def after(done: HandOver) -> Rows:
    """The facts of 2023's edition as built."""
    return {one["label"]: one for one in rows(done.project.build(2023) / "facts.csv")}


@pytest.fixture(scope="module")
def changes(done: HandOver) -> list[dict[str, str]]:
    """The table of the comparison."""
    return rows(done.project.build(2023) / "changes.csv")


def value(facts: Rows, label: str) -> float:
    return float(facts[label]["value"])


def test_every_command_succeeds(done: HandOver) -> None:
    failed = {step: said.output for step, said in done.said.items() if said.exit_code}
    assert failed == {}


def test_the_old_year_is_a_forecast_no_more(before: Rows, after: Rows) -> None:
    was = {label for label, one in before.items() if label.endswith("[2022]") and one["status"] == "预测"}
    now = Counter(after[label]["status"] for label in was if label in after)
    assert len(was) > 3000 and now["预测"] == 0
    assert {label.partition(".")[0] for label in was - after.keys()} <= ONLY_FORECAST
    assert after["增加值.全国[2022]"]["status"] == before["增加值.全国[2021]"]["status"] == "推算"
    assert after["生产总值.全国[2022]"]["status"] == "实际"
    assert after["增加值.全国[2023]"]["status"] == "预测"


def test_sections_grow_by_the_factors(after: Rows) -> None:
    """The multiplier of 2022 is 1, so that each section's value added grows with the section."""
    groups = {"工业", "其他行业"}
    factors = {name: one for name, one in next_year.GROUP_FACTORS.items() if name not in groups}
    expected = factors | next_year.SECTION_FACTORS
    expected |= {name: 1 + growth / 100 for name, growth in next_year.REAL_GROWTH.items()}
    grown = {name: 1 + value(after, f"名义增速.{name}[2022]") / 100 for name in expected}
    assert len(expected) == 11
    assert grown == pytest.approx(expected, abs=1e-6)


def test_the_headline_is_the_mean_of_the_sections(after: Rows) -> None:
    sections = [label for label in after if label.startswith("行业增加值.") and label.endswith("[2022]")]
    names = [label.removeprefix("行业增加值.").removesuffix("[2022]") for label in sections]
    assert len(names) == 19
    last = {name: value(after, f"增加值.{name}[2021]") for name in names}
    assert sum(last.values()) == pytest.approx(value(after, "增加值.全国[2021]"))
    weighted = sum(last[name] * value(after, f"名义增速.{name}[2022]") for name in names)
    assert value(after, "名义增速.全国[2022]") == pytest.approx(weighted / sum(last.values()))
    gdp = sum(next_year.GROUP_FACTORS[name] * figure for name, figure in final_groups().items())
    assert value(after, "生产总值.全国[2022]") == pytest.approx(gdp, abs=0.05)


def final_groups() -> dict[str, float]:
    path = Path(__file__).parents[2] / "content/data/group_value_added/final2021.csv"
    found = {one["group"]: float(one["value"]) for one in rows(path) if one["year"] == "2021"}
    return {name: found[name] for name in next_year.GROUP_FACTORS}


def test_the_paper_speaks_of_the_new_year(done: HandOver, after: Rows) -> None:
    with PdfDocument(done.project.build(2023) / "report.pdf") as pdf:
        text = "".join("".join(page.get_textpage().get_text_range() for page in pdf).split())
    assert "（2023年）" in text
    assert f"{value(after, '增加值.全国[2022]') / 10000:.2f}万亿元" in text
    assert f"{value(after, '增加值.全国[2023]') / 10000:.2f}万亿元" in text
    assert "没有发现矛盾" in done.said["核对"].output


def test_both_sides_of_the_comparison_are_told(
    done: HandOver, before: Rows, after: Rows, changes: list[dict[str, str]]
) -> None:
    same = [one for one in changes if one["视图"] == "同一年的数"]
    later = [one for one in changes if one["视图"] == "顺延一年的数"]
    assert len(changes) == len(same) + len(later) and len(same) > 3000
    for one in changes[:: len(changes) // 400]:
        if one["旧值"]:
            assert float(one["旧值"]) == pytest.approx(value(before, one["旧地址"]), rel=1e-11)
        if one["新值"]:
            assert float(one["新值"]) == pytest.approx(value(after, one["地址"]), rel=1e-11)
    moved = {
        label
        for label in before.keys() & after.keys()
        if value(before, label) != pytest.approx(value(after, label), rel=1e-9, abs=1e-12)
    }
    assert {one["地址"] for one in same if one["变化"] == "数值变化"} == moved


def test_the_next_year_stands_beside_the_last(changes: list[dict[str, str]]) -> None:
    pairs = {(one["旧地址"], one["地址"]) for one in changes if one["视图"] == "顺延一年的数"}
    for metric in ("增加值.全国", "名义增速.全国", "带动就业.全国"):
        assert (f"{metric}[2021]", f"{metric}[2022]") in pairs
        assert (f"{metric}[2022]", f"{metric}[2023]") in pairs


def test_published_and_present_give_the_same_changes(done: HandOver) -> None:
    frozen, present = (done.said[step].output.splitlines() for step in ("比发布稿", "比旧版"))
    assert frozen[0] == "2022 年版（发布稿） → 2023 年版"
    assert present[0] == "2022 年版 → 2023 年版"
    frozen, present = (lines[1 : lines.index("", lines.index("") + 1)] for lines in (frozen, present))
    assert any(line.startswith("印文已变") for line in frozen) and frozen == present


def test_the_causes_of_every_headline_add_up(done: HandOver) -> None:
    sums: dict[tuple[str, str, str], float] = defaultdict(float)
    changed: dict[tuple[str, str, str], float] = {}
    causes: dict[tuple[str, str, str], dict[str, float]] = defaultdict(dict)
    for one in rows(done.project.build(2023) / "causes.csv"):
        key = (one["所比年份"], one["指标（前版）"], one["指标（后版）"])
        sums[key] += float(one["数额"])
        causes[key][one["归类"]] = float(one["数额"])
        changed[key] = float(one["后版印出"]) - float(one["前版印出"])
    assert sums == pytest.approx(changed, abs=1e-9)
    last_year = causes["同一年份", "增加值.全国[2021]", "增加值.全国[2021]"]
    assert last_year["统计数据修订"] > 0 and last_year["新增年份数据"] == pytest.approx(0)
    grown = causes["本年比本年", "增加值.全国[2021]", "增加值.全国[2022]"]
    assert grown["新增年份数据"] > 5 * abs(grown["统计数据修订"])
    page = (done.project.build(2023) / "changes.html").read_text(encoding="utf-8")
    assert "统计数据修订" in page and "不能分解原因" not in page


def test_passages_that_changed_wait_and_are_signed(done: HandOver) -> None:
    carried, signed = (_counts(done.said[step].output) for step in ("待签", "已签"))
    assert carried["待复核"] > 50 and carried["已签"] > 50
    assert signed == {"已签": sum(carried.values()), "待复核": 0, "未签": 0}
    assert f"已签 {carried['待复核'] + carried['未签']} 段" in done.said["签新版"].output
    assert "占GDP比重.全国[2022] 的状态：预测 → 推算" in done.said["待签"].output
    signers = Counter(one["signer"] for one in rows(done.project.sign_offs(2023)))
    assert signers == {"甲": carried["已签"], "乙": carried["待复核"] + carried["未签"]}


def _counts(text: str) -> dict[str, int]:
    last = next(line.split("\t") for line in text.splitlines() if line.startswith("合计"))
    return dict(zip(("已签", "待复核", "未签"), map(int, last[1:]), strict=True))


def test_the_new_edition_is_frozen_as_built(done: HandOver, after: Rows) -> None:
    frozen = {one["label"]: one for one in rows(done.project.frozen(2023) / "facts.csv")}
    assert frozen.keys() == after.keys()
    assert value(frozen, "增加值.全国[2022]") == pytest.approx(value(after, "增加值.全国[2022]"), rel=1e-11)
