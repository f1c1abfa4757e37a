"""The table of facts on a terminal: nothing is cut, brackets are not markup."""

from __future__ import annotations

import io

from rich.cells import cell_len
from rich.console import Console

from reportgen.cli.listing import MOST_ON_A_TERMINAL, show, show_hits
from reportgen.text.pasting import Hit, Hits

HIT = Hit("名义增速.制造业[2021]", "17.78%", "%", "校准", '{{ 数["名义增速.制造业[本年]"] | 百分比 }}')


def shown(found: Hits, terminal: bool) -> list[str]:
    stream = io.StringIO()
    show_hits(Console(file=stream, force_terminal=terminal, width=80, color_system=None), found)
    return stream.getvalue().splitlines()


def test_a_hit_takes_two_lines_of_a_terminal() -> None:
    head, paste = shown(Hits((HIT,), 1, ()), terminal=True)
    assert head.split() == ["名义增速.制造业[2021]", "17.78%", "校准"]
    assert cell_len(head) <= 80
    assert paste == "    " + HIT.paste


def test_only_the_best_hits_stand_on_a_terminal() -> None:
    lines = shown(Hits((HIT,) * 25, 25, ()), terminal=True)
    assert len(lines) == 2 * MOST_ON_A_TERMINAL + 1
    assert lines[-1] == "另有 5 条，加上年份或范围可以缩小"


def test_elsewhere_every_hit_is_a_line() -> None:
    lines = shown(Hits((HIT,) * 25, 25, ()), terminal=False)
    assert len(lines) == 26
    assert lines[1].split("\t") == [HIT.address, HIT.value, HIT.unit, HIT.status, HIT.paste]


def test_a_replaced_word_is_told() -> None:
    lines = shown(Hits((HIT,), 1, (("制早业", "制造业"),)), terminal=True)
    assert lines[0] == "没有“制早业”，按“制造业”查找"


def test_a_terminal_shows_addresses_with_their_years() -> None:
    stream = io.StringIO()
    console = Console(file=stream, force_terminal=True, width=60, color_system=None)
    show(console, ("地址", "值"), [("增加值.全国[2021]", "1.5"), ("增加值.全国[bold]", "2")])
    assert "增加值.全国[2021]" in stream.getvalue()
    assert "增加值.全国[bold]" in stream.getvalue()
