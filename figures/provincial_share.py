"""各省增加值规模与占地区生产总值比重。"""

from reportgen.charts.format import 亿元, 百分比
from reportgen.charts.ranked_pair import RankedPair

source = "数据来源：根据国家统计局数据测算。"
note = "注：未列香港、澳门和台湾的数据。"


def _pair(facts):
    return RankedPair.read(
        facts, "province", ("增加值", 亿元), ("占地区生产总值比重", 百分比), "占GDP比重.全国[本年]"
    )


def title(facts):
    return f"{facts.calendar.reference_year}年我国{_pair(facts).count}个省市自治区工业互联网增加值规模及占GDP比重示意图"


def subtitle(facts):
    return _pair(facts).subtitle


def alternative(facts):
    return _pair(facts).alternative("省（自治区、直辖市）")


def draw(facts, canvas):
    _pair(facts).draw(canvas)
