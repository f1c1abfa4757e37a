"""教育业、公共管理、社会保障和社会组织行业：上为名义增速，下为增加值。"""

from reportgen.charts.sections import Sections

SECTIONS = {
    "sector.education": "教育业",
    "sector.public_administration": "公共管理、社会保障和社会组织行业",
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
