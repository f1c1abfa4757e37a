"""The tables that ``附表("…")`` puts into a chapter."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence

from reportgen.document.appendix_data import Alternative, AppendixData
from reportgen.errors import ChapterError, nearest
from reportgen.text.blocks import Content, GeneratedTable, Items, Table, Text

_SHARE_DECIMALS = 0
_NOTHING = "—"
_EVERY_DOMAIN = "各领域"
_Rows = Sequence[Sequence[str]]


class AppendixTables:
    """Makes generated tables, and the list of causes that one of them refers to, by name.

    Args:
        data: what they are made from.
        printed: English names of the metrics that the paper prints; others are no indicators of it.
    """

    def __init__(self, data: AppendixData, printed: Collection[str]) -> None:
        self._data = data
        self._printed = printed
        self._makers: dict[str, Callable[[int], Table | Items]] = {
            "指标": self._indicators,
            "分类": self._subsectors,
            "细分领域": self._segments,
            "经济圈": self._zones,
            "数据来源": self._sources,
            "参数": self._parameters,
            "读法": self._alternatives,
            "对账": self._groups,
            "对账偏差": self._deviations,
            "偏差来由": self._causes,
        }

    def table(self, block: GeneratedTable, chapter: str) -> Table | Items:
        """What a chapter asks for.

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
        made = self._makers[block.name](block.line)
        if not (made.rows if isinstance(made, Table) else made.items):
            raise ChapterError(
                f"附表“{block.name}”在本版没有内容",
                place=place,
                remedy="从版本文件的 chapters 中去掉这一章，或从章中删去该表",
            )
        return made

    def _indicators(self, line: int) -> Table:
        rows = [
            (one.name, "" if one.unit == "1" else one.unit, one.definition)
            for one in self._data.indicators
            if one.metric in self._printed
        ]
        return _table("主要指标", ("指标", "单位", "含义与算法"), rows, "left center left", line)

    def _subsectors(self, line: int) -> Table:
        domains = self._domains()
        rows = [
            (
                one.code,
                one.name,
                one.section,
                *(f"{one.shares[name]:.{_SHARE_DECIMALS}f}" for name in domains),
            )
            for one in self._data.subsectors
        ]
        head = ("代码", "子行业", "所属门类", *domains)
        alignments = "left left left" + " right" * len(domains)
        return _table("相关子行业及其在四大领域的分配（%）", head, rows, alignments, line)

    def _segments(self, line: int) -> Table:
        everything = set(self._domains())
        rows = [
            (
                one.name,
                _EVERY_DOMAIN if set(one.domains) == everything else "、".join(one.domains),
                "；".join(one.subsectors),
            )
            for one in self._data.segments
        ]
        head = ("细分领域", "主要归属", "主要的相关子行业")
        return _table("细分领域与四大领域、子行业的主要对应关系", head, rows, "left left left", line)

    def _domains(self) -> list[str]:
        return list(dict.fromkeys(name for one in self._data.subsectors for name in one.shares))

    def _zones(self, line: int) -> Table:
        rows = [(zone.name, "、".join(zone.provinces)) for zone in self._data.zones]
        return _table("经济圈所辖省份", ("经济圈", "省份"), rows, "left left", line)

    def _sources(self, line: int) -> Table:
        rows = [(one.title, one.source, one.used_for, one.note) for one in self._data.sources]
        caption = f"数据来源（未注明机构的由{self._data.publisher}公布）"
        return _table(caption, ("统计资料", "出处", "用途", "口径"), rows, "left left left left", line)

    def _parameters(self, line: int) -> Table:
        rows = [(one.label, one.value, one.status, one.reference) for one in self._data.parameters]
        return _table("参数及其依据", ("参数", "取值", "状态", "依据"), rows, "left left center left", line)

    def _alternatives(self, line: int) -> Table:
        reference, forecast = self._data.years
        rows = [
            (one.label, one.used, one.other, *(text or _NOTHING for text in _changes(one)))
            for one in self._data.alternatives
        ]
        results = (f"{reference}年增加值", f"{forecast}年增加值", f"{reference}年带动就业")
        head = ("读法", "本书采用", "换用", *results, "变动最大的省")
        alignments = "left left left" + " right" * (len(head) - 3)
        return _table("换用其他读法时结果的变动", head, rows, alignments, line)

    def _groups(self, line: int) -> Table:
        verdicts = list(dict.fromkeys(verdict for group in self._data.groups for verdict in group.verdicts))
        rows = [
            (
                group.name,
                str(sum(group.verdicts.values())),
                *(str(group.verdicts[verdict]) for verdict in verdicts),
                group.median or _NOTHING,
            )
            for group in self._data.groups
        ]
        head = ("类别", "项数", *verdicts, "偏差中位数")
        return _table("与已公布数字的对照", head, rows, "left" + " right" * (len(head) - 1), line)

    def _deviations(self, line: int) -> Table:
        rows = [
            (one.label, one.where, one.unit, one.published, one.computed, one.deviation, str(one.cause))
            for one in self._data.deviations
        ]
        head = ("指标", "原书位置", "单位", "已公布", "测算", "偏差", "来由")
        return _table("主要数字的偏差", head, rows, "left left left right right right right", line)

    def _causes(self, line: int) -> Items:
        return Items(True, tuple(_words(f"{cause}。") for cause in self._data.causes), line)


def _changes(one: Alternative) -> tuple[str, ...]:
    return one.reference, one.forecast, one.employment, one.province


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
