import pytest

from reportgen.errors import EditionError
from reportgen.project.edition import Edition, Imprint
from reportgen.project.yaml_file import read_model

TEXT = """edition: 2022
first_year: 2017
reference_year: 2021
forecast_year: 2022
imprint: {title: 书名}
data: {}
parameters: []
chapters: []
figures: []
"""


def edition(folder, text):
    path = folder / "2022.yaml"
    path.write_text(text, encoding="utf-8")
    return read_model(path, Edition, EditionError)


def test_what_an_edition_need_not_say(tmp_path):
    found = edition(tmp_path, TEXT)
    assert found.imprint == Imprint(title="书名")
    assert found.layout.figure_title == "below"


def test_the_title_of_figures_may_stand_above(tmp_path):
    assert edition(tmp_path, TEXT + "layout: {figure_title: above}\n").layout.figure_title == "above"


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("figures: []", "figures: []\nlayout: {figure_title: left}", "2022.yaml:10"),
        ("figures: []", "figures: []\nlayout: {figure_titel: above}", "没有这一项"),
    ],
)
def test_refuses_a_wrong_edition_with_its_line(tmp_path, old, new, problem):
    with pytest.raises(EditionError, match=problem):
        edition(tmp_path, TEXT.replace(old, new))
