"""直接产业与渗透产业：上为名义增速，下为增加值，两部分相加为总量。"""

from reportgen.charts import forecast, words
from reportgen.charts.format import 万亿元, 百分比
from reportgen.charts.series import Series
from reportgen.charts.timeline import Timeline, draw_timelines

NAMES = ("直接产业", "渗透产业")

title = "工业互联网直接产业、渗透产业增加值规模与名义增速"
source = "数据来源：根据国家统计局数据测算。"


def subtitle(facts):
    how = forecast.how_to_read(facts, "增加值.全国")
    return f"上图为名义增速（%），下图为增加值规模（万亿元），柱顶为两部分合计{how}"


def note(facts):
    series = (Series.yearly(facts, f"增加值.{name}", 万亿元) for name in ("全国", *NAMES))
    total, *parts = ([*one.readings.values()] for one in series)
    return words.note(words.rounding(万亿元, total, *parts))


def alternative(facts):
    parts, rates = ([facts[f"{metric}.{name}[本年]"] for name in NAMES] for metric in ("增加值", "名义增速"))
    ahead = [forecast.expected(facts, f"增加值.{name}") for name in NAMES]
    outlook = f"预计{ahead[0].year}年，{words.levels(万亿元, ahead)}。" if all(ahead) else ""
    faster, slower = sorted(rates, key=lambda rate: -rate.value)
    return (
        f"{parts[0].year}年，{words.levels_and_growth(万亿元, parts, 百分比, rates)}。"
        f"{words.lead(百分比, faster, slower)}。{outlook}"
    )


def draw(facts, canvas):
    parts = [Series.yearly(facts, f"增加值.{name}", 万亿元) for name in NAMES]
    rates = [Series.after_first(facts, f"名义增速.{name}", 百分比) for name in NAMES]
    total = Series.yearly(facts, "增加值.全国", 万亿元)
    draw_timelines(canvas, facts.calendar, [Timeline(parts, total, rates)])
