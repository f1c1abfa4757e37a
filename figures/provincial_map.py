"""各省工业互联网增加值的分级着色地图，级限由数据得出；省界取自 content/maps 中的底图，缺失时改画方格图。"""

from pathlib import Path

from reportgen.charts import map_words
from reportgen.charts.format import 亿元
from reportgen.charts.map_outlines import read_country
from reportgen.charts.map_provinces import ProvinceMap, draw_province_map
from reportgen.charts.map_values import known_values, map_names
from reportgen.project.yaml_file import read_yaml

MAPS = Path(__file__).parents[1] / "content" / "maps"
COUNTRY = read_country(MAPS / "provinces.json")
APPROVAL = read_yaml(MAPS / "provinces.card.yaml").get("approval_number") if COUNTRY else ""

title = "我国各省市自治区工业互联网发展情况示意图"
source = "数据来源：根据国家统计局数据测算。"


def _values(facts):
    return known_values(facts, "增加值", "province", "本年")


def subtitle(facts):
    return map_words.how_to_read(list(_values(facts).values()))


def note(facts):
    return map_words.note(COUNTRY, APPROVAL, map_words.without_data(facts, _values(facts)))


def alternative(facts):
    values = _values(facts)
    return map_words.provinces_in_words(亿元, list(values.values())) + map_words.without_data(facts, values)


def draw(facts, canvas):
    draw_province_map(canvas, ProvinceMap(_values(facts), map_names(facts), 亿元, COUNTRY))
