"""四个领域历年名义增速：每个领域一幅小图，同一比例尺，按本年增速由高到低排列。"""

from reportgen.charts import words
from reportgen.charts.format import 百分比
from reportgen.charts.multiples import draw_multiples
from reportgen.charts.series import Series

title = "工业互联网平台、安全、网络、数据各产业增速情况"
source = "数据来源：根据国家统计局数据测算。"
note = ""


def _ranked(facts):
    return facts.among("名义增速", "direct", "本年")


def subtitle(facts):
    return f"名义增速（%），各幅同一比例尺；按{facts.calendar.reference_year}年增速由高到低排列"


def alternative(facts):
    rates = _ranked(facts)
    before = [facts[f"名义增速.{rate.address.scope}[上年]"] for rate in rates]
    changes = [
        f"{rate.name}{words.since_last_year(百分比, last, rate)}"
        for last, rate in zip(before, rates, strict=True)
    ]
    return (
        f"{rates[0].year}年，各领域名义增速由高到低依次为{words.ranked(百分比, rates)}。"
        f"{'，'.join(changes)}；直接产业整体名义{words.growth(百分比, facts['名义增速.直接产业[本年]'])}。"
    )


def draw(facts, canvas):
    years = facts.calendar.actual_years[1:]
    draw_multiples(
        canvas,
        [Series.over(facts, f"名义增速.{rate.address.scope}", 百分比, years) for rate in _ranked(facts)],
    )
