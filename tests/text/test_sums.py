import pytest

from reportgen.errors import ChapterError
from reportgen.text.sums import REMARK
from tests.text.facts import reader, sentence

PARTS = '排行("增加值", "产业", 本年)'
TOTAL = '数["增加值.全国[本年]"]'


def text(style: str, parts: str = PARTS) -> str:
    return f"合计{{{{ 分项({TOTAL}, {parts}, {style}) }}}}。"


def test_the_remark_stands_only_where_printed_parts_miss_the_total(tmp_path):
    even = reader()  # 0.05 + 1.99 + 2.06 = 4.10
    odd = reader(**{"增加值.第一产业[2021]": 449.0, "增加值.第三产业[2021]": 20634.205})  # 0.04 + 1.99 + 2.06
    assert sentence(tmp_path, text('"万亿元"'), even) == "合计。"
    assert sentence(tmp_path, text('"万亿元"'), odd) == f"合计{REMARK}。"
    assert sentence(tmp_path, text('"亿元"'), odd) == "合计。"
    assert sentence(tmp_path, text('"万亿元", 1'), odd) == "合计。"


@pytest.mark.parametrize(
    ("expression", "problem", "remedy"),
    [
        (text('"亿元"', f"{PARTS}[:2]"), "相差 -490亿元", "写全"),
        (text('"亿元"', '[数["名义增速.全国[本年]"]]'), "不同单位", "同一单位"),
        (text('"百分比"'), "单位为“亿元”", "亿元"),
        (text('"亿圆"'), "没有“亿圆”这种写法", "亿元"),
        (text('"亿元"', "[]"), "名单是空的", ""),
    ],
)
def test_refuses_parts_that_do_not_make_the_whole(tmp_path, expression, problem, remedy):
    with pytest.raises(ChapterError) as caught:
        sentence(tmp_path, expression, reader())
    assert problem in caught.value.problem
    assert remedy in caught.value.remedy
