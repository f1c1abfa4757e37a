"""第一、二、三产业增加值：并列三幅，上为名义增速，下为增加值，比例尺相同。"""

from reportgen.charts import words
from reportgen.charts.format import 万亿元, 万亿元三位, 百分比
from reportgen.charts.series import Series
from reportgen.charts.timeline import Timeline, draw_timelines

FORMATS = {"industry.primary": 万亿元三位, "industry.secondary": 万亿元, "industry.tertiary": 万亿元}

title = "工业互联网带动第一、二、三产业增加值规模"
subtitle = "上图为名义增速（%），下图为增加值规模（万亿元），三幅同一比例尺；浅色加斜线、空心点为预测值"
source = "数据来源：根据国家统计局数据测算。"
note = "注：E 表示预测值。"


def _phrase(level):
    return FORMATS[level.address.scope].phrase(level)


def alternative(facts):
    ranked = facts.among("增加值", "industry", "本年")
    rates = [facts[f"名义增速.{level.name}[本年]"] for level in ranked]
    ahead = [facts[f"增加值.{scope}[预测年]"] for scope in FORMATS]
    return (
        f"{rates[0].year}年，工业互联网带动的增加值由大到小依次为"
        f"{words.listed([f'{level.name}（{_phrase(level)}）' for level in ranked])}；"
        f"{words.growths(百分比, rates)}，{words.fastest(百分比, rates)}。预计{ahead[0].year}年，"
        f"{'，'.join(f'{level.name}为{_phrase(level)}' for level in ahead)}。"
    )


def draw(facts, canvas):
    timelines = []
    for scope, unit in FORMATS.items():
        level = Series.yearly(facts, f"增加值.{scope}", unit)
        rate = Series.after_first(facts, f"名义增速.{scope}", 百分比)
        timelines.append(Timeline([level], level, [rate], heading=level.name))
    draw_timelines(canvas, facts.calendar, timelines)
