"""各省历年名义增速：省为行、年为列的热力表，按本年增速由高到低排列。"""

from reportgen.charts import words
from reportgen.charts.format import 百分比
from reportgen.charts.heat_table import draw_heat_table
from reportgen.charts.series import Series

subtitle = "单位：%；按最后一年增速由高到低排列，颜色越深增速越高"
source = "数据来源：根据国家统计局数据测算。"
note = "注：未列香港、澳门和台湾的数据。"


def _ranked(facts):
    return facts.among("名义增速", "province", "本年")


def title(facts):
    _, first, *_, last = facts.calendar.actual_years
    return f"{first}-{last}全国{len(_ranked(facts))}个省市自治区工业互联网产业增加值的名义增速"


def alternative(facts):
    now = _ranked(facts)
    before = {one.name: one.value for one in facts.among("名义增速", "province", "上年")}
    rises = sum(one.value > before[one.name] for one in now)
    falls = sum(one.value < before[one.name] for one in now)
    years = facts.calendar.actual_years[1:]
    leaders = [words.extremes(facts.among("名义增速", "province", year))[0] for year in years]
    return (
        f"{now[0].year}年，{len(now)}个省（自治区、直辖市）的名义增速{words.range_of(百分比, now)}；"
        f"与上年相比，增速提高的有{rises}个，降低的有{falls}个。"
        f"历年增速最高的省：{'，'.join(f'{one.year}年为{words.ranked(百分比, [one])}' for one in leaders)}。"
    )


def draw(facts, canvas):
    years = facts.calendar.actual_years[1:]
    rows = [Series.over(facts, f"名义增速.{one.address.scope}", 百分比, years) for one in _ranked(facts)]
    draw_heat_table(canvas, Series.over(facts, "名义增速.全国", 百分比, years), rows, years)
