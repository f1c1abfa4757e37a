"""The page of the real edition in a browser: phone to desktop, light and dark, pointer and keyboard."""

import csv
import io
import json
import re
from urllib.parse import unquote

import pytest

from tests.render.accessibility import serious_findings
from tests.render.browser import run

pytestmark = pytest.mark.browser

LOOK = """const root=document.documentElement, all=s=>[...document.querySelectorAll(s)];
  const unframed=all('body *').filter(part=>!part.closest('.scroll, .table, .formula > div, svg, [hidden]'));
  const described=figure=>figure.querySelector('[role=img]')?.ariaLabel ?? figure.querySelector('.heat caption')?.textContent;
  return {
    wide: root.scrollWidth, window: root.clientWidth,
    beyond: unframed.filter(part=>part.getBoundingClientRect().right>root.clientWidth+1).map(part=>part.outerHTML.slice(0,80)),
    broken: all('a[href^="#"]').map(link=>link.hash.slice(1)).filter(id=>!document.getElementById(id)),
    folded: !document.querySelector('#contents details').open,
    listed: all('#contents a[href^="#figure-"]').length,
    figures: all('figure').map(figure=>[
      figure.querySelectorAll('.enlarge').length, (described(figure) ?? '').length>10,
      figure.querySelectorAll('details td').length>0, figure.querySelectorAll('a[download]').length]),
  };"""
TELL = """const tip=document.getElementById('tip'), wait=time=>new Promise(done=>setTimeout(done,time));
  const number=document.querySelector('main .number[data-address="增加值.全国[2021]"]'), found={};
  const point=part=>part.dispatchEvent(new MouseEvent('mouseover',{bubbles:true}));
  point(number); await wait(200);
  found.hover=tip.innerText; found.described=number.getAttribute('aria-describedby');
  point(number.parentElement); await wait(100); point(tip.querySelector('dl')); await wait(1000);
  found.within=!tip.hidden;
  found.links=[...tip.querySelectorAll('a')].map(link=>[link.textContent, Boolean(document.getElementById(link.hash.slice(1)))]);
  point(number.parentElement); await wait(1000); found.left=!tip.hidden;
  number.dispatchEvent(new MouseEvent('click',{bubbles:true})); point(document.body); await wait(1000);
  found.clicked=!tip.hidden;
  document.querySelector('h1').dispatchEvent(new PointerEvent('pointerdown',{bubbles:true})); found.elsewhere=!tip.hidden;
  document.getElementById('reach-numbers').click();
  number.focus(); found.focus=!tip.hidden; found.next=number.nextElementSibling===tip;
  tip.querySelector('a').focus(); found.linkFocus=!tip.hidden;
  tip.dispatchEvent(new KeyboardEvent('keydown',{key:'Escape',bubbles:true}));
  found.escape=[!tip.hidden, document.activeElement===number];
  return found;"""
FOLLOW = """const wait=time=>new Promise(done=>setTimeout(done,time));
  const current=()=>document.querySelector('#contents [aria-current]').textContent, chapter=()=>document.querySelector('#contents .within').textContent;
  const heading=[...document.querySelectorAll('main h2')].find(one=>one.textContent.includes('第二产业'));
  const first=current();
  heading.scrollIntoView(); await wait(500);
  const link=document.querySelector('#contents [aria-current]').getBoundingClientRect();
  return [first, current(), chapter(), link.top>0 && link.bottom<innerHeight];"""
ENLARGE = """const dialog=document.getElementById('enlarged'), told=[];
  for (const button of document.querySelectorAll('.enlarge')) {
    const figure=button.closest('figure'); button.focus(); button.click();
    const ids=[...document.querySelectorAll('[id]')].map(part=>part.id), shown=dialog.querySelector('svg.wide, table');
    told.push([dialog.open, dialog.ariaLabel===figure.querySelector('figcaption').textContent,
      shown.getBoundingClientRect().width>=800, ids.length===new Set(ids).size]);
    dialog.close();
    told.at(-1).push(document.activeElement===button);
  }
  return told;"""


@pytest.mark.parametrize("width", [360, 390, 768, 1080, 1280])
def test_nothing_overflows_and_every_anchor_resolves(tmp_path, edition_page, width):
    found = run(tmp_path, edition_page, LOOK, width, dark=width in (390, 1080))
    assert found["wide"] <= found["window"] <= width
    assert (found["beyond"], found["broken"]) == ([], [])
    assert found["folded"] is (width <= 1080)
    assert len(found["figures"]) == found["listed"] > 20
    structure, *others = found["figures"]
    assert structure == [1, True, False, 0]
    assert [one for one in others if one != [1, True, True, 1]] == []


def test_a_number_tells_on_hover_click_and_focus(tmp_path, edition_page):
    found = run(tmp_path, edition_page, TELL)
    rows = ("全国增加值，2021年", "数值", "亿元", "状态", "算法", "第（12）式", "输入", "另见", "来源", "中国统计年鉴", "地址")
    assert [part for part in rows if part not in found["hover"]] == []
    assert re.search(r"\d+\.\d{6,}", found["hover"])
    assert found["described"] == "tip"
    assert found["within"] and not found["left"]
    assert found["clicked"] and not found["elsewhere"]
    assert found["focus"] and found["next"] and found["linkFocus"]
    assert found["escape"] == [False, True]
    assert len(found["links"]) > 2 and all(leads for words, leads in found["links"] if words != "增加值.全国[2021]")
    assert ["增加值.全国[2021]", False] in found["links"]  # leads to the page of traces beside this one
    assert {"第（12）式", "图 2"} <= {words for words, _ in found["links"]}


def test_the_contents_follow_the_scroll(tmp_path, edition_page):
    first, section, chapter, seen = run(tmp_path, edition_page, FOLLOW)
    assert (first, seen) == ("编写说明", True)
    assert section.startswith("（二）") and "第二产业" in section
    assert chapter.startswith("三、")


def test_every_figure_enlarges_and_gives_the_focus_back(tmp_path, edition_page):
    told = run(tmp_path, edition_page, ENLARGE)
    assert [one for one in told if one != [True] * 5] == []


@pytest.mark.node
@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("width", [390, 1280])
def test_axe_finds_nothing_serious(tmp_path, edition_page, width, dark):
    assert serious_findings(tmp_path, edition_page, width, dark) == []


def test_every_printed_number_has_an_origin_and_every_equation_a_place(edition_page):
    told = json.loads(re.search(r'id="number-tips">(.*?)</script>', edition_page, re.S)[1])
    addresses = {one for found in re.findall(r'data-address="([^"]+)"', edition_page) for one in found.split()}
    assert addresses <= set(told["facts"]) and len(addresses) > 500
    assert {fact[4] for fact in told["facts"].values()} == set(told["origins"])
    equations = {one for how, *_ in told["origins"].values() for one in re.findall(r"^第（(.+?)）式", how)}
    assert equations and all(f'id="formula-{one}"' in edition_page for one in equations)


def test_the_files_of_the_figures_open_in_a_spreadsheet_as_text_and_numbers(edition_page):
    files = re.findall(r'<a download="(图\d+\.csv)" href="data:text/csv;charset=utf-8,([^"]+)"', edition_page)
    assert len(files) > 20
    for _, content in files:
        text = unquote(content)
        assert text.startswith("\ufeff")
        for series, label, value, *words in list(csv.reader(io.StringIO(text[1:])))[1:]:
            assert str(float(value)) == value
            assert not any(word.startswith(("=", "+", "-", "@")) for word in (series, label, *words))
