"""The vocabulary file: what it must hold, and what is said when it does not."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from reportgen.errors import DataError
from reportgen.facts.address import Vocabulary

HEADER = "kind,english,chinese,aliases,unit,decimals,definition\n"


def test_missing_file(tmp_path: Path) -> None:
    path = tmp_path / "names.csv"
    with pytest.raises(DataError) as caught:
        Vocabulary.read(path)
    assert str(caught.value) == f"{path}：没有词汇表\n  怎么办：从版本库恢复该文件"


def test_unknown_kind(tmp_path: Path) -> None:
    path = tmp_path / "names.csv"
    path.write_text(HEADER + "metric,gdp,生产总值,,亿元,2,\nscop,national,全国,,,,\n", encoding="utf-8")
    with pytest.raises(DataError) as caught:
        Vocabulary.read(path)
    assert str(caught.value) == (
        f"{path}:3：kind 列只能是 metric 或 scope，现为“scop”\n  怎么办：是否想写“scope”？"
    )


def test_columns_of_a_name(tmp_path: Path) -> None:
    path = tmp_path / "names.csv"
    path.write_text(HEADER + "metric,gdp,生产总值,产值|总值,亿元,,定义\n", encoding="utf-8")
    name = Vocabulary.read(path).metrics["gdp"]
    assert (name.chinese, name.aliases, name.unit, name.decimals) == (
        "生产总值",
        ("产值", "总值"),
        "亿元",
        None,
    )


@pytest.mark.parametrize("kind", ["metrics", "scopes"])
def test_no_name_stands_for_two_things(vocabulary: Vocabulary, kind: str) -> None:
    names = getattr(vocabulary, kind).values()
    written = Counter(text for name in names for text in {name.english, name.chinese, *name.aliases})
    assert [text for text, times in written.items() if times > 1] == []


def test_scopes_of_a_kind_come_in_the_order_of_the_file(vocabulary: Vocabulary) -> None:
    assert vocabulary.scopes_of_kind("industry") == [
        "industry.primary",
        "industry.secondary",
        "industry.tertiary",
    ]
    numbers = {
        kind: len(vocabulary.scopes_of_kind(kind)) for kind in ("sector", "province", "zone", "direct")
    }
    assert numbers == {"sector": 19, "province": 31, "zone": 7, "direct": 4}


def test_names_of_made_scopes(vocabulary: Vocabulary) -> None:
    assert vocabulary.scope_name("province.hebei.secondary") == "河北.第二产业"
    assert vocabulary.scope_name("io.34067") == "部门.34067"
    assert vocabulary.scope_name("subsector.39088") == "子行业.计算机"
    assert vocabulary.scope_name("unheard_of") == "unheard_of"
