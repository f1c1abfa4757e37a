"""Everything the method starts from: the inputs of one edition, read from its tables and parameters."""

from __future__ import annotations

import pandas as pd

from reportgen.data.agreement import check_agreement
from reportgen.data.checks import CheckResult
from reportgen.data.national_ingredients import national_ingredients
from reportgen.data.parameter import Parameter
from reportgen.data.parameters import load_parameters, override
from reportgen.data.production_ingredients import production_series
from reportgen.data.provincial_ingredients import provincial_ingredients
from reportgen.data.sector_ingredients import sector_ingredients
from reportgen.data.sources import Sources, edition_file, read_sources
from reportgen.errors import EditionError, ParameterError, raise_all
from reportgen.facts.ingredient import Ingredient
from reportgen.project.edition import Edition
from reportgen.project.folders import Project
from reportgen.project.yaml_file import plain, read_yaml

# Labels are few and looked up often: Python strings answer about a quarter faster than Arrow's.
pd.options.mode.string_storage = "python"

_LETTER = "letter_of_the_text"


def load_ingredients(
    project: Project, edition: Edition, sources: Sources | None = None
) -> dict[str, Ingredient]:
    """The inputs of the method by name: tables cut off at the reference year, and parameters.

    Args:
        project, edition: where they are, and which.
        sources: the tables of the edition, when they have been read already.

    Raises:
        EditionError: the edition names a statistic, vintage or parameter that does not exist.
        DataError: a table is wrong; ParameterError: a parameter is; all errors of a kind together.
    """
    sources = sources or read_sources(project, edition)
    raise_all(error for result in sources.results for error in result.errors)
    found = [
        *sector_ingredients(sources),
        *national_ingredients(sources),
        *provincial_ingredients(sources),
        production_series(sources),
    ]
    tables = {ingredient.name: ingredient for ingredient in found}
    parameters = edition_parameters(project, edition)
    raise_all(
        ParameterError(f"参数名“{name}”已用于数据", place=parameter.place(), remedy="换一个名称")
        for name, parameter in parameters.items()
        if name in tables
    )
    check_agreement(parameters, tables, sources.vocabulary)
    given = {name: _ingredient(project, parameter) for name, parameter in parameters.items()}
    return tables | given | _years(project, edition)


def edition_parameters(project: Project, edition: Edition) -> dict[str, Parameter]:
    """The parameters of the files the edition names, with its preset and its overrides.

    Raises:
        EditionError: no such preset, or it names a parameter that does not exist.
        ParameterError: a value is wrong.
    """
    parameters = load_parameters(project.parameters / name for name in edition.parameters)
    if edition.preset:
        file = project.presets / f"{edition.preset}.yaml"
        parameters = override(parameters, plain(read_yaml(file, EditionError)) or {}, file)
    return override(parameters, edition.overrides, edition_file(project, edition), ("overrides",))


def letter_of_the_text(project: Project, edition: Edition) -> dict[str, Parameter]:
    """The parameters of an edition with the preset that reads the text of the method literally.

    Empty where the project has no such preset.
    """
    if not (project.presets / f"{_LETTER}.yaml").is_file():
        return {}
    return edition_parameters(project, edition.model_copy(update={"preset": _LETTER, "overrides": {}}))


def verify_data(project: Project, edition: Edition) -> list[CheckResult]:
    """What every check of every table of the edition measured, failed ones included.

    Raises:
        ContentError: a file cannot be read at all.
    """
    return read_sources(project, edition).results


def _years(project: Project, edition: Edition) -> dict[str, Ingredient]:
    """The three years of the edition."""
    labels = {"first_year": "基年", "reference_year": "本年", "forecast_year": "预测年"}
    file = edition_file(project, edition).relative_to(project.root)
    return {
        name: Ingredient(name, getattr(edition, name), label, source="版本文件", place=lambda *_: str(file))
        for name, label in labels.items()
    }


def _ingredient(project: Project, parameter: Parameter) -> Ingredient:
    return Ingredient(
        parameter.name,
        _labelled(parameter.value),
        parameter.label,
        parameter.status,
        parameter.unit,
        parameter.reference,
        lambda *keys: parameter.place(*keys).removeprefix(f"{project.root}/"),
    )


def _labelled(value: object) -> object:
    """A mapping as Series, a mapping of mappings as DataFrame (outer keys are rows), else the value."""
    if not isinstance(value, dict):
        return value
    if any(isinstance(part, str) for part in value.values()):
        return pd.Series(value, dtype="str")
    if any(isinstance(part, dict) for part in value.values()):
        return pd.DataFrame.from_dict(value, orient="index").astype("float64")
    return pd.Series(value, dtype="float64")
