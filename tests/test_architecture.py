"""The directions of the design, read from the imports, and the rules that keep the tree readable."""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "reportgen"
SOURCES = sorted(PACKAGE.rglob("*.py"))

BELOW_PIPELINE = {
    "errors": set(),
    "project": {"errors"},
    "facts": {"errors"},
    "data": {"errors", "project", "facts"},
    "estimation": {"errors", "facts"},
    "charts": {"errors", "facts"},
    "text": {"errors", "facts"},
    "document": {"errors", "facts", "charts", "text"},
    "render": {"errors", "facts", "document"},
    "review": {"errors", "facts", "data", "document"},
    "experiments": {"errors", "facts", "data", "estimation"},
}
ARROWS = {
    **BELOW_PIPELINE,
    "materials": set(BELOW_PIPELINE),
    "stages": {*BELOW_PIPELINE, "materials"},
    "linting": {*BELOW_PIPELINE, "stages"},
    "illustrating": {*BELOW_PIPELINE, "stages"},
    "tracing": {*BELOW_PIPELINE, "materials", "stages"},
    "typesetting": {*BELOW_PIPELINE, "stages"},
    "pipeline": {*BELOW_PIPELINE, "stages", "linting", "illustrating", "tracing", "typesetting"},
    "signing": {*BELOW_PIPELINE, "stages", "linting", "pipeline"},
    "snapshots": {*BELOW_PIPELINE, "stages"},
    "publishing": {*BELOW_PIPELINE, "linting", "pipeline", "snapshots"},
    "sides": {*BELOW_PIPELINE, "stages", "snapshots"},
    "causing": set(BELOW_PIPELINE),
    "comparing": {*BELOW_PIPELINE, "sides", "causing"},
    "varying_page": set(BELOW_PIPELINE),
    "varying": {*BELOW_PIPELINE, "materials", "stages", "varying_page"},
    "auditing": {*BELOW_PIPELINE, "stages"},
    "histories": {*BELOW_PIPELINE, "stages"},
    "reconciling": {*BELOW_PIPELINE, "stages"},
    "preview": {*BELOW_PIPELINE, "materials", "stages", "linting"},
    "reference": {*BELOW_PIPELINE, "stages"},
    "cli": {
        *BELOW_PIPELINE,
        "auditing",
        "causing",
        "comparing",
        "histories",
        "linting",
        "pipeline",
        "preview",
        "publishing",
        "reconciling",
        "reference",
        "signing",
        "snapshots",
        "tracing",
        "varying",
        "varying_page",
    },
}

MOST_LINES = 250


def name_of(path: Path) -> str:
    return str(path.relative_to(ROOT))


def part_of(path: Path) -> str:
    """The part of the design that a file belongs to: ``facts``, ``errors``."""
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imports(path: Path) -> Iterator[str]:
    """Full names of the modules that a file imports, also inside functions."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{name_of(path)}:{node.lineno}: a relative import"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def parts_imported(path: Path) -> set[str]:
    """Parts of reportgen that a file imports, without its own."""
    names = (name.split(".") for name in imports(path))
    parts = {name[1] for name in names if name[0] == "reportgen" and len(name) > 1}
    return parts - {part_of(path)}


@pytest.mark.parametrize("path", [path for path in SOURCES if path != PACKAGE / "__init__.py"], ids=name_of)
def test_imports_point_one_way(path: Path) -> None:
    part = part_of(path)
    assert part in ARROWS, f"{part} is not a part of the design"
    wrong = parts_imported(path) - ARROWS[part]
    assert not wrong, f"{part} must not import {', '.join(sorted(wrong))}"


def test_the_arrows_make_no_circle() -> None:
    placed: set[str] = set()
    for part, below in ARROWS.items():
        assert below <= placed, f"{part} points upwards"
        placed.add(part)


def test_every_init_is_empty() -> None:
    full = [name_of(path) for path in SOURCES if path.name == "__init__.py" and path.read_bytes().strip()]
    assert full == []


def test_hamilton_is_imported_in_one_module() -> None:
    users = [path for path in SOURCES if any(name.split(".")[0] == "hamilton" for name in imports(path))]
    assert len(users) <= 1, [name_of(path) for path in users]


@pytest.mark.parametrize("path", SOURCES, ids=name_of)
def test_files_are_short(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= MOST_LINES


def free_numbers(tree: ast.AST) -> list[ast.Constant]:
    """Number literals other than 0, 1, exponents, and the plausible range declared in ``@fact``."""
    allowed: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Pow):
            allowed.update(id(part) for part in ast.walk(node.right))
        elif isinstance(node, ast.FunctionDef):
            ranges = (
                keyword
                for decorator in node.decorator_list
                if isinstance(decorator, ast.Call) and ast.unparse(decorator.func) == "fact"
                for keyword in decorator.keywords
                if keyword.arg in ("low", "high")
            )
            allowed.update(id(part) for keyword in ranges for part in ast.walk(keyword))
    return [
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant)
        and isinstance(node.value, int | float | complex)
        and not isinstance(node.value, bool)
        and node.value not in (0, 1)
        and id(node) not in allowed
    ]


@pytest.mark.parametrize("path", sorted((PACKAGE / "estimation").rglob("*.py")), ids=name_of)
def test_estimation_holds_no_number(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    assert [f"{node.lineno}: {node.value}" for node in free_numbers(tree)] == []


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("x = 0.07 * y", [0.07]),
        ("x = y ** 2 + y ** -1 + 0 - 1.0 + (not True)", []),
        ("x = 2 ** y", [2]),
        ("@fact('名', '1', low=-5, high=100)\ndef f(): return 3", [3]),
        ("@other(low=7)\ndef f(): ...", [7]),
    ],
)
def test_the_search_for_numbers_sees_what_it_should(source: str, found: list[float]) -> None:
    assert [node.value for node in free_numbers(ast.parse(source))] == found


def declared(group: str | None = None) -> list[str]:
    """Names of the dependencies in pyproject.toml: those of the run, or of an extra."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    listed = project["dependencies"] if group is None else project["optional-dependencies"][group]
    return [re.match(r"[A-Za-z0-9._-]+", entry)[0] for entry in listed]


def test_every_dependency_is_explained_in_the_readme() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert [name for name in declared() + declared("dev") if f"`{name}`" not in readme] == []


@pytest.mark.parametrize(
    ("lock", "names"),
    [("requirements.lock", declared()), ("requirements-dev.lock", declared() + declared("dev"))],
)
def test_locks_pin_every_dependency_with_hashes_and_no_address(lock: str, names: list[str]) -> None:
    text = (ROOT / lock).read_text(encoding="utf-8")
    assert not re.search(r"https?://|file:|--(extra-)?index|--find-links", text)
    entries = re.findall(r"^([a-z0-9.-]+)==\S+ .*\\\n((?:    --hash=sha256:[0-9a-f]{64}.*\n)+)", text, re.M)
    pinned = {name for name, _ in entries}
    assert len(re.findall(r"^[a-z]", text, re.M)) == len(entries)
    assert {re.sub(r"[._]", "-", name) for name in names} <= pinned


def test_the_development_lock_holds_the_versions_of_the_run() -> None:
    def pins(lock: str) -> set[str]:
        return set(re.findall(r"^[a-z0-9.-]+==\S+", (ROOT / lock).read_text(encoding="utf-8"), re.M))

    assert pins("requirements.lock") <= pins("requirements-dev.lock")
