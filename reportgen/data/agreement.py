"""Parameters that map sectors, sections, provinces or domains: their labels must be those of the tables."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import pandas as pd

from reportgen.data.parameter import Parameter
from reportgen.errors import ParameterError, nearest, raise_all
from reportgen.facts.address import Vocabulary
from reportgen.facts.ingredient import Ingredient


def check_agreement(
    parameters: Mapping[str, Parameter], tables: Mapping[str, Ingredient], vocabulary: Vocabulary
) -> None:
    """Every key and every name in a mapping is known, and every one that is needed is there.

    Args:
        parameters: those of the edition; a mapping that it does not have is not checked.
        tables: inputs read from tables.
        vocabulary: sections, industries, provinces, zones and domains.

    Raises:
        ParameterError: one for each unknown or missing label, with its line.
    """
    sectors = list(_index(tables, "transactions"))
    sections = list(_index(tables, "published_section_value_added"))
    keys = list(dict.fromkeys(_index(tables, "activity_keys").get_level_values("key")))
    provinces, zones, industries, domains = map(
        vocabulary.scopes_of_kind, ("province", "zone", "industry", "direct")
    )
    chosen = list(parameters["direct_subsectors"].value) if "direct_subsectors" in parameters else []
    segments = (
        list(parameters["subsectors_of_segment"].value) if "subsectors_of_segment" in parameters else []
    )
    rules = {
        "direct_subsectors": (sectors, [], None),
        "domain_allocation": (chosen, chosen, domains),
        "subsectors_of_segment": (segments, segments, chosen),
        "domains_of_segment": (segments, segments, domains),
        "industry_of_section": (sections, sections, industries),
        "region_of_province": (provinces, provinces, None),
        "provinces_of_zone": (zones, zones, provinces),
        "activity_key_weights": (sections, [], [*keys, *industries]),
    }
    raise_all(
        error
        for name, (known, needed, inner) in rules.items()
        if name in parameters
        for error in _errors(parameters[name], known, needed, inner)
    )


def _index(tables: Mapping[str, Ingredient], name: str) -> pd.Index:
    value = tables[name].value
    assert isinstance(value, pd.DataFrame)
    return value.index


def _errors(
    parameter: Parameter, known: list[str], needed: list[str], inner: list[str] | None
) -> Iterator[ParameterError]:
    value = parameter.value if isinstance(parameter.value, dict) else {}
    for key, part in value.items():
        if key not in known:
            yield _unknown(parameter, key, known, (key,))
        for name in _names(part) if inner is not None else ():
            if name not in inner:
                yield _unknown(parameter, name, inner, (key, name) if isinstance(part, dict) else (key,))
    missing = [key for key in needed if key not in value]
    if missing:
        problem = f"“{parameter.name}”缺少 {'、'.join(missing)}"
        yield ParameterError(problem, place=parameter.place(), remedy="补上这些项")


def _names(part: object) -> list[str]:
    """The labels that a value of a mapping refers to: its keys, or the words of a text."""
    return list(part) if isinstance(part, dict) else str(part).split()


def _unknown(parameter: Parameter, label: str, known: list[str], keys: tuple) -> ParameterError:
    return ParameterError(
        f"“{parameter.name}”中没有“{label}”这个名称",
        place=parameter.place(*keys),
        remedy=nearest(str(label), known) or f"可用：{'、'.join(known[:8])}{'等' if len(known) > 8 else ''}",
    )
