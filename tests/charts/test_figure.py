"""The contract of a figure file: what is loaded, what is recorded, and how mistakes are named."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportgen.charts.figure import Row, load_figure, render_figure
from reportgen.errors import AddressError, FigureError, RenderError
from tests.charts.made_up import FIGURES, FONTS, facts_of

GOOD = '''"""示例。"""
from reportgen.charts.format import 万亿元, 百分比

title = "题"
subtitle = "单位：万亿元"
source = "来源"
note = ""


def alternative(facts):
    return "全国为" + 万亿元.phrase(facts["增加值.全国[本年]"])


def draw(facts, canvas):
    canvas.rows = 8
    canvas.text(100, 50, 万亿元.print(facts["增加值.全国[本年]"]))
'''


def write(folder: Path, text: str = GOOD, name: str = "sample") -> Path:
    (folder / f"{name}.py").write_text(text, encoding="utf-8")
    return folder


def render(folder: Path, facts=None):
    return render_figure(load_figure(folder, "sample"), facts or facts_of(), FONTS)


def line_of(text: str, part: str) -> int:
    return next(number for number, line in enumerate(text.splitlines(), 1) if part in line)


def test_a_figure_gives_its_texts_svg_and_numbers(tmp_path: Path) -> None:
    facts = facts_of()
    drawing = render(write(tmp_path), facts)
    assert (drawing.name, drawing.title, drawing.note) == ("sample", "题", "")
    assert drawing.alternative == "全国为4.10万亿元"
    value = facts["增加值.全国[2021]"].value
    assert drawing.rows == (
        Row("增加值（2021）", "全国", value, "亿元", "增加值.全国[2021]", facts["增加值.全国[2021]"].status.name),
    )
    assert (drawing.width_pt, drawing.height_pt) == (pytest.approx(476.7, abs=0.01), 144)
    assert ">4.10</text>" in drawing.svg


def test_uses_are_recorded_at_the_name_of_the_figure(tmp_path: Path) -> None:
    facts = facts_of()
    render(write(tmp_path), facts)
    assert {use.place for use in facts.uses} == {"sample"}
    assert [use.printed for use in facts.uses if use.printed] == ["4.10", "4.10万亿元"]


def test_rows_of_a_series_are_labelled_by_year() -> None:
    drawing = render_figure(load_figure(FIGURES, "direct_and_indirect"), facts_of(), FONTS)
    labels = [row.label for row in drawing.rows if row.series == "直接产业增加值"]
    assert labels == ["2017", "2018", "2019", "2020", "2021", "2022E"]
    assert len(drawing.rows) == len(set(drawing.rows)) == 28


def test_a_missing_file_names_the_nearest(tmp_path: Path) -> None:
    with pytest.raises(FigureError, match="没有图“samples”") as caught:
        load_figure(write(tmp_path), "samples")
    assert "“sample”" in caught.value.remedy


def test_a_syntax_error_names_the_line(tmp_path: Path) -> None:
    with pytest.raises(FigureError, match="语法错误") as caught:
        load_figure(write(tmp_path, GOOD.replace("canvas):", "canvas)")), "sample")
    assert caught.value.place == f"{tmp_path / 'sample.py'}:{line_of(GOOD, 'def draw')}"


def test_a_file_in_another_encoding_is_refused(tmp_path: Path) -> None:
    (tmp_path / "sample.py").write_bytes(GOOD.encode("gb18030"))
    with pytest.raises(FigureError, match="UTF-8"):
        load_figure(tmp_path, "sample")


def test_an_error_while_loading_names_the_line(tmp_path: Path) -> None:
    with pytest.raises(FigureError, match="ImportError") as caught:
        load_figure(write(tmp_path, GOOD.replace("百分比", "百分率")), "sample")
    assert caught.value.place.endswith("sample.py:2")


@pytest.mark.parametrize("name", ["title", "subtitle", "source", "note", "alternative", "draw"])
def test_a_missing_part_is_named(tmp_path: Path, name: str) -> None:
    text = GOOD.replace(f"\n{name} =", f"\n{name}s =").replace(f"def {name}(", f"def {name}s(")
    with pytest.raises(FigureError, match=f"缺少函数 {name}") as caught:
        load_figure(write(tmp_path, text), "sample")
    assert f"“{name}s”" in caught.value.remedy


def test_the_alternative_must_be_computed(tmp_path: Path) -> None:
    head, _, tail = GOOD.partition("def alternative(facts):")
    text = head + 'alternative = "照抄"\n\n\ndef draw' + tail.partition("def draw")[2]
    with pytest.raises(FigureError, match="缺少函数 alternative"):
        load_figure(write(tmp_path, text), "sample")


def test_an_empty_title_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FigureError, match="title 没有给出文字"):
        render(write(tmp_path, GOOD.replace('"题"', '" "')))


def test_an_unknown_address_names_file_and_line(tmp_path: Path) -> None:
    text = GOOD.replace('print(facts["增加值.全国', 'print(facts["增加值.全球')
    with pytest.raises(AddressError, match="没有范围“全球”") as caught:
        render(write(tmp_path, text))
    assert caught.value.place == f"{tmp_path / 'sample.py'}:{line_of(text, '全球')}"


def test_a_wrong_unit_names_file_and_line(tmp_path: Path) -> None:
    text = GOOD.replace("万亿元.print(", "百分比.print(")
    with pytest.raises(FigureError, match="单位是“亿元”，不能按“%”印出") as caught:
        render(write(tmp_path, text))
    assert caught.value.place == f"{tmp_path / 'sample.py'}:{line_of(text, '百分比.print')}"


def test_a_programming_error_gives_no_traceback(tmp_path: Path) -> None:
    text = GOOD.replace("canvas.rows = 8", "canvas.rows = 8 / 0")
    with pytest.raises(FigureError, match="ZeroDivisionError") as caught:
        render(write(tmp_path, text))
    assert caught.value.place == f"{tmp_path / 'sample.py'}:{line_of(text, '8 / 0')}"


def test_overlapping_text_stops_the_figure(tmp_path: Path) -> None:
    text = GOOD + '    canvas.text(102, 52, "压住")\n'
    with pytest.raises(FigureError, match=r"“4\.10”与“压住”重叠") as caught:
        render(write(tmp_path, text))
    assert caught.value.place == str(tmp_path / "sample.py")


def test_a_missing_font_is_named(tmp_path: Path) -> None:
    with pytest.raises(RenderError, match="缺少字体"):
        render_figure(load_figure(write(tmp_path), "sample"), facts_of(), tmp_path)
