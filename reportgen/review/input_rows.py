"""Which inputs stand in a row of a file of tables or parameters: ``content/data/FILE#ROW``."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from reportgen.errors import DataError, UsageError, nearest
from reportgen.facts.context import Context
from reportgen.facts.dependence import Cell
from reportgen.facts.ingredient import Ingredient
from reportgen.facts.run import Places

_PLACE = re.compile(r"(?P<file>.+?):(?P<line>\d+)(?: 列 .+)?")
_SHOWN = 6
Chosen = dict[str, list[Cell]]
Lines = dict[int, list[tuple[str, Cell]]]


class InputRows:
    """The inputs of a run by the file and line in which they stand."""

    def __init__(self, root: Path, ingredients: Mapping[str, Ingredient], context: Context) -> None:
        self._root, self._ingredients = root, ingredients
        self._files: dict[str, Lines] = {}
        for name, cell, place in _cells(ingredients):
            found = _PLACE.fullmatch(place)
            if found:
                lines = self._files.setdefault(found["file"], {})
                lines.setdefault(int(found["line"]), []).append((name, cell))
        self._context = {fact.place: fact.name for fact in context.usable.values()}

    def chosen(self, text: str) -> Chosen:
        """The ingredients with the cells that a row names; without ``#`` all of the file.

        Args:
            text: ``FILE#ROW``. The row is a line number, a parameter, a parameter and a key of it joined by a
                point, or cells of a table joined by commas: ``制造业,2021``.

        Raises:
            UsageError: no such file or row among the inputs of the edition, with the nearest names.
            DataError: the file cannot be read.
        """
        path, _, row = text.partition("#")
        chosen: Chosen = {}
        for name, cell in self._cells_of(self.file(path), row.strip()):
            chosen.setdefault(name, []).append(cell)
        return chosen

    def context_fact(self, text: str) -> str | None:
        """The name of the context fact in a row; None when the file holds no context facts.

        Raises:
            UsageError: no fact that the edition uses stands there.
        """
        path, _, row = text.partition("#")
        known = sorted({place.rpartition(":")[0] for place in self._context})
        file = next((file for file in known if f"/{file}".endswith(f"/{path}")), None)
        if file is None:
            return None
        names = {place.rpartition(":")[2]: name for place, name in self._context.items()}
        found = names.get(row) or (row if row in names.values() else None)
        if found is None:
            remedy = nearest(row, [*names, *names.values()]) or f"如 {file}#{min(names, key=int)}"
            raise UsageError(f"这一行不是本版所用的背景事实：{row or '没有写行'}", place=file, remedy=remedy)
        return found

    def file(self, path: str) -> str:
        """The file as places name it.

        Raises:
            UsageError: no input of the edition stands in it.
        """
        tail = path.removeprefix("./")
        found = sorted(file for file in self._files if f"/{file}".endswith(f"/{tail}"))
        if len(found) > 1:
            remedy = f"写全路径：{'、'.join(found)}"
            raise UsageError("有几个文件都叫这个名字", place=path, remedy=remedy)
        if not found:
            short = {file.rpartition("/")[2]: file for file in sorted(self._files)}
            near = nearest(tail, self._files) or nearest(tail.rpartition("/")[2], short)
            remedy = near or f"可用的文件如 {'、'.join(sorted(self._files)[:_SHOWN])}"
            raise UsageError("本版的输入不在这个文件中", place=path, remedy=remedy)
        return found[0]

    def _cells_of(self, file: str, row: str) -> list[tuple[str, Cell]]:
        lines = self._files[file]
        if not row:
            return [one for line in sorted(lines) for one in lines[line]]
        if row.isdecimal() and int(row) in lines:
            return lines[int(row)]
        names = self._named(file) if file.endswith(".yaml") else {}
        cells = self._cells_of_lines(file) if file.endswith(".csv") else {}
        parts = {part.strip() for part in row.replace("，", ",").split(",")}
        found = names.get(row) or [one for line, own in cells.items() if parts <= set(own) for one in lines[line]]
        if not found:
            known = [*names, *dict.fromkeys(cell for own in cells.values() for cell in own), *map(str, lines)]
            first = "、".join(str(line) for line in sorted(lines)[:_SHOWN])
            remedy = nearest(row, known) or f"写行号（如 {first}）、参数名，或该行的几格（如 制造业,2021）"
            raise UsageError(f"没有这一行，或本版没有用到：{row}", place=file, remedy=remedy)
        return found

    def _named(self, file: str) -> dict[str, list[tuple[str, Cell]]]:
        """The cells of each parameter by its names, and of each of its keys."""
        found: dict[str, list[tuple[str, Cell]]] = {}
        for cells in self._files[file].values():
            for name, cell in cells:
                keys = {name, self._ingredients[name].label, ".".join(map(str, (name, *cell)))}
                for key in keys:
                    found.setdefault(key, []).append((name, cell))
        return found

    def _cells_of_lines(self, file: str) -> dict[int, list[str]]:
        try:
            with (self._root / file).open(encoding="utf-8-sig", newline="") as opened:
                reader = csv.reader(opened)
                rows = [(reader.line_num, [cell.strip() for cell in row]) for row in reader]
        except (OSError, UnicodeDecodeError) as problem:
            raise DataError("读不了这个文件", place=file, remedy="检查该文件") from problem
        return {line: row for line, row in rows if line in self._files[file]}


def _cells(ingredients: Mapping[str, Ingredient]) -> Iterator[tuple[str, Cell, str]]:
    """Every cell with its place; a whole input stands for itself only where no cell has a place of its own."""
    for name, one in ingredients.items():
        assert isinstance(one.place, Places)
        by_cell = one.place.by_cell
        for cell, place in by_cell.items():
            if cell or len(by_cell) == 1:
                yield name, cell, place
