"""A figure is drawn again when its file or a fact it could have read has changed, and only then."""

import dataclasses

import pytest

from reportgen.document.kept_drawings import Drawn, KeptDrawings, through
from reportgen.facts.address import Address
from reportgen.facts.fact import FactTable
from reportgen.facts.reader import Use
from reportgen.project.cache import Cache
from tests.document.papers import drawing
from tests.text.facts import reader


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "figures").mkdir()
    for name in ("甲", "乙"):
        (tmp_path / "figures" / f"{name}.py").write_text("title = '一'", encoding="utf-8")
    return tmp_path


class Drawer:
    """Counts what it draws; every figure reads the value added of the nation."""

    def __init__(self):
        self.drawn = []

    def __call__(self, names):
        self.drawn += names
        used = Use(Address("value_added", "national", (2021,)), "甲", "4.10")
        return {name: Drawn({"wide": dataclasses.replace(drawing(), name=name)}, (used,)) for name in names}


def drawn(folder, table, surroundings="一"):
    drawer = Drawer()
    kept = KeptDrawings(Cache(folder / "cache"), surroundings, folder / "figures", table)
    made = through(kept, ["甲", "乙"], drawer)
    assert list(made) == ["甲", "乙"]
    assert {one.variants["wide"].name for one in made.values()} == {"甲", "乙"}
    return drawer.drawn


def changed(table, metric):
    """The facts with one value of a metric changed."""
    first = next(fact for fact in table if fact.address.metric == metric)
    return FactTable(
        (fact._replace(value=fact.value + 1) if fact is first else fact for fact in table), table.vocabulary
    )


def test_nothing_is_drawn_twice(folder):
    table = reader().facts
    assert drawn(folder, table) == ["甲", "乙"]
    assert drawn(folder, table) == []


def test_a_changed_file_is_drawn_again_alone(folder):
    drawn(folder, reader().facts)
    (folder / "figures" / "乙.py").write_text("title = '二'", encoding="utf-8")
    assert drawn(folder, reader().facts) == ["乙"]


def test_only_facts_of_the_metrics_it_read_count(folder):
    table = reader().facts
    drawn(folder, table)
    others = {fact.address.metric for fact in table} - {"value_added"}
    assert drawn(folder, changed(table, sorted(others)[0])) == []
    assert drawn(folder, changed(table, "value_added")) == ["甲", "乙"]


def test_other_surroundings_are_other_drawings(folder):
    drawn(folder, reader().facts)
    assert drawn(folder, reader().facts, "二") == ["甲", "乙"]
