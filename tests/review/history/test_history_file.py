"""The file of headlines: what it may hold, and every message with its line."""

from __future__ import annotations

from collections.abc import Callable, Collection
from decimal import Decimal
from pathlib import Path

import pytest

from reportgen.errors import AddressError, DataError, ManyErrors
from reportgen.facts.address import Vocabulary
from reportgen.review.history.history_file import REQUIRED, read_history
from reportgen.review.history.statements import Statement

NAMES = Path(__file__).parents[3] / "content/names.csv"
GOOD = {
    "edition": "2020", "metric": "value_added", "scope": "national", "year": "2019", "relation": "=",
    "value": "3.41", "unit": "万亿元", "is_forecast": "0", "source": "报道",
}  # fmt: skip
Read = Callable[..., list[Statement]]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """Read a file with rows that are the good one but for some cells."""

    def run(*rows: dict[str, str], own_files: Collection[int] = ()) -> list[Statement]:
        path = tmp_path / "history.csv"
        lines = [",".join(REQUIRED)]
        lines += [",".join((GOOD | row)[column] for column in REQUIRED) for row in rows]
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
        return read_history(path, Vocabulary.read(NAMES), own_files)

    return run


def test_a_row_is_read_as_printed(read: Read) -> None:
    (one,) = read({"value": "3.40"})
    assert (one.edition, one.key, one.year) == (2020, ("value_added", "national"), 2019)
    assert (one.value, one.precision, one.printed) == (Decimal("3.40"), 2, "3.40")
    assert (one.is_forecast, one.has_size, one.source) == (False, True, "报道")


def test_a_bound_says_so(read: Read) -> None:
    (one,) = read({"value": "3", "relation": ">"})
    assert one.printed == "超过3" and not one.has_size


@pytest.mark.parametrize(
    ("changed", "kind", "message"),
    [
        ({"metric": "value_add"}, AddressError, "没有指标“value_add”\n  怎么办：是否想写“value_added"),
        ({"scope": "nationale"}, AddressError, "没有范围“nationale”\n  怎么办：是否想写"),
        ({"scope": "全国"}, AddressError, "范围“全国”应写英文名\n  怎么办：写 national"),
        ({"unit": "万亿"}, DataError, "单位“万亿”无法识别\n  怎么办：是否想写“万亿元”"),
        ({"unit": "%"}, DataError, "单位“%”不能用于增加值\n  怎么办：核对该行；增加值以“亿元”计"),
        ({"value": "3.41万亿"}, DataError, "数值“3.41万亿”无法识别"),
        ({"value": ""}, DataError, "数值“”无法识别"),
        ({"relation": "超"}, DataError, "relation“超”无法识别"),
        ({"is_forecast": "E"}, DataError, "is_forecast“E”无法识别"),
        ({"source": ""}, DataError, "source 为空"),
        ({"edition": "20"}, DataError, "edition“20”不是年份"),
        ({"year": "2017-2019"}, DataError, "year“2017-2019”不是年份"),
        ({"year": "2021"}, DataError, "2020年版早于2021年，却不是预测\n  怎么办：核对两个年份；预测数"),
        ({"is_forecast": "1"}, DataError, "2020年版不会预测已过去的2018年"),
    ],
)
def test_what_is_wrong_is_said_with_its_line(
    read: Read, changed: dict[str, str], kind: type[Exception], message: str
) -> None:
    with pytest.raises(kind) as caught:
        read({}, changed | ({} if "year" in changed else {"year": "2018"}))
    assert message in str(caught.value) and "history.csv:3：" in str(caught.value)


def test_a_forecast_of_a_later_year_is_fine(read: Read) -> None:
    assert read({"year": "2021", "is_forecast": "1"})[0].is_forecast


def test_one_figure_stands_once(read: Read) -> None:
    with pytest.raises(
        DataError, match=r"history.csv:3：同一版次的同一个数出现两次\n.*前一处在 .*history.csv:2"
    ):
        read({}, {"value": "3.42"})


def test_an_edition_with_a_table_of_its_own_does_not_stand_here(read: Read) -> None:
    with pytest.raises(DataError, match=r"2020年版另有 2020.csv"):
        read({}, own_files=[2020])


def test_all_errors_come_together(read: Read) -> None:
    with pytest.raises(ManyErrors) as caught:
        read({"unit": "元整"}, {"year": "2018", "value": "x"})
    assert len(caught.value.errors) == 2


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="没有这个文件"):
        read_history(tmp_path / "history.csv", Vocabulary.read(NAMES), ())
