"""The kept outlines: complete, in order, and not needed when they are missing."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from reportgen.charts.map_outlines import Country, read_country
from reportgen.charts.map_tiles import NAMES_WITHOUT_DATA, TILES
from reportgen.charts.map_view import View
from reportgen.facts.address import Vocabulary
from reportgen.project.yaml_file import read_yaml
from tests.charts.made_up_regions import OUTLINES, ROOT

ISLANDS_FAR_SOUTH = -3700.0  # km south of 35 degrees: 曾母暗沙


@pytest.fixture(scope="module")
def country() -> Country:
    found = read_country(OUTLINES)
    assert found is not None
    return found


def area(ring: tuple[tuple[float, float], ...]) -> float:
    pairs = zip(ring, (*ring[1:], ring[0]), strict=True)
    return sum(x * next_y - next_x * y for (x, y), (next_x, next_y) in pairs) / 2


def size(country: Country, key: str) -> float:
    return abs(sum(area(ring) for ring in country.main.rings(key)))


def test_every_province_of_the_vocabulary_has_an_outline_and_a_tile(country: Country) -> None:
    vocabulary = Vocabulary.read(ROOT / "content" / "names.csv")
    keys = {scope.partition(".")[2] for scope in vocabulary.scopes_of_kind("province")}
    assert len(keys) == 31
    assert set(country.names) == set(TILES) == keys | set(NAMES_WITHOUT_DATA)
    assert len(set(TILES.values())) == 34
    assert all(country.names[key] == vocabulary.scope_name(f"province.{key}") for key in keys)


@pytest.mark.parametrize(
    ("key", "thousand"),
    [("xinjiang", 1650), ("qinghai", 715), ("hebei", 188), ("taiwan", 36), ("hainan", 34)],
)
def test_areas_are_those_of_the_provinces(country: Country, key: str, thousand: float) -> None:
    assert size(country, key) / 1000 == pytest.approx(thousand, rel=0.04)


def test_the_whole_country_has_its_size(country: Country) -> None:
    assert sum(size(country, key) for key in country.names) == pytest.approx(9.55e6, rel=0.02)


def test_the_islands_are_there(country: Country) -> None:
    taiwan = country.main.rings("taiwan")
    for name in ("钓鱼岛", "赤尾屿"):
        x, y = country.islands[name]
        assert any(min(p[0] for p in ring) <= x <= max(p[0] for p in ring) for ring in taiwan), name
        assert 1800 < x < 2000 and -900 < y < -800
    sea = [point for ring in country.sea.rings("hainan") for point in ring]
    assert min(y for _, y in sea) < -3300 and len(country.sea.regions["hainan"]) > 200
    assert len(country.sea.dashes) == 9
    assert min(y for line in country.sea.dashes for _, y in line) > country.sea.view.bottom


def test_neighbours_share_their_border(country: Country) -> None:
    seams = country.main.seams({key: key for key in country.names})
    together = country.main.seams(dict.fromkeys(country.names, "one"))
    only = country.main.seams({key: key == "sichuan" for key in country.names})
    assert together == () and len(seams) > 60
    assert 0 < len(only) < len(seams)
    on_border = {point for line in only for point in line}
    ring = {point for ring in country.main.rings("sichuan") for point in ring}
    assert on_border <= ring


def test_an_undetermined_frontier_is_kept_apart(country: Country) -> None:
    uncertain = country.main.outer(uncertain=True)
    assert len(uncertain) == 1 and all(x < -2500 for x, _ in uncertain[0])
    assert not set(uncertain) & set(country.main.outer())


def test_placing_keeps_neighbours_together_and_islands_alive(country: Country) -> None:
    view = View(country.main.view, 8.0, 0.0, 258.0)
    placed = country.main.placed(view.line)
    frame = view.frame
    for key in country.names:
        rings = placed.rings(key)
        assert len(rings) == len(country.main.rings(key)) and all(len(ring) >= 3 for ring in rings)
        xs, ys = zip(*(point for ring in rings for point in ring), strict=True)
        assert frame.left <= min(xs) and max(xs) <= frame.right
        assert frame.top <= min(ys) and max(ys) <= frame.bottom
    assert sum(map(len, placed.arcs)) < sum(map(len, country.main.arcs))


@pytest.mark.parametrize("content", ["", "{", "[]", "{}", '{"names": {"beijing": "北京"}}', "\udce4"])
def test_a_broken_file_is_no_outline(tmp_path: Path, content: str) -> None:
    path = tmp_path / "provinces.json"
    path.write_bytes(content.encode("utf-8", "surrogateescape"))
    assert read_country(path) is None


def test_a_missing_file_is_no_outline(tmp_path: Path) -> None:
    assert read_country(tmp_path / "provinces.json") is None
    assert read_country(tmp_path) is None


@pytest.mark.parametrize(
    ("part", "value"), [("arcs", [[0, 0, 1, 1]]), ("regions", {}), ("view", [1, 2]), ("dashes", [["a", 1]])]
)
def test_a_file_that_lost_a_part_is_no_outline(tmp_path: Path, part: str, value: object) -> None:
    content = json.loads(OUTLINES.read_text(encoding="utf-8"))
    content["main"][part] = value
    path = tmp_path / "provinces.json"
    path.write_text(json.dumps(content), encoding="utf-8")
    assert read_country(path) is None


def test_the_kept_file_is_small_and_has_a_card() -> None:
    assert OUTLINES.stat().st_size < 250_000
    card = read_yaml(OUTLINES.with_name("provinces.card.yaml"))
    assert {"source", "licence", "dashes", "approval_number"} <= set(card)
