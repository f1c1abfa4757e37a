"""直接产业与渗透产业：上为名义增速，下为增加值，两部分相加为总量。"""

from reportgen.charts import words
from reportgen.charts.format import 万亿元, 百分比
from reportgen.charts.series import Series
from reportgen.charts.timeline import Timeline, draw_timelines

title = "工业互联网直接产业、渗透产业增加值规模与名义增速"
subtitle = "上图为名义增速（%），下图为增加值规模（万亿元），柱顶为两部分合计；浅色加斜线、空心点为预测值"
source = "数据来源：根据国家统计局数据测算。"


def note(facts):
    total, *parts = (facts.series(f"增加值.{name}") for name in ("全国", "直接产业", "渗透产业"))
    return "注：E 表示预测值。" + words.rounding(万亿元, total, *parts)


def alternative(facts):
    parts = [facts[f"增加值.{name}[本年]"] for name in ("直接产业", "渗透产业")]
    rates = [facts[f"名义增速.{part.name}[本年]"] for part in parts]
    faster, slower = sorted(rates, key=lambda rate: -rate.value)
    ahead = [facts[f"增加值.{part.name}[预测年]"] for part in parts]
    return (
        f"{parts[0].year}年，直接产业增加值为{万亿元.phrase(parts[0])}，名义{words.growth(百分比, rates[0])}；"
        f"渗透产业增加值为{万亿元.phrase(parts[1])}，名义{words.growth(百分比, rates[1])}。"
        f"{words.lead(百分比, faster, slower)}。预计{ahead[0].year}年，"
        f"直接产业增加值为{万亿元.phrase(ahead[0])}，渗透产业为{万亿元.phrase(ahead[1])}。"
    )


def draw(facts, canvas):
    names = ("直接产业", "渗透产业")
    parts = [Series.yearly(facts, f"增加值.{name}", 万亿元) for name in names]
    rates = [Series.after_first(facts, f"名义增速.{name}", 百分比) for name in names]
    total = Series.yearly(facts, "增加值.全国", 万亿元)
    draw_timelines(canvas, facts.calendar, [Timeline(parts, total, rates)])
