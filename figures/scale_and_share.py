"""增加值规模与占GDP比重：上为比重，下为规模。"""

from reportgen.charts import words
from reportgen.charts.format import 万亿元, 百分比
from reportgen.charts.series import Series
from reportgen.charts.timeline import Timeline, draw_timelines

title = "我国工业互联网产业增加值规模、占GDP比重"
subtitle = "上图为占GDP比重（%），下图为增加值规模（万亿元）；浅色加斜线、空心点为预测值"
source = "数据来源：根据国家统计局数据测算。"
note = "注：E 表示预测值。"


def alternative(facts):
    *levels, ahead = facts.series("增加值.全国")
    *shares, share_ahead = facts.series("占GDP比重.全国")
    growth = words.growth(百分比, facts["名义增速.全国[预测年]"])
    return (
        f"{levels[0].year}年至{levels[-1].year}年，工业互联网产业增加值{words.course(levels)}，"
        f"{words.move(万亿元, levels[0], levels[-1])}；占GDP比重{words.move(百分比, shares[0], shares[-1], '升至 降至')}。"
        f"预计{ahead.year}年增加值为{万亿元.phrase(ahead)}，名义{growth}，"
        f"占GDP比重为{百分比.phrase(share_ahead)}，{words.since_last_year(百分比, shares[-1], share_ahead)}。"
    )


def draw(facts, canvas):
    level = Series.yearly(facts, "增加值.全国", 万亿元)
    share = Series.yearly(facts, "占GDP比重.全国", 百分比)
    draw_timelines(canvas, facts.calendar, [Timeline([level], level, [share])], zero_line=False)
