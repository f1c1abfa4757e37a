"""An edition: its years, the vintages of its data, its parameters, chapters, figures, imprint and layout."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, field_validator, model_validator

_LEADING_AWAY = ("/", "\\", "..", "\0")


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Imprint(_Strict):
    """What stands on the cover and in the document metadata; nobody is invented."""

    title: str
    subtitle: str = ""
    issuer: str = ""
    date: str = ""
    number: str = ""
    notice: str = ""
    editors: str = "编写组"


class Layout(_Strict):
    """How pages are laid out: the title of a figure stands below it, as is the custom, or above."""

    figure_title: Literal["below", "above"] = "below"


class Edition(_Strict):
    """One year's paper, from ``content/editions/YEAR.yaml``.

    `data` names the vintage of every statistic; `data_vintages` are named sets of others to compare it with.
    """

    edition: int
    first_year: int
    reference_year: int
    forecast_year: int
    imprint: Imprint
    layout: Layout = Layout()
    data: dict[str, str]
    data_vintages: dict[str, dict[str, str]] = {}
    parameters: list[str]
    preset: str = ""
    overrides: dict[str, object] = {}
    chapters: list[str]
    figures: list[str]

    @field_validator("data")
    @classmethod
    def _plain_vintages(cls, data: dict[str, str]) -> dict[str, str]:
        for name in (*data, *data.values()):
            _check_plain(name)
        return data

    @field_validator("parameters", "chapters")
    @classmethod
    def _plain_and_single(cls, names: list[str]) -> list[str]:
        for name in names:
            _check_plain(name)
            if names.count(name) > 1:
                raise ValueError(f"：“{name}”列了两次，只留一次")
        return names

    @field_validator("preset")
    @classmethod
    def _plain_preset(cls, name: str) -> str:
        _check_plain(name)
        return name

    @model_validator(mode="after")
    def _years_in_order(self) -> Edition:
        if not self.first_year < self.reference_year == self.forecast_year - 1:
            raise ValueError("应有 first_year < reference_year，且 forecast_year 为其后一年")
        return self


def _check_plain(name: str) -> None:
    """A name stands for a file in the one folder it belongs to, never for one elsewhere.

    Raises:
        ValueError: the name leads to another folder.
    """
    if any(mark in name for mark in _LEADING_AWAY) or name.startswith("."):
        raise ValueError(f"：“{name}”应为文件名，不能含 / 和 ..")
