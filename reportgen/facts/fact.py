"""One number with all that must be known to print it, and the table of them all."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from reportgen.errors import AddressError, DataError
from reportgen.facts.address import Address, Vocabulary
from reportgen.facts.spreadsheet import safe_cell, told_cell
from reportgen.facts.status import Status

_PARTS = len(Address._fields)
COLUMNS = ["address", "metric", "scope", "year", "value", "unit", "status", "label"]


class Fact(NamedTuple):
    """A number: its address, unrounded value, unit, status and Chinese address as label."""

    address: Address
    value: float
    unit: str
    status: Status
    label: str

    @property
    def is_forecast(self) -> bool:
        """True when the number speaks of a year without statistics."""
        return self.status is Status.预测


class FactTable:
    """All facts of one edition, by address; iteration is sorted and stable."""

    def __init__(self, facts: Iterable[Fact], vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary
        self._facts = {fact.address: fact for fact in facts}
        self._order: list[Address] | None = None

    def __getstate__(self) -> dict[str, Any]:
        """Rows of plain values: they are handed to other processes, and kept, in half the time of named ones."""
        return {
            "vocabulary": self.vocabulary,
            "rows": [(*address, *fact[1:]) for address, fact in self._facts.items()],
        }

    def __setstate__(self, state: dict[str, Any]) -> None:
        facts = (Fact(Address(*row[:_PARTS]), *row[_PARTS:]) for row in state["rows"])
        self.__init__(facts, state["vocabulary"])

    def __len__(self) -> int:
        return len(self._facts)

    def __contains__(self, address: object) -> bool:
        return address in self._facts

    def __iter__(self) -> Iterator[Fact]:
        if self._order is None:
            self._order = sorted(self._facts)
        return (self._facts[address] for address in self._order)

    def get(self, address: Address) -> Fact:
        """The fact at this address.

        Raises:
            AddressError: no such fact; the message names the years that exist, or near addresses.
        """
        fact = self._facts.get(address)
        if fact is None:
            raise AddressError(
                f"没有这个数：{self.vocabulary.chinese(address)}", remedy=self._remedy(address)
            )
        return fact

    def _remedy(self, address: Address) -> str:
        same = [a for a in self._facts if (a.metric, a.scope) == (address.metric, address.scope)]
        if same:
            years = "、".join(a.year_text or "不带年份" for a in sorted(same))
            return f"该指标和范围现有年份：{years}"
        scopes = sorted({a.scope for a in self._facts if a.metric == address.metric})
        names = "、".join(self.vocabulary.scope_name(scope) for scope in scopes[:8])
        return (
            f"该指标现有范围：{names}{'等' if len(scopes) > 8 else ''}"
            if scopes
            else ("该指标本版未测算；用 reportgen facts 查询可用的指标")
        )

    def to_csv(self) -> str:
        """The facts table as CSV text: sorted, unrounded, the same bytes for the same facts."""
        import pandas as pd

        rows = [
            (
                safe_cell(fact.address.english),
                safe_cell(fact.address.metric),
                safe_cell(fact.address.scope),
                fact.address.year_text,
                repr(float(fact.value)),
                safe_cell(fact.unit),
                fact.status.name,
                safe_cell(fact.label),
            )
            for fact in self
        ]
        text = io.StringIO()
        pd.DataFrame(rows, columns=COLUMNS).to_csv(text, index=False, lineterminator="\n")
        return text.getvalue()

    @classmethod
    def read_csv(cls, path: Path, vocabulary: Vocabulary) -> FactTable:
        """Read a table that `to_csv` wrote.

        Raises:
            DataError: the file is missing or has other columns.
        """
        import pandas as pd

        if not path.exists():
            raise DataError("没有这个事实表", place=str(path), remedy="先运行 reportgen build")
        table = pd.read_csv(path, dtype=str, keep_default_na=False)
        if list(table.columns) != COLUMNS:
            raise DataError(f"列应为 {'、'.join(COLUMNS)}", place=str(path), remedy="重新生成该文件")
        return cls(
            (
                Fact(
                    Address(told_cell(row.metric), told_cell(row.scope), Address.read_years(row.year)),
                    float(row.value),
                    told_cell(row.unit),
                    Status[row.status],
                    told_cell(row.label),
                )
                for row in table.itertuples(index=False)
            ),
            vocabulary,
        )
