import pytest

from reportgen.errors import ChapterError
from tests.text.facts import reader, sentence

INDUSTRIES = '排行("增加值", "产业", 本年)'
SECOND = '数["增加值.第二产业[本年]"]'
TOTAL = '数["增加值.全国[本年]"]'
GROWTH = '[数["名义增速.全国[本年]"], 数["名义增速.采矿业[本年]"], 数["名义增速.建筑业[本年]"]]'


@pytest.mark.parametrize(
    ("expression", "printed"),
    [
        (f"{INDUSTRIES} | 高于者({SECOND}) | 顿号", "第三产业"),
        (f"{INDUSTRIES} | 低于者({SECOND}) | 顿号", "第一产业"),
        (f"{INDUSTRIES} | 高于者(490) | 个数", "2"),
        (f"({INDUSTRIES} | 最小) | 亿元", "490.00亿元"),
        (f"({INDUSTRIES} | 最大) | 名称", "第三产业"),
        (f"{INDUSTRIES} | 领先组 | 顿号", "第三产业和第二产业"),
        (f"({INDUSTRIES})[::-1] | 领先组 | 顿号", "第三产业和第二产业"),
        (f"[{SECOND}, {SECOND}] | 领先组 | 个数", "2"),
        (f"[{SECOND}] | 领先组 | 个数", "1"),
        (f"{INDUSTRIES} | 除去({INDUSTRIES} | 领先组) | 顿号", "第一产业"),
        (f"{INDUSTRIES} | 除去({SECOND}) | 个数", "2"),
        (f"{INDUSTRIES} | 超过(1.99, '万亿元') | 个数", "1"),
    ],
)
def test_lists_become_shorter_lists_and_single_numbers(tmp_path, expression, printed):
    assert sentence(tmp_path, f"为{{{{ {expression} }}}}。") == f"为{printed}。"


@pytest.mark.parametrize(
    ("expression", "problem", "remedy"),
    [
        (f"{INDUSTRIES} | 高于者({GROWTH}[0]) | 个数", "不同单位", "同一单位"),
        (f"{INDUSTRIES} | 高于者('多') | 个数", "应是一个数", "数"),
        (f"{INDUSTRIES} | 高于者(1e9) | 顿号", "名单是空的", "判断"),
        (f"({INDUSTRIES} | 低于者(0) | 最小) | 亿元", "名单是空的", "判断"),
        (f"(({GROWTH} + [{TOTAL}]) | 最大) | 名称", "不同单位", "同一单位"),
        (f"{INDUSTRIES} | 超过('千', '亿元') | 个数", "不是数字", "1000"),
        (f"{INDUSTRIES} | 超过(1, '百分比') | 个数", "门槛的单位", "亿元、万亿元"),
    ],
)
def test_refuses_lists_that_cannot_be_compared(tmp_path, expression, problem, remedy):
    with pytest.raises(ChapterError) as caught:
        sentence(tmp_path, f"为{{{{ {expression} }}}}。")
    assert problem in caught.value.problem
    assert remedy in caught.value.remedy
    assert caught.value.place == "02-overall.md:3"


@pytest.mark.parametrize(
    ("growth", "printed"),
    [((14.525, 8.01, 9.9), "8%至15%"), ((13.0, 13.0, 13.0), "13%"), ((0.2, -0.3, 0.004), "-1%至1%")],
)
def test_a_span_encloses_all_numbers(tmp_path, growth, printed):
    names = ("名义增速.全国[2021]", "名义增速.采矿业[2021]", "名义增速.建筑业[2021]")
    facts = reader(**dict(zip(names, growth, strict=True)))
    assert sentence(tmp_path, f'在{{{{ {GROWTH} | 区间("百分比") }}}}之间', facts) == f"在{printed}之间"


def test_a_span_takes_the_unit_of_the_numbers(tmp_path):
    assert sentence(tmp_path, f'{{{{ {INDUSTRIES} | 区间("万亿元") }}}}') == "0万亿元至3万亿元"
    with pytest.raises(ChapterError, match="单位为“亿元”"):
        sentence(tmp_path, f'{{{{ {INDUSTRIES} | 区间("百分比") }}}}')
    with pytest.raises(ChapterError, match="没有“百分点”这种写法"):
        sentence(tmp_path, f'{{{{ {INDUSTRIES} | 区间("百分点") }}}}')
