import pytest

from reportgen.review.deviation_kinds import judged
from reportgen.review.reconciliation import reconcile
from reportgen.review.reconciliation_summary import group_of, summary


@pytest.mark.parametrize(
    ("metric", "group"),
    [
        ("value_added_direct", "规模"),
        ("nominal_growth_lower_bound", "增速"),
        ("mean_nominal_growth", "增速"),
        ("growth_rate_increase", "增速"),
        ("share_of_region_gdp", "占比"),
        ("indirect_share_of_total", "占比"),
        ("employment_growth", "就业"),
        ("new_employment", "新增就业"),
        ("rank_nominal_growth", "排名与名单"),
        ("list_fast_growth", "排名与名单"),
        ("share_of_provinces_above_1000yi", "计数与比率"),
        ("ratio_indirect_to_direct", "计数与比率"),
        ("assumed_gdp_nominal_growth", "假定"),
        ("capital_elasticity", "其他"),
    ],
)
def test_groups(metric, group):
    assert group_of(metric) == group


def test_text(table, stated, calendar):
    facts = {
        ("value_added", "national", "2021"): (41205.0, "亿元"),
        ("value_added", "direct", "2021"): (12870.0, "亿元"),
        ("value_added", "indirect", "2021"): (29300.0, "亿元"),
        ("nominal_growth", "industry.tertiary", "2021"): (9.8, "%"),
        ("rank_value_added", "province.jiangsu", "2021"): (4, "位"),
        ("list_fast_growth", "province.shanxi", "2021"): (1, "位"),
    }
    rows = [
        stated("value_added", "national", "4.10", "万亿元", id="A"),
        stated("value_added", "direct", "1.17", "万亿元", id="B"),
        stated("value_added", "indirect", "2.93", "万亿元", id="C"),
        stated("value_added", "direct", "1", "万亿元", ">", id="D"),
        stated("nominal_growth", "industry.tertiary", "10", "%", ">", id="E"),
        stated("rank_value_added", "province.jiangsu", "2", "位", id="F"),
        stated("list_fast_growth", "province.xinjiang", "3", "位", id="G"),
        stated("employment", "national", None, "万人", id="H"),
    ]
    found = table(facts)
    assert summary(judged(reconcile(rows, found, calendar), found.vocabulary)) == (
        "共核对 8 行：一致 1，舍入内一致 1，偏差 5（未核 5），无法核对 1\n"
        "  总体 1 行：一致 0，舍入内一致 0，偏差 1（未核 1），无法核对 0\n"
        "  直接产业与渗透产业 3 行：一致 1，舍入内一致 1，偏差 1（未核 1），无法核对 0\n"
        "  三次产业 1 行：一致 0，舍入内一致 0，偏差 1（未核 1），无法核对 0\n"
        "  各省 2 行：一致 0，舍入内一致 0，偏差 2（未核 2），无法核对 0\n"
        "  就业 1 行：一致 0，舍入内一致 0，偏差 0，无法核对 1\n"
        "\n"
        "【规模】4 行：一致 1，舍入内一致 1，偏差 2（未核 2），无法核对 0\n"
        "  绝对偏差中位数 0.5%，最大 10%（B 增加值.直接产业[2021]）\n"
        "  A 增加值.全国[2021]（前言，图2）：印出 4.10万亿元，测算 4.12万亿元，偏差 +0.5%。"
        "未核：模型与印出数之差，未作调整\n"
        "  B 增加值.直接产业[2021]（前言，图2）：印出 1.17万亿元，测算 1.29万亿元，偏差 +10%。"
        "未核：模型与印出数之差，未作调整\n"
        "\n"
        "【增速】1 行：一致 0，舍入内一致 0，偏差 1（未核 1），无法核对 0\n"
        "  E 名义增速.第三产业[2021]（前言，图2）：印出 超过10%，测算 9.80%，偏差 -2%。"
        "未核：模型与印出数之差，未作调整；原书称超过10%，不成立；相差-0.20个百分点\n"
        "\n"
        "【就业】1 行：一致 0，舍入内一致 0，偏差 0，无法核对 1\n"
        "\n"
        "【排名与名单】2 行：一致 0，舍入内一致 0，偏差 2（未核 2），无法核对 0\n"
        "  绝对偏差中位数 2位，最大 2位（F 增加值排名.江苏[2021]）\n"
        "  F 增加值排名.江苏[2021]（前言，图2）：印出 2位，测算 4位。未核：模型与印出数之差，未作调整；相差+2位\n"
        "  G 增速突出名单.新疆[2021]（前言，图2）：印出 3位。未核：未入名单；模型与印出数之差，未作调整\n"
    )


def test_nothing_to_reconcile():
    assert summary([]) == "共核对 0 行：一致 0，舍入内一致 0，偏差 0，无法核对 0\n"
