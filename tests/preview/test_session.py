import contextlib

from reportgen import stages
from reportgen.facts.reader import Reader
from reportgen.preview.easel import Easel
from reportgen.preview.session import Session, View
from tests.preview.conftest import write_two_chapters

CHAPTER = "content/chapters/20-outlook.md"


def fresh(update):
    """The new HTML of an update."""
    return "".join(html for chapter in update.changes["chapters"] for html in chapter["fresh"].values())


def test_the_first_page_has_every_block_with_its_place(desk):
    page = desk.session.paper.html()
    assert desk.first.faults == [] and not desk.first.more
    for place in ("10-overall.md:1", "10-overall.md:3", "20-outlook.md:3", "20-outlook.md:7"):
        assert f'data-place="{place}"' in page
    assert page.count("<!--pieces-->") == 0


def test_a_changed_paragraph_comes_alone(desk):
    desk.save(CHAPTER, "第二段。", "第二段，改。")
    update = desk.step()
    (chapter,) = update.changes["chapters"]
    assert list(update.changes) == ["chapters"]
    assert list(chapter["fresh"].values()) == [
        f'<p data-piece="{chapter["pieces"][1][0]}" data-place="20-outlook.md:7">第二段，改。</p>'
    ]
    assert chapter["head"] is None and not update.more


def test_an_added_paragraph_moves_the_places_of_those_below(desk):
    before = [piece.key for piece in desk.session.paper.chapters[1].pieces]
    desk.save(CHAPTER, "第二段。", "新的一段。\n\n第二段。")
    (chapter,) = desk.step().changes["chapters"]
    places = dict(map(tuple, chapter["pieces"]))
    assert len(chapter["fresh"]) == 1 and places[before[1]] == "20-outlook.md:9"


def test_a_changed_lead_comes_with_the_head(desk):
    desk.save(CHAPTER, "导语一句", "导语两句")
    (chapter,) = desk.step().changes["chapters"]
    assert '<p class="lead" data-place="20-outlook.md:3">导语两句。</p>' in chapter["head"]
    assert chapter["fresh"] == {}


def test_nothing_is_told_when_nothing_looks_different(desk):
    desk.save(CHAPTER, "第二段。", "第二段。{# 编辑注 #}")
    assert desk.step().changes == {}


def test_wrong_text_leaves_the_page_and_is_told_at_its_paragraph(desk):
    good = desk.session.paper.html()
    desk.save(CHAPTER, "第二段。", '{{ 数["增加值.火星[2021]"] | 亿元 }}')
    desk.save("content/chapters/10-overall.md", "| 亿元", "| 忆元")
    update = desk.step()
    assert update.changes == {} and desk.session.paper.html() == good
    assert [(fault.place, fault.at) for fault in update.faults] == [
        ("10-overall.md:5", "10-overall.md:5"),
        ("20-outlook.md:7", "20-outlook.md:7"),
    ]
    assert "火星" in update.faults[1].problem and "亿元" in update.faults[0].remedy
    desk.save(CHAPTER, "火星", "全国")
    desk.save("content/chapters/10-overall.md", "| 忆元", "| 亿元")
    update = desk.step()
    assert update.faults == [] and "亿元" in fresh(update)


def test_a_figure_is_drawn_again_when_its_file_changes(desk):
    old = desk.session.paper.chapters[0].pieces
    desk.save("figures/scale_and_share.py", "产业增加值规模", "产业增加值大小")
    update = desk.step()
    (chapter,) = update.changes["chapters"]
    (html,) = chapter["fresh"].values()
    assert html.startswith("<figure data-piece=") and "增加值大小" in html and html.count("<svg") == 2
    assert [key for key, _ in chapter["pieces"]][:-1] == [piece.key for piece in old][:-1]


def test_a_wrong_figure_file_is_told_where_the_figure_stands(desk):
    desk.save("figures/scale_and_share.py", "from ", "form ")
    update = desk.step()
    assert update.changes == {}
    assert [fault.at for fault in update.faults] == ["10-overall.md:8"]


def test_a_parameter_changes_first_what_is_in_view_then_the_rest(desk):
    desk.save("content/parameters/calibrated.yaml", '"65124": 0.6', '"65124": 0.61')
    view, *rest = desk.steps(View(frozenset(["20-outlook.md"]), frozenset()))
    assert [chapter["anchor"] for chapter in view.changes["chapters"]] == ["c2"] and view.more
    assert {chapter["anchor"] for one in rest for chapter in one.changes["chapters"]} == {"c1"}
    assert "<figure" in "".join(fresh(one) for one in rest) and not rest[-1].more


