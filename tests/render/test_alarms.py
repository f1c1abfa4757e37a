"""Each library that can complain is heard."""

import ctypes
import logging

import pytest

from reportgen.errors import RenderError
from reportgen.render.alarms import warnings_raise


@pytest.mark.parametrize("name", ["weasyprint", "fontTools.subset"])
def test_a_logged_warning_is_an_error(name):
    with pytest.raises(RenderError, match="排版程序有警告：\n  · 不认识的样式"), warnings_raise():
        logging.getLogger(name).warning("不认识的样式")


def test_a_complaint_of_pango_is_an_error():
    pango = ctypes.CDLL("libpango-1.0.so.0")
    with pytest.raises(RenderError, match=r"Pango: .*assertion 'str != NULL' failed"), warnings_raise():
        pango.pango_font_description_from_string(None)


def test_the_same_warning_is_told_once():
    with pytest.raises(RenderError) as caught, warnings_raise():
        for _ in range(3):
            logging.getLogger("weasyprint").error("缺图")
    assert caught.value.problem.count("缺图") == 1


def test_what_is_no_warning_passes(capfd):
    with warnings_raise():
        logging.getLogger("weasyprint").info("第 1 步")
    assert capfd.readouterr().err == ""


def test_handlers_are_put_back():
    before = logging.getLogger("weasyprint").handlers
    with pytest.raises(ZeroDivisionError), warnings_raise():
        _ = 1 / 0
    assert logging.getLogger("weasyprint").handlers is before


def test_glib_prints_by_itself_again(capfd):
    with warnings_raise():
        pass
    ctypes.CDLL("libpango-1.0.so.0").pango_font_description_from_string(None)
    assert "Pango-CRITICAL" in capfd.readouterr().err
