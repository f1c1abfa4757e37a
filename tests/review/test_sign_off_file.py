"""The file of signatures: what is written is read again, and what a hand has broken is refused with its line."""

import pytest

from reportgen.errors import DataError, ManyErrors
from reportgen.review.sign_off import SignedNumber, SignOff
from reportgen.review.sign_off_file import read_sign_offs, sign_off_text

NUMBERS = {
    "增加值.全国[2021]": SignedNumber("40983.205", "测算"),
    "背景.甲；乙=丙": SignedNumber("-1.5e-07", "实际"),
}
SIGNED = [
    SignOff(
        "20-a.md", "规模", '开头，有"引号"', "0123456789ab", "ba9876543210", "张三", "2022-11-01", NUMBERS
    ),
    SignOff("20-a.md", "", "另一段", "0123456789ac", "ba9876543211", "李四", "2022-11-02", {}),
]


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "review.csv"
    path.write_text(sign_off_text(SIGNED), encoding="utf-8")
    return path


def test_one_line_a_passage_that_is_read_as_written(path):
    assert len(path.read_text(encoding="utf-8").splitlines()) == 1 + len(SIGNED)
    assert read_sign_offs(path) == SIGNED


def test_without_a_file_nothing_is_signed(tmp_path):
    assert read_sign_offs(tmp_path / "review.csv") == []


@pytest.mark.parametrize(
    ("old", "new", "line", "problem"),
    [
        ("0123456789ac", "0123", 3, "列“text”应为 12 位十六进制数，现为“0123”"),
        ("ba9876543211", "", 3, "列“printed”应为"),
        ("张三", " ", 2, "列“signer”是空的"),
        ("2022-11-02", "昨天", 3, "日期应如 2022-12-01，现为“昨天”"),
        ("40983.205 测算", "四万 测算", 2, "列“numbers”中“增加值.全国[2021]=四万 测算”写了两次或读不出"),
        ("205 测算", "205 估计", 2, "列“numbers”中“增加值.全国[2021]=40983.205 估计”"),
        ("背景.甲；乙=丙", "增加值.全国[2021]", 2, "列“numbers”中“增加值.全国[2021]=-1.5e-07 实际”"),
        ("20-a.md,,另", "<<<<<<< HEAD\n20-a.md,,另", 3, "有 1 格，表头有 8 列"),
        ("chapter,", "章,", 1, "缺少列“chapter”"),
    ],
)
def test_what_a_hand_has_broken(path, old, new, line, problem):
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8")
    with pytest.raises(DataError) as caught:
        read_sign_offs(path)
    assert problem in caught.value.problem
    assert caught.value.place == f"{path}:{line}"
    assert caught.value.remedy


def test_all_broken_lines_come_together(path):
    path.write_text(path.read_text(encoding="utf-8").replace("2022-11-0", "2022-13-0"), encoding="utf-8")
    with pytest.raises(ManyErrors) as caught:
        read_sign_offs(path)
    assert [one.place for one in caught.value.errors] == [f"{path}:2", f"{path}:3"]
