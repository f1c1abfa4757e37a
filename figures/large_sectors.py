"""增加值超千亿元的行业，按规模排序；个数与标题由数据得出，一个也没有时列全部行业。"""

from reportgen.charts import words
from reportgen.charts.format import 个, 亿元
from reportgen.charts.ranking import draw_ranking

source = "数据来源：根据国家统计局数据测算。"
note = ""


def _count(facts):
    return facts["超千亿个数.各行业[本年]"]


def _large(facts):
    return facts.among("增加值", "sector", "本年")[: int(_count(facts).value) or None]


def title(facts):
    if not _count(facts).value:
        return "工业互联网带动各行业增加值规模"
    return f"工业互联网带动{个.print(_count(facts))}大行业增加值规模超千亿元"


def subtitle(facts):
    return f"{_count(facts).year}年，单位：亿元；按规模由大到小排列"


def alternative(facts):
    first, *others = _large(facts)
    rest = words.listed([f"{one.name}（{亿元.phrase(one)}）" for one in others])
    count = f"超过千亿元的行业共{个.phrase(_count(facts))}" if _count(facts).value else "没有行业超过千亿元"
    return (
        f"{first.year}年，工业互联网带动的增加值{count}："
        f"{first.name}居首，为{亿元.phrase(first)}{'，其后依次为' if rest else ''}{rest}。"
    )


def draw(facts, canvas):
    draw_ranking(canvas, _large(facts), 亿元)
