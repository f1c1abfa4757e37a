"""The small project as it stood a year earlier and as it stands, and planted changes of known size."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pandas as pd

from reportgen.data.ingredients import load_ingredients
from reportgen.experiments.causes import Comparison, HeadlineCauses, causes
from reportgen.experiments.swaps import Cause
from reportgen.facts.ingredient import Ingredient
from tests.small_estimate import open_small_project

Ingredients = dict[str, Ingredient]
SUPPLIERS = ["sector.manufacturing", "sector.information"]  # all direct value added is in these two


def two_editions(folder: Path) -> tuple[Ingredients, Ingredients]:
    """The inputs of the editions of 2021 and of 2022, from the same tables."""
    project = open_small_project(folder)
    editions = project.content / "editions"
    text = (editions / "2022.yaml").read_text(encoding="utf-8")
    for item, year in (("edition", 2022), ("reference_year", 2021), ("forecast_year", 2022)):
        text = text.replace(f"{item}: {year}", f"{item}: {year - 1}")
    (editions / "2021.yaml").write_text(text, encoding="utf-8")
    found = [load_ingredients(project, project.edition(year)) for year in (2021, 2022)]
    return found[0], found[1]


def with_value(ingredients: Ingredients, name: str, value: object) -> Ingredients:
    """One input with another value."""
    return ingredients | {name: replace(ingredients[name], value=value)}


def revised(ingredients: Ingredients, factor: float, years: list[int]) -> Ingredients:
    """The value added of the sections that hold the direct subsectors, revised by a factor."""
    table: pd.DataFrame = ingredients["published_section_value_added"].value.copy()
    table.loc[SUPPLIERS, years] *= factor
    return with_value(ingredients, "published_section_value_added", table)


def with_coefficients(ingredients: Ingredients, factor: float) -> Ingredients:
    """All correlation coefficients times a factor."""
    value = ingredients["calibrated_correlation_coefficient"].value * factor
    return with_value(ingredients, "calibrated_correlation_coefficient", value)


def parts(found: HeadlineCauses) -> dict[Cause, float]:
    """The amount of each cause of one headline."""
    return {part.cause: float(part.amount) for part in found.parts}


def explain(comparison: Comparison, **settings: int) -> dict[str, HeadlineCauses]:
    """The causes by the text of the headline."""
    return {one.headline.text: one for one in causes(comparison, **settings)}
