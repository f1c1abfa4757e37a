"""The preview as an editor has it: the command, a browser, and files that are saved."""

from __future__ import annotations

import pytest

from tests.devtools import Browser
from tests.preview.conftest import write_two_chapters
from tests.preview.serving import Serving

pytestmark = pytest.mark.browser
ALT = 1
FILLING = "".join(f"占位第{number}段。\n\n" for number in range(60))


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("served") / "small"
    project = write_two_chapters(folder)
    path = project.chapters / "20-outlook.md"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("第二段。", f"{FILLING}第二段。"), encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def serving(folder):
    with Serving(folder) as serving:
        yield serving


@pytest.fixture(scope="module")
def _browser(serving, tmp_path_factory):
    with Browser(tmp_path_factory.mktemp("browser")) as browser:
        yield browser


@pytest.fixture
def page(_browser, serving):
    """The page, loaded anew and connected; nothing may go wrong in it."""
    _browser.open(serving.address)
    _browser.wait("document.querySelector('.preview-state')?.textContent === '已是最新'")
    yield _browser
    assert _browser.wrong == []


@pytest.fixture
def save(folder):
    """Saves words in a file, and puts everything back at the end."""
    before = {}

    def saved(file: str, old: str, new: str) -> None:
        path = folder / file
        text = path.read_text(encoding="utf-8")
        assert old in text
        before.setdefault(path, text)
        path.write_text(text.replace(old, new), encoding="utf-8")

    yield saved
    for path, text in before.items():
        path.write_text(text, encoding="utf-8")


OUTLOOK = "content/chapters/20-outlook.md"


def at(words):
    """JavaScript: the paragraph with these words."""
    return f"[...document.querySelectorAll('main p')].find((one) => one.textContent.includes('{words}'))"


def test_a_saved_change_appears_and_the_reading_position_stays(page, save):
    page.run(f"(window.kept = {at('占位第40段')}).scrollIntoView({{block: 'center'}})")
    top = page.run("kept.getBoundingClientRect().top")
    save(OUTLOOK, "占位第3段。", "占位第3段，长了许多。\n\n又添一段。\n\n再添一段。")
    page.wait("document.querySelector('main').textContent.includes('再添一段')")
    assert page.run("kept.isConnected")
    assert page.run("kept.getBoundingClientRect().top") == pytest.approx(top, abs=1)
    assert page.run("document.querySelectorAll('.preview-fresh').length") == 3


def test_the_scripts_of_the_paper_work_on_what_came_later(page, save):
    save(OUTLOOK, "占位第5段。", '后来的{{ 数["增加值.全国[本年]"] | 亿元 }}。')
    page.wait(at("后来的"))
    page.run(f"{at('后来的')}.querySelector('.number').id = 'late'")
    page.click("#late")
    page.wait("!document.getElementById('tip').hidden")
    assert "全国增加值，2021年" in page.run("document.getElementById('tip').textContent")
    assert page.run("document.querySelectorAll('figure .enlarge').length") == 1


def test_wrong_text_is_told_at_its_paragraph_over_the_last_good_page(page, save):
    save(OUTLOOK, "占位第7段。", '{{ 数["增加值.火星[2021]"] | 亿元 }}')
    page.wait("document.querySelector('.preview-fault')")
    fault = "document.querySelector('.preview-fault')"
    assert "占位第7段" in page.run(f"{fault}.nextElementSibling.textContent")
    assert "没有范围“火星”" in page.run(f"{fault}.textContent")
    assert "有 1 处错误" in page.run("document.querySelector('.preview-panel').innerText")
    page.click(".preview-panel li button")
    page.wait(f"Math.abs({fault}.getBoundingClientRect().top - innerHeight / 2) < 100")
    save(OUTLOOK, "火星", "全国")
    page.wait(f"!{fault} && document.querySelector('.preview-panel').hidden")


def test_one_click_tells_file_and_line(page):
    page.run(f"{at('占位第9段')}.id = 'ninth'")
    line = page.run("document.getElementById('ninth').dataset.place").split(":")[1]
    page.click("#ninth", ALT)
    told = f"{OUTLOOK}:{line}"
    assert page.run("document.querySelector('.preview-dock code').textContent") == told
    page.run("document.querySelector('.preview-close').click()")
    page.click("#ninth")  # leaves the pointer on it
    page.click(".preview-mark")
    assert page.run("document.querySelector('.preview-dock code').textContent") == told


def test_the_keyboard_tells_file_and_line_from_paragraph_to_paragraph(page):
    page.run("document.activeElement.blur()")
    page.type(".")
    first = page.run("document.querySelector('.preview-dock code').textContent")
    page.type("..")
    later = page.run("document.querySelector('.preview-dock code').textContent")
    page.type(",,")
    assert page.run("document.querySelector('.preview-dock code').textContent") == first != later


def test_a_click_on_a_number_gives_the_text_to_paste(page):
    page.click("main p .number[data-address]")
    page.wait("document.querySelector('.preview-dock code')")
    assert page.run("document.querySelector('.preview-dock code').textContent").startswith(
        '{{ 数["增加值.全国[本年]"] | 亿元'
    )


def test_the_search_lists_numbers_with_the_text_to_paste(page):
    page.type("/")
    page.call("Input.insertText", text="制造业 增加值")
    page.wait("document.querySelector('.preview-hits code')")
    assert "增加值.制造业" in page.run("document.querySelector('.preview-hits').textContent")
    page.run("(document.querySelector('.preview-row input').value = '', 0)")


def test_a_parameter_and_a_figure_appear_without_loading_the_page(page, save):
    page.run("window.same = true")
    number = f"{at('规模扩大')}.querySelector('.number').textContent"
    before = page.run(number)
    save("content/parameters/calibrated.yaml", '"65124": 0.6', '"65124": 0.63')
    page.wait(f"{number} !== '{before}'")
    save("figures/scale_and_share.py", "产业增加值规模", "产业增加值大小")
    page.wait("document.querySelector('figcaption').textContent.includes('增加值大小')")
    page.wait("document.querySelector('#contents').textContent.includes('增加值大小')")
    assert page.run("window.same")


def test_a_typed_number_is_shown_and_told_at_its_paragraph(page, save):
    save(OUTLOOK, "占位第3段。", "占位第3段，约有三成企业。")
    page.wait("document.querySelector('.preview-fault')")
    assert page.run(f"{at('约有三成企业')}.previousElementSibling.className") == "preview-fault"
    assert "改正前不能生成报告" in page.run("document.querySelector('.preview-panel').textContent")
    assert page.run("document.querySelector('.preview-state').textContent") == "1 处须改"


def test_ctrl_c_ends_it_quietly_while_a_browser_is_connected(folder, tmp_path):
    with Serving(folder) as serving, Browser(tmp_path) as browser:
        browser.open(serving.address)
        browser.wait("document.querySelector('.preview-state')?.textContent === '已是最新'")
        assert serving.stop() == (0, "")
        browser.wait("document.querySelector('.preview-state').textContent.includes('预览已停止')")
