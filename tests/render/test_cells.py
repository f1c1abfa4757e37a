import pytest

from reportgen.render.cells import number_form


@pytest.mark.parametrize(
    ("arguments", "form"),
    [((None,), "General"), ((0,), "0"), ((2,), "0.00"), ((2, "亿元"), '0.00"亿元"'), ((0, "E"), '0"E"')],
)
def test_how_numbers_are_shown(arguments, form):
    assert number_form(*arguments) == form


def test_a_plus_is_shown_where_it_is_printed():
    assert number_form(2, "%", signed=True) == '+0.00"%";-0.00"%"'
