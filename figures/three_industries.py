"""第一、二、三产业增加值：并列三幅，上为名义增速，下为增加值，比例尺相同。"""

from reportgen.charts import forecast, words
from reportgen.charts.format import 万亿元, 万亿元三位, 百分比
from reportgen.charts.timeline import Timeline, draw_timelines

FORMATS = {"industry.primary": 万亿元三位, "industry.secondary": 万亿元, "industry.tertiary": 万亿元}

title = "工业互联网带动第一、二、三产业增加值规模"
source = "数据来源：根据国家统计局数据测算。"
note = ""


def subtitle(facts):
    how = forecast.how_to_read(facts, "增加值.全国")
    return f"上图为名义增速（%），下图为增加值规模（万亿元），三幅同一比例尺{how}"


def alternative(facts):
    ranked = facts.among("增加值", "industry", "本年")
    sizes = [f"{one.name}（{FORMATS[one.address.scope].phrase(one)}）" for one in ranked]
    rates = [facts[f"名义增速.{level.name}[本年]"] for level in ranked]
    ahead = [(unit, forecast.expected(facts, f"增加值.{scope}")) for scope, unit in FORMATS.items()]
    outlook = "，".join(words.levels(unit, [one]) for unit, one in ahead if one)
    return (
        f"{rates[0].year}年，工业互联网带动的增加值由大到小依次为{words.listed(sizes)}；"
        f"{words.growths(百分比, rates)}，{words.fastest(百分比, rates)}。"
        + (f"预计{facts.calendar.forecast_year}年，{outlook}。" if outlook else "")
    )


def draw(facts, canvas):
    names = facts.facts.vocabulary
    timelines = [
        Timeline.of_scope(facts, scope, unit, names.scope_name(scope)) for scope, unit in FORMATS.items()
    ]
    draw_timelines(canvas, facts.calendar, timelines)
