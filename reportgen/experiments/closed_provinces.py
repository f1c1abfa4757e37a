"""Formulas (10) and (11) for many runs at once: provinces by industry, their employment, and GDP of the forecast."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pandas as pd

from reportgen.experiments.closed_nation import Arrays
from reportgen.experiments.moves import Moves
from reportgen.facts.declaration import PER_CENT
from reportgen.facts.ingredient import Ingredient


class ClosedProvinces:
    """What the provinces receive of the nation, and what they employ.

    The growth assumed for the forecast year scales the GDP of that year, whole and in all its parts, by one
    factor; shares of provinces, and employment by province and industry, do not depend on it.

    Args:
        ingredients: of the edition.
        base: results of all functions on these ingredients.
    """

    moved = ("activity_key_weights", "assumed_nominal_growth")

    def __init__(
        self, ingredients: Mapping[str, Ingredient], base: Mapping[str, pd.DataFrame], nation: pd.Index
    ) -> None:
        self.ingredients, self.base = ingredients, base
        self.cells = base["provincial_gdp_share"].index
        industries = base["industrial_value_added_direct"].index
        self.industry = industries.get_indexer(self.cells.get_level_values("industry"))
        self.gdp_share = base["provincial_gdp_share"].to_numpy()
        self.weights = ingredients["activity_key_weights"].value
        self.sections = nation.get_indexer(self.weights.index)
        keys = base["activity_key_share"]
        self.provinces = keys.loc[self.weights.columns[0]].index
        self.key_share = np.stack([keys.loc[key].loc[self.provinces].to_numpy() for key in self.weights])
        of_section = ingredients["industry_of_section"].value[self.weights.index]
        self.targets = [
            self.cells.get_indexer(pd.MultiIndex.from_product([self.provinces, [industry]]))
            for industry in of_section
        ]

    def arrays(self, moves: Moves, nation: Arrays) -> Arrays:
        """The results of the graph by name, for each run.

        Args:
            moves: values of the parameters.
            nation: the results for the nation.
        """
        growth = self._growth(moves)
        direct = self._direct(moves, nation)
        indirect = self.gdp_share * nation["industrial_value_added_indirect"][:, self.industry]
        gdp = self._scaled(self.base["national_gdp"], growth)
        productivity = self._scaled(self.base["labour_productivity_of_province"], growth)
        return {
            "provincial_value_added_direct": direct,
            "provincial_value_added_indirect": indirect,
            "provincial_employment_direct": direct / productivity,
            "provincial_employment_indirect": indirect / productivity,
            "national_gdp": np.broadcast_to(gdp, (len(direct), *gdp.shape[1:])),
        }

    def _growth(self, moves: Moves) -> np.ndarray:
        """Growth of GDP in the forecast year in parts of that of the edition, (runs or 1)."""
        base = float(self.ingredients["assumed_nominal_growth"].value)
        moved = moves.get("assumed_nominal_growth", np.array([base]))
        return (1 + moved / PER_CENT) / (1 + base / PER_CENT)

    def _scaled(self, table: pd.DataFrame, growth: np.ndarray) -> np.ndarray:
        """A table with its last year, that of the forecast, multiplied."""
        values = np.tile(table.to_numpy(), (len(growth), 1, 1))
        values[:, :, -1] *= growth[:, np.newaxis]
        return values

    def _direct(self, moves: Moves, nation: Arrays) -> np.ndarray:
        if self.ingredients["province_allocation"].value == "by_gdp":
            return self.gdp_share * nation["industrial_value_added_direct"][:, self.industry]
        weights = np.nan_to_num(moves.get("activity_key_weights", self.weights.to_numpy()[np.newaxis]))
        weights = weights / weights.sum(axis=2, keepdims=True)
        sections = nation["sectoral_value_added_direct"][:, self.sections]
        found = np.zeros((len(sections), *self.gdp_share.shape))
        for number, target in enumerate(self.targets):
            mixed = np.einsum("bk,kpy->bpy", weights[:, number], self.key_share)
            found[:, target] += mixed * sections[:, number, np.newaxis]
        return found
