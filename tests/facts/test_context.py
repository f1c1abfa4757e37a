from pathlib import Path

import pytest

from reportgen.errors import AddressError
from reportgen.facts.address import Address, Calendar, Vocabulary
from reportgen.facts.context import Context, ContextFact, Date
from reportgen.facts.fact import Fact, FactTable
from reportgen.facts.search import search
from reportgen.facts.status import Status

VOCABULARY = Vocabulary.read(Path(__file__).parents[2] / "content/names.csv")
NATIONAL = Fact(Address("value_added", "national", (2021,)), 1.5, "亿元", Status.测算, "增加值.全国[2021]")


def fact(digits: str, as_of: Date, *, name: str = "5G基站数", ages: bool = True) -> ContextFact:
    return ContextFact(name, digits, "万个", "超过", as_of, ages, "公开报道", "含室内", f"facts.csv:{digits}")


FACTS = [fact("220", Date(2022, 9)), fact("140", Date(2021)), fact("330", Date(2023, 11))]


@pytest.mark.parametrize(
    ("date", "digits"),
    [
        (Date(2023, 12), "330"),
        (Date(2023, 10), "220"),
        (Date(2022, 9), "220"),
        (Date(2022, 8), "140"),
        (Date(2021), "140"),
        (Date(2020, 12), None),
    ],
)
def test_the_latest_that_is_not_newer_than_the_edition_holds(date, digits):
    context = Context.at(FACTS, date)
    assert (context.usable["5G基站数"].digits if digits else None) == digits
    assert list(context.later) == ([] if digits else ["5G基站数"])


def test_of_facts_that_are_all_newer_the_earliest_is_remembered():
    assert Context.at(FACTS, Date(2020)).later["5G基站数"].as_of == Date(2021)


@pytest.mark.parametrize(
    ("as_of", "ages", "date", "warned"),
    [
        (Date(2022, 9), True, Date(2023, 9), False),
        (Date(2022, 9), True, Date(2023, 10), True),
        (Date(2022), True, Date(2023, 12), False),
        (Date(2022), True, Date(2024, 1), True),
        (Date(2022), False, Date(2030), False),
    ],
)
def test_warns_of_used_facts_older_than_twelve_months(as_of, ages, date, warned):
    context = Context.at([fact("1", as_of, ages=ages), fact("2", Date(1999), name="未引用")], date)
    warnings = context.old([NATIONAL.address, Address("context", "5G基站数"), Address("context", "5G基站数")])
    assert len(warnings) == warned
    assert all("facts.csv:1" in text and as_of.text in text for text in warnings)


def test_usable_facts_join_the_table_and_are_found_by_words():
    table = Context.at([*FACTS, fact("9", Date(2099), name="卫星数")], Date(2022, 12)).added_to(
        FactTable([NATIONAL], VOCABULARY)
    )
    assert NATIONAL in list(table)
    calendar = Calendar(2017, 2021, 2022)
    (found,) = search(table, calendar, "5G").facts
    assert (found.label, found.value, found.unit, found.status) == ("背景.5G基站数", 220, "万个", Status.实际)
    assert table.get(table.vocabulary.parse("背景.5G基站数", calendar)) == found
    with pytest.raises(AddressError):
        table.get(table.vocabulary.parse("背景.卫星数", calendar))


def test_trace_names_source_date_and_line():
    context = Context.at(FACTS, Date(2022, 12))
    text = context.trace(Address("context", "5G基站数"))
    assert text.startswith("背景.5G基站数 = 超过220万个")
    assert all(part in text for part in ("2022年9月", "公开报道", "含室内", "facts.csv:220"))
    with pytest.raises(AddressError, match="晚于本版日期"):
        Context.at(FACTS, Date(2020)).trace(Address("context", "5G基站数"))
