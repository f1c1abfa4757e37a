"""Marked tests are left out where their tool is missing, and counted; with ``--full`` the tool is demanded.

Slow ones, which take more than ten seconds each, are left out unless ``--slow`` asks for them.
"""

from __future__ import annotations

from collections import Counter

import pytest

from tests.tools import TOOLS

SLOW = "slow"
_REMEDY = "make test-full 会安装"
_LEFT_OUT = pytest.StashKey[Counter[str]]()


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--full", action="store_true", help="缺少浏览器等工具时报错，不略过")
    parser.addoption("--slow", action="store_true", help="连同慢的测试")


@pytest.hookimpl(trylast=True)  # what -k and -m leave out is gone by then
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    left_out: Counter[str] = Counter()
    for item in items:
        if _has(item, SLOW) and not config.getoption("--slow"):
            left_out[SLOW] += 1
            item.add_marker(pytest.mark.skip(reason="慢"))
            continue
        missing = next((mark for mark, tool in TOOLS.items() if not tool.path and _has(item, mark)), None)
        if missing:
            left_out[missing] += 1
            item.add_marker(pytest.mark.skip(reason=f"没有 {TOOLS[missing].name}"))
    lacking = [mark for mark in left_out if mark in TOOLS]
    if lacking and config.getoption("--full"):
        names = "、".join(TOOLS[mark].name for mark in lacking)
        raise pytest.UsageError(f"缺少 {names}；{_REMEDY}")
    config.stash[_LEFT_OUT] = left_out


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    for mark, count in config.stash.get(_LEFT_OUT, Counter()).items():
        if mark == SLOW:
            terminalreporter.write_line(f"慢的测试 {count} 项未运行（make test-full 会运行）")
            continue
        tool = TOOLS[mark]
        terminalreporter.write_line(f"{tool.tests} {count} 项未运行：没有 {tool.name}（{_REMEDY}）")


def _has(item: pytest.Item, mark: str) -> bool:
    return item.get_closest_marker(mark) is not None
