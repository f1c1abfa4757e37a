import pytest

from reportgen.errors import ChapterError
from reportgen.facts.context import Context, ContextFact, Date
from reportgen.facts.reader import Reader
from reportgen.facts.status import Status
from reportgen.text.beside import Beside
from reportgen.text.blocks import Number
from tests.text.facts import reader, sentence, write

STATIONS = ContextFact("5G基站数", "220", "万个", "超过", Date(2022, 9), True, "公开报道", "", "facts.csv:2")
MODES = ContextFact("应用模式数", "6", "种", "=", Date(2022), False, "公开报道", "", "facts.csv:3")
PLATFORMS = ContextFact("平台数", "28", "个", "=", Date(2023, 3), True, "公开报道", "", "facts.csv:4")
CONTEXT = Context.at([STATIONS, MODES, PLATFORMS], Date(2022, 12))
BESIDE = Beside(context=CONTEXT)


def with_context() -> Reader:
    facts = reader()
    return Reader(CONTEXT.added_to(facts.facts), facts.calendar)


def printed(folder, text: str) -> str:
    return sentence(folder, text, with_context(), BESIDE)


def test_prints_the_fact_with_its_relation_and_unit(tmp_path):
    assert (
        printed(tmp_path, '基站{{ 背景("5G基站数") }}，{{ 背景("应用模式数") }}模式')
        == "基站超过220万个，6种模式"
    )


def test_the_date_is_printed_as_it_is_known(tmp_path):
    assert printed(tmp_path, '截至{{ 背景截至("5G基站数") }}') == "截至2022年9月"
    assert printed(tmp_path, '截至{{ 背景截至("应用模式数") }}') == "截至2022年"


def test_the_use_is_recorded_like_that_of_any_number(tmp_path):
    facts = with_context()
    chapter = write(tmp_path, '# 甲\n\n基站\n{{ 背景("5G基站数") }}。\n', facts, BESIDE)
    assert [(use.address.english, use.place) for use in facts.uses if use.printed == "超过220万个"] == [
        ("context.5G基站数", "02-overall.md:4")
    ]
    (number,) = [part for part in chapter.blocks[1].content if isinstance(part, Number)]
    assert (number.text, number.unit, number.status) == ("220万个", "万个", Status.实际)
    assert facts.facts.get(number.addresses[0]).value == 220


def test_a_fact_newer_than_the_edition_is_not_there(tmp_path):
    text = '{% if 有背景("5G基站数") %}有{% endif %}{% if not 有背景("平台数") %}无{% endif %}'
    assert printed(tmp_path, text) == "有无"


@pytest.mark.parametrize("name", ["背景", "背景截至"])
def test_a_fact_newer_than_the_edition_cannot_be_printed(tmp_path, name):
    with pytest.raises(ChapterError, match="截至2023年3月，晚于本版日期") as caught:
        printed(tmp_path, f'共{{{{ {name}("平台数") }}}}')
    assert caught.value.place == "02-overall.md:3"
    assert '有背景("平台数")' in caught.value.remedy


@pytest.mark.parametrize("name", ["背景", "有背景", "背景截至"])
def test_an_unknown_fact_names_the_nearest(tmp_path, name):
    with pytest.raises(ChapterError, match="没有背景事实“基站数”") as caught:
        printed(tmp_path, f'共{{{{ {name}("基站数") }}}}')
    assert "5G基站数" in caught.value.remedy
