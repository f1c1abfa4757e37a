"""增加值规模与占GDP比重：上为比重，下为规模。"""

from reportgen.charts import forecast, words
from reportgen.charts.format import 万亿元, 百分比
from reportgen.charts.series import Series
from reportgen.charts.timeline import Timeline, draw_timelines

title = "我国工业互联网产业增加值规模、占GDP比重"
source = "数据来源：根据国家统计局数据测算。"


def subtitle(facts):
    return "上图为占GDP比重（%），下图为增加值规模（万亿元）" + forecast.how_to_read(facts, "增加值.全国")


def note(facts):
    return forecast.note(facts, "增加值.全国")


def alternative(facts):
    names = ("增加值.全国", "名义增速.全国", "占GDP比重.全国")
    levels, shares = (facts.series(name, facts.calendar.actual_years) for name in (names[0], names[2]))
    past = (
        f"{levels[0].year}年至{levels[-1].year}年，工业互联网产业增加值{words.course(levels)}，"
        f"{words.move(万亿元, levels[0], levels[-1])}；占GDP比重{words.move(百分比, shares[0], shares[-1], '升至 降至')}。"
    )
    level, rate, share = (forecast.expected(facts, name) for name in names)
    if not (level and rate and share):
        return past
    return (
        f"{past}预计{level.year}年增加值为{万亿元.phrase(level)}，名义{words.growth(百分比, rate)}，"
        f"占GDP比重为{百分比.phrase(share)}，{words.since_last_year(百分比, shares[-1], share)}。"
    )


def draw(facts, canvas):
    level = Series.yearly(facts, "增加值.全国", 万亿元)
    share = Series.yearly(facts, "占GDP比重.全国", 百分比)
    draw_timelines(canvas, facts.calendar, [Timeline([level], level, [share])], zero_line=False)
