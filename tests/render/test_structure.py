"""The structure of the PDF, read back: what a screen reader is told."""

import io
import itertools
from pathlib import Path

import pikepdf
import pytest
from pdfua import validate

from reportgen.render.attachment import Attachment
from reportgen.render.pdf import link_labels, render_pdf
from tests.document.papers import paper

TEMPLATES = Path(__file__).parents[2] / "templates"
WORKBOOK = Attachment("report.xlsx", "全部数字", "application/vnd.ms-excel", b"PK numbers")


@pytest.fixture(scope="module")
def document(tmp_path_factory):
    return paper(tmp_path_factory.mktemp("chapters"))


@pytest.fixture(scope="module")
def content(document):
    return render_pdf(document, TEMPLATES, WORKBOOK)


@pytest.fixture(scope="module")
def pdf(content):
    with pikepdf.open(io.BytesIO(content)) as opened:
        yield opened


def below(element):
    kids = element.get("/K", [])
    kids = list(kids) if isinstance(kids, pikepdf.Array) else [kids]
    return [kid for kid in kids if isinstance(kid, pikepdf.Dictionary)]


def walk(element, above=()):
    """Every structure element with the names of those above it."""
    if element.get("/Type") == "/StructElem":
        yield element, above
        for kid in below(element):
            yield from walk(kid, (*above, str(element.S)))


def elements(pdf, *names):
    tree = walk(pdf.Root.StructTreeRoot.K[0])
    return [element for element, _ in tree if str(element.S) in names]


def test_the_checker_finds_nothing(content, tmp_path):
    path = tmp_path / "report.pdf"
    path.write_bytes(content)
    report = validate(path)
    assert [(finding.rule_id, finding.message) for finding in report.findings] == []


def test_the_checker_would_find_a_picture_without_alternative(content, tmp_path):
    path = tmp_path / "report.pdf"
    with pikepdf.open(io.BytesIO(content)) as opened:
        del elements(opened, "/Figure")[0]["/Alt"]
        opened.save(path)
    assert [finding.rule_id for finding in validate(path).findings] == ["UA-13-004"]


def test_language_title_and_bookmarks(pdf):
    assert str(pdf.Root.Lang) == "zh-CN"
    assert bool(pdf.Root.MarkInfo.Marked) and bool(pdf.Root.ViewerPreferences.DisplayDocTitle)
    with pdf.open_metadata() as metadata:
        assert metadata["dc:title"] == "中国工业互联网产业经济发展白皮书（2022年）"
        assert metadata["pdfuaid:part"] == "1"
    with pdf.open_outline() as outline:
        assert [item.title for item in outline.root][:3] == ["前言", "目录", "一、总体态势篇"]


def test_pictures_have_an_alternative_and_lie_on_their_page(pdf):
    figures = elements(pdf, "/Figure")
    assert [str(figure.Alt) for figure in figures][1:] == ["规模为4.10万亿元。"]
    left, bottom, right, top = map(float, figures[1].A.BBox)
    assert (right - left, top - bottom) == pytest.approx((200, 36), abs=0.1)
    assert 0 < bottom < top < 842


def test_formulas_are_told_as_formulas(pdf):
    assert {str(formula.Alt) for formula in elements(pdf, "/Formula")} == {
        "公式：a_{ij}", "公式：Z = \\sum_i x_i",
    }  # fmt: skip


def test_headings_go_down_one_level_at_a_time(pdf):
    levels = [int(str(heading.S)[2:]) for heading in elements(pdf, "/H1", "/H2", "/H3", "/H4")]
    assert levels[0] == 1 and len(levels) > 6
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))
    for element, above in walk(pdf.Root.StructTreeRoot.K[0]):
        assert str(element.S) not in above or str(element.S) not in ("/H1", "/H2", "/H3", "/P", "/Link")


def test_head_cells_have_a_scope(pdf):
    scopes = [str(cell.A.Scope) for cell in elements(pdf, "/TH")]
    assert scopes == ["/Column", "/Column", "/Row"]


def test_each_link_is_told_once_and_says_where_it_leads(pdf, document):
    annotations = [annotation for page in pdf.pages for annotation in page.get("/Annots", [])]
    links = [element for element, above in walk(pdf.Root.StructTreeRoot.K[0]) if str(element.S) == "/Link"]
    references = [
        kid.Obj.objgen
        for element, _ in walk(pdf.Root.StructTreeRoot.K[0])
        for kid in below(element)
        if kid.get("/Type") == "/OBJR"
    ]
    assert len(links) == len(references) == len(set(references)) == len(annotations)
    assert set(references) == {annotation.objgen for annotation in annotations}
    told = [str(annotation.Contents) for annotation in annotations]
    assert told[:2] == ["前言", "一、总体态势篇"]
    assert set(told) <= set(link_labels(document).values())


def test_the_parent_tree_knows_every_link(pdf):
    numbers = list(pdf.Root.StructTreeRoot.ParentTree.Nums)
    owners = dict(zip(map(int, numbers[::2]), numbers[1::2], strict=True))
    for page in pdf.pages:
        for annotation in page.get("/Annots", []):
            assert str(owners[int(annotation.StructParent)].S) == "/Link"


def test_contents_are_told_as_contents(pdf):
    contents = elements(pdf, "/TOC")
    assert [len(below(table)) for table in contents] == [7, 1]
    assert all(str(item.S) == "/TOCI" for table in contents for item in below(table))


def test_footnotes_are_notes_with_an_id(pdf):
    assert [str(note.ID) for note in elements(pdf, "/Note")] == ["note-1", "note-2"]


def test_lists_hold_items_only(pdf):
    for one in elements(pdf, "/L"):
        assert {str(item.S) for item in below(one)} == {"/LI"}


def test_running_heads_and_page_numbers_are_decoration(pdf):
    body = pdf.pages[4]
    pagination = [
        operands
        for operands, operator in pikepdf.parse_content_stream(body)
        if str(operator) == "BDC" and str(operands[0]) == "/Artifact"
    ]
    assert pagination and all(str(operands[1].Type) == "/Pagination" for operands in pagination)
    marked = [
        int(operands[1].MCID)
        for operands, operator in pikepdf.parse_content_stream(body)
        if str(operator) == "BDC" and "/MCID" in operands[1]
    ]
    owners = list(pdf.Root.StructTreeRoot.ParentTree.Nums)[2 * 4 + 1]
    reached = {element.objgen for element, _ in walk(pdf.Root.StructTreeRoot.K[0])}
    assert marked and all(owners[index].objgen in reached for index in marked)


def test_the_attached_file_is_data_of_the_document(pdf):
    assert pdf.attachments["report.xlsx"].get_file().read_bytes() == WORKBOOK.content
    (file,) = pdf.Root.AF
    assert str(file.AFRelationship) == "/Data"
    assert (str(file.UF), str(file.Desc)) == ("report.xlsx", "全部数字")
    assert str(file.EF.F.Subtype) == "/application/vnd.ms-excel"


def test_the_same_attachment_gives_the_same_bytes(document, content):
    assert render_pdf(document, TEMPLATES, WORKBOOK) == content
