"""The parameters of an edition: those of its files, with the values its own file replaces."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from reportgen.data.parameter import Parameter, kind, value_errors
from reportgen.data.parameter_file import lines_of, read_parameter_file
from reportgen.errors import ContentError, EditionError, ParameterError, nearest, raise_all
from reportgen.project.yaml_file import line_of, read_yaml


def load_parameters(paths: Iterable[Path]) -> dict[str, Parameter]:
    """All parameters of some files, by name.

    Raises:
        ParameterError: file or item missing, unknown status, value outside its range, unknown choice,
            the same parameter twice; all errors are reported together, each with its line.
    """
    found: dict[str, Parameter] = {}
    errors: list[ContentError] = []
    for path in paths:
        parameters, wrong = read_parameter_file(path)
        errors += wrong
        for parameter in parameters:
            if parameter.name in found:
                problem = f"参数“{parameter.name}”重复，先见于 {found[parameter.name].place()}"
                errors.append(ParameterError(problem, place=parameter.place(), remedy="删去其一"))
            found.setdefault(parameter.name, parameter)
    raise_all(errors)
    return found


def override(
    parameters: Mapping[str, Parameter], values: Mapping[str, Any], file: Path, section: tuple[str, ...] = ()
) -> dict[str, Parameter]:
    """The parameters with some values replaced: by a preset, or by an edition under ``overrides``.

    Args:
        parameters: all parameters by name.
        values: the new values by name.
        file: where they stand, for messages.
        section: the item of that file below which they stand.

    Raises:
        EditionError: no such parameter.
        ParameterError: the new value is not of the same kind, outside the range, or not a choice.
    """
    changed = dict(parameters)
    errors: list[ContentError] = []
    content = read_yaml(file, EditionError) if values else {}
    for name, value in values.items():
        place = f"{file}:{line_of(content, (*section, name))}"
        if name not in parameters:
            remedy = nearest(name, parameters) or "用参数文件中已有的参数名"
            errors.append(EditionError(f"没有参数“{name}”", place=place, remedy=remedy))
        elif kind(value) != kind(parameters[name].value):
            problem = f"参数“{name}”应为{kind(parameters[name].value)}"
            errors.append(ParameterError(problem, place=place, remedy="按原参数的形式写"))
        else:
            lines = lines_of(content, (*section, name), value)
            changed[name] = replace(parameters[name], value=value, path=file, lines=lines)
            errors += value_errors(changed[name])
    raise_all(errors)
    return changed
