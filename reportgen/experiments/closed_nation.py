"""Formulas (2) to (10) for many runs at once: arrays with the runs first, then labels, then years.

What does not depend on the moved parameters (the Leontief inverse above all) is taken from one run of the graph.
Sums are taken by ``einsum``, whose order is fixed, so that a number does not depend on the process or its threads.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pandas as pd

from reportgen.experiments.moves import Moves, labelled
from reportgen.facts.graph import FactGraph
from reportgen.facts.ingredient import Ingredient

_AGRICULTURE, _PRIMARY, _TERTIARY = "sector.agriculture", "industry.primary", "industry.tertiary"
_FILLED = ("published_section_value_added", "section_real_growth", "section_growth_as_paper")

Arrays = dict[str, np.ndarray]


class ClosedNation:
    """Sections, industries and domains of the nation.

    Args:
        graph: the method.
        ingredients: of the edition.
        base: results of all functions on these ingredients.
    """

    moved = (
        "calibrated_correlation_coefficient",
        "calibrated_annual_multiplier",
        "section_growth_as_paper",
        "domain_allocation",
    )

    def __init__(
        self, graph: FactGraph, ingredients: Mapping[str, Ingredient], base: Mapping[str, pd.DataFrame]
    ) -> None:
        self.graph, self.ingredients, self.base = graph, ingredients, base
        self.sections = base["section_value_added"].index
        self.subsectors = base["correlation_coefficient"].index
        self.industries = base["industrial_value_added_direct"].index
        sectors = base["leontief_inverse"].index
        section = ingredients["sector_section"].value[sectors]
        self.output = ingredients["total_output"].value[sectors]
        self.value_added = ingredients["sector_value_added"].value[sectors]
        self.place = sectors.get_indexer(self.subsectors)
        own = sectors.to_numpy()[:, np.newaxis] == self.subsectors.to_numpy()
        self.linkage = base["leontief_inverse"][self.subsectors].to_numpy() - own
        self.sector_sum = _one_hot(section, self.sections)
        industry = ingredients["industry_of_section"].value[self.sections]
        self.industry_sum = _one_hot(industry, self.industries)

    def arrays(self, moves: Moves, size: int) -> Arrays:
        """The results of the graph by name, for each run."""
        S, path = self._correlation(moves, size), self._multiplier_path(moves, size)
        V = self._section_value_added(moves, size)
        denominator = self._denominator(V)
        subsectors = S * self.value_added.to_numpy()[self.place]
        direct = np.einsum("bk,ks->bs", subsectors, self.sector_sum[self.place]) / denominator
        indirect = np.einsum("bi,is->bs", self._indirect_by_sector(S), self.sector_sum) / denominator
        scope = self.ingredients["multiplier_scope"].value
        direct_path = path if scope == "all" else np.ones_like(path)
        rates = indirect[:, :, np.newaxis] * path[:, np.newaxis]
        by_section = (V * direct[:, :, np.newaxis] * direct_path[:, np.newaxis], rates * V)
        share = self._primary_share(V)
        by_industry = [self._by_industry(one, share) for one in by_section]
        return {
            "section_value_added": V,
            "direct_rate": direct,
            "indirect_rate": rates,
            "sectoral_value_added_direct": by_section[0],
            "sectoral_value_added_indirect": by_section[1],
            "industrial_value_added_direct": by_industry[0],
            "industrial_value_added_indirect": by_industry[1],
            "domain_value_added": self._domains(moves, subsectors, by_section[0]),
        }

    def _correlation(self, moves: Moves, size: int) -> np.ndarray:
        name = "calibrated_correlation_coefficient"
        if name not in moves or self.ingredients["correlation_source"].value != "calibrated":
            return _repeated(self.base["correlation_coefficient"], size)
        return moves[name][:, self.ingredients[name].value.index.get_indexer(self.subsectors)]

    def _multiplier_path(self, moves: Moves, size: int) -> np.ndarray:
        """The product of the multipliers since the first year, formula (9)."""
        name = "calibrated_annual_multiplier"
        annual = self.base["annual_multiplier"].loc["national"]
        values = _repeated(annual, size)
        if name in moves and self.ingredients["multiplier_source"].value == "calibrated":
            given = self.ingredients.get("multiplier_overrides")
            free = ~annual.index.isin(given.value.dropna().index) if given else np.full(len(annual), True)
            columns = self.ingredients[name].value.index.get_indexer(annual.index)
            values[:, free] = moves[name][:, columns[free]]
        return np.cumprod(np.concatenate([np.ones((size, 1)), values], axis=1), axis=1)

    def _section_value_added(self, moves: Moves, size: int) -> np.ndarray:
        """Formula (13) works row by row: the moved sections of all runs are given to it as the rows of one table."""
        values = _repeated(self.base["section_value_added"], size)
        name = "section_growth_as_paper"
        if name not in moves:
            return values
        growth = self.ingredients[name].value
        moved = self.sections[self.sections.isin(growth.index)]
        runs = [labelled(growth, one).reindex(moved) for one in moves[name]]
        published, real = (self.ingredients[which].value.reindex(moved) for which in _FILLED[:-1])
        tables = [[published], [real], runs]
        stacked = {
            which: _stacked(parts * (size // len(parts)), size)
            for which, parts in zip(_FILLED, tables, strict=True)
        }
        found = self.graph.run(self.ingredients, ["section_value_added"], stacked)["section_value_added"]
        values[:, self.sections.get_indexer(moved)] = found.to_numpy().reshape(size, len(moved), -1)
        return values

    def _denominator(self, V: np.ndarray) -> np.ndarray:
        if self.ingredients["rate_denominator"].value == "yearbook":
            return V[:, :, 0]
        return _repeated(self.base["rate_denominator_value_added"], len(V))

    def _indirect_by_sector(self, S: np.ndarray) -> np.ndarray:
        """Formulas (6), in the form the edition uses, and (7)."""
        X = self.output.to_numpy()
        within = self.linkage[self.place]
        own = S * X[self.place]
        if self.ingredients["linkage_form"].value == "printed":
            pull = own / (1 + S * np.diag(within))
        else:
            system = np.eye(len(within)) + S[:, :, np.newaxis] * within
            pull = np.linalg.solve(system, own[:, :, np.newaxis])[:, :, 0]
        rest = np.ones((len(S), len(X)))
        rest[:, self.place] = 1 - S
        linked = rest * np.einsum("ik,bk->bi", self.linkage, pull)
        return np.divide(linked, X, out=np.zeros_like(linked), where=X != 0) * self.value_added.to_numpy()

    def _primary_share(self, V: np.ndarray) -> np.ndarray:
        """The first industry's part of section A; the forecast year takes that of the year before."""
        primary = self.base["national_gdp"].loc[_PRIMARY].to_numpy()
        share = primary / V[:, self.sections.get_loc(_AGRICULTURE)]
        share[:, -1] = share[:, -1 - 1]
        return share

    def _by_industry(self, sections: np.ndarray, primary_share: np.ndarray) -> np.ndarray:
        totals = np.einsum("bsy,sj->bjy", sections, self.industry_sum)
        services = sections[:, self.sections.get_loc(_AGRICULTURE)] * (1 - primary_share)
        totals[:, self.industries.get_loc(_PRIMARY)] -= services
        totals[:, self.industries.get_loc(_TERTIARY)] += services
        return totals

    def _domains(self, moves: Moves, subsectors: np.ndarray, sections: np.ndarray) -> np.ndarray:
        table = self.ingredients["domain_allocation"].value
        rows = table.index.get_indexer(self.subsectors)
        allocation = moves.get("domain_allocation", table.to_numpy()[np.newaxis])[:, rows]
        share = allocation / np.nansum(allocation, axis=2, keepdims=True)
        amounts = np.einsum("bkf,ks->bsf", share * subsectors[:, :, np.newaxis], self.sector_sum[self.place])
        with_direct = self.sector_sum[self.place].any(axis=0)
        amounts = amounts[:, with_direct]
        whole = amounts.sum(axis=2, keepdims=True)
        structure = np.divide(amounts, whole, out=np.full_like(amounts, np.nan), where=whole != 0)
        return np.einsum("bsf,bsy->bfy", structure, sections[:, with_direct])


def _one_hot(member: pd.Series, groups: pd.Index) -> np.ndarray:
    """1 where the member in a row belongs to the group in a column."""
    return (member.to_numpy()[:, np.newaxis] == groups.to_numpy()).astype(float)


def _repeated(value: pd.Series | pd.DataFrame, size: int) -> np.ndarray:
    numbers = value.to_numpy(dtype=float)
    return np.tile(numbers, (size, *[1] * numbers.ndim))


def _stacked(parts: list[pd.DataFrame], size: int) -> pd.DataFrame:
    """The tables of all runs below each other, their rows labelled ``run/section``."""
    rows = [f"{run}/{label}" for run in range(size) for label in parts[run].index]
    return pd.concat(parts).set_axis(rows)
