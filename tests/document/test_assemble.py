import pytest

from reportgen.document.document import Section
from reportgen.errors import ChapterError, FigureError, ManyErrors
from reportgen.text.blocks import KeyFigures, Lead, Table, plain
from tests.document.papers import CHAPTERS, paper


def test_chapters_sections_and_contents_are_numbered_in_order(tmp_path):
    document = paper(tmp_path)
    assert [(chapter.kind, chapter.numeral, plain(chapter.title)) for chapter in document.chapters] == [
        ("卷首", "", "前言"),
        ("正文", "一、", "总体态势篇"),
        ("正文", "二、", "区域发展篇"),
        ("附录", "附录二", "测算方案"),
    ]
    assert [(entry.level, entry.numeral, entry.title, entry.front) for entry in document.contents] == [
        (1, "", "前言", True),
        (1, "一、", "总体态势篇", False),
        (2, "（二）", "平稳增长", False),
        (3, "1.", "细目", False),
        (1, "二、", "区域发展篇", False),
        (1, "附录二", "测算方案", False),
        (2, "一、", "总式", False),
    ]
    anchors = [entry.anchor for entry in document.contents]
    assert len(set(anchors)) == len(anchors)


def test_the_opening_of_a_chapter_stands_apart_from_its_blocks(tmp_path):
    chapter = paper(tmp_path).chapters[1]
    assert plain(chapter.lead) == "导语。"
    assert [number.text for number, _ in chapter.key_figures.items] == ["4.10万亿元"]
    assert not any(isinstance(block, Lead | KeyFigures) for block in chapter.blocks)
    assert isinstance(chapter.blocks[0], Section)
    assert [block.number for block in chapter.blocks if isinstance(block, Table)] == [1]


def test_figures_keep_the_numbers_of_the_edition(tmp_path):
    document = paper(tmp_path)
    assert {name: figure.number for name, figure in document.figures.items()} == {"scale_and_share": 2}
    assert document.running_title == "中国工业互联网产业经济发展白皮书（2022年）"


def test_uses_name_chapter_and_line(tmp_path):
    printed = [(use.place, use.printed) for use in paper(tmp_path).uses if use.printed]
    assert printed == [("01-preface.md:4", "4.10万亿元"), ("02-overall.md:5", "4.10万亿元")]


def test_a_listed_figure_must_be_placed(tmp_path):
    with pytest.raises(ChapterError, match="没有放进任何一章"):
        paper(tmp_path, {"02-overall": "# 甲\n"})


def test_a_figure_is_placed_once(tmp_path):
    with pytest.raises(ChapterError, match="放了两次") as caught:
        paper(tmp_path, {"03-region": '# 甲\n\n{{ 图表("scale_and_share") }}\n'})
    assert caught.value.place == "03-region.md:3"


def test_figures_stand_in_the_order_of_the_list(tmp_path):
    turned = {"02-overall": '# 甲\n\n{{ 图表("second") }}\n\n{{ 图表("scale_and_share") }}\n'}
    with pytest.raises(ChapterError, match="图“second”放在图“scale_and_share”之前") as caught:
        paper(tmp_path, turned, figures=("2 scale_and_share", "3 second"))
    assert caught.value.place == "02-overall.md:3"


def test_a_listed_figure_needs_a_drawing(tmp_path):
    with pytest.raises(FigureError, match="没有图“scale_and_shear”"):
        paper(tmp_path, figures=("2 scale_and_shear",))


def test_errors_of_all_chapters_are_reported_together(tmp_path):
    wrong = {
        "01-preface": CHAPTERS["01-preface"] + "\n{{ 甲 }}\n",
        "03-region": "# 甲\n\n{{ 乙 }}\n\n{{ 丙 }}\n",
    }
    with pytest.raises(ManyErrors) as caught:
        paper(tmp_path, wrong)
    assert [error.place for error in caught.value.errors] == [
        "01-preface.md:6", "03-region.md:3", "03-region.md:5",
    ]  # fmt: skip
