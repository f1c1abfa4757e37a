import pytest

from reportgen.errors import AddressError, ChapterError
from reportgen.facts.context import Context, Date
from reportgen.facts.ingredient import Ingredient
from reportgen.text.beside import Beside
from tests.text.facts import reader, sentence

METHOD = Beside.of(
    {
        "multiplier_scope": Ingredient("multiplier_scope", "all", "年度乘子作用范围"),
        "forecast_window": Ingredient("forecast_window", 3, "外推所用年数"),
        "identity_tolerance": Ingredient("identity_tolerance", 1e-9, "残差"),
    },
    Context({}, {}, Date(2022)),
)


def test_chapters_read_texts_and_whole_numbers_of_the_method(tmp_path):
    text = '{% if 读法["multiplier_scope"] == "all" %}全部{% endif %}近{{ 读法["forecast_window"] }}年'
    assert sentence(tmp_path, text, beside=METHOD) == "全部近3年"


@pytest.mark.parametrize(
    ("name", "remedy"), [("multiplier_scop", "multiplier_scope"), ("identity_tolerance", "")]
)
def test_an_unknown_switch_names_the_nearest(tmp_path, name, remedy):
    with pytest.raises(ChapterError, match=f"没有方法设定“{name}”") as caught:
        sentence(tmp_path, f'{{{{ 读法["{name}"] }}}}', beside=METHOD)
    assert caught.value.place == "02-overall.md:3"
    assert remedy in caught.value.remedy


@pytest.mark.parametrize(
    ("address", "there"),
    [("增加值.全国[本年]", "有"), ("增加值.全国[2016]", "无"), ("增加值.建筑业[本年]", "无")],
)
def test_asks_whether_an_address_has_a_number(tmp_path, address, there):
    facts = reader()
    text = f'{{% if 有("{address}") %}}有{{% else %}}无{{% endif %}}'
    assert sentence(tmp_path, text, facts) == there
    assert bool(facts.uses) == (there == "有")


def test_asking_for_an_unknown_name_is_an_error(tmp_path):
    with pytest.raises(AddressError, match="没有指标“增加质”") as caught:
        sentence(tmp_path, '{% if 有("增加质.全国[本年]") %}有{% endif %}')
    assert caught.value.place == "02-overall.md:3"
