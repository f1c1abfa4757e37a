"""Targets: what was printed, what the model says, and the distance between them."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

from reportgen.errors import ManyErrors, ParameterError
from reportgen.experiments.plan import CalibrationPlan, Target
from reportgen.facts.address import Address
from reportgen.project.yaml_file import read_model

PLAN = Path(__file__).parents[2] / "content/calibration/2022.yaml"
LEVEL = Target(metric="value_added", scope="national", year="2021", kind="relative", tolerance=0.01)
GROWTH = Target(metric="cagr", scope="national", year="2017-2021", kind="points", tolerance=0.5)


def test_addresses() -> None:
    assert LEVEL.address == Address("value_added", "national", (2021,))
    assert GROWTH.address == Address("cagr", "national", (2017, 2021))


def test_residuals_in_units_of_the_tolerance() -> None:
    assert LEVEL.residual(103, 100) == pytest.approx(3)
    assert LEVEL.residual(99, 100) == pytest.approx(-1)
    assert GROWTH.residual(15.2, 14.2) == pytest.approx(2)


def test_computed_values_of_a_year_and_of_a_range() -> None:
    tables = {
        "value_added": pd.DataFrame({2021: [41000.0]}, index=["national"]),
        "cagr": pd.DataFrame({"2017-2021": [14.9]}, index=["national"]),
    }
    assert (LEVEL.computed(tables), GROWTH.computed(tables)) == (41000, 14.9)


def test_parts_add_up_to_the_target() -> None:
    summed = LEVEL.model_copy(update={"parts": ["direct", "indirect"]})
    values = {
        Address("value_added", scope, (2021,)): value
        for scope, value in {"direct": 11.5, "indirect": 29.0}.items()
    }
    assert summed.published(values) == 40.5
    with pytest.raises(ParameterError) as caught:
        summed.published({})
    assert (
        caught.value.problem == "校准目标没有印出的数：value_added.direct[2021]、value_added.indirect[2021]"
    )


def test_the_plan_of_this_repository_is_sound() -> None:
    plan = read_model(PLAN, CalibrationPlan, ParameterError)
    codes = plan.correlation.subsectors
    assert len(codes) == len(set(codes)) == 11
    assert list(plan.domains.prior) == codes
    for shares in plan.domains.prior.values():
        assert sum(shares.values()) == pytest.approx(1)
    for weights in plan.provinces.prior.values():
        assert sum(weights.values()) == pytest.approx(1)


def test_mistakes_in_a_plan_are_told_with_their_lines(tmp_path: Path) -> None:
    path = tmp_path / "2022.yaml"
    text = PLAN.read_text(encoding="utf-8").replace("  spread_weight:", "  spread_wieght:")
    path.write_text(text.replace("kind: points", "kind: percent", 1), encoding="utf-8")
    with pytest.raises(ManyErrors) as caught:
        read_model(path, CalibrationPlan, ParameterError)
    lines = path.read_text(encoding="utf-8").splitlines()
    wrong = {number for number, line in enumerate(lines, start=1) if "wieght" in line or "percent" in line}
    told = {int(error.place.rpartition(":")[2]) for error in caught.value.errors}
    assert wrong <= told
    assert any("不在允许的取值之内" in error.problem for error in caught.value.errors)
