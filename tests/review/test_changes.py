"""Numbers compared: every tier and kind, what must not be missed, and what is set beside what."""

import pytest

from reportgen.facts.status import Status
from reportgen.review.change import Alarm, Kind, Tier
from reportgen.review.changes import compare
from tests.review.sides import NEW, OLD, fact, printed, side

SCALE = "增加值.全国[2021]"
PLACE = ("20-overall.md", "20-overall.md:33")


def one(before, after):
    """The only change of two sides in the view of the same year."""
    (found,) = compare(before, after).revisions
    return found


def with_value(value, text=None, unit="亿元", status=Status.测算, address=SCALE):
    numbers = [printed(address, *PLACE, text)] if text else []
    return side([fact(address, value, unit, status)], numbers)


def test_what_is_printed_otherwise_is_of_the_first_tier():
    change = one(with_value(40959, "4.10万亿元"), with_value(41234, "4.12万亿元"))
    assert (change.tier, change.kind) == (Tier.印文, Kind.数值)
    assert (change.difference, change.relative) == (275, pytest.approx(275 / 40959 * 100))
    (printing,) = change.printings
    assert (printing.before, printing.after) == (("4.10万亿元",), ("4.12万亿元",))


def test_a_value_that_moves_behind_the_print_is_of_the_second_tier():
    change = one(with_value(40959, "4.10万亿元"), with_value(40961, "4.10万亿元"))
    assert (change.tier, change.kind, len(change.printings)) == (Tier.数值, Kind.数值, 1)


def test_a_value_that_is_not_printed_is_of_the_second_tier():
    change = one(with_value(40959), with_value(41234))
    assert (change.tier, change.printings) == (Tier.数值, ())


def test_a_number_printed_at_one_place_more_is_no_change_of_print():
    before = with_value(40959, "4.10万亿元")
    more = [*before.printed, printed(SCALE, "scale", "图2", "4.10", ""), printed(SCALE, *PLACE, "4.1万亿元")]
    assert compare(before, side(before.facts, more)).changes == ()


def test_the_same_value_with_other_decimals_is_another_writing():
    change = one(with_value(40959, "4.10万亿元"), with_value(40959, "4.1万亿元"))
    assert (change.tier, change.kind) == (Tier.印文, Kind.写法)


def test_the_distance_to_another_number_is_no_writing_of_this_one():
    growth = "名义增速.全国[2021]"
    before = with_value(14.5, "10.01个百分点", "%", address=growth)
    assert compare(before, with_value(14.5, "1.73个百分点", "%", address=growth)).changes == ()
    assert one(before, with_value(14.6, "1.83个百分点", "%", address=growth)).tier is Tier.印文


@pytest.mark.parametrize(
    ("before", "after", "kind"),
    [([], [fact(SCALE, 1)], Kind.出现), ([fact(SCALE, 1)], [], Kind.消失)],
)
def test_a_fact_that_one_side_lacks(before, after, kind):
    change = one(side(before), side(after))
    assert (change.tier, change.kind, change.difference) == (Tier.有无, kind, None)


def test_a_status_that_changes_alone():
    change = one(with_value(5, status=Status.预测), with_value(5, status=Status.推算))
    assert (change.tier, change.kind) == (Tier.有无, Kind.状态)


def test_another_unit_makes_values_incomparable():
    change = one(with_value(4.1, unit="万亿元"), with_value(41000, unit="亿元"))
    assert (change.tier, change.kind, change.difference) == (Tier.有无, Kind.单位, None)
    assert change.alerts == ()


def test_another_processor_is_no_change():
    assert compare(with_value(40959.3660795), with_value(40959.3660795 * (1 + 1e-12))).changes == ()


@pytest.mark.parametrize(
    ("address", "unit", "before", "after", "words"),
    [
        ("名义增速.制造业[2021]", "%", 0.8, -0.5, ["由升转降"]),
        ("新增就业.全国[2021]", "万人", -9, 10, ["由降转升"]),
        ("补缺残差.全国[2021]", "亿元", -9, 10, ["由负转正"]),
        (SCALE, "亿元", 38644, 40959, ["升破4万亿元"]),
        (SCALE, "亿元", 40959, 38644, ["跌破4万亿元"]),
        (SCALE, "亿元", 38644, 39999, []),
        ("增加值.江苏[2021]", "亿元", 980, 1005, ["升破1000亿元"]),
        ("增加值.江苏[2021]", "亿元", 1980, 2005, []),
        ("占GDP比重.全国[2021]", "%", 3.9, 4.1, ["升破4%"]),
        ("占GDP比重.全国[2021]", "%", 4.0, 4.1, []),
        ("带动就业.全国[2021]", "万人", 1990, 2010, ["升破2000万人"]),
        ("渗透与直接之比.全国[2021]", "倍", 2.4, 3.0, ["升破3倍"]),
        ("名义增速.全国[2021]", "%", 14.0, 15.2, ["升破15%"]),
    ],
)
def test_signs_and_marks(address, unit, before, after, words):
    change = one(side([fact(address, before, unit)]), side([fact(address, after, unit)]))
    assert [alert.words for alert in change.alerts] == words


def provinces(*values, metric="增加值"):
    names = ("广东", "江苏", "山东", "浙江")
    return [fact(f"{metric}.{name}[2021]", value) for name, value in zip(names, values, strict=False)]


