from __future__ import annotations

import pytest

from tests.text.lint.chapters import found, linted


@pytest.mark.parametrize(
    "text",
    [
        "{# 准：三成（政策文件原文） #}\n文件提出占三成。",
        "<!-- 段：甲 -->\n{# 准：三成（政策文件原文） #}\n文件提出占三成。",
        "{# 准:三成以上（政策文件原文） #}\n文件提出占三成以上。",
        "{# 准：三成；四分之一（政策文件原文） #}\n占三成，四分之一。",
        "<!-- 附录一 -->\n{# 准：19个（分类规定） #}\n# 甲\n\n共19个。\n\n又19个。",
    ],
)
def test_allowed_words_pass(text: str) -> None:
    result = linted(text)
    assert (result.findings, result.unused) == ((), ())


@pytest.mark.parametrize(
    "text",
    [
        "{# 准：三成（政策文件原文） #}\n\n文件提出占三成。",
        "{# 准：三成（政策文件原文） #}\n甲。\n\n文件提出占三成。",
        "{# 准：3%（政策文件原文） #}\n占13%。",
    ],
)
def test_an_allowance_reaches_no_further_than_its_words_and_its_paragraph(text: str) -> None:
    result = linted(text)
    assert [one.rule.id for one in result.findings] == ["typed-number"]
    assert len(result.unused) == 1


@pytest.mark.parametrize("text", ["{# 准：三成 #}\n占三成。", "{# 准：三成（） #}\n占三成。"])
def test_an_allowance_without_reason_allows_nothing(text: str) -> None:
    assert [rule for rule, _ in found(text)] == ["bad-allowance", "typed-number"]


def test_other_remarks_are_no_allowances() -> None:
    assert linted("{# 准确的数见附录 #}\n文字。").unused == ()
