import pytest

from reportgen.errors import RenderError
from reportgen.render.system import check_system_libraries


def test_a_missing_library_is_named_with_what_to_install():
    def load(name):
        if "subset" in name:
            raise OSError(name)

    with pytest.raises(RenderError) as caught:
        check_system_libraries(load)
    assert str(caught.value) == "缺少系统库，请先运行：apt-get install -y libharfbuzz-subset0"


def test_all_there():
    check_system_libraries(lambda name: None)
