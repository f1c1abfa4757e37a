"""重点经济圈带动就业人数与增速。"""

from reportgen.charts.format import 整万人, 百分比
from reportgen.charts.ranked_pair import RankedPair

source = "数据来源：根据国家统计局数据测算。"
note = ""


def _pair(facts):
    return RankedPair.read(facts, "zone", ("带动就业", 整万人), ("就业增速", 百分比), "就业增速.全国[本年]")


def title(facts):
    return f"{facts.calendar.reference_year}年工业互联网带动我国重点经济圈就业人数、增速"


def subtitle(facts):
    return _pair(facts).subtitle


def alternative(facts):
    return _pair(facts).alternative("重点经济圈")


def draw(facts, canvas):
    _pair(facts).draw(canvas)
