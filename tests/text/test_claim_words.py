"""Claims: true ones print their words, false ones stop with place, words, both numbers and a proposal."""

from __future__ import annotations

import pytest

from reportgen.errors import AddressError, ChapterError, ManyErrors
from tests.text.facts import reader, sentence

NOW, BEFORE = '数["占GDP比重.全国[本年]"]', '数["占GDP比重.全国[上年]"]'
TOTAL, LAST = '数["增加值.全国[本年]"]', '数["增加值.全国[上年]"]'
SECOND, THIRD = '数["增加值.第二产业[本年]"]', '数["增加值.第三产业[本年]"]'
SHARES = '序列("占GDP比重.全国", 2019, 本年)'
INDUSTRIES = '排行("增加值", "产业", 本年)'


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        (f'{{{{ 断言({NOW} is 高于({BEFORE}), "比重提高") }}}}', "比重提高"),
        (
            f"{{% 断言 {NOW} is not 低于({BEFORE}) %}}比重为{{{{ {NOW} | 百分比 }}}}{{% end断言 %}}。",
            "比重为3.58%。",
        ),
        (f'{{{{ {NOW} | 称("快于", {BEFORE}) }}}}', "快于"),
        (f'{{{{ {TOTAL} | 称("超过", 4, "万亿元") }}}}', "超过4万亿元"),
        (f'{{{{ {TOTAL} | 称("首次突破", 4, "万亿元") }}}}', "首次突破4万亿元"),
        (f'{{{{ {NOW} | 称("不足", 4, "百分比") }}}}', "不足4%"),
        (f'{{{{ {THIRD} | 称("居首") }}}}', "居首位"),
        (f'{{{{ {SECOND} | 称("居前", 2) }}}}', "居前2位"),
        (f'{{{{ {SHARES} | 称("均", "高于", 3) }}}}', "均"),
        (f'{{{{ {SHARES} | 称("逐年提高") }}}}', "逐年提高"),
        (f"{{{{ {SHARES} | 连续 }}}}", "连续2年增长"),
        (f'{{{{ {SHARES} | 连续("提高") }}}}', "连续2年提高"),
        (f"{{{{ {TOTAL} | 至({LAST}) }}}}", "增至"),
        (f"{{{{ {LAST} | 至({TOTAL}) }}}}", "降至"),
        (f"{{{{ {NOW} | 至({BEFORE}) }}}}", "升至"),
        (f"{{{{ {NOW} | 至({NOW}) }}}}", "保持在"),
        (f"{{{{ {TOTAL} | 程度({LAST}) }}}}", "有所增加"),
        (f'{{{{ {LAST} | 程度({TOTAL}, "扩大", "缩小") }}}}', "有所缩小"),
        (f"{{{{ {NOW} | 程度({BEFORE}) }}}}", "基本持平"),
        (f"{{{{ {TOTAL} | 倍数({SECOND}) }}}}", "2.1倍"),
        (f"{{{{ {TOTAL} | 倍数({LAST}) }}}}", "114.53%"),
        (f"{{{{ {SECOND} | 占({TOTAL}, 0) }}}}", "49%"),
        (f"{{{{ {SECOND} | 位次 }}}}", "第2位"),
        (f"{{{{ {INDUSTRIES}[:2] | 多寡({INDUSTRIES}) }}}}", "多数"),
        (f"{{{{ {INDUSTRIES} | 多寡({INDUSTRIES}) }}}}", "全部"),
        (f'{{{{ {INDUSTRIES} | 其中("高于", 1000) | 顿号 }}}}', "第三产业和第二产业"),
        (f'{{{{ {INDUSTRIES}[:2] | 带数("万亿元") }}}}', "第三产业（2.06万亿元）和第二产业（1.99万亿元）"),
        ('{{ 成员("京津冀") | 顿号 }}', "北京、天津和河北"),
    ],
)
def test_what_is_true_is_printed(tmp_path, text, printed):
    assert sentence(tmp_path, text) == printed


