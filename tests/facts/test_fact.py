"""The table of facts: order, search, the CSV file, and what is said about missing facts."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportgen.errors import AddressError, DataError
from reportgen.facts.address import Address, Vocabulary
from reportgen.facts.fact import Fact, FactTable
from reportgen.facts.status import Status
from tests.facts.conftest import NAMES
from tests.small_estimate import SmallRun

VOCABULARY = Vocabulary.read(NAMES)


def fact(metric: str, scope: str, value: float, *years: int, status: Status = Status.测算) -> Fact:
    address = Address(metric, scope, years)
    return Fact(address, value, VOCABULARY.metrics[metric].unit, status, VOCABULARY.chinese(address))


@pytest.fixture
def table() -> FactTable:
    facts = [
        fact("value_added", "sector.manufacturing", 17500.5, 2021),
        fact("value_added", "national", 0.1 + 0.2, 2021),
        fact("value_added", "national", 35800.0, 2020),
        fact("cagr", "national", 14.9, 2017, 2021),
        fact("capital_elasticity", "national", 0.68),
    ]
    return FactTable(facts, VOCABULARY)


def test_iteration_is_sorted(table: FactTable) -> None:
    assert [one.address.english for one in table] == [
        "cagr.national[2017-2021]",
        "capital_elasticity.national",
        "value_added.national[2020]",
        "value_added.national[2021]",
        "value_added.sector.manufacturing[2021]",
    ]
    assert len(table) == 5
    assert Address("value_added", "national", (2021,)) in table
    assert Address("value_added", "national", (2022,)) not in table


@pytest.mark.parametrize(
    ("address", "message"),
    [
        (
            Address("value_added", "national", (2035,)),
            "没有这个数：增加值.全国[2035]\n  怎么办：该指标和范围现有年份：2020、2021",
        ),
        (
            Address("capital_elasticity", "national", (2021,)),
            "没有这个数：资本产出弹性.全国[2021]\n  怎么办：该指标和范围现有年份：不带年份",
        ),
        (
            Address("value_added", "sector.education", (2021,)),
            "没有这个数：增加值.教育[2021]\n  怎么办：该指标现有范围：全国、制造业",
        ),
        (
            Address("gdp", "national", (2021,)),
            "没有这个数：生产总值.全国[2021]\n  怎么办：该指标本版未测算；用 reportgen facts 查询可用的指标",
        ),
    ],
)
def test_missing_facts(table: FactTable, address: Address, message: str) -> None:
    with pytest.raises(AddressError) as caught:
        table.get(address)
    assert str(caught.value) == message


def test_many_scopes_are_cut_short() -> None:
    scopes = VOCABULARY.scopes_of_kind("province")
    table = FactTable([fact("gdp", scope, 1.0, 2021) for scope in scopes], VOCABULARY)
    with pytest.raises(AddressError) as caught:
        table.get(Address("gdp", "national", (2021,)))
    assert caught.value.remedy.count("、") == 7
    assert caught.value.remedy.endswith("等")


def test_csv_holds_unrounded_values_and_comes_back(table: FactTable, tmp_path: Path) -> None:
    text = table.to_csv()
    assert text.splitlines()[0] == "address,metric,scope,year,value,unit,status,label"
    assert (
        "value_added.national[2021],value_added,national,2021,0.30000000000000004,亿元,测算,增加值.全国[2021]"
        in text
    )
    path = tmp_path / "facts.csv"
    path.write_text(text, encoding="utf-8")
    again = FactTable.read_csv(path, VOCABULARY)
    assert list(again) == list(table)
    assert again.to_csv() == text


@settings(max_examples=50, deadline=None, derandomize=True)
@given(st.floats(allow_nan=False, allow_infinity=False), st.sampled_from(Status))
def test_every_value_survives_the_csv(
    tmp_path_factory: pytest.TempPathFactory, value: float, status: Status
) -> None:
    path = tmp_path_factory.getbasetemp() / "one.csv"
    table = FactTable([fact("gdp", "national", value, 2021, status=status)], VOCABULARY)
    path.write_text(table.to_csv(), encoding="utf-8")
    assert list(FactTable.read_csv(path, VOCABULARY)) == list(table)


def test_facts_of_the_small_project_survive_the_csv(small: SmallRun, tmp_path: Path) -> None:
    path = tmp_path / "facts.csv"
    path.write_text(small.estimate.facts.to_csv(), encoding="utf-8")
    assert list(FactTable.read_csv(path, small.vocabulary)) == list(small.estimate.facts)


def test_missing_csv(tmp_path: Path) -> None:
    path = tmp_path / "facts.csv"
    with pytest.raises(DataError) as caught:
        FactTable.read_csv(path, VOCABULARY)
    assert str(caught.value) == f"{path}：没有这个事实表\n  怎么办：先运行 reportgen build"


def test_csv_with_other_columns(tmp_path: Path) -> None:
    path = tmp_path / "facts.csv"
    path.write_text("address,value\n", encoding="utf-8")
    with pytest.raises(DataError) as caught:
        FactTable.read_csv(path, VOCABULARY)
    assert str(caught.value) == (
        f"{path}：列应为 address、metric、scope、year、value、unit、status、label\n  怎么办：重新生成该文件"
    )


def test_only_a_forecast_is_a_forecast() -> None:
    for status in Status:
        assert fact("gdp", "national", 1.0, 2022, status=status).is_forecast is (status is Status.预测)


def test_a_table_is_the_same_after_it_was_handed_to_another_process(table: FactTable) -> None:
    again = pickle.loads(pickle.dumps(table))
    assert list(again) == list(table) and len(again) == len(table) > 0
    assert all(type(one) is Fact and type(one.address) is Address for one in again)
