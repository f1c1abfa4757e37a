"""各省带动就业人数与同比增速。"""

from reportgen.charts.format import 万人, 百分比
from reportgen.charts.ranked_pair import RankedPair

source = "数据来源：根据国家统计局数据测算。"
note = "注：未列香港、澳门和台湾的数据。"


def _pair(facts):
    return RankedPair.read(facts, "province", ("带动就业", 万人), ("就业增速", 百分比), "就业增速.全国[本年]")


def title(facts):
    return f"{facts.calendar.reference_year}年我国{_pair(facts).count}个省市自治区工业互联网带动就业人数及同比增速示意图"


def subtitle(facts):
    return _pair(facts).subtitle


def alternative(facts):
    return _pair(facts).alternative("省（自治区、直辖市）")


def draw(facts, canvas):
    _pair(facts).draw(canvas)
