"""All printed facts in one sheet: the cells that the formulas of every sheet lead to."""

from __future__ import annotations

from reportgen.document.document import Document
from reportgen.document.places import printed_places, printed_texts
from reportgen.document.recompute import Recomputation, recomputation
from reportgen.facts.address import Address
from reportgen.render.cells import Cell, Formula, Shown, cell_of, number_form
from reportgen.render.sheets import FIRST_ROW, Column, Sheet

NAME = "全部数字"
ADDRESS = Column("地址", 36)
VALUE = Column("数值", 16, numeric=True)
AGAIN = Column("复算", 16, numeric=True)
UNIT = Column("单位", 9)
STATUS = Column("状态", 8)
_COLUMNS = (
    ADDRESS,
    VALUE,
    AGAIN,
    UNIT,
    STATUS,
    Column("书中写法", 26),
    Column("算式", 50),
    Column("印于", 34),
)


class FactSheet:
    """The printed facts of a document, then those that only serve to compute printed ones again."""

    def __init__(self, document: Document) -> None:
        self._facts = document.facts
        self._places = printed_places(document)
        self._texts = printed_texts(document)
        found = {address: recomputation(address, self._facts) for address in self._places}
        self.recomputed: dict[Address, Recomputation] = {one: way for one, way in found.items() if way}
        needed = {one for way in self.recomputed.values() for one in way.operands}
        self._order = [*sorted(self._places), *sorted(needed - set(self._places))]
        self._rows = {address: row for row, address in enumerate(self._order, start=FIRST_ROW)}

    @property
    def printed(self) -> int:
        """How many facts the paper prints."""
        return len(self._places)

    def sheet(self) -> Sheet:
        """The sheet."""
        notes = (
            "数值未经舍入，按书中的小数位显示；改动一个数，由它算出的各格随之变化。",
            "复算列是公式，用本表的其他数再算一遍增速、比重和增量，结果应与数值相同；算式列写出所用各数的地址。",
        )
        return Sheet(NAME, "书中印出的全部数字", notes, _COLUMNS, [self._row(one) for one in self._order])

    def value(self, address: Address) -> Shown:
        """The unrounded value of a fact, with the decimals of its metric."""
        return Shown(self._facts.get(address).value, self._form(address))

    def place(self, address: Address) -> str:
        """The cell of the value of a fact: ``全部数字!B7``."""
        return f"{NAME}!{chr(ord('A') + _COLUMNS.index(VALUE))}{self._rows[address]}"

    def again(self, address: Address) -> Cell:
        """The same value from other facts, as a formula that any sheet may hold; empty where there is none."""
        way = self.recomputed.get(address)
        if way is None:
            return ""
        cells = (cell_of(NAME, f"B{self._rows[one]}") for one in way.operands)
        return Formula("=" + way.words.format(*cells), way.value, self._form(address))

    def difference(self) -> Formula:
        """The sum of all differences between values and their recomputations; nothing, but for rounding."""
        last = FIRST_ROW + len(self._order) - 1
        values, again = (cell_of(NAME, f"{column}{FIRST_ROW}:{column}{last}") for column in "BC")
        return Formula(f'=SUMPRODUCT(({again}<>"")*ABS({again}-{values}))', 0.0, number_form(6))

    def _row(self, address: Address) -> tuple[Cell, ...]:
        fact, chinese = self._facts.get(address), self._facts.vocabulary.chinese
        way = self.recomputed.get(address)
        return (
            chinese(address),
            self.value(address),
            self.again(address),
            fact.unit,
            fact.status.name,
            "；".join(self._texts.get(address, ())),
            way.words.format(*map(chinese, way.operands)) if way else "",
            "；".join(self._places.get(address, ("只供复算",))),
        )

    def _form(self, address: Address) -> str:
        metric = self._facts.vocabulary.metrics.get(address.metric)
        return number_form(metric.decimals if metric else None)
