"""电力、热力燃气及水生产和供应业、建筑业：上为名义增速，下为增加值。"""

from reportgen.charts.sections import Sections

SECTIONS = {
    "sector.utilities": "电力、热力燃气及水生产和供应业",
    "sector.construction": "建筑业",
}

source = "数据来源：根据国家统计局数据测算。"
note = ""


def title(facts):
    return Sections.known(facts, SECTIONS).title


def subtitle(facts):
    return Sections.known(facts, SECTIONS).subtitle


def alternative(facts):
    return Sections.known(facts, SECTIONS).alternative()


def draw(facts, canvas):
    Sections.known(facts, SECTIONS).draw(canvas)
