"""The file that a calibration writes is read back as the coefficients it holds."""

from __future__ import annotations

import datetime
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from reportgen.data.parameter import Parameter
from reportgen.data.parameters import load_parameters
from reportgen.experiments.calibration import Calibration
from reportgen.experiments.fitting import Spread
from reportgen.experiments.parameter_file import dated, parameter_text, summary_text
from reportgen.facts.status import Status
from reportgen.project.yaml_file import plain, read_yaml
from tests.experiments.planted import DOMAINS, SUBSECTORS, plan


@pytest.fixture(scope="module")
def result() -> Calibration:
    weights = pd.DataFrame(
        [[0.4, 0.6, np.nan], [np.nan, np.nan, 1.0]],
        ["sector.manufacturing", "sector.information"],
        ["industry.secondary", "manufacturing_employment", "software_revenue"],
    )
    residuals = [
        ("value_added.national[2021]", 41000.0, 40959.36, "relative", -0.000991),
        ("cagr.national[2017-2021]", 14.9, 14.87, "points", -0.03),
    ]
    growth = pd.DataFrame({2020: [12.5, -3.25]}, ["sector.education", "sector.mining"])
    correlation = pd.Series([0.25, 0.4, 0.61234], SUBSECTORS)
    multiplier = pd.Series({2018: 1.08, 2019: 0.9876, 2021: 1.0})
    domains = pd.DataFrame(0.25, SUBSECTORS, list(DOMAINS))
    return Calibration(
        growth_as_paper=growth,
        correlation=correlation,
        spread={
            "calibrated_correlation_coefficient": Spread(
                pd.Series([0.2, 0.3, 0.5], SUBSECTORS), pd.Series([0.3, 0.5, 0.7], SUBSECTORS)
            ),
            "calibrated_annual_multiplier": Spread(multiplier, multiplier.replace(0.9876, 1.0876)),
            "section_growth_as_paper": Spread(growth.replace(12.5, 6), growth),
            "domain_allocation": Spread(domains, domains),
            "activity_key_weights": Spread(weights - 0.1, weights),
        },
        multiplier=multiplier,
        domains=domains,
        weights=weights,
        residuals=pd.DataFrame(residuals, columns=["address", "published", "computed", "kind", "deviation"]),
    )


@pytest.fixture
def written(result: Calibration, tmp_path: Path) -> Path:
    path = tmp_path / "calibrated.yaml"
    path.write_text(parameter_text(result, plan(), 2022, "2022-12-01"), encoding="utf-8")
    return path


@pytest.fixture
def parameters(written: Path) -> dict[str, Parameter]:
    return load_parameters([written])


def test_values_come_back(result: Calibration, parameters: dict[str, Parameter]) -> None:
    values = {name: parameter.value for name, parameter in parameters.items()}
    assert values["calibrated_correlation_coefficient"] == result.correlation.to_dict()
    assert values["calibrated_annual_multiplier"] == result.multiplier.to_dict()
    assert values["section_growth_as_paper"] == {
        "sector.education": {2020: 12.5},
        "sector.mining": {2020: -3.25},
    }
    assert values["domain_allocation"] == result.domains.T.to_dict()
    assert values["activity_key_weights"] == {
        "sector.manufacturing": {"industry.secondary": 0.4, "manufacturing_employment": 0.6},
        "sector.information": {"software_revenue": 1.0},
    }


def test_fitted_values_are_calibrated_and_inferred_growth_is_imputed(
    parameters: dict[str, Parameter],
) -> None:
    statuses = {name: parameter.status for name, parameter in parameters.items()}
    assert statuses.pop("section_growth_as_paper") is Status.推算
    assert set(statuses.values()) == {Status.校准}
    assert all(parameter.reference and parameter.range for parameter in parameters.values())


def test_spread_comes_back_where_there_is_any(parameters: dict[str, Parameter]) -> None:
    spread = {name: parameter.spread for name, parameter in parameters.items()}
    assert spread["calibrated_correlation_coefficient"] == {
        ("39088",): (0.2, 0.3),
        ("63121",): (0.3, 0.5),
        ("65124",): (0.5, 0.7),
    }
    assert spread["calibrated_annual_multiplier"] == {(2019,): (0.9876, 1.0876)}
    assert spread["section_growth_as_paper"] == {("sector.education", 2020): (6, 12.5)}
    assert spread["domain_allocation"] == {}
    assert spread["activity_key_weights"] == {
        ("sector.manufacturing", "industry.secondary"): (0.3, 0.4),
        ("sector.manufacturing", "manufacturing_employment"): (0.5, 0.6),
        ("sector.information", "software_revenue"): (0.9, 1),
    }


def test_about_tells_date_and_targets(written: Path) -> None:
    about = plain(read_yaml(written))["about"]
    assert str(about["date"]) == "2022-12-01"
    assert about["plan"] == "content/calibration/2022.yaml"
    assert about["targets"][0] == {
        "address": "value_added.national[2021]",
        "published": 41000,
        "computed": 40959.36,
        "kind": "relative",
        "deviation": -0.000991,
    }


def test_an_unchanged_calibration_keeps_its_date(result: Calibration, written: Path) -> None:
    def text(date: str) -> str:
        return parameter_text(result, plan(), 2022, date)

    later = datetime.date(2023, 5, 1)
    assert dated(text, written, later) == written.read_text(encoding="utf-8")
    written.write_text(text("2022-12-01").replace("0.61234", "0.7"), encoding="utf-8")
    assert "date: 2023-05-01" in dated(text, written, later)
    assert "date: 2023-05-01" in dated(text, written.with_name("new.yaml"), later)


def test_summary_shows_every_target_and_coefficient(result: Calibration) -> None:
    text = summary_text(result)
    assert "41000.00 →   40959.36  -0.10%" in text
    assert "14.90 →      14.87  -0.03 个百分点" in text
    assert "65124  0.612  [0.500, 0.700]" in text
    assert text.endswith("年度乘子  2018 年 1.0800，2019 年 0.9876，2021 年 1.0000")
