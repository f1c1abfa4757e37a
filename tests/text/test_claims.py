import pytest

from reportgen.errors import ChapterError
from tests.text.facts import sentence

NOW, BEFORE = '数["占GDP比重.全国[本年]"]', '数["占GDP比重.全国[上年]"]'
TOTAL = '数["增加值.全国[本年]"]'
SERIES = '序列("占GDP比重.全国", 2019, 本年)'


@pytest.mark.parametrize(
    ("claim", "holds"),
    [
        (f"{NOW} is 高于({BEFORE})", True),
        (f"{BEFORE} is 高于({NOW})", False),
        (f"{NOW} is 高于({NOW})", False),
        (f"{NOW} is 低于({BEFORE})", False),
        (f"{NOW} is 高于(3.5)", True),
        (f"{NOW} is 正数", True),
        ('数["名义增速.采矿业[本年]"] is 负数', True),
        ('数["增加值.全国[预测年]"] is 预测', True),
        (f"{NOW} is 预测", False),
        (f"{SERIES} is 逐年提高", True),
        (f"{SERIES} is 逐年降低", False),
        (f'{TOTAL} is 首次超过(4, "万亿元")', True),
        (f'{TOTAL} is 首次超过(35784, "亿元")', False),
        (f'{TOTAL} is 首次超过(35784.125, "亿元")', True),
        (f'{TOTAL} is 首次超过(5, "万亿元")', False),
        ('数["增加值.全国[基年]"] is 首次超过(2, "万亿元")', False),
        ('数["增加值.第三产业[本年]"] is 首次超过(2, "万亿元")', False),
        (f'{NOW} is 首次超过(3.55, "百分比")', True),
    ],
)
def test_holds_or_not(tmp_path, claim, holds):
    assert sentence(tmp_path, f"{{% if {claim} %}}是{{% else %}}否{{% endif %}}") == ("是" if holds else "否")


@pytest.mark.parametrize(
    ("claim", "problem"),
    [
        (f'{NOW} is 高于(数["增加值.全国[本年]"])', "不同单位"),
        (f"[{NOW}] is 逐年提高", "至少需要两年"),
        (f'{NOW} is 高于("三")', "应是一个数"),
        (f"{NOW} is 高于(true)", "应是一个数"),
        (f'{TOTAL} is 首次超过(4, "百分比")', "门槛的单位"),
        ('数["资本产出弹性.全国"] is 首次超过(4, "系数")', "只用于一年的数"),
    ],
)
def test_refuses_comparisons_that_mean_nothing(tmp_path, claim, problem):
    with pytest.raises(ChapterError, match=problem):
        sentence(tmp_path, f"{{% if {claim} %}}是{{% endif %}}否")


def test_expected_stands_only_before_forecasts(tmp_path):
    text = '{{ 预计(数["增加值.全国[预测年]"]) }}甲{{ 预计(数["增加值.全国[本年]"]) }}乙'
    assert sentence(tmp_path, text) == "预计甲乙"
