"""Bookmarks: other words, one missing, one too many, one that leads elsewhere."""

from pikepdf import OutlineItem

from tests.render.gate.planting import edited, faults


def with_outline(change):
    def edit(pdf):
        with pdf.open_outline() as outline:
            change(outline.root)

    return edit


def test_a_bookmark_with_other_words(document, content):
    def change(root):
        root[2].title = "一、总体形势篇"

    assert faults(edited(content, with_outline(change)), document) == [
        "PDF 书签：书签“一、总体形势篇”，应为“一、总体态势篇”"
    ]


def test_a_missing_bookmark(document, content):
    found = faults(edited(content, with_outline(lambda root: root.pop())), document)
    assert found == ["PDF 书签：缺书签“附录二　测算方案”"]


def test_a_bookmark_too_many(document, content):
    found = faults(edited(content, with_outline(lambda root: root.append(OutlineItem("封底", 5)))), document)
    assert found == ["PDF 书签：书签“封底”，标题中没有"]


def test_a_bookmark_to_another_page(document, content):
    def edit(pdf):
        with pdf.open_outline() as outline:
            outline.root[2].destination[0] = pdf.pages[5].obj

    assert faults(edited(content, edit), document) == [
        "PDF 第 6 页（页码 3）：书签“一、总体态势篇”通向这一页，标题在PDF 第 4 页（页码 1）"
    ]
