import pytest

from reportgen.document.figure_list import figure_numbers
from reportgen.errors import EditionError


def test_numbers_stand_in_the_list_or_follow():
    assert figure_numbers(["2 甲", "乙", "16 three_industries"], "2022.yaml") == {
        "甲": 2, "乙": 3, "three_industries": 16,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("entries", "problem"),
    [
        (["2 a b"], "不合格式"),
        (["2 a", "3 a"], "写了两次"),
        (["3 a", "2 b"], "排在图 3 之后"),
        (["0 a"], "排在图 0 之后"),
    ],
)
def test_refuses_a_wrong_list(entries, problem):
    with pytest.raises(EditionError, match=problem) as caught:
        figure_numbers(entries, "2022.yaml")
    assert caught.value.place == "2022.yaml"