def test_a_move_of_rank_among_provinces():
    found = compare(side(provinces(50, 40, 30)), side(provinces(50, 40, 45))).revisions
    assert [(change.fact.label, change.ranks) for change in found] == [("增加值.山东[2021]", (3, 2))]
    assert found[0].alerts[-1] == (Alarm.名次, "第3位→第2位")


def test_equal_values_share_a_rank_whatever_the_last_digit_says():
    before, after = provinces(50, 40, 40 * (1 + 1e-13)), provinces(51, 40 * (1 + 1e-13), 40)
    (change,) = compare(side(before), side(after)).revisions
    assert (change.fact.label, change.ranks) == ("增加值.广东[2021]", None)


def test_a_fact_that_is_a_position_moves_by_its_value():
    address = "增加值排名.江苏[2021]"
    change = one(side([fact(address, 3, "位")]), side([fact(address, 2, "位")]))
    assert [alert.words for alert in change.alerts] == ["第3位→第2位"]


def test_the_order_of_relevance():
    moved = {
        "增加值.制造业[2021]": (700, 710), "增加值.江苏[2021]": (300, 301), "增加值.渗透产业[2021]": (300, 301),
        "生产总值.全国[2021]": (700, 701), "增加值.全国[2021]": (700, 701), "增加值.湖北[2021]": (-7, 7),
    }  # fmt: skip
    places = {
        "增加值.全国[2021]": ("7", "8"),
        "增加值.江苏[2021]": ("3", "3"),
        "增加值.湖北[2021]": ("7", "7"),
    }
    sides = []
    for index in (0, 1):
        numbers = [printed(address, *PLACE, texts[index]) for address, texts in places.items()]
        sides.append(side([fact(address, values[index]) for address, values in moved.items()], numbers))
    assert [change.fact.label for change in compare(*sides).revisions] == [
        "增加值.全国[2021]",  # printed otherwise
        "增加值.湖北[2021]",  # printed, sign
        "增加值.江苏[2021]",  # printed
        "生产总值.全国[2021]",
        "增加值.渗透产业[2021]",
        "增加值.制造业[2021]",
    ]


def test_one_edition_has_no_view_of_the_next_year():
    found = compare(with_value(1), with_value(2))
    assert found.later == ()
    assert len(found.by_view) == 1


def editions():
    before = [fact(f"增加值.全国[{year}]", year) for year in (2017, 2020)]
    before += [fact("增加值.全国[2021]", 3, status=Status.预测), fact("累计增幅.全国[2017-2020]", 50, "%")]
    after = [fact(f"增加值.全国[{year}]", year) for year in (2017, 2020, 2021)]
    after += [fact("增加值.全国[2022]", 4, status=Status.预测), fact("累计增幅.全国[2017-2021]", 70, "%")]
    return side(before, calendar=OLD, name="2021 年版"), side(after, calendar=NEW)


def test_one_year_on_sets_this_year_beside_that_of_the_other_edition():
    found = compare(*editions())
    pairs = [(change.before.label, change.after.label) for change in found.later]
    assert sorted(pairs) == [
        ("增加值.全国[2020]", "增加值.全国[2021]"),
        ("增加值.全国[2021]", "增加值.全国[2022]"),
        ("累计增幅.全国[2017-2020]", "累计增幅.全国[2017-2021]"),
    ]


def test_years_of_one_edition_alone_neither_appear_nor_vanish():
    found = compare(*editions())
    assert [change.fact.label for change in found.revisions] == ["增加值.全国[2021]"]
    assert found.rolled == 3


def test_what_vanished_though_its_year_is_in_both_is_told():
    before, after = editions()
    gone = side([*before.facts, fact("带动就业.全国[2020]", 5, "万人")], calendar=OLD)
    kinds = {(change.fact.label, change.kind) for change in compare(gone, after).revisions}
    assert ("带动就业.全国[2020]", Kind.消失) in kinds


def test_the_later_edition_may_stand_first():
    after, before = editions()
    pairs = [(change.before.label, change.after.label) for change in compare(before, after).later]
    assert ("增加值.全国[2021]", "增加值.全国[2020]") in pairs


def test_inputs_parameters_and_figures():
    before = side(
        inputs={"a.csv": "1", "b.csv": "2"}, parameters={"k": "0.2", "m": "1"}, figures={"x": "甲", "y": "乙"}
    )
    after = side(
        inputs={"a.csv": "1", "c.csv": "3"}, parameters={"k": "0.3", "m": "1"}, figures={"x": "甲", "y": "丙"}
    )
    found = compare(before, after)
    assert found.inputs == (("c.csv", "", "3"), ("b.csv", "2", ""))
    assert found.parameters == (("k", "0.2", "0.3"),)
    assert found.figures == (("y", "乙", "丙"),)


def test_a_side_without_pictures_shows_the_figures_whose_print_changed():
    before = side([fact(SCALE, 3)], [printed(SCALE, "scale", "图2", "3", "")])
    after = side(
        [fact(SCALE, 4)], [printed(SCALE, "scale", "图2", "4", "")], figures={"scale": "甲", "y": "乙"}
    )
    assert compare(before, after).figures == (("scale", "", "甲"),)
