"""Snapshots written and read again, and files that were cut, edited or merged badly."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.errors import ContentError
from reportgen.facts.address import Address, Calendar
from reportgen.facts.fact import Fact, FactTable
from reportgen.facts.status import Status
from reportgen.project.files import replace_files
from reportgen.review.frozen_files import COLUMNS, EDITION, figure_files, frozen_files
from reportgen.review.read_frozen import read_frozen
from reportgen.review.same_value import digits
from reportgen.review.snapshot import PrintedNumber, Snapshot
from tests.text.facts import VOCABULARY

TEXTS = st.text(st.sampled_from("甲乙 a1,\"'.。！；=-（）%…[]"), min_size=1, max_size=12).map(
    lambda text: " ".join(text.split()) or "甲"
)
NAMES = st.text(st.sampled_from("abc_1"), min_size=1, max_size=5)
YEARS = st.sampled_from([(), (2021,), (2017, 2021)])
ADDRESSES = st.builds(Address, NAMES, st.sampled_from(["national", "sector.甲", "5G基站数"]), YEARS)
VALUES = st.floats(-1e12, 1e12, allow_nan=False).map(lambda value: float(digits(value)))
FACTS = st.builds(
    Fact, ADDRESSES, VALUES, st.sampled_from(["亿元", "%", "1"]), st.sampled_from(list(Status)), TEXTS
)
YEAR = st.integers(1950, 2100)


@st.composite
def snapshots(draw: st.DrawFn) -> Snapshot:
    table = FactTable(draw(st.lists(FACTS, min_size=1, max_size=5)), VOCABULARY)
    known = st.sampled_from([fact.address for fact in table])
    where = st.sampled_from(["10-overall.md", "employment"])
    texts = st.dictionaries(TEXTS, TEXTS, max_size=4)
    printed = st.builds(
        lambda address, where, passage, text: PrintedNumber(address, where, passage, where, text),
        known,
        where,
        TEXTS,
        TEXTS,
    )
    return Snapshot(
        "2022 年版",
        draw(st.builds(Calendar, YEAR, YEAR, YEAR)),
        table,
        tuple(draw(st.lists(printed, max_size=5))),
        draw(st.dictionaries(st.tuples(where, TEXTS), TEXTS, max_size=4)),
        draw(texts),
        draw(texts),
        draw(st.dictionaries(NAMES, st.just("<svg/>"), max_size=2)),
    )


def compared(snapshot: Snapshot) -> Snapshot:
    """The snapshot with its facts as a list, which can be compared."""
    return dataclasses.replace(snapshot, facts=list(snapshot.facts))


def write(folder: Path, snapshot: Snapshot) -> Path:
    files = frozen_files(snapshot) | figure_files(snapshot)
    replace_files({folder / name: content for name, content in files.items()})
    return folder


@given(snapshots())
def test_the_same_snapshot_comes_back(tmp_path_factory: pytest.TempPathFactory, snapshot: Snapshot) -> None:
    folder = write(tmp_path_factory.mktemp("frozen"), snapshot)
    assert compared(read_frozen(folder, snapshot.name, VOCABULARY)) == compared(snapshot)


def small(value: float = 40983.205, growth: str = "增长14.53%") -> Snapshot:
    scale, rate = Address("value_added", "national", (2021,)), Address("nominal_growth", "national", (2021,))
    facts = [
        Fact(scale, value, "亿元", Status.测算, "增加值.全国[2021]"),
        Fact(rate, 14.525, "%", Status.测算, "名义增速.全国[2021]"),
    ]
    return Snapshot(
        "2022 年版",
        Calendar(2017, 2021, 2022),
        FactTable(facts, VOCABULARY),
        (PrintedNumber(rate, "10-overall.md", "规模", "10-overall.md:7", growth),),
        {("10-overall.md", "规模"): f"规模扩大。名义{growth}！好。"},
        {"content/names.csv": "0" * 64},
        {"assumed_nominal_growth": "7%（预测）"},
        {},
    )


@pytest.fixture
def frozen(tmp_path: Path) -> Path:
    return write(tmp_path, small())


def test_one_number_and_one_sentence_a_line(frozen: Path) -> None:
    assert (frozen / "facts.csv").read_text("utf-8").splitlines()[1:] == [
        "nominal_growth.national[2021],14.525,%,测算,名义增速.全国[2021]",
        "value_added.national[2021],40983.205,亿元,测算,增加值.全国[2021]",
    ]
    assert (frozen / "words.csv").read_text("utf-8").splitlines()[1:] == [
        "10-overall.md,规模,规模扩大。",
        "10-overall.md,规模,名义增长14.53%！",
        "10-overall.md,规模,好。",
    ]
    printed = (frozen / "printed.csv").read_text("utf-8")
    assert printed.splitlines()[1:] == ["10-overall.md,规模,nominal_growth.national[2021],增长14.53%"]
    assert b"\r" not in b"".join(path.read_bytes() for path in frozen.iterdir())


def changed_lines(before: Snapshot, after: Snapshot) -> dict[str, int]:
    """How many lines of each file differ."""
    old, new = frozen_files(before), frozen_files(after)
    return {
        name: sum(
            one != other for one, other in zip(old[name].split(b"\n"), new[name].split(b"\n"), strict=True)
        )
        for name in old
        if old[name] != new[name] and name != EDITION
    }


def test_a_number_that_moves_is_one_line(frozen: Path) -> None:
    assert changed_lines(small(), small(value=41000.0)) == {"facts.csv": 1}
    assert changed_lines(small(), small(growth="增长14.60%")) == {"printed.csv": 1, "words.csv": 1}


def test_a_line_that_moves_down_in_its_chapter_is_no_change() -> None:
    (number,) = small().printed
    moved = dataclasses.replace(small(), printed=(number._replace(line="10-overall.md:99"),))
    assert frozen_files(moved) == frozen_files(small())


def test_how_a_checkout_ends_lines_does_not_matter(frozen: Path) -> None:
    for path in frozen.iterdir():
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert len(read_frozen(frozen, "甲", VOCABULARY).facts) == 2


Break = Callable[[str], str]
BROKEN: dict[str, tuple[str, Break, str, str]] = {
    "edited": ("facts.csv", lambda text: text.replace("40983.205", "40983.3"), "", "缺行、多行或改过"),
    "cut": ("words.csv", lambda text: text.rpartition("10-")[0], "", "缺行、多行或改过"),
    "number": ("facts.csv", lambda text: text.replace("14.525", "14,525"), ":2", "有 6 格"),
    "no number": ("facts.csv", lambda text: text.replace("14.525", "nan"), ":2", "“nan”不是数字"),
    "status": ("facts.csv", lambda text: text.replace("亿元,测算", "亿元,估计"), ":3", "没有状态“估计”"),
    "address": ("facts.csv", lambda text: text.replace("value_added.", ""), ":3", "不合格式"),
    "conflict": ("inputs.csv", lambda text: f"<<<<<<< HEAD\n{text}", ":1", "缺少列“file”"),
    "fact gone": (
        "printed.csv",
        lambda text: text.replace("nominal", "real"),
        ":2",
        "facts.csv 中没有 real_growth",
    ),
    "no year": (EDITION, lambda text: text.replace("2021", "去年"), ":1", "缺少“reference_year”"),
    "no fingerprint": (EDITION, lambda text: text.partition("words.csv")[0], ":1", "缺少“words.csv”"),
}


@pytest.mark.parametrize(("file", "edit", "line", "said"), BROKEN.values(), ids=BROKEN)
def test_broken_files(frozen: Path, file: str, edit: Break, line: str, said: str) -> None:
    text = (frozen / file).read_text("utf-8")
    assert edit(text) != text
    (frozen / file).write_text(edit(text), "utf-8")
    with pytest.raises(ContentError) as caught:
        read_frozen(frozen, "甲", VOCABULARY)
    errors = getattr(caught.value, "errors", (caught.value,))
    assert errors[0].place == f"{frozen / file}{line}"
    assert said in errors[0].problem
    assert "reportgen publish --again" in errors[0].remedy


@pytest.mark.parametrize("name", [EDITION, *COLUMNS])
def test_a_file_that_is_missing(frozen: Path, name: str) -> None:
    (frozen / name).unlink()
    with pytest.raises(ContentError, match=f"发布稿缺少 {name}"):
        read_frozen(frozen, "甲", VOCABULARY)
