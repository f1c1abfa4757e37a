"""The page of changes: complete without its script, quick to search with it, as wide as its window."""

import re
from pathlib import Path

import pytest

from reportgen.render.review_page import review_page
from reportgen.review import changes_page
from reportgen.review.cause_section import CausePart, CauseSection
from reportgen.review.changes import compare
from reportgen.review.changes_page import page_values
from tests.render.browser import run
from tests.review.sides import NEW, VOCABULARY, fact, printed, side

TEMPLATES = Path(__file__).parents[2] / "templates"
FIGURE = '<svg width="400pt" height="90pt" viewBox="0 0 400 90"><path id="a" d="M0 {0}h400v9H0z"/></svg>'
COUNT = 5200


def sides(count=40):
    """One edition twice, with printed numbers, many that are not printed, a list, a passage and a figure."""
    provinces = VOCABULARY.scopes_of_kind("province")
    addresses = [
        f"{metric}.{scope}[{year}]"
        for metric in VOCABULARY.metrics
        for scope in provinces
        for year in (2018, 2019, 2020)
    ]
    made = []
    for step, name in enumerate(("2022 年版（旧）", "2022 年版")):
        facts = [fact(one, 1000 + 7 * place + step, "亿元") for place, one in enumerate(addresses[:count])]
        facts += [fact("增加值.全国[2020]", 35752 + step), fact("名义增速.制造业[2020]", 2.5 - 4 * step, "%")]
        numbers = [
            printed("增加值.全国[2020]", "20-overall.md", "20-overall.md:33", f"3.5{7 + step}万亿元", "规模"),
            printed("增加值.全国[2020]", "scale", "图2", f"3.5{7 + step}", ""),
            printed(
                "名义增速.制造业[2020]", "40-integration.md", "40-integration.md:7", f"{2.5 - 4 * step}%"
            ),
        ]
        words = {
            ("20-overall.md", "规模"): f"增加值为3.5{7 + step}万亿元，<b>广东、江苏{'、山东' * step}居前。"
        }
        made.append(
            side(facts, numbers, NEW, name, words, {"a.csv": f"{step}"}, {},
                 {"scale": FIGURE.format(9 * step)})
        )  # fmt: skip
    return made


def page(comparison, causes=()):
    return review_page(TEMPLATES, "changes", **page_values(comparison, causes))


def test_everything_is_there_without_a_script():
    html = page(compare(*sides())).partition("<script>")[0]
    for text in (
        "增加值.全国[2020]", "由升转降", "20-overall.md 第33行", "<del>3.57万亿元</del>", "<ins>3.58万亿元</ins>",
        "图2（scale）", "a.csv", "<b>20-overall.md 第33行</b>", "&lt;b&gt;", "新入 山东",
    ):  # fmt: skip
        assert text in html, text
    assert len(re.findall("<tr data-tier", html)) == 42


def test_causes_are_shown_where_they_are_handed_in():
    cause = CauseSection(
        "增加值.全国[2020]",
        10,
        13,
        "亿元",
        (CausePart("系数", 3.25, "+3.25"), CausePart("舍入", -0.25, "-0.25（±0.10）")),
        "",
        ("精确。",),
    )
    html = page(compare(*sides()), [cause])
    assert "由10.00亿元变为13.00亿元，变动3.00亿元" in html
    assert "-0.25（±0.10）" in html
    assert 'id="causes"' not in page(compare(*sides()))


def test_a_publication_says_that_it_has_no_pictures():
    before, after = sides()
    frozen = side(before.facts, before.printed, NEW, "2022 年版（发布稿）")
    assert "定稿中不存图" in page(compare(frozen, after))
    assert "定稿中不存图" not in page(compare(before, after))


def test_nothing_changed():
    same = sides()[0]
    assert "两版没有差别" in page(compare(same, same))


def test_unprinted_numbers_beyond_what_a_page_can_hold_are_in_the_table(monkeypatch):
    monkeypatch.setattr(changes_page, "MOST_ROWS", 12)
    (table,) = page_values(compare(*sides()))["tables"]
    assert (len(table.printed), len(table.others), table.left) == (2, 10, 30)


ACT = """
const shown = () => [...document.querySelectorAll('.changes tbody tr')].filter(one => !one.hidden).length;
const wait = () => new Promise(done => setTimeout(done, 150));
const form = document.querySelector('.filters'), told = form.querySelector('output');
const set = async (name, value) => {
  form.elements[name].value = value;
  form.elements[name].dispatchEvent(new Event('input', {bubbles: true})); await wait();
  return [shown(), told.textContent];
};
const at = {start: shown(), hidden: form.hidden};
const start = performance.now();
at.words = await set('words', '制造业 增速');
at.time = performance.now() - start;
at.wrong = await set('words', '没有的词');
await set('words', '');
at.tier = await set('tier', '印文已变'); await set('tier', '');
at.scope = await set('scope', '全国'); await set('scope', '');
at.file = await set('file', '40-integration.md'); await set('file', '');
at.many = await set('kind', '数值变化');
document.querySelector('details .more button').click(); at.more = shown();
form.reset(); await wait(); at.reset = [shown(), told.textContent];
document.querySelectorAll('details').forEach(one => one.open = true);
at.wide = document.documentElement.scrollWidth - document.documentElement.clientWidth;
return at;
"""


@pytest.mark.browser
@pytest.mark.parametrize("width", [390, 1280])
def test_searching_and_filtering(tmp_path, monkeypatch, width):
    monkeypatch.setattr(changes_page, "MOST_ROWS", COUNT)
    found = run(tmp_path, page(compare(*sides(COUNT))), ACT, width)
    assert (found["start"], found["hidden"]) == (202, False)
    assert found["words"] == [1, "1 条"]
    assert found["wrong"] == [0, "0 条"]
    assert found["tier"] == [2, "2 条"]
    assert found["scope"] == [1, "1 条"]
    assert found["file"] == [1, "1 条"]
    assert found["many"] == [202, f"{COUNT} 条"]
    assert found["more"] == 402
    assert found["reset"] == [202, ""]
    assert found["wide"] == 0
