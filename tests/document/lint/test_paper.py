"""The rules on the written paper: each planted defect is found, each look-alike passes."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportgen.document.assemble import Supplements
from reportgen.document.document import Document, Origin
from reportgen.document.lint.paper import PaperLint, lint_paper
from reportgen.facts.reader import Reader
from tests.document.papers import CHAPTERS, paper
from tests.text.facts import reader

GROWTH = {
    "nominal_growth": Origin("增速", ("增加值",), ()),
    "value_added": Origin("增加值", ("直接产业增加值",), ()),
}


def drawn(*texts: tuple[str, str]) -> Reader:
    """Facts of which a figure has printed some: address and text."""
    facts = reader()
    for address, text in texts:
        facts.at("scale_and_share")[address].print(text)
    return facts


def written(folder: Path, text: str, facts: Reader | None = None, origins: dict | None = None) -> Document:
    chapters = CHAPTERS | {"03-region": f"# 区域发展篇\n\n{text}\n"}
    return paper(folder, chapters, facts=facts, supplements=Supplements(origins=origins or {}))


def linted(folder: Path, text: str, facts: Reader | None = None, allowed: tuple[str, ...] = ()) -> PaperLint:
    return lint_paper(written(folder, text, facts), allowed)


def found(folder: Path, text: str, facts: Reader | None = None) -> list[tuple[str, str, str]]:
    return [(one.rule.id, one.place, one.words) for one in linted(folder, text, facts).findings]


LEVEL = '{{ 数["增加值.全国[本年]"] | 亿元 }}'


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("扩大{% if true %}，{% endif %}，就业增加。", ("doubled-punctuation", "03-region.md:3:1", "，，")),
        (
            '名义增长{{ 数["名义增速.全国[本年]"] | 增长 }}。',
            ("repeated-words", "03-region.md:3:1", "增长增长"),
        ),
        ("{% if true %}（{% endif %}扩大。", ("unpaired", "03-region.md:3:14", "（")),
        (
            '为{{ 数["增加值.全国[本年]"] | 数字 }}万元。',
            ("wrong-unit", "03-region.md:3:1", "40983.21"),
        ),
        (
            '有{{ 数["带动就业.全国[本年]"] | 整数("人") }}。',
            ("wrong-unit", "03-region.md:3:1", "2836人"),
        ),
        (
            '表题：甲\n\n| 名 | 值（万人） |\n|---|--:|\n| 甲 | {{ 数["增加值.全国[本年]"] | 数字 }} |',
            ("wrong-unit", "03-region.md:5:1", "40983.21"),
        ),
        ('又为{{ 数["增加值.全国[本年]"] | 万亿元(3) }}。', ("precision", "03-region.md:3:1", "4.098万亿元")),
        (
            "注[^z]。\n\n[^z]: 扩大{% if true %}，{% endif %}，增加。",
            ("doubled-punctuation", "03-region.md:3:1", "，，"),
        ),
    ],
)
def test_a_defect_of_the_printed_text_is_found(
    tmp_path: Path, text: str, expected: tuple[str, str, str]
) -> None:
    assert expected in found(tmp_path, text)


@pytest.mark.parametrize(
    "text",
    [
        f'为{LEVEL}，即{{{{ 数["增加值.全国[本年]"] | 万亿元 }}}}。',
        '突破{{ 数["增加值.全国[本年]"] | 整档("万亿元") }}。',
        '为{{ 数["增加值.全国[本年]"] | 数字 }}亿元，有{{ 数["超千亿个数.各省[本年]"] | 整数("个") }}。',
        '比重{{ 数["占GDP比重.全国[本年]"] | 升降(数["占GDP比重.全国[上年]"]) }}。',
        '比重为{{ 数["占GDP比重.全国[本年]"] | 百分比 }}。',
        '| 名 | 值（亿元） |\n|---|--:|\n| 甲 | {{ 数["增加值.全国[本年]"] | 数字 }} |',
        "{% if true %}高{% else %}高{% endif %}，（甲）“乙”。",
    ],
)
def test_what_is_right_passes(tmp_path: Path, text: str) -> None:
    assert found(tmp_path, text) == []


def test_a_figure_with_other_decimals_is_named(tmp_path: Path) -> None:
    facts = drawn(("名义增速.全国[2021]", "14.5%"))
    (finding,) = linted(tmp_path, '名义{{ 数["名义增速.全国[本年]"] | 增长 }}。', facts).findings
    assert finding.rule.id == "precision"
    assert "印作 14.53%，在 图2 印作 14.5%" in finding.problem


def test_an_allowed_precision_passes_and_counts_as_used(tmp_path: Path) -> None:
    text = '又为{{ 数["增加值.全国[本年]"] | 万亿元(3) }}。'
    result = linted(tmp_path, text, allowed=("增加值.全国",))
    assert (result.findings, result.used) == ((), {"增加值.全国"})


def test_a_figure_that_the_text_never_mentions(tmp_path: Path) -> None:
    chapters = CHAPTERS | {"02-overall": '# 总体态势篇\n\n{{ 图表("scale_and_share") }}\n'}
    (finding,) = lint_paper(paper(tmp_path, chapters), ()).findings
    assert (finding.rule.id, finding.place) == ("unmentioned-figure", "02-overall.md:3:1")
    assert lint_paper(paper(tmp_path), ()).findings == ()


RATE = '名义{{ 数["名义增速.全国[本年]"] | 增长 }}。'


def unsupported(folder: Path, text: str, facts: Reader, allowed: tuple[str, ...] = ()) -> list[str]:
    findings = lint_paper(written(folder, text, facts, GROWTH), allowed).findings
    return [one.problem for one in findings if one.rule.id == "unsupported" and "名义增速" in one.problem]


def test_a_number_in_no_figure_is_found(tmp_path: Path) -> None:
    facts = drawn(("增加值.全国[2020]", "3.58"))
    # The level is not in a figure either, but it is reported itself, and the rate follows from it.
    assert unsupported(tmp_path, RATE, facts) == []
    problems = [one.problem for one in lint_paper(written(tmp_path, RATE, facts, GROWTH), ()).findings]
    assert problems == ["增加值（全国）在正文中印出，图和表中都没有"]


def test_a_rate_alone_in_no_figure_is_found(tmp_path: Path) -> None:
    text = '采矿业{{ 数["名义增速.采矿业[本年]"] | 增长 }}。'
    assert unsupported(tmp_path, text, drawn()) == ["名义增速（采矿业）在正文中印出，图和表中都没有"]


@pytest.mark.parametrize("shown", [("名义增速.全国[2021]", "14.53%"), ("增加值.全国[2021]", "4.10")])
def test_a_figure_of_the_number_or_of_its_level_supports_it(tmp_path: Path, shown: tuple[str, str]) -> None:
    assert unsupported(tmp_path, RATE, drawn(shown)) == []


def test_a_table_supports_a_number(tmp_path: Path) -> None:
    text = '采矿业{{ 数["名义增速.采矿业[本年]"] | 增长 }}。\n\n| 名 | 值 |\n|---|--:|\n| 甲 | {{ 数["名义增速.采矿业[本年]"] | 数字 }} |'
    assert unsupported(tmp_path, text, drawn()) == []


@pytest.mark.parametrize("allowed", ["名义增速", "名义增速.采矿业"])
def test_an_accepted_number_needs_no_figure(tmp_path: Path, allowed: str) -> None:
    text = '采矿业{{ 数["名义增速.采矿业[本年]"] | 增长 }}。'
    document = written(tmp_path, text, drawn(("增加值.全国[2021]", "4.10")), GROWTH)
    result = lint_paper(document, (allowed, "名义增速.建筑业", "三成"))
    assert [one for one in result.findings if one.rule.id == "unsupported"] == []
    assert result.used == {allowed, "名义增速.建筑业"}
