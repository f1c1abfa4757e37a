"""The page as a browser shows it: nothing overflows, numbers tell, contents follow, figures enlarge."""

import dataclasses
from pathlib import Path

import pytest

from reportgen.document.assemble import Supplements
from reportgen.document.document import Origin
from reportgen.render.html import render_html
from tests.document.papers import SVG, drawing, paper
from tests.render.accessibility import serious_findings
from tests.render.browser import run

TEMPLATES = Path(__file__).parents[2] / "templates"
pytestmark = pytest.mark.browser

LOOK = """const root=document.documentElement, style=getComputedStyle, all=s=>[...document.querySelectorAll(s)];
  return {
    wide: root.scrollWidth, window: root.clientWidth,
    drawings: all('.pictures svg').map(svg=>style(svg).display),
    ground: style(document.body).backgroundColor,
    folded: !document.querySelector('#contents details').open,
  };"""
ACT = """const all=s=>[...document.querySelectorAll(s)], tip=document.getElementById('tip');
  const number=document.querySelector('main .number'), found={};
  const wait=()=>new Promise(done=>setTimeout(done,200));
  const tell=async event=>{ number.dispatchEvent(event); await wait();
    const told=[tip.hidden, tip.innerText, number.getAttribute('aria-describedby')];
    document.dispatchEvent(new KeyboardEvent('keydown',{key:'Escape',bubbles:true}));
    return [...told, tip.hidden]; };
  found.hover=await tell(new MouseEvent('mouseover',{bubbles:true}));
  found.click=await tell(new MouseEvent('click',{bubbles:true}));
  const reach=document.getElementById('reach-numbers'), count=()=>all('.number[tabindex="0"]').length;
  found.before=count(); reach.click(); found.reached=count()>0; found.pressed=reach.getAttribute('aria-pressed');
  number.focus(); found.focus=!tip.hidden; reach.click(); found.after=count();
  const dialog=document.getElementById('enlarged'); document.querySelector('.enlarge').click();
  const ids=all('[id]').map(part=>part.id);
  found.enlarged=[dialog.open, dialog.querySelectorAll('svg').length, ids.length===new Set(ids).size];
  dialog.close();
  const theme=document.getElementById('dark-button'), ground=()=>getComputedStyle(document.body).backgroundColor;
  theme.click(); found.dark=[ground(), theme.ariaPressed]; theme.click(); found.light=[ground(), theme.ariaPressed];
  found.first=document.querySelector('#contents [aria-current]').textContent;
  return found;"""


@pytest.fixture(scope="module")
def page(tmp_path_factory):
    narrow = {"scale_and_share": dataclasses.replace(drawing(), variant="narrow", svg=SVG)}
    origins = {"value_added": Origin("第（3）式　求和", ("行业增加值",), ("国家统计局表3-6",))}
    supplements = Supplements(narrow, origins=origins)
    document = paper(tmp_path_factory.mktemp("chapters"), supplements=supplements)
    return render_html(document, TEMPLATES)


@pytest.fixture(scope="module")
def acted(page, tmp_path_factory):
    return run(tmp_path_factory.mktemp("browser"), page, ACT)


@pytest.mark.parametrize(
    ("width", "dark", "ground"),
    [(360, False, "rgb(255, 255, 255)"), (390, True, "rgb(18, 24, 31)"), (1280, True, "rgb(18, 24, 31)")],
)
def test_every_window_gets_its_page(tmp_path, page, width, dark, ground):
    found, phone = run(tmp_path, page, LOOK, width, dark), width < 700
    assert found["wide"] <= found["window"] <= width
    assert found["drawings"] == (["none", "block"] if phone else ["block", "none"])
    assert found["ground"] == ground
    assert found["folded"] is phone


@pytest.mark.parametrize("way", ["hover", "click"])
def test_a_number_tells_where_it_comes_from(acted, way):
    hidden, text, described, after = acted[way]
    assert (hidden, described, after) == (False, "tip", True)
    parts = (
        "全国增加值，2021年",
        "增加值.全国[2021]",
        "亿元",
        "测算：由公布的数按公式算得",
        "第（3）式",
        "行业增加值",
        "国家统计局表3-6",
        "一、总体态势篇",
    )
    assert [part for part in parts if part not in text] == []


def test_numbers_are_reached_by_keyboard_on_demand(acted):
    assert (acted["before"], acted["reached"], acted["pressed"]) == (0, True, "true")
    assert acted["focus"] and acted["after"] == 0


def test_a_figure_enlarges_with_ids_of_its_own(acted):
    assert acted["enlarged"] == [True, 2, True]


def test_the_contents_show_where_the_reader_is(acted):
    assert acted["first"] == "前言"


def test_the_reader_may_choose_dark_or_light(acted):
    assert acted["dark"] == ["rgb(18, 24, 31)", "true"]
    assert acted["light"] == ["rgb(255, 255, 255)", "false"]


@pytest.mark.parametrize(
    "planted",
    [
        "<script>console.error('planted')</script>",
        "<script>planted()</script>",
        "<script>Promise.reject('planted')</script>",
        '<img src="planted.png" alt="">',
    ],
)
def test_what_goes_wrong_in_a_page_is_seen(tmp_path, page, planted):
    with pytest.raises(AssertionError, match="planted"):
        run(tmp_path, page.replace("</main>", planted + "</main>"), "return 1")


def test_what_is_too_wide_is_seen(tmp_path, page):
    wide = page.replace("</main>", '<div style="width:900px">宽</div></main>')
    found = run(tmp_path, wide, LOOK, 360)
    assert found["wide"] > found["window"]


@pytest.mark.node
@pytest.mark.parametrize(
    ("planted", "finding"),
    [("<button></button>", "button-name"), ('<p style="color:#bbb">浅色的字</p>', "color-contrast")],
)
def test_axe_sees_a_planted_defect(tmp_path, page, planted, finding):
    (found,) = serious_findings(tmp_path, page.replace("</main>", planted + "</main>"), 1280, dark=False)
    assert found.startswith(finding)
