"""An edition's own paragraphs in a whole document: places of errors, numbers, figures and tables."""

import pytest

from reportgen.document.appendix_data import AppendixData, Zone
from reportgen.document.assemble import Supplements
from reportgen.document.document import Section
from reportgen.document.places import printed_places
from reportgen.errors import ChapterError, ManyErrors
from reportgen.text.blocks import Table, plain
from tests.document.papers import CHAPTERS, paper

FIGURE = '{{ 图表("scale_and_share") }}'
NAMED = {
    "02-overall": CHAPTERS["02-overall"].replace(FIGURE, f"<!-- 段：图 -->\n{FIGURE}"),
    "03-region": '# 区域发展篇\n\n<!-- 段：正文 -->\n正文。\n\n## 末节\n\n{{ 图表("scale_and_share") }}\n',
}
OWN = "2022/chapters/03-region.md"


def test_a_number_in_an_override_is_printed_in_its_chapter(tmp_path):
    own = {"03-region": '<!-- 段：正文 -->\n为{{ 数["名义增速.全国[本年]"] | 百分比 }}。\n'}
    document = paper(tmp_path, {"03-region": NAMED["03-region"].partition("\n\n{{")[0]}, own=own)
    (use,) = [use for use in document.uses if use.printed == "14.53%"]
    assert use.place == f"{OWN}:2"
    assert printed_places(document)[use.address] == ("二、区域发展篇",)


def test_headings_of_an_override_are_counted_and_its_blocks_know_their_place(tmp_path):
    chapters = {"03-region": NAMED["03-region"].partition("\n\n{{")[0]}
    own = {"03-region": "<!-- 段：正文 -->\n## 首节\n\n甲。\n"}
    document = paper(tmp_path, chapters, own=own)
    blocks = document.chapters[2].blocks
    assert [block.numeral for block in blocks if isinstance(block, Section)] == ["（一）", "（二）"]
    assert [document.place(block) for block in blocks] == [f"{OWN}:2", f"{OWN}:4", "03-region.md:6"]


@pytest.mark.parametrize(
    ("own", "place", "problem"),
    [
        ('<!-- 段：正文 -->\n\n{{ 附表("经济区") }}\n', f"{OWN}:3", "没有附表“经济区”"),
        ('<!-- 段：正文 -->\n\n{{ 附表("参数") }}\n', f"{OWN}:3", "在本版没有内容"),
        ("<!-- 段：正文 -->\n甲。\n\n## 三、乙\n", f"{OWN}:4", "标题编号“三、”不对"),
        (f"<!-- 段：正文 -->\n甲。\n\n{FIGURE}\n", f"{OWN}:4", "放了两次"),
    ],
)
def test_errors_of_the_document_name_the_override(tmp_path, own, place, problem):
    chapters = {"03-region": NAMED["03-region"].partition("\n\n{{")[0]}
    with pytest.raises(ChapterError, match=problem) as caught:
        paper(tmp_path, chapters, own={"03-region": own})
    assert caught.value.place == place


def test_a_generated_table_in_an_override(tmp_path):
    chapters = {"03-region": NAMED["03-region"].partition("\n\n{{")[0]}
    own = {"03-region": '<!-- 段：正文 -->\n{{ 附表("经济圈") }}\n'}
    supplements = Supplements(appendix=AppendixData(zones=(Zone("长三角", ("上海",)),)))
    document = paper(tmp_path, chapters, own=own, supplements=supplements)
    (table,) = [block for block in document.chapters[2].blocks if isinstance(block, Table)]
    assert (plain(table.rows[0][0]), document.place(table)) == ("长三角", f"{OWN}:2")


def test_a_figure_may_move_with_an_override_but_not_go(tmp_path):
    with pytest.raises(ChapterError, match="放了两次") as caught:
        paper(tmp_path, NAMED)
    assert caught.value.place == "03-region.md:8"
    moved = paper(tmp_path, NAMED, own={"02-overall": "<!-- 删段：图 -->\n"})
    assert moved.figures["scale_and_share"].number == 2
    with pytest.raises(ChapterError, match="没有放进任何一章"):
        paper(
            tmp_path,
            {**NAMED, "03-region": CHAPTERS["03-region"]},
            own={"02-overall": "<!-- 删段：图 -->\n"},
        )


def test_strays_and_errors_of_chapters_are_reported_together(tmp_path):
    with pytest.raises(ManyErrors) as caught:
        paper(tmp_path, {"03-region": "# 甲\n\n{{ 乙 }}\n"}, own={"04-more": "# 丁\n"})
    assert [error.place for error in caught.value.errors] == ["2022/chapters/04-more.md", "03-region.md:3"]
