"""Inputs of the method by sector of the input-output table, in 亿元."""

from __future__ import annotations

import pandas as pd

from reportgen.data.input_output import ACCOUNTS
from reportgen.data.sources import Sources
from reportgen.errors import DataError, raise_all
from reportgen.facts.ingredient import Ingredient

_NAMES = {
    "total_output": "total_output",
    "intermediate_input": "intermediate_input",
    "sector_value_added": "value_added",
    "final_use": "final_use",
    "imports": "imports",
    "exports": "exports",
}


def sector_ingredients(sources: Sources) -> list[Ingredient]:
    """Transactions, the accounts of every sector, its section and its name.

    Raises:
        DataError: a sector whose division is not in the classification.
    """
    table = sources.input_output
    source, root = table.card.source, f"{sources.root}/"

    def place(row: str, column: str) -> str:
        return table.place(row, column).removeprefix(root)

    def by_account(account: str):
        return lambda code: place(code, account)

    flows = Ingredient(
        "transactions", table.transactions, "中间流量", unit=table.unit, source=source, place=place
    )
    accounts = [
        Ingredient(
            name,
            table.accounts[account].rename(name),
            ACCOUNTS[account],
            unit=table.unit,
            source=source,
            place=by_account(account),
        )
        for name, account in _NAMES.items()
    ]
    where = by_account("total_output")
    return [
        flows,
        *accounts,
        Ingredient("sector_section", _sections(sources), "部门所属门类", source=source, place=where),
        Ingredient("sector_name", table.names, "部门名称", source=source, place=where),
    ]


def _sections(sources: Sources) -> pd.Series:
    codes = sources.input_output.transactions.index
    raise_all(
        DataError(
            f"分类中没有部门 {code} 的大类 {code[:2]}",
            place=sources.input_output.place(code, "total_output"),
            remedy="改正部门代码，或在 classification 中补上该大类",
        )
        for code in codes
        if code[:2] not in sources.sections.index
    )
    return pd.Series([sources.sections[code[:2]] for code in codes], codes, name="section", dtype="str")
