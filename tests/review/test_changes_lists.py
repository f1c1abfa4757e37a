"""Lists that won or lost members."""

from reportgen.review.change import View
from reportgen.review.changes_lists import list_changes
from reportgen.review.named_lists import NamedLists
from tests.review.sides import NEW, OLD, VOCABULARY, fact, side

NAMES = ("广东", "江苏", "山东", "浙江", "北京", "上海", "河南")


def scale(year, *values):
    return [fact(f"增加值.{name}[{year}]", value) for name, value in zip(NAMES, values, strict=False)]


def test_a_province_that_passes_the_mark():
    before, after = side(scale(2021, 1200, 900)), side(scale(2021, 1200, 1001))
    (change,) = list_changes(before, after)
    assert (change.view, change.name) == (View.修订, "增加值超过1000亿元的省份（2021年）")
    assert (change.new, change.lost) == (("江苏",), ())


def test_the_leading_five_lose_one_and_win_one():
    before = side(scale(2021, 90, 80, 70, 60, 50, 40, 30))
    after = side(scale(2021, 90, 80, 70, 60, 20, 40, 55))
    (change,) = list_changes(before, after)
    assert change.name == "增加值前5位的省份（2021年）"
    assert (change.new, change.lost) == (("河南",), ("北京",))


def test_a_list_of_the_method_one_year_on():
    before = side(
        [fact("增速突出名单.广东[2020]", 1, "位"), fact("增速突出名单.江苏[2020]", 2, "位")], calendar=OLD
    )
    after = side(
        [fact("增速突出名单.广东[2021]", 1, "位"), fact("增速突出名单.山东[2021]", 2, "位")], calendar=NEW
    )
    (change,) = list_changes(before, after)
    assert (change.view, change.name) == (View.顺延, "增速突出名单（2020年→2021年）")
    assert (change.new, change.lost) == (("山东",), ("江苏",))


def test_a_list_that_one_side_does_not_compute_lost_nobody():
    assert list_changes(side(), side(scale(2021, 1200, 900))) == ()


def test_a_list_in_words():
    before = side(words={("30-regions.md", "规模"): "规模居前的依次为广东、江苏和山东，增势平稳。"})
    after = side(
        words={("30-regions.md", "规模"): "规模居前的依次为广东、江苏（1.20万亿元）和浙江，增势平稳。"}
    )
    (change,) = list_changes(before, after)
    assert (change.view, change.name) == (None, "30-regions.md“规模居前的依次为”所列")
    assert (change.new, change.lost) == (("浙江",), ("山东",))


def test_sections_whose_names_hold_a_comma_are_one_name():
    text = "其中，制造业、交通运输、仓储和邮政业和金融业增长最快。"
    (found,) = NamedLists(VOCABULARY).of(text)
    names = [VOCABULARY.scope_name(scope) for scope in found.members]
    assert names == ["制造业", "交通运输、仓储和邮政业", "金融业"]
