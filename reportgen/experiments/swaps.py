"""What two editions start from, taken apart by cause, and put together again with some parts new.

What an input is tells to which cause a difference belongs. A table has years: cells of years that both
editions have are revised statistics, years that only the later one has are new data, and the calendar of the
edition moves with them. A word, a mapping to words, or a bare number that states a rule is a choice of method.
Every other number is a coefficient.

Where some parts are old and others new, a table holds the cells of its version (old or new) in the years of
both, and the new years only when these have entered. New years of a coefficient (the multiplier of a year that
the earlier edition did not reach) enter with the new data, for without them the year could not be computed;
so they do where the earlier edition has no such coefficient at all.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, replace
from enum import StrEnum

import pandas as pd

from reportgen.data.shape import MONEY, PEOPLE
from reportgen.errors import EditionError, raise_all
from reportgen.facts.address import Calendar
from reportgen.facts.ingredient import Ingredient
from reportgen.facts.status import Status

Ingredients = Mapping[str, Ingredient]
Labelled = pd.Series | pd.DataFrame

YEARS = tuple(field.name for field in fields(Calendar))


class Cause(StrEnum):
    """Why a headline changed."""

    修订 = "统计数据修订"
    新年 = "新增年份数据"
    方法 = "方法选择"
    系数 = "系数"
    舍入 = "舍入"


@dataclass(frozen=True)
class Player:
    """Something that differs and enters as a whole.

    Attributes:
        name: Chinese.
        cause: what its move counts as.
        swapped: the inputs whose cells in common years it replaces; none for the new years.
    """

    name: str
    cause: Cause
    swapped: frozenset[str] = frozenset()


def players_between(old: Ingredients, new: Ingredients, relevant: Iterable[str], each: bool) -> list[Player]:
    """What differs, in the order of the causes.

    Args:
        old, new: the inputs of the two editions.
        relevant: names of the inputs that count.
        each: one player for every input that differs; by default one for every cause.

    Raises:
        EditionError: the two editions cannot be compared; see `require_comparable`.
    """
    names = sorted(set(relevant) & {*old, *new} - set(YEARS))
    require_comparable(old, new, names)
    differing = [name for name in names if _differs(name, old, new)]
    found: list[Player] = []
    for cause in Cause:
        members = [name for name in differing if cause_of(new.get(name) or old[name]) is cause]
        if each:
            found += [
                Player(f"{cause}：{label}", cause, swapped)
                for label, swapped in _together(members, old, new).items()
            ]
        elif members:
            found.append(Player(cause, cause, frozenset(members)))
        if cause is Cause.新年 and _has_new_years(old, new, names):
            found.append(Player(cause, cause))
    return found


def cause_of(ingredient: Ingredient) -> Cause:
    """To which cause a difference in the cells of common years belongs."""
    value, status = ingredient.value, ingredient.status
    if isinstance(value, str) or _is_text(value):
        return Cause.方法
    if not isinstance(status, Status):
        return Cause.修订  # a table says of each cell how firm it is
    if isinstance(value, Labelled):
        return Cause.修订 if ingredient.unit in (MONEY, PEOPLE) else Cause.系数
    return Cause.方法 if status is Status.实际 else Cause.系数


def mixed(old: Ingredients, new: Ingredients, entered: Iterable[Player]) -> dict[str, Ingredient]:
    """The inputs with what has entered new and the rest old."""
    entered = list(entered)
    swapped = frozenset().union(*(player.swapped for player in entered))
    new_years = any(player.cause is Cause.新年 for player in entered)
    found: dict[str, Ingredient] = {}
    for name in {**old, **new}:
        chosen = new if (new_years if name in YEARS else name in swapped) else old
        if _have_years(name, old, new):
            value = _joined(old[name].value, new[name].value, name in swapped, new_years)
            found[name] = replace(chosen[name], value=value)
        elif _only_later(name, old, new):
            value = _years_entered(new[name].value, _last_year(old), name in swapped, new_years)
            if not value.empty:
                found[name] = replace(new[name], value=value)
        elif name in chosen:
            found[name] = chosen[name]
    return found


def require_comparable(old: Ingredients, new: Ingredients, names: Iterable[str]) -> None:
    """Refuse editions that cannot be taken apart piece by piece.

    Raises:
        EditionError: another first year (the rates of every year start from it), the later edition first, or a
            table without years whose rows differ: what is keyed by the old rows does not fit the new ones.
    """
    before, after = (Calendar(*(one[name].value for name in YEARS)) for one in (old, new))
    if before.first_year != after.first_year:
        raise EditionError(
            f"两版的基年不同（{before.first_year} 与 {after.first_year}），各年的贡献率都由基年推出，不能逐项替换",
            remedy="只比较基年相同的版本",
        )
    if before.reference_year > after.reference_year:
        raise EditionError(
            f"前一版的本年 {before.reference_year} 晚于后一版的本年 {after.reference_year}",
            remedy="把较早的版本写在前面",
        )
    both = [name for name in names if name in old and name in new]
    raise_all(error for name in both for error in _other_rows(old[name], new[name]))


def years_of(value: object) -> pd.Index | None:
    """The years along a table, or None for what has no years."""
    if not isinstance(value, Labelled):
        return None
    labels = value.columns if isinstance(value, pd.DataFrame) else value.index
    return labels if len(labels) and pd.api.types.is_integer_dtype(labels) else None


def _other_rows(old: Ingredient, new: Ingredient) -> Iterator[EditionError]:
    one, other = _labels(old.value), _labels(new.value)
    if set(one) == set(other) or years_of(old.value) is not None:
        return
    lacking = [
        str(label) for label in dict.fromkeys([*one, *other]) if label not in one or label not in other
    ]
    shown = f"{'、'.join(lacking[:4])}{'等' if len(lacking) > 4 else ''}"
    yield EditionError(
        f"“{old.label}”两版的项目不同（{shown}只在一版），新旧不能拼在一起，也就不能逐项替换",
        remedy="只比较项目相同的版本；投入产出表换表的影响用两版各自的结果说明",
    )


def _labels(value: object) -> list:
    """Rows and columns; none for what is no table."""
    if isinstance(value, pd.DataFrame):
        return [*value.index, *value.columns]
    return [*value.index] if isinstance(value, pd.Series) else []


def _is_text(value: object) -> bool:
    return isinstance(value, pd.Series) and not pd.api.types.is_numeric_dtype(value)


def _joined(old: Labelled, new: Labelled, swapped: bool, new_years: bool) -> Labelled:
    """The cells of one version in its years but those only the new one has; these when they have entered."""
    added = [year for year in years_of(new) if year not in years_of(old)]
    base = _dropped(new, added) if swapped else old
    if new_years and added:
        frame = isinstance(old, pd.DataFrame)
        base = pd.concat(
            [base, new[added] if frame else new.loc[added]], axis="columns" if frame else "index"
        )
    ordered = sorted(years_of(base))
    return base[ordered] if isinstance(base, pd.DataFrame) else base.loc[ordered]


def _dropped(value: Labelled, years: list[int]) -> Labelled:
    return value.drop(columns=years) if isinstance(value, pd.DataFrame) else value.drop(index=years)


def _only_later(name: str, old: Ingredients, new: Ingredients) -> bool:
    """True for a table with years that the earlier edition lacks."""
    return name in new and name not in old and years_of(new[name].value) is not None


def _last_year(ingredients: Ingredients) -> int:
    return ingredients["forecast_year"].value


def _years_entered(value: Labelled, last: int, common: bool, later: bool) -> Labelled:
    """The years up to the last of the earlier edition, those after it, both or none."""
    chosen = [year for year in years_of(value) if (later if year > last else common)]
    return value[chosen] if isinstance(value, pd.DataFrame) else value.loc[chosen]


def _differs(name: str, old: Ingredients, new: Ingredients) -> bool:
    """True when something else than added years differs."""
    if _only_later(name, old, new):
        return any(year <= _last_year(old) for year in years_of(new[name].value))
    if name not in old or name not in new:
        return True
    one, other = old[name].value, new[name].value
    if not isinstance(one, Labelled):
        return one != other
    if years_of(one) is None or years_of(other) is None:
        return not one.equals(other.reindex_like(one))
    kept = _joined(one, other, swapped=True, new_years=False)
    before = _joined(one, one, swapped=False, new_years=False)
    return not before.equals(kept.reindex(before.index))


def _has_new_years(old: Ingredients, new: Ingredients, names: Iterable[str]) -> bool:
    if any(old[name].value != new[name].value for name in YEARS):
        return True
    tables = [name for name in names if _have_years(name, old, new)]
    return any(set(years_of(new[name].value)) - set(years_of(old[name].value)) for name in tables)


def _have_years(name: str, old: Ingredients, new: Ingredients) -> bool:
    """True for a table with years in both editions."""
    return all(name in one and years_of(one[name].value) is not None for one in (old, new))


def _together(names: Iterable[str], old: Ingredients, new: Ingredients) -> dict[str, frozenset[str]]:
    """Inputs by their label; the accounts of one input-output table balance and stay together."""
    found: dict[str, frozenset[str]] = {}
    for name in names:
        ingredient = new.get(name) or old[name]
        whole = cause_of(ingredient) is Cause.修订 and isinstance(ingredient.status, Status)
        label = "投入产出表" if whole else ingredient.label
        found[label] = found.get(label, frozenset()) | {name}
    return found
