"""七大经济圈增加值的分级着色地图，右侧列出规模、占比与名义增速；省界取自 content/maps 中的底图，缺失时改画方格图。"""

from pathlib import Path

from reportgen.charts import map_words, map_zone_words
from reportgen.charts.format import 亿元, 整百分比, 百分比
from reportgen.charts.map_outlines import read_country
from reportgen.charts.map_values import map_names, provinces_of_zones
from reportgen.charts.map_zones import Measure, ZoneMap, draw_zone_map
from reportgen.project.yaml_file import read_yaml

MAPS = Path(__file__).parents[1] / "content" / "maps"
COUNTRY = read_country(MAPS / "provinces.json")
APPROVAL = read_yaml(MAPS / "provinces.card.yaml").get("approval_number") if COUNTRY else ""
COLUMNS = (("增加值", "增加值", 亿元), ("占总量比重", "占全国", 整百分比), ("名义增速", "名义增速", 百分比))

source = "数据来源：根据国家统计局数据测算。"


def title(facts):
    return f"{facts.calendar.reference_year}年我国重点经济圈工业互联网带动GDP示意图"


def subtitle(facts):
    return map_zone_words.how_to_read(Measure.of(facts, *COLUMNS[0]))


def note(facts):
    summed = (Measure.of(facts, *column) for column in COLUMNS[:-1])
    remark = map_zone_words.remark(facts, provinces_of_zones(facts), *summed)
    return map_words.note(COUNTRY, APPROVAL, remark)


def alternative(facts):
    return map_zone_words.in_words(*(Measure.of(facts, *column) for column in COLUMNS))


def draw(facts, canvas):
    measures = [Measure.of(facts, *column) for column in COLUMNS]
    draw_zone_map(canvas, ZoneMap(provinces_of_zones(facts), measures, map_names(facts), COUNTRY))