@pytest.mark.parametrize(
    ("test", "holds"),
    [
        (f"{TOTAL} is 高于上年", True),
        (f"{TOTAL} is 低于上年", False),
        (f"{NOW} is 持平({NOW})", True),
        (f"{NOW} is 持平({BEFORE})", False),
        (f"{THIRD} is 相近({SECOND})", True),
        (f"{TOTAL} is 相近({LAST})", False),
        (f'{NOW} is 高出({BEFORE}, 0.05, "个百分点")', True),
        (f'{NOW} is 高出({BEFORE}, 0.06, "个百分点")', False),
        (f'{TOTAL} is 高出({LAST}, 5000, "亿元")', True),
        (f'{TOTAL} is 不足(5, "万亿元")', True),
        (f"{NOW} is 过半", False),
        (f'{NOW} is 不足("三分之一")', True),
        (f"{THIRD} is 居首", True),
        (f"{SECOND} is 居首", False),
        ('数["增加值.第一产业[本年]"] is 居末', True),
        (f"{SECOND} is 居第(2)", True),
        (f"{TOTAL} is 新高", True),
        (f"{TOTAL} is 新低", False),
        (f"{SHARES} is 连续提高(2)", True),
        (f"{SHARES} is 连续提高(3)", False),
        (f"{SHARES} is 连续降低(1)", False),
        (f'{INDUSTRIES} is 多数("高于", 1000)', True),
        (f'{INDUSTRIES} is 绝大多数("高于", 1000)', False),
        (f'{INDUSTRIES} is 少数("低于", 1000)', True),
        (f'{INDUSTRIES} is 都不("负数")', True),
        (f'{INDUSTRIES} is 有的("低于", 1)', False),
        (f'{INDUSTRIES} is 含("第二产业")', True),
        (f'{INDUSTRIES}[:1] is 含("第二产业")', False),
        (f"{TOTAL} is 翻一番({SECOND})", False),
        (f"{TOTAL} is 翻一番多({SECOND})", True),
        ('不早于("2021年")', False),
    ],
)
def test_holds_or_not(tmp_path, test, holds):
    assert sentence(tmp_path, f"{{% if {test} %}}是{{% else %}}否{{% endif %}}") == ("是" if holds else "否")


@pytest.mark.parametrize(
    ("share", "test", "holds"),
    [
        (33.4, '超过("三分之一")', True),
        (33.3, '超过("三分之一")', False),
        (32.0, '接近("三分之一")', True),
        (31.0, '接近("三分之一")', False),
        (33.4, '接近("三分之一")', False),
        (34.9, '约("三分之一")', True),
        (35.1, '约("三分之一")', False),
        (20.1, '超过("两成")', True),
        (50.1, "过半", True),
        (50.0, "过半", False),
    ],
)
def test_fractions(tmp_path, share, test, holds):
    facts = reader(**{"占GDP比重.全国[2021]": share})
    text = f"{{% if {NOW} is {test} %}}是{{% else %}}否{{% endif %}}"
    assert sentence(tmp_path, text, facts) == ("是" if holds else "否")


@pytest.mark.parametrize(
    ("base", "test", "holds"),
    [
        (1950, "翻一番", True),
        (2060, "翻一番", False),
        (1900, "翻一番", False),
        (2060, "翻一番多", True),
        (4000, "翻两番", True),
    ],
)
def test_doubled(tmp_path, base, test, holds):
    facts = reader(**{"增加值.全国[2021]": float(base), "增加值.全国[2020]": 1000.0})
    text = f"{{% if {TOTAL} is {test}({LAST}) %}}是{{% else %}}否{{% endif %}}"
    assert sentence(tmp_path, text, facts) == ("是" if holds else "否")


FALSE = "占GDP比重.全国[2021]（3.58%） 低于 占GDP比重.全国[2020]（3.52%）：现为高于"


@pytest.mark.parametrize(
    ("text", "problem", "remedy"),
    [
        (f'{{{{ 断言({NOW} is 低于({BEFORE}), "比重低于上年") }}}}', f"“比重低于上年”　{FALSE}", "把“低于”改写为“高于”，或用 {% if … is 低于(…) %}"),
        (
            f"{{% 断言 {NOW} is 低于({BEFORE}) %}}比重{{{{ {NOW} | 百分比 }}}}，有所回落{{% end断言 %}}",
            f"“比重3.58%，有所回落”　{FALSE}",
            "改写这句话，现为高于",
        ),
        (f'{{{{ {NOW} | 称("慢于", {BEFORE}) }}}}', "3.58%） 慢于 占GDP比重.全国[2020]（3.52%）：现为快于", "“慢于”改写为“快于”"),
        (f'{{{{ {NOW} | 称("低于", 3.58) }}}}', "低于 3.58：现为持平", "“持平”"),
        (f'{{{{ {TOTAL} | 称("超过", 5, "万亿元") }}}}', "“超过5万亿元”　增加值.全国[2021]（4.10万亿元） 超过", "“不足”"),
        (f'{{{{ {SHARES} | 称("均", "高于", 3.5) }}}}', "3个中有2个，不在其内的有2019年", "改写这句话"),
        (f'{{{{ {SECOND} | 称("居首") }}}}', "增加值.第二产业[2021]（1.99万亿元） 居首：不成立", "改写这句话"),
        (f'{{{{ 断言({NOW} is not 高于({BEFORE}), "持平或下降") }}}}', "高于 占GDP比重.全国[2020]（3.52%）：成立", "改写这句话"),
    ],
)  # fmt: skip
def test_a_false_claim_says_words_both_numbers_and_what_to_write(tmp_path, text, problem, remedy):
    with pytest.raises(ChapterError) as caught:
        sentence(tmp_path, text)
    assert caught.value.place == "02-overall.md:3"
    assert caught.value.problem.startswith("断言不成立：")
    assert problem in caught.value.problem
    assert remedy in caught.value.remedy


