"""The table of printed places: written, read back, refused when it is of another build."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportgen.errors import ManyErrors
from reportgen.review.places import PrintedPlace, read_places, to_csv

ROWS = [
    PrintedPlace("value_added.national[2021]", "增加值.全国[2021]", "4.10万亿元", "20-overall.md:65", "", "4", "全部数字!B7"),
    PrintedPlace("value_added.national[2021]", "增加值.全国[2021]", "4.10", "scale_and_share", "图2", "5", "图2!E16"),
    PrintedPlace("nominal_growth.national[2021]", "名义增速.全国[2021]", "+14.6%", "a.md:1", "", "", "全部数字!B8"),
]


def written(folder: Path, text: str) -> Path:
    path = folder / "places.csv"
    path.write_text(text, encoding="utf-8")
    return path


def test_what_is_written_is_read_back(tmp_path: Path) -> None:
    path = written(tmp_path, to_csv(ROWS, "abc"))
    assert read_places(path, "abc") == ROWS
    assert path.read_text(encoding="utf-8").splitlines()[3].count("'+14.6%") == 1  # no formula for spreadsheets


def test_another_build_or_none_gives_none(tmp_path: Path) -> None:
    assert read_places(written(tmp_path, to_csv(ROWS, "abc")), "abd") is None
    assert read_places(tmp_path / "no.csv", "abc") is None


def test_a_broken_table_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ManyErrors, match="缺少列"):
        read_places(written(tmp_path, "address,label\na,b\n"), "abc")


def test_the_words_of_a_place() -> None:
    assert ROWS[1].words == "第 5 页　图2（scale_and_share）　印作“4.10”　工作簿 图2!E16"
    assert ROWS[2].words.startswith("页码不详　a.md:1　")
