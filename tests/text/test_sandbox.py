"""What a chapter must not do: each attempt ends at once with a Chinese message at its line."""

from __future__ import annotations

import os

import pytest

from reportgen.errors import ReportError
from tests.text.facts import sentence

TOTAL = '数["增加值.全国[本年]"]'
DOUBLED_TEXT = "{% set 甲 = '一二三四五六七八' %}" + "{% set 甲 = 甲 ~ 甲 %}" * 40 + "{{ 甲 }}"
DOUBLED_BLOCK = "{% set 甲 %}一二三四五六七八{% endset %}" + "{% set 甲 %}{{ 甲 }}{{ 甲 }}{% endset %}" * 40
DOUBLED_LIST = "{% set 甲 = [1, 2, 3, 4] %}" + "{% set 甲 = 甲 + 甲 %}" * 40
NESTED_LIST = "{% set 甲 = [1] %}" + "{% set 甲 = [甲, 甲] %}" * 40 + "{{ 甲 | 顿号 }}"
TEN = "[1, 2, 3, 4, 5, 6, 7, 8, 9, 10]"
LOOPS = "".join(f"{{% for 年{n} in {TEN} %}}" for n in range(12)) + "甲" + "{% endfor %}" * 12
MACROS = "{% macro 甲0() %}一{% endmacro %}" + "".join(
    f"{{% macro 甲{n}() %}}{{{{ 甲{n - 1}() }}}}{{{{ 甲{n - 1}() }}}}{{% endmacro %}}" for n in range(1, 40)
)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("{{ ''.__class__ }}", "不能读“.__class__”"),
        ("{{ ''['__class__'] }}", "不能读“.__class__”"),
        ("{{ [].__class__.__mro__ }}", "不能读“.__class__”"),
        ("{{ '' | attr('__class__') }}", "没有过滤器“attr”"),
        ("{{ [1] | map(attribute='__class__') | list }}", "没有过滤器"),
        ("{{ 'a' | format(1) }}", "没有过滤器“format”"),
        ("{{ 'a' | center(1000000000) }}", "没有过滤器“center”"),
        ("{{ '{0.__class__}'.format(1) }}", "不能读“.format”"),
        ("{{ '甲'.encode() }}", "不能读“.encode”"),
        ("{{ '甲'.ljust(1000000000) }}", "不能读“.ljust”"),
        (f"{{{{ {TOTAL}.reader }}}}", "不能读“.reader”"),
        (f"{{{{ {TOTAL}.fact }}}}", "不能读“.fact”"),
        (f"{{{{ {TOTAL}['reader'] }}}}", "不能读“.reader”"),
        (f"{{{{ {TOTAL}.status.__class__ }}}}", "不能读“.__class__”"),
        ("{{ 数.here }}", "不能读“.here”"),
        ("{{ 数._reader }}", "不能读“._reader”"),
        ("{{ 图.__self__ }}", "不能读“.__self__”"),
        ("{{ 排行.__func__.__globals__ }}", "不能读“.__func__”"),
        ("{{ namespace.__init__ }}", "不能读“.__init__”"),
        ("{% set 空 = namespace() %}{{ 空.__class__ }}", "不能读“.__class__”"),
        ("{{ self }}", "没有名称“self”"),
        ("{{ range(1000000000) }}", "没有名称“range”"),
        ("{{ lipsum }}", "没有名称“lipsum”"),
        ("{{ cycler }}", "没有名称“cycler”"),
        ("{{ os.environ }}", "没有名称“os”"),
        ("{{ open('/etc/passwd') }}", "没有名称“open”"),
        ("{% include '/etc/passwd' %}", "不能引用其他文件"),
        ("{% import '/etc/passwd' as 甲 %}", "不能引用其他文件"),
        ("{% from '/etc/passwd' import 甲 %}", "不能引用其他文件"),
        ("{% extends '/etc/passwd' %}", "不能引用其他文件"),
        ("{{ '甲' * 1000000000 }}", "不能这样用“*”"),
        ("{{ [1] * 1000000000 }}", "不能这样用“*”"),
        ("{{ 10 ** 10 ** 10 }}", "不能这样用“**”"),
        ("{{ '%1000000000d' % 1 }}", "不能这样用“%”"),
        ("{{ 9999999999999 * 9999999999999 }}", "整数大于"),
        (f"{{{{ {TOTAL}.value / 2 }}}}", "不能这样用“/”"),
        (f"{{{{ ({TOTAL}.value + 1) }}}}", "不能这样用“+”"),
        (f"{{{{ {TOTAL}.value ~ '亿元' }}}}", "只连接文字和整数"),
        (DOUBLED_TEXT, "文字超过"),
        (DOUBLED_BLOCK, "文字超过"),
        (DOUBLED_LIST, "名单超过"),
        (NESTED_LIST, "不是数或文字"),
        (LOOPS, "循环超过"),
        (MACROS + "{{ 甲39() }}", "循环超过"),
        ("{% macro 甲() %}{{ 甲() }}{% endmacro %}{{ 甲() }}", "没有尽头"),
        ("{% for 年 in [1] recursive %}{{ loop([1]) }}{% endfor %}", "没有尽头"),
        ("{{ 图 }}", "不是文字"),
    ],
)  # fmt: skip
def test_an_attempt_is_an_error_at_its_line(tmp_path, text, problem):
    with pytest.raises(ReportError) as caught:
        sentence(tmp_path, text)
    assert problem in str(caught.value)
    assert "02-overall.md:3：" in str(caught.value)


def test_no_file_and_no_variable_of_the_environment_is_printed(tmp_path, monkeypatch):
    monkeypatch.setenv("REPORTGEN_SECRET", "甲乙丙丁")
    for text in ("{{ os.environ['REPORTGEN_SECRET'] }}", "{{ ''.__class__.__base__.__subclasses__() }}"):
        with pytest.raises(ReportError) as caught:
            sentence(tmp_path, text)
        assert os.environ["REPORTGEN_SECRET"] not in str(caught.value)


def test_what_chapters_need_still_works(tmp_path):
    text = (
        "{% set 计 = namespace(数=0, 名单=[]) %}{% for 年 in [基年, 上年] %}{% set 计.数 = 计.数 + 1 %}"
        "{% set 计.名单 = 计.名单 + [年 ~ '年'] %}{% endfor %}{{ 计.数 * 2 - 1 }}：{{ 计.名单 | 顿号 }}"
    )
    assert sentence(tmp_path, text) == "3：2017年和2020年"