def test_numbers_that_print_alike_are_told_unrounded(tmp_path):
    facts = reader(**{"占GDP比重.全国[2020]": 3.581})
    with pytest.raises(ChapterError, match=r"3\.58%.*3\.581%"):
        sentence(tmp_path, f'{{{{ {NOW} | 称("高于", {BEFORE}) }}}}', facts)


def test_all_false_claims_are_told_with_the_error_that_stopped_the_chapter(tmp_path):
    text = f'甲{{{{ {NOW} | 称("低于", {BEFORE}) }}}}\n乙{{{{ 断言({NOW} is 负数, "负") }}}}\n{{{{ {NOW} | 亿元 }}}}'
    with pytest.raises(ManyErrors) as caught:
        sentence(tmp_path, text)
    assert [error.place for error in caught.value.errors] == [f"02-overall.md:{line}" for line in (3, 4, 5)]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (f'{{{{ 断言({NOW}.value > 3, "甲") }}}}', "没有判断任何数"),
        ('{{ 断言(true, "甲") }}', "没有判断任何数"),
        ('{{ 断言(本年 == 2021, "甲") }}', "没有判断任何数"),
        (f"{{{{ 断言({NOW} is 正数) }}}}", "没有文字"),
        (f'{{{{ {NOW} | 称("高與", 3) }}}}', "不认识“高與”"),
        (f'{{{{ {TOTAL} | 称("超过", 4, "百分比") }}}}', "门槛的单位“百分比”与该数的单位“亿元”不合"),
        (f'{{{{ {NOW} | 称("高于", {TOTAL}) }}}}', "不能比较不同单位的数"),
        (f'{{% if {NOW} is 高出({BEFORE}, 1, "百分比") %}}{{% endif %}}', "两个百分数之差的单位"),
        (f'{{% if {NOW} is 超过("很多") %}}{{% endif %}}', "“很多”不是门槛"),
        (f'{{% if {TOTAL} is 超过("三分之一") %}}{{% endif %}}', "不能用于单位为“亿元”"),
        (f"{{% if {TOTAL} is 居首 %}}{{% endif %}}", "只用于一个省份"),
        (f"{{% if {SECOND} is 居前(0) %}}{{% endif %}}", "不小于 1 的整数"),
        (
            f'{{{{ {SHARES} | 连续("下降") }}}}',
            "不能说连续下降：全国 2019年 3.40%，2020年 3.52%，2021年 3.58%",
        ),
        (f'{{{{ {SHARES} | 连续("变化") }}}}', "方向词“变化”"),
        (f"{{{{ {TOTAL} | 占({SECOND}) }}}}", "不是 增加值.第二产业[2021] 的一部分"),
        (f"{{{{ {TOTAL} | 倍数({NOW}) }}}}", "不能比较不同单位的数"),
        (f"{{{{ {INDUSTRIES} | 多寡({INDUSTRIES}[:1]) }}}}", "不在括号里的名单中"),
        (f'{{% if {INDUSTRIES} is 均("高與", 1) %}}{{% endif %}}', "没有判断“高與”"),
        ('{% if [] is 均("高于", 1) %}{% endif %}', "名单是空的"),
        ('{{ 成员("东部地区") | 顿号 }}', "没有“东部地区”这一组省份"),
        ('{% if 不早于("今年") %}{% endif %}', "“今年”不是日期"),
    ],
)
def test_refuses_what_means_nothing(tmp_path, text, problem):
    with pytest.raises(ChapterError) as caught:
        sentence(tmp_path, text)
    assert problem in caught.value.problem


def test_an_unknown_name_in_a_list_is_an_error(tmp_path):
    with pytest.raises(AddressError, match="没有范围“北就”"):
        sentence(tmp_path, f'{{% if {INDUSTRIES} is 含("北就") %}}{{% endif %}}')


def test_by_change_puts_the_largest_rise_first(tmp_path):
    text = '{% for 数值 in [数["增加值.全国[本年]"]] | 按变化(上年) %}{{ 数值 | 名称 }}{% endfor %}'
    assert sentence(tmp_path, text) == "全国"
