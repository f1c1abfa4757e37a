"""Changes in words, and the files for a pull request and a spreadsheet."""

import csv
import io

import pytest

from reportgen.facts.status import Status
from reportgen.review.change_words import words_of
from reportgen.review.changes import compare
from reportgen.review.changes_csv import COLUMNS, changes_csv
from reportgen.review.changes_markdown import changes_markdown, escaped
from reportgen.review.headlines import headlines
from tests.review.sides import NEW, OLD, VOCABULARY, fact, printed, side

SCALE = "增加值.全国[2021]"


def words(before, after, unit="亿元", address=SCALE, numbers=((), ())):
    sides = [
        side([fact(address, value, unit)], shown)
        for value, shown in zip((before, after), numbers, strict=True)
    ]
    (change,) = compare(*sides).revisions
    return words_of(change, VOCABULARY)


@pytest.mark.parametrize(
    ("before", "after", "unit", "address", "shown"),
    [
        (40959.366, 41234, "亿元", SCALE, ("40959.37亿元", "41234.00亿元", "+274.63亿元", "+0.67%")),
        (40959.366, 40959.3661, "亿元", SCALE, ("40959.3660亿元", "40959.3661亿元", "+0.0001亿元", "+0.00%")),
        (14.5, 12, "%", "名义增速.全国[2021]", ("14.50%", "12.00%", "-2.50个百分点", "")),
        (-9, 10, "万人", "新增就业.全国[2021]", ("-9.00万人", "10.00万人", "+19.00万人", "")),
        (0.08, -0.0026, "万人", "新增就业.全国[2021]", ("0.080万人", "-0.003万人", "-0.083万人", "")),
        (3, 2, "位", "增加值排名.江苏[2021]", ("3位", "2位", "-1位", "")),
        (0.45, 0.46, "1", "相关系数.子行业.39088", ("0.450", "0.460", "+0.010", "+2.22%")),
    ],
)
def test_values_and_differences(before, after, unit, address, shown):
    found = words(before, after, unit, address)
    assert (found.before, found.after, found.difference, found.relative) == shown


def test_places_and_texts():
    def numbers(text):
        lines = [("20-overall.md", "20-overall.md:40"), ("20-overall.md", "20-overall.md:33")]
        there = [printed(SCALE, *line, f"{text}万亿元") for line in lines]
        return [
            *there,
            printed(SCALE, "scale", "图2", text, ""),
            printed(SCALE, "scale", "图2", f"{text}万亿元", ""),
        ]

    found = words(38600, 41000, numbers=(numbers("3.86"), numbers("4.10")))
    assert found.places == "20-overall.md 第33、40行，图2"
    assert [tuple(one) for one in found.printings] == [
        ("20-overall.md 第33、40行", "3.86万亿元", "4.10万亿元"),
        ("图2", "3.86万亿元", "4.10万亿元"),
    ]


def test_a_status_shows_both_sides():
    sides = [side([fact(SCALE, 5, status=status)]) for status in (Status.预测, Status.推算)]
    (change,) = compare(*sides).revisions
    assert words_of(change, VOCABULARY).status == "预测→推算"


def editions():
    before = [fact("增加值.全国[2020]", 36000), fact(SCALE, 38644, status=Status.预测)]
    return (
        side(before, calendar=OLD, name="2021 年版"),
        side([fact("增加值.全国[2020]", 36000), fact(SCALE, 40959)], calendar=NEW),
    )


def test_headlines_of_both_views():
    found = [(one.label, one.before, one.after, one.difference) for one in headlines(compare(*editions()))]
    assert found == [
        ("增加值.全国[2021]", "38644.00亿元", "40959.00亿元", "+5.99%"),
        ("增加值.全国[2020→2021]", "36000.00亿元", "40959.00亿元", "+13.78%"),
    ]


def test_a_headline_that_is_the_same_says_so():
    same = side([fact(SCALE, 5)])
    assert [one.difference for one in headlines(compare(same, same))] == ["不变"]


def test_the_table_holds_every_change_unrounded():
    comparison = compare(*editions())
    rows = list(csv.DictReader(io.StringIO(changes_csv(comparison))))
    assert tuple(rows[0]) == COLUMNS
    assert len(rows) == len(comparison.changes)
    first = rows[0]
    assert (first["视图"], first["地址"]) == ("同一年的数", SCALE)
    assert (float(first["旧值"]), float(first["差"])) == (38644, 2315)
    assert ("顺延一年的数", "增加值.全国[2020]", SCALE) in [
        (row["视图"], row["旧地址"], row["地址"]) for row in rows
    ]
    assert float(first["变动%"]) == pytest.approx(2315 / 38644 * 100)


def test_markdown_has_headlines_counts_and_passages():
    before = side([fact(SCALE, 38644)], words={("20-overall.md", "甲"): "增加值为3.86万亿元。"})
    after = side([fact(SCALE, 40959)], words={("20-overall.md", "甲"): "增加值为4.10万亿元。"})
    text = changes_markdown(compare(before, after))
    assert "| 增加值.全国\\[2021\\] | 38644.00亿元 | 40959.00亿元 | +5.99% |" in text
    assert "| 数值变而印文未变 | 1（均未印出） |" in text
    assert "- **20-overall.md** 增加值为<del>3.86</del><ins>4.10</ins>万亿元。" in text
    assert "顺延" not in text


def test_markdown_of_nothing():
    same = side([fact(SCALE, 5)])
    assert changes_markdown(compare(same, same)) == "## 2022 年版 → 2022 年版\n\n两版没有差别。\n"


def test_markdown_never_takes_words_for_markup():
    assert escaped("a|b *c* <b> [x](y)\n# d") == "a\\|b \\*c\\* \\<b\\> \\[x\\](y) # d"
    assert escaped("@someone #12") == "@\u200bsomeone #\u200b12"


def test_markdown_is_rendered_as_the_words_it_was_made_from():
    from markdown_it import MarkdownIt

    words = "a|b *c* <b> _d_ `e` [x](http://y) ~~f~~ &lt; $g$ \\h"
    tokens = MarkdownIt("gfm-like", {"linkify": False}).parseInline(escaped(words))
    assert "".join(token.content for token in tokens[0].children) == words


def test_forecasts_are_headlines_where_they_differ():
    def edition(value):
        forecasts = [
            fact("增加值.全国[2022]", value),
            fact("增加值.直接产业[2022]", 5),
            fact("增加值.全国[2020]", value),
        ]
        return side([fact(SCALE, 5), *forecasts])

    assert [one.label for one in headlines(compare(edition(7), edition(8)))] == [SCALE, "增加值.全国[2022]"]
