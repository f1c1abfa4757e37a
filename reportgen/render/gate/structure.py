"""Structure and metadata: what the file says of itself, and what a screen reader is told."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from reportgen.document.document import Document
from reportgen.errors import RenderError
from reportgen.render.gate.finished import Finished
from reportgen.render.gate.tagged import HEADINGS

LANGUAGE = "zh-CN"
_REMEDY = "查 templates/print/page.html 与 PDF 结构的修整"


def check_catalogue(document: Document, finished: Finished) -> Iterator[RenderError]:
    """Language, title, and the marks of PDF/UA-1."""
    root = finished.pdf.Root
    title = str(finished.pdf.docinfo.get("/Title", ""))
    with finished.pdf.open_metadata() as metadata:
        stated = str(metadata.get("dc:title", ""))
        standard = str(metadata.get("pdfuaid:part", ""))
    rules = {
        f"语言应为 {LANGUAGE}": str(root.get("/Lang", "")) == LANGUAGE,
        "没有标明是带结构的 PDF": bool(root.get("/MarkInfo", {}).get("/Marked", False)),
        "没有结构": "/StructTreeRoot" in root,
        "没有要求以标题作窗口名": bool(root.get("/ViewerPreferences", {}).get("/DisplayDocTitle", False)),
        "没有标明 PDF/UA-1": standard == "1",
        f"标题应为“{document.running_title}”": title == stated == document.running_title,
    }
    for problem, holds in rules.items():
        if not holds:
            yield RenderError(problem, place="PDF", remedy=_REMEDY)
    for index, page in enumerate(finished.pdf.pages):
        if page.get("/Tabs") != "/S":
            yield finished.fault(index, "跳格次序不依结构", _REMEDY)


def check_structure(finished: Finished) -> Iterator[RenderError]:
    """Pictures and links in words, heads of tables with their scope, headings without a gap."""
    for element in finished.of_kind("Figure", "Formula"):
        if not str(element.attributes.get("/Alt", "")).strip():
            yield finished.fault(element.page, "图或公式没有替代文字", "给图写 alternative")
    for cell in finished.of_kind("TH"):
        if str(cell.attributes.get("/A", {}).get("/Scope", "")) not in ("/Row", "/Column"):
            yield finished.fault(cell.page, f"表头“{cell.text[:14]}”没有说明管行还是管列", _REMEDY)
    yield from _check_headings(finished)
    yield from _check_links(finished)


def check_attachment(name: str, content: bytes, finished: Finished) -> Iterator[RenderError]:
    """The data that go with the paper are in it, whole, and declared as its data."""
    attached = finished.pdf.attachments
    if name not in attached or attached[name].get_file().read_bytes() != content:
        yield RenderError(f"附件 {name} 不在 PDF 中或不完整", place="PDF 附件", remedy=_REMEDY)
    declared = [str(file.get("/UF", "")) for file in finished.pdf.Root.get("/AF", ())]
    if declared != [name]:
        yield RenderError(f"附件 {name} 没有标明为文件的数据", place="PDF 附件", remedy=_REMEDY)


def _check_headings(finished: Finished) -> Iterator[RenderError]:
    before = 0
    for heading in finished.of_kind(*HEADINGS):
        level = HEADINGS.index(heading.kind) + 1
        if level > before + 1:
            yield finished.fault(
                heading.page, f"标题“{heading.text[:14]}”从第 {before} 级跳到第 {level} 级", "标题逐级加深"
            )
        before = level


def _check_links(finished: Finished) -> Iterator[RenderError]:
    told = {objgen for element in finished.of_kind("Link") for objgen in element.annotations}
    for index, page in enumerate(finished.pdf.pages):
        for annotation in page.get("/Annots", ()):
            if not _words(annotation):
                yield finished.fault(index, "链接没有说明通向哪里", _REMEDY)
            if annotation.objgen not in told:
                yield finished.fault(index, f"链接“{_words(annotation)}”不在结构中", _REMEDY)


def _words(annotation: Any) -> str:
    return str(annotation.get("/Contents", "")).strip()
