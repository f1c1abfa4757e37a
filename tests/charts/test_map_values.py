"""Values of regions: those without a fact stay without; zones are those of the method."""

from __future__ import annotations

import pytest

from reportgen.charts.map_values import check_keys, known_values, map_names, provinces_of_zones
from reportgen.errors import AddressError, FigureError
from reportgen.project.yaml_file import read_yaml
from tests.charts.made_up_regions import ROOT, level, regions


def test_provinces_without_a_fact_are_left_out() -> None:
    facts = regions(level(lambda scope, value: None if scope == "province.henan" else value))
    values = known_values(facts, "增加值", "province", "本年")
    assert len(values) == 30 and "province.henan" not in values
    assert values["province.guangdong"].value == 5115.1


def test_no_value_at_all_is_an_error() -> None:
    with pytest.raises(FigureError, match="没有一个增加值"):
        known_values(regions(level(lambda scope, value: None)), "增加值", "province", "本年")
    with pytest.raises(AddressError, match="没有指标"):
        known_values(regions(), "增加植", "province", "本年")


def test_zones_of_the_vocabulary_are_those_of_the_method() -> None:
    parameters = read_yaml(ROOT / "content" / "parameters" / "classification.yaml")
    method = {zone: tuple(names.split()) for zone, names in parameters["provinces_of_zone"]["value"].items()}
    assert {zone: set(members) for zone, members in provinces_of_zones(regions()).items()} == {
        zone: set(members) for zone, members in method.items()
    }


def test_an_unknown_province_in_a_zone_is_named() -> None:
    facts = regions()
    scopes = facts.facts.vocabulary.scopes
    scopes["zone.cheng_yu"] = scopes["zone.cheng_yu"].__class__(
        "scope", "zone.cheng_yu", "成渝", (), "", None, "合计：重庆 四州"
    )
    with pytest.raises(FigureError, match="成渝的说明不认识“四州”"):
        provinces_of_zones(facts)


def test_a_province_that_the_map_lacks_is_named() -> None:
    check_keys(["henan"], ["henan", "hebei"])
    with pytest.raises(FigureError, match="地图上没有“henann”") as caught:
        check_keys(["henan", "henann"], ["henan", "hebei"])
    assert "“henan”" in caught.value.remedy


def test_names_come_from_the_vocabulary() -> None:
    assert map_names(regions(names={"province.neimenggu": "内蒙古自治区"}))["neimenggu"] == "内蒙古自治区"
