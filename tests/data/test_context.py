"""Context facts: the real table is sound, and every way to spoil a row is named with its line."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from reportgen.data.context import edition_date, load_context, read_context
from reportgen.errors import ContentError, DataError, EditionError, ManyErrors
from reportgen.facts.address import Vocabulary
from reportgen.facts.context import Date
from reportgen.project.edition import Imprint
from reportgen.project.folders import Project

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "content/context"
VOCABULARY = Vocabulary.read(ROOT / "content/names.csv")
HEAD = "name,value,unit,relation,as_of,kind,source,note\n"
ROW = "5G基站数,220,万个,超过,2022-09,时点数,公开报道,含室内\n"


def read(folder: Path, text: str):
    shutil.copy(FOLDER / "facts.card.yaml", folder)
    (folder / "facts.csv").write_text(text, encoding="utf-8")
    return read_context(folder, VOCABULARY, folder)


def test_a_row_becomes_a_fact_with_its_line(tmp_path):
    (fact,) = read(tmp_path, HEAD + ROW)
    assert (fact.name, fact.text, fact.as_of, fact.ages) == ("5G基站数", "超过220万个", Date(2022, 9), True)
    assert (fact.source, fact.note, fact.place) == ("公开报道", "含室内", "facts.csv:2")


def test_digits_are_kept_as_written_and_an_exact_number_has_no_word(tmp_path):
    (fact,) = read(tmp_path, HEAD + "日均量,1.70,亿次,=,2022,固定数,公开报道,\n")
    assert (fact.text, fact.as_of, fact.ages) == ("1.70亿次", Date(2022), False)


def test_a_project_without_the_folder_has_no_context(tmp_path):
    assert read_context(tmp_path / "context", VOCABULARY, tmp_path) == []


@pytest.mark.parametrize(
    ("old", "new", "problem", "remedy"),
    [
        ("220", "二百二", "value 列“二百二”不合格式", "数字"),
        ("220", "1e3", "value 列“1e3”不合格式", "数字"),
        ("220", "", "value 列“”不合格式", "数字"),
        ("万个", "", "unit 列是空的", "单位"),
        ("公开报道", "", "source 列是空的", "出处"),
        ("5G基站数", "", "name 列是空的", "名称"),
        ("5G基站数", "5G.基站", "含空格、点或方括号", "去掉"),
        ("5G基站数", "广东", "已是一个范围的名称", "换一个"),
        ("超过", "超", "relation 列没有“超”", "超过"),
        ("2022-09", "2022-13", "as_of 列“2022-13”不合格式", "2022-09"),
        ("2022-09", "2022年9月", "as_of 列“2022年9月”不合格式", "2022-09"),
        ("时点数", "时点", "kind 列没有“时点”", "时点数"),
    ],
)
def test_a_wrong_row_is_named_with_line_and_remedy(tmp_path, old, new, problem, remedy):
    with pytest.raises(DataError) as caught:
        read(tmp_path, HEAD + ROW.replace(old, new))
    assert caught.value.place.endswith("facts.csv:2")
    assert problem in caught.value.problem
    assert remedy in caught.value.remedy


@pytest.mark.parametrize(
    ("text", "place", "problem"),
    [
        (HEAD + ROW + ROW, "facts.csv:3", "写了两行"),
        (HEAD.replace("as_of", "date") + ROW, "facts.csv:1", "表头应为"),
        (HEAD + "5G基站数,220\n", "facts.csv:2", "应有 8 列"),
    ],
)
def test_a_wrong_table_is_refused(tmp_path, text, place, problem):
    with pytest.raises(DataError, match=problem) as caught:
        read(tmp_path, text)
    assert caught.value.place.endswith(place)


def test_all_wrong_rows_are_reported_together(tmp_path):
    with pytest.raises(ManyErrors) as caught:
        read(tmp_path, HEAD + ROW.replace("220", "x") + ROW.replace("超过", "过").replace("5G", "6G"))
    assert [error.place[-1] for error in caught.value.errors] == ["2", "3"]


def test_a_card_is_required(tmp_path):
    (tmp_path / "facts.csv").write_text(HEAD + ROW, encoding="utf-8")
    with pytest.raises(ContentError):
        read_context(tmp_path, VOCABULARY, tmp_path)


def edition(date: str):
    given = Project(ROOT).edition(2022)
    return given.model_copy(update={"imprint": Imprint(title="甲", date=date)})


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2022年12月", Date(2022, 12)),
        ("2023年", Date(2023)),
        ("2022年3月8日", Date(2022, 3)),
        ("", Date(2022)),
    ],
)
def test_the_date_of_an_edition_is_that_on_its_cover(text, date):
    assert edition_date(edition(text), "2022.yaml") == date


@pytest.mark.parametrize("text", ["2022-12", "二〇二二年", "2022年13月", "2022年0月"])
def test_a_cover_date_of_another_form_is_refused(text):
    with pytest.raises(EditionError, match="不合格式"):
        edition_date(edition(text), "2022.yaml")


def test_the_real_table_is_sound_and_dated():
    project = Project(ROOT)
    newer, older = (load_context(project, project.edition(year), VOCABULARY) for year in (2022, 2021))
    assert newer.later == {}
    assert newer.usable["5G基站数"].text == "超过220万个"
    assert "5G基站数" in older.later
    assert newer.old(fact.address for fact in newer.usable.values() if fact.as_of.year == 2022) == []


def test_the_real_table_has_one_unit_for_each_name():
    units: dict[str, set[str]] = {}
    for fact in read_context(FOLDER, VOCABULARY, ROOT):
        units.setdefault(fact.name, set()).add(fact.unit)
    assert [name for name, found in units.items() if len(found) > 1] == []
