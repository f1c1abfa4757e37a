"""各省渗透产业增加值规模与名义增速。"""

from reportgen.charts.format import 亿元, 百分比
from reportgen.charts.ranked_pair import RankedPair

source = "数据来源：根据国家统计局数据测算。"
note = "注：未列香港、澳门和台湾的数据。"


def _pair(facts):
    return RankedPair.read(
        facts,
        "province",
        ("渗透产业增加值", 亿元),
        ("渗透产业名义增速", 百分比),
        "名义增速.渗透产业[本年]",
        "indirect",
    )


def title(facts):
    return f"{facts.calendar.reference_year}年全国{_pair(facts).count}个省市自治区工业互联网渗透产业增加值规模及名义增速"


def subtitle(facts):
    return _pair(facts).subtitle


def alternative(facts):
    return _pair(facts).alternative("省（自治区、直辖市）")


def draw(facts, canvas):
    _pair(facts).draw(canvas)
