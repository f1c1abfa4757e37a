from reportgen.errors import ChapterError, ManyErrors
from reportgen.review.check_lines import CheckLine, failure_lines, reminder_lines


def test_an_error_is_one_line_with_its_place_and_remedy() -> None:
    error = ChapterError("没有图", place="01.md:3", remedy="删去")
    assert failure_lines(error) == [CheckLine("01.md:3", "没有图　怎么办：删去", passed=False)]


def test_several_errors_are_several_lines_and_one_without_place_is_of_the_text() -> None:
    lines = failure_lines(ManyErrors([ChapterError("甲"), ChapterError("乙", place="02.md:1")]))
    assert [(line.place, line.text) for line in lines] == [("正文", "甲"), ("02.md:1", "乙")]


def test_lines_say_whether_they_hold_and_reminders_that_they_remind() -> None:
    shown = [line.shown for line in (CheckLine("甲", "乙", True), CheckLine("甲", "乙", False))]
    assert shown == ["通过  甲：乙", "不通过  甲：乙"]
    (line,) = reminder_lines(["甲.csv:2：已旧"])
    assert (line.shown, line.passed) == ("提醒：甲.csv:2：已旧", True)
