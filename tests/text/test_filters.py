import pytest

from reportgen.errors import ChapterError
from tests.text.facts import reader, sentence

ALL = '数["增加值.全国[本年]"]'
GROWTH = '数["名义增速.全国[本年]"]'


@pytest.mark.parametrize(
    ("expression", "printed"),
    [
        (f"{ALL} | 亿元", "40983.21亿元"),
        (f"{ALL} | 万亿元", "4.10万亿元"),
        (f"{ALL} | 万亿元(3)", "4.098万亿元"),
        (f'{ALL} | 整档("万亿元")', "4万亿元"),
        (f"{GROWTH} | 百分比", "14.53%"),
        (f"{GROWTH} | 百分比(0)", "15%"),
        (f"{GROWTH} | 增长", "增长14.53%"),
        ('数["名义增速.采矿业[本年]"] | 增长', "下降3.20%"),
        ('数["名义增速.采矿业[本年]"] | 百分比', "-3.20%"),
        ('数["名义增速.建筑业[本年]"] | 增长', "与上年持平"),
        ('数["占GDP比重.全国[本年]"] | 个百分点(数["占GDP比重.全国[上年]"])', "0.06个百分点"),
        ('数["占GDP比重.全国[上年]"] | 升降(数["占GDP比重.全国[本年]"])', "下降0.06个百分点"),
        ('数["占GDP比重.全国[本年]"] | 升降(数["占GDP比重.全国[本年]"])', "持平"),
        ('数["带动就业.全国[本年]"] | 万人', "2836.01万人"),
        ('数["渗透与直接之比.全国[本年]"] | 倍', "2.5倍"),
        ('数["资本产出弹性.全国"] | 系数', "0.413"),
        ('数["超千亿个数.各省[本年]"] | 整数("个")', "13个"),
        ('数["增加值排名.广东[本年]"] | 排名', "第1位"),
        ('数["增加值排名.广东[本年]"] | 名称', "广东"),
        ('排行("增加值", "产业", 本年) | 顿号', "第三产业、第二产业和第一产业"),
        ('排行("增加值", "产业", 本年, 2) | 顿号', "第三产业和第二产业"),
        ('排行("增加值", "产业", 本年, 1) | 顿号', "第三产业"),
        ('排行("增加值", "产业", 本年) | 顿号(等=True)', "第三产业、第二产业、第一产业等"),
        ('排行("增加值", "产业", 本年) | 逐个("万亿元")', "2.06万亿元、1.99万亿元和0.05万亿元"),
        ('排行("增加值", "产业", 本年) | 超过(1.99, "万亿元") | 个数', "1"),
        ('["甲", "乙"] | 顿号', "甲和乙"),
    ],
)
def test_prints(tmp_path, expression, printed):
    assert sentence(tmp_path, f"为{{{{ {expression} }}}}。") == f"为{printed}。"


@pytest.mark.parametrize(
    ("expression", "problem", "remedy"),
    [
        (f"{ALL} | 百分比", "单位为“亿元”", "亿元、万亿元"),
        (f"{GROWTH} | 万亿元", "单位为“%”", "百分比"),
        (f"{ALL} | 个百分点({GROWTH})", "单位为“亿元”", "亿元"),
        (f"{ALL} | 增长", "单位为“亿元”", "亿元"),
        (f"{ALL} | 排名", "单位为“亿元”", "亿元"),
        (f'{ALL} | 整档("千亿元")', "整档的单位", "万亿元"),
        ('数["增加值.第一产业[本年]"] | 整档("万亿元")', "不到 1万亿元", "单位"),
        ('"四" | 亿元', "应是一个数", "数"),
        ('排行("增加值", "产业", 本年) | 亿元', "一个名单", "数"),
        (f"{ALL} | 顿号", "应是名单", "排行"),
        ('排行("增加值", "产业", 本年) | 逐个("万亿")', "没有“万亿”", "万亿元"),
        ('排行("增加值", "产业", 本年) | 超过(5, "%")', "门槛的单位", "同一类"),
        ('排行("增加值", "门类", 本年) | 顿号', "没有类别", "可用"),
    ],
)
def test_refuses_what_does_not_fit(tmp_path, expression, problem, remedy):
    with pytest.raises(ChapterError) as caught:
        sentence(tmp_path, f"为{{{{ {expression} }}}}。")
    assert problem in caught.value.problem
    assert remedy in caught.value.remedy
    assert caught.value.place == "02-overall.md:3"


def test_records_what_was_printed_and_where(tmp_path):
    facts = reader()
    sentence(tmp_path, f"\n为\n{{{{ {GROWTH} | 增长 }}}}。", facts)
    printed = [use for use in facts.uses if use.printed]
    assert [(use.place, use.printed) for use in printed] == [("02-overall.md:5", "增长14.53%")]


def test_a_difference_records_both_numbers(tmp_path):
    facts = reader()
    sentence(tmp_path, '{{ 数["占GDP比重.全国[本年]"] | 升降(数["占GDP比重.全国[上年]"]) }}', facts)
    printed = {use.address.years for use in facts.uses if use.printed == "提高0.06个百分点"}
    assert printed == {(2020,), (2021,)}
