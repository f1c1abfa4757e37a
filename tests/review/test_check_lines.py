from reportgen.errors import ChapterError, ManyErrors
from reportgen.review.check_lines import CheckLine, failure_lines


def test_an_error_is_one_line_with_its_place_and_remedy() -> None:
    error = ChapterError("没有图", place="01.md:3", remedy="删去")
    assert failure_lines(error) == [CheckLine("01.md:3", "没有图　怎么办：删去", passed=False)]


def test_several_errors_are_several_lines_and_one_without_place_is_of_the_text() -> None:
    lines = failure_lines(ManyErrors([ChapterError("甲"), ChapterError("乙", place="02.md:1")]))
    assert [(line.place, line.text) for line in lines] == [("正文", "甲"), ("02.md:1", "乙")]
