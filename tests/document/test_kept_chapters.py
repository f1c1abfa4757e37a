"""A chapter is written again when its text, the figures or the facts have changed, and only then."""

import pytest

from reportgen.document import kept_chapters
from reportgen.document.kept_chapters import KeptChapters
from reportgen.project.cache import Cache
from reportgen.text.beside import Beside
from reportgen.text.chapter import write_chapter
from reportgen.text.source import read_source
from tests.text.facts import reader

TEXT = '# 甲\n\n{{ 本年 }}年为{{ 数["增加值.全国[本年]"] | 万亿元 }}。\n'


@pytest.fixture
def written(tmp_path, monkeypatch):
    """Writes a text with figures and surroundings; gives the chapter, its uses and how often one was written."""
    times = []

    def counted(*arguments):
        times.append(1)
        return write_chapter(*arguments)

    monkeypatch.setattr(kept_chapters, "write_chapter", counted)

    def write(text=TEXT, figures=None, surroundings="一"):
        path = tmp_path / "01-a.md"
        path.write_text(text, encoding="utf-8")
        view = reader()
        kept = KeptChapters(Cache(tmp_path / "cache"), surroundings)
        chapter = kept.write(read_source(path), view, figures or {}, Beside())
        return chapter, view.uses, len(times)

    return write


def test_a_kept_chapter_and_its_uses_are_the_same(written):
    first, uses, _ = written()
    again, same, times = written()
    assert (again, same, times) == (first, uses, 1)
    assert [use.printed for use in uses if use.printed] == ["4.10万亿元"]


@pytest.mark.parametrize(
    "change", [{"text": TEXT + "\n又一段。\n"}, {"figures": {"图": 1}}, {"surroundings": "二"}]
)
def test_whatever_can_change_it_counts(written, change):
    written()
    assert written(**change)[2] == 2
    assert written()[2] == 2
