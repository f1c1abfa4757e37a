"""An edition on other statistics: ``2022`` as it stands, or ``2022:终值`` with a named set of vintages."""

from __future__ import annotations

from reportgen.data.sources import edition_file, vintages
from reportgen.errors import ContentError, EditionError, UsageError, nearest, raise_all
from reportgen.project.edition import Edition
from reportgen.project.folders import Project
from reportgen.project.yaml_file import line_of, read_yaml


def edition_named(project: Project, text: str) -> Edition:
    """The edition of a text ``YEAR`` or ``YEAR:NAME``, where NAME stands under ``data_vintages`` in its file.

    Raises:
        UsageError: the text does not begin with a year.
        EditionError: no such edition or set, or the set names a statistic or vintage that does not exist.
    """
    year, colon, name = text.strip().replace("：", ":").partition(":")
    if not year.isdecimal():
        raise UsageError(f"“{text}”不是版本", remedy="写年份，如 2022；或 年份:统计资料的版次，如 2022:终值")
    edition = project.edition(int(year))
    if not colon:
        return edition
    path = edition_file(project, edition)
    if name not in edition.data_vintages:
        known = "、".join(edition.data_vintages) or "无"
        remedy = nearest(name, edition.data_vintages) or f"该文件 data_vintages 一项现有：{known}"
        raise EditionError(f"{year} 年版没有统计资料的版次“{name}”", place=str(path), remedy=remedy)
    raise_all(_errors(project, edition, name))
    return edition.model_copy(update={"data": edition.data | edition.data_vintages[name]})


def _errors(project: Project, edition: Edition, name: str) -> list[ContentError]:
    path = edition_file(project, edition)
    content = read_yaml(path, EditionError)
    errors: list[ContentError] = []
    for statistic, vintage in edition.data_vintages[name].items():
        place = f"{path}:{line_of(content, ('data_vintages', name, statistic))}"
        known = vintages(project.data / statistic)
        if statistic not in edition.data:
            remedy = nearest(statistic, edition.data) or f"data 中有：{'、'.join(edition.data)}"
            errors.append(EditionError(f"data 中没有统计“{statistic}”", place=place, remedy=remedy))
        elif vintage not in known:
            remedy = nearest(vintage, known) or f"现有版本：{'、'.join(known)}"
            errors.append(EditionError(f"统计“{statistic}”没有版本“{vintage}”", place=place, remedy=remedy))
    return errors
