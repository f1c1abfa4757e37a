"""The tables that ``附表("…")`` puts into a chapter."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence

from reportgen.document.appendix_data import AppendixData
from reportgen.errors import ChapterError, nearest
from reportgen.text.blocks import Content, GeneratedTable, Table, Text

SEVERAL = "见参数文件"
_SHARE_DECIMALS = 0
_Rows = Sequence[Sequence[str]]


class AppendixTables:
    """Makes generated tables by name.

    Args:
        data: what they are made from.
        printed: English names of the metrics that the paper prints; others are no indicators of it.
    """

    def __init__(self, data: AppendixData, printed: Collection[str]) -> None:
        self._data = data
        self._printed = printed
        self._makers: dict[str, Callable[[int], Table]] = {
            "指标": self._indicators,
            "分类": self._subsectors,
            "经济圈": self._zones,
            "数据来源": self._sources,
            "参数": self._parameters,
            "对账": self._groups,
            "对账偏差": self._deviations,
        }

    def table(self, block: GeneratedTable, chapter: str) -> Table:
        """The table that a chapter asks for.

        Args:
            block: its name and line.
            chapter: file name, for the place of errors.

        Raises:
            ChapterError: no such table, or this edition has nothing to fill it with.
        """
        place = f"{chapter}:{block.line}"
        if block.name not in self._makers:
            remedy = nearest(block.name, self._makers) or f"可用：{'、'.join(self._makers)}"
            raise ChapterError(f"没有附表“{block.name}”", place=place, remedy=remedy)
        table = self._makers[block.name](block.line)
        if not table.rows:
            raise ChapterError(
                f"附表“{block.name}”在本版没有内容",
                place=place,
                remedy="从版本文件的 chapters 中去掉这一章，或从章中删去该表",
            )
        return table

    def _indicators(self, line: int) -> Table:
        rows = [
            (one.name, "" if one.unit == "1" else one.unit, one.definition)
            for one in self._data.indicators
            if one.metric in self._printed
        ]
        return _table("主要指标", ("指标", "单位", "含义"), rows, "left center left", line)

    def _subsectors(self, line: int) -> Table:
        domains = list(dict.fromkeys(name for one in self._data.subsectors for name in one.shares))
        rows = [
            (
                one.code,
                one.name,
                one.section,
                *(f"{one.shares[name]:.{_SHARE_DECIMALS}f}%" for name in domains),
            )
            for one in self._data.subsectors
        ]
        head = ("代码", "子行业", "所属门类", *domains)
        return _table(
            "直接产业的子行业及其在各领域的分配", head, rows, "left left left" + " right" * len(domains), line
        )

    def _zones(self, line: int) -> Table:
        rows = [(zone.name, "、".join(zone.provinces)) for zone in self._data.zones]
        return _table("经济圈所辖省份", ("经济圈", "省份"), rows, "left left", line)

    def _sources(self, line: int) -> Table:
        rows = [(one.title, one.source, one.released, one.used_for) for one in self._data.sources]
        return _table("数据来源", ("统计资料", "出处", "公布时间", "用途"), rows, "left left left left", line)

    def _parameters(self, line: int) -> Table:
        rows = [
            (one.label, _valued(one.value, one.unit), one.status, one.reference)
            for one in self._data.parameters
        ]
        return _table("参数及其依据", ("参数", "取值", "状态", "依据"), rows, "left left center left", line)

    def _groups(self, line: int) -> Table:
        verdicts = list(dict.fromkeys(verdict for group in self._data.groups for verdict in group.verdicts))
        rows = [
            (
                group.name,
                str(sum(group.verdicts.values())),
                *(str(group.verdicts[verdict]) for verdict in verdicts),
                group.median or "—",
            )
            for group in self._data.groups
        ]
        head = ("类别", "项数", *verdicts, "偏差中位数")
        return _table("与已公布数字的对照", head, rows, "left" + " right" * (len(head) - 1), line)

    def _deviations(self, line: int) -> Table:
        rows = [
            (one.label, one.where, one.published, one.computed, one.deviation, one.reason)
            for one in self._data.deviations
        ]
        head = ("指标", "原书位置", "印出", "测算", "偏差", "原因")
        return _table("主要数字的偏差及原因", head, rows, "left left right right right left", line)


def _valued(value: str, unit: str) -> str:
    if not value:
        return SEVERAL
    return value if unit in ("", "1") else f"{value}{unit}"


def _table(caption: str, head: Iterable[str], rows: _Rows, alignments: str, line: int) -> Table:
    return Table(
        _words(caption),
        tuple(map(_words, head)),
        tuple(tuple(map(_words, row)) for row in rows),
        tuple(alignments.split()),
        line,
    )


def _words(text: str) -> Content:
    return (Text(text),) if text else ()
