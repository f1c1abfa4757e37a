import pytest

from reportgen.errors import ChapterError
from reportgen.text.manuscript import Manuscript
from tests.text.overrides import CHAPTER, manuscript

NAMES = ["02-overall", "03-region.md"]


def test_an_edition_without_a_folder_prints_what_all_print(tmp_path):
    found = manuscript(tmp_path, None)
    assert not found.own.exists()
    assert [*found.strays(NAMES)] == []
    assert found.source("02-overall").text == Manuscript(found.shared).source("02-overall.md").text


def test_a_chapter_may_be_the_edition_s_alone(tmp_path):
    found = manuscript(tmp_path, None)
    found.own.mkdir(parents=True)
    (found.own / "03-region.md").write_text("# 区域\n", encoding="utf-8")
    assert found.source("03-region").place(1) == "2021/chapters/03-region.md:1"
    assert [*found.strays(NAMES)] == []


def test_paragraphs_for_a_chapter_that_does_not_exist(tmp_path):
    found = manuscript(tmp_path, None)
    found.own.mkdir(parents=True)
    (found.own / "03-region.md").write_text("<!-- 段：甲 -->\n乙。\n", encoding="utf-8")
    with pytest.raises(ChapterError, match="没有这个章节文件") as caught:
        found.source("03-region")
    assert caught.value.place == str(found.shared / "03-region.md")


@pytest.mark.parametrize(
    ("path", "place", "remedy"),
    [
        ("chapters/02-overal.md", "2021/chapters/02-overal.md", "02-overall.md"),
        ("chapters/02-overall.md.txt", "2021/chapters/02-overall.md.txt", "02-overall.md"),
        ("chapters/04-new.md/a", "2021/chapters/04-new.md", ""),
        ("02-overall.md", "2021/02-overall.md", "2021/chapters/"),
        ("chapter/02-overall.md", "2021/chapter", "2021/chapters/"),
        ("Chapters/02-overall.md", "2021/Chapters", "2021/chapters/"),
    ],
)
def test_a_file_that_would_be_passed_over_is_an_error(tmp_path, path, place, remedy):
    found = manuscript(tmp_path, "<!-- 段：规模 -->\n甲。\n")
    stray = found.own.parent / path
    stray.parent.mkdir(parents=True, exist_ok=True)
    stray.write_text(CHAPTER, encoding="utf-8")
    (error,) = found.strays(NAMES)
    assert error.place == place
    assert remedy in error.remedy


def test_hidden_files_and_what_a_published_edition_keeps_are_no_strays(tmp_path):
    found = manuscript(tmp_path, "<!-- 段：规模 -->\n甲。\n")
    (found.own / ".DS_Store").write_bytes(b"")
    (found.own.parent / "snapshot").mkdir()
    (found.own.parent / "facts.csv").write_bytes(b"")
    assert [*found.strays(NAMES)] == []


def test_an_own_file_that_is_not_utf8_is_refused_under_its_path(tmp_path):
    found = manuscript(tmp_path, "")
    (found.own / "02-overall.md").write_bytes("# 甲".encode("gb18030"))
    with pytest.raises(ChapterError, match="UTF-8") as caught:
        found.source("02-overall")
    assert caught.value.place == str(found.own / "02-overall.md")