def test_a_wrong_parameter_is_told_and_the_text_goes_on_once_it_is_right(desk):
    file = "content/parameters/calibrated.yaml"
    desk.save(file, '"65124": 0.6', '"65124": 6')
    update = desk.step()
    assert update.changes == {} and update.faults[0].at == ""
    assert update.faults[0].place.startswith(f"{file}:")
    desk.save(CHAPTER, "第二段。", "第二段，改。")
    assert desk.step().faults == update.faults
    desk.save(file, '"65124": 6', '"65124": 0.6')
    update = desk.step()
    assert update.faults == [] and "第二段，改。" in fresh(update)


def test_numbers_in_view_go_back_when_another_chapter_is_wrong_with_them(desk):
    good = desk.session.paper
    claim = '{% if 数["增加值.全国[本年]"] is 高于(1) %}真{% else %}{{ 无此名 }}{% endif %}'
    desk.save("content/chapters/10-overall.md", "## 规模\n", f"## 规模\n\n{claim}\n")
    faults = desk.step().faults
    assert [fault.problem for fault in faults] != [] and desk.session.paper is good


def test_the_appendix_follows_when_everything_has_been_prepared_in_full(desk):
    desk.save("content/parameters/calibrated.yaml", '"65124": 0.6', '"65124": 0.62')
    desk.steps()
    quick = desk.session.prepared
    desk.session.ask_full()
    desk.steps()
    kept = stages.prepare(desk.session.project, 2022)
    assert quick.key != kept.key and list(quick.facts) == list(kept.facts)
    assert desk.session.prepared.appendix == kept.appendix


def test_a_paper_that_is_wrong_from_the_start_appears_when_it_is_right(tmp_path):
    project = write_two_chapters(tmp_path / "small")
    path = project.chapters / "20-outlook.md"
    right = path.read_text(encoding="utf-8")
    path.write_text(right.replace("| 亿元", "| 忆元"), encoding="utf-8")
    with contextlib.closing(Easel(project)) as easel:
        session = Session(project, 2022, easel)
        update = session.open()
        assert session.paper is None and [fault.place for fault in update.faults] == ["20-outlook.md:5"]
        path.write_text(right, encoding="utf-8")
        session.note([path])
        assert session.step(View()).changes == {"reload": True}


def test_a_slip_of_the_program_is_told_and_the_preview_goes_on(desk, monkeypatch):
    def broken(*_):
        raise KeyError("x")

    with monkeypatch.context() as patch:
        patch.setattr("reportgen.preview.session.make_paper", broken)
        desk.save(CHAPTER, "第二段。", "第二段，改。")
        assert "KeyError" in desk.step().faults[0].problem
    desk.save(CHAPTER, "第二段，改。", "第二段，再改。")
    assert "再改" in fresh(desk.step())


def test_statuses_are_determined_again_when_a_status_or_a_switch_changes(desk):
    desk.session.warm_up()
    file = "content/parameters/calibrated.yaml"
    desk.save(file, "status: 校准", "status: 推算")
    desk.steps()
    quick = list(desk.session.prepared.facts)
    assert quick == list(stages.prepare(desk.session.project, 2022).facts)


def test_a_figure_saved_again_while_it_is_drawn_in_the_background_is_drawn_anew(desk):
    desk.save("content/parameters/calibrated.yaml", '"65124": 0.6', '"65124": 0.59')
    view = View(frozenset(["20-outlook.md"]), frozenset())
    desk.session.step(view)
    desk.session.step(view)  # the figure is begun
    desk.save("figures/scale_and_share.py", "产业增加值规模", "产业增加值大小")
    *_, last = desk.steps(view)
    shown = desk.session.paper.html()
    assert "增加值大小" in shown and "产业增加值规模" not in shown and not last.more
    kept = stages.prepare(desk.session.project, 2022)
    reader = Reader(kept.facts, kept.calendar)
    drawn = stages.draw(desk.session.project, kept, reader).wide["scale_and_share"]
    assert "增加值大小" in drawn.title


def test_what_the_lint_holds_against_the_page_is_told_at_its_paragraph_and_the_page_goes_on(desk):
    desk.session.proofread()
    desk.save(CHAPTER, "第二段。", "第二段，约有三成企业。")
    assert "三成" in fresh(desk.step())
    told = desk.session.proofread()
    (fault,) = told.faults
    assert "手写统计数" in fault.problem and fault.at == "20-outlook.md:7" and not told.held
    assert desk.session.proofread() is None
    desk.restore()
    desk.steps()
    assert desk.session.proofread() is None
