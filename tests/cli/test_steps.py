"""The numbered steps on a terminal, and their silence elsewhere."""

from __future__ import annotations

import io

import pytest
from rich.console import Console

from reportgen.cli.steps import Steps


def console(terminal: bool) -> Console:
    return Console(file=io.StringIO(), force_terminal=terminal, width=60, color_system=None)


def test_each_step_has_a_line_with_its_number() -> None:
    screen = console(terminal=True)
    with Steps(screen) as steps:
        steps(1, 10, "读取数据")
        steps(10, 10, "排版")
    assert "✓  1/10 读取数据" in screen.file.getvalue()
    assert "✓ 10/10 排版" in screen.file.getvalue()


def test_a_step_that_failed_is_not_ticked() -> None:
    screen = console(terminal=True)
    with pytest.raises(ValueError), Steps(screen) as steps:
        steps(1, 10, "读取数据")
        raise ValueError
    assert "1/10 读取数据" in screen.file.getvalue()
    assert "✓" not in screen.file.getvalue()


def test_nothing_is_printed_off_a_terminal() -> None:
    screen = console(terminal=False)
    with Steps(screen) as steps:
        steps(1, 10, "读取数据")
    assert screen.file.getvalue() == ""
