"""Footnotes: each fault that can befall one."""

import dataclasses

from reportgen.render.gate.finished import opened
from reportgen.render.gate.notes import check_notes
from reportgen.text.blocks import Footnote, Paragraph, Text
from tests.render.gate.planting import edited, elements, faults, moved, page_with, reworded


def test_a_note_that_is_not_printed(document, content):
    page, _ = page_with(content, "注文二。")
    found = faults(reworded(content, page, "注文二。", b""), document)
    assert "03-region.md：脚注 ②“注文二。”在页脚印了 0 次，应为 1 次" in found
    assert "PDF 第 5 页（页码 2）：页脚有正文没有的脚注“②”" in found


def test_a_note_that_is_printed_twice(document, content):
    def edit(pdf):
        note = elements(pdf, "/Note")[0]
        note.P.K.append(note)

    assert "02-overall.md：脚注 ①“注文一。”在页脚印了 2 次，应为 1 次" in faults(
        edited(content, edit), document
    )


def test_a_call_that_is_not_printed(document, content):
    page, _ = page_with(content, "注文二。")
    found = faults(reworded(content, page, "②", b""), document)
    assert "03-region.md：脚注 ②“注文二。”在正文的引用处印了 0 次，应为 1 次" in found


def test_a_note_on_a_far_page(document, content):
    with opened(content) as finished:
        finished.of_kind("Note")[0].page += 2
        found = [str(fault).split("\n")[0] for fault in check_notes(document, finished)]
    assert found == ["PDF 第 6 页（页码 3）：脚注 ①“注文一。”远离引用处（PDF 第 4 页（页码 1））"]


def test_a_note_on_the_next_page_is_near(document, content):
    with opened(content) as finished:
        finished.of_kind("Note")[1].page += 1
        assert list(check_notes(document, finished)) == []


def test_text_below_a_note(document, content):
    page, _ = page_with(content, "注文二。")
    found = faults(moved(content, page, "正文", 0, -600), document)
    assert any("正文与脚注“②注文二。”相叠或在其下" in fault for fault in found)


def test_a_gap_in_the_numbers(document, content):
    """A paper with one note more at its start counts on from there."""
    chapter = document.chapters[0]
    more = Paragraph((Text("前文"), Footnote((Text("注文零。"),))), 9)
    chapters = (dataclasses.replace(chapter, blocks=(more, *chapter.blocks)), *document.chapters[1:])
    found = faults(content, dataclasses.replace(document, chapters=chapters))
    assert "01-preface.md：脚注 ①“注文零。”在页脚印了 0 次，应为 1 次" in found
    assert "02-overall.md：脚注 ②“注文一。”在页脚印了 0 次，应为 1 次" in found
    assert "PDF 第 4 页（页码 1）：页脚有正文没有的脚注“①注文一。”" in found
