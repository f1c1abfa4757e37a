"""Every formula on numbers that a reader can check on paper (worked_examples.yaml)."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest

from reportgen.project.yaml_file import plain, read_yaml

EXAMPLES = plain(read_yaml(Path(__file__).with_name("worked_examples.yaml")))
EQUATIONS = {f"（{number}）" for number in range(1, 14)}


def labelled(value: Any, levels: list[str] | None) -> Any:
    """A mapping as Series, a mapping of mappings as DataFrame, anything else as it is."""
    if not isinstance(value, dict):
        return value
    parts = list(value.values())
    if isinstance(parts[0], dict):
        found = pd.DataFrame.from_dict(value, orient="index").astype(float)
    else:
        found = pd.Series(value, dtype="str" if isinstance(parts[0], str) else float)
    if levels:
        keys = [tuple(key.split("|")) for key in found.index]
        found.index = pd.MultiIndex.from_tuples(keys, names=levels)
    return found


def function_of(name: str) -> Callable[..., Any]:
    module, _, function = name.partition(".")
    return getattr(importlib.import_module(f"reportgen.estimation.{module}"), function)


def leaves(expected: Mapping[Any, Any], keys: tuple = ()) -> list[tuple[tuple, float]]:
    found = []
    for key, value in expected.items():
        found += leaves(value, (*keys, key)) if isinstance(value, dict) else [((*keys, key), value)]
    return found


def assert_matches(result: Any, expected: Any) -> None:
    if not isinstance(expected, dict):
        np.testing.assert_allclose(np.asarray(result, dtype=float), expected, rtol=1e-9)
        return
    for keys, value in leaves(expected):
        np.testing.assert_allclose(
            result.loc[keys[0] if len(keys) == 1 else keys], value, rtol=1e-9, atol=1e-12
        )


@pytest.mark.parametrize(
    "example", EXAMPLES, ids=lambda example: f"{example['equation']}{example['function']}"
)
def test_example(example: dict[str, Any]) -> None:
    levels = example.get("levels", {})
    inputs = {name: labelled(value, levels.get(name)) for name, value in example["inputs"].items()}
    assert_matches(function_of(example["function"])(**inputs), example["expected"])


def test_every_equation_has_an_example() -> None:
    assert {example["equation"] for example in EXAMPLES} >= EQUATIONS


@pytest.mark.parametrize(
    "example", EXAMPLES, ids=lambda example: f"{example['equation']}{example['function']}"
)
def test_the_function_declares_the_number_of_its_equation(example: dict[str, Any]) -> None:
    declaration = getattr(function_of(example["function"]), "declaration", None)
    if declaration is not None and declaration.equation:
        assert declaration.equation == example["equation"]
