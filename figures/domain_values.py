"""四个领域增加值与占直接产业比重：左为规模，右为比重，与基年相比。"""

from reportgen.charts import words
from reportgen.charts.format import 亿元, 整百分比
from reportgen.charts.values_and_shares import draw_values_and_shares, read_parts

title = "工业互联网直接产业增加值与占比情况"
source = "数据来源：根据国家统计局数据测算。"


def _parts(facts):
    return read_parts(facts, "direct", "增加值", "占直接产业比重")


def subtitle(facts):
    now, then = facts.calendar.reference_year, facts.calendar.first_year
    return f"左图为{now}年增加值（亿元），右图为占直接产业比重（%）：空心点为{then}年，实心点为{now}年"


def note(facts):
    groups = zip(*((part.then, part.now) for part in _parts(facts)), strict=True)
    return words.note(words.rounding_to_whole(整百分比, *groups))


def alternative(facts):
    parts = _parts(facts)
    sizes = [f"{one.value.name}（{亿元.phrase(one.value)}，占{整百分比.phrase(one.now)}）" for one in parts]
    moves = [f"{one.now.name}{words.move(整百分比, one.then, one.now, '升至 降至')}" for one in parts]
    return (
        f"{parts[0].now.year}年，各领域增加值由大到小依次为{words.listed(sizes)}。"
        f"与{parts[0].then.year}年相比，占直接产业比重的变化：{'，'.join(moves)}。"
    )


def draw(facts, canvas):
    draw_values_and_shares(canvas, _parts(facts), 亿元, 整百分比)
