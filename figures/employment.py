"""带动就业：上为新增就业，可为负；下为带动就业；两图均分直接产业与渗透产业。"""

from reportgen.charts.employment import Employment

PARTS = ("直接产业", "渗透产业")

title = "工业互联网拉动就业情况"
source = "数据来源：根据国家统计局数据测算。"


def subtitle(facts):
    return Employment(facts, PARTS).subtitle


def note(facts):
    return Employment(facts, PARTS).note


def alternative(facts):
    return Employment(facts, PARTS).alternative()


def draw(facts, canvas):
    Employment(facts, PARTS).draw(canvas)
