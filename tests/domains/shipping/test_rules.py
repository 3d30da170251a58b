"""Which zones cover an address, which options fit a cart."""

import time

import pytest

from mercato.domains.shipping.models import GeoZone, GeoZoneType, RuleOperator, ShippingOptionRule
from mercato.domains.shipping.rules import Destination, covers, holds


def zone(kind: GeoZoneType, **values: object) -> GeoZone:
    return GeoZone(type=kind, service_zone_id="serzo_x", **{"country_code": "us", **values})


def rule(attribute: str, operator: RuleOperator, value: object) -> ShippingOptionRule:
    return ShippingOptionRule(attribute=attribute, operator=operator, value=value, shipping_option_id="so_x")


AUSTIN = Destination("us", "us-tx", "Austin", "73344")


@pytest.mark.parametrize(
    ("place", "covered"),
    [
        (zone(GeoZoneType.COUNTRY), True),
        (zone(GeoZoneType.COUNTRY, country_code="US"), True),
        (zone(GeoZoneType.COUNTRY, country_code="de"), False),
        (zone(GeoZoneType.PROVINCE, province_code="us-tx"), True),
        (zone(GeoZoneType.PROVINCE, province_code="us-ny"), False),
        (zone(GeoZoneType.PROVINCE, province_code="US-TX"), False),
        (zone(GeoZoneType.CITY, province_code="us-tx", city="Austin"), True),
        (zone(GeoZoneType.CITY, province_code="us-tx", city="Dallas"), False),
        (zone(GeoZoneType.CITY, province_code="us-ny", city="Austin"), False),
    ],
)
def test_a_zone_covers_what_lies_in_it(place: GeoZone, covered: bool) -> None:
    assert covers(place, AUSTIN) is covered


@pytest.mark.parametrize(
    ("expression", "covered"),
    [
        ({"from": "73301", "to": "73399"}, True),
        ({"from": "9", "to": "100000"}, True),
        ({"from": "73345", "to": "73399"}, False),
        ({"from": "73301"}, True),
        ({"regex": "^733"}, True),
        ({"regex": "^946"}, False),
        ({"regex": "(["}, False),
        ({}, False),
        (None, False),
    ],
)
def test_postal_codes(expression: dict[str, str] | None, covered: bool) -> None:
    place = zone(GeoZoneType.ZIP, province_code="us-tx", city="Austin", postal_expression=expression)

    assert covers(place, AUSTIN) is covered


def test_a_pattern_cannot_keep_the_server_busy() -> None:
    place = zone(GeoZoneType.ZIP, province_code=None, city=None, postal_expression={"regex": "(a|a?)+(a|a?)+$"})
    started = time.monotonic()

    covers(place, Destination("us", None, None, "a" * 19 + "!"))

    assert time.monotonic() - started < 1


def test_an_address_without_country_lies_nowhere() -> None:
    assert not covers(zone(GeoZoneType.COUNTRY), Destination())


@pytest.mark.parametrize(
    ("condition", "kept"),
    [
        (rule("is_return", RuleOperator.EQ, "false"), True),
        (rule("is_return", RuleOperator.EQ, "true"), False),
        (rule("is_return", RuleOperator.NE, "true"), True),
        (rule("tier", RuleOperator.IN, ["gold", "silver"]), True),
        (rule("tier", RuleOperator.IN, ["bronze"]), False),
        (rule("tier", RuleOperator.NIN, ["bronze"]), True),
        (rule("unknown", RuleOperator.IN, ["x"]), False),
        (rule("unknown", RuleOperator.NE, "x"), True),
        (rule("weight", RuleOperator.GT, "9"), True),
        (rule("weight", RuleOperator.GTE, "10"), True),
        (rule("weight", RuleOperator.LT, "10"), False),
        (rule("weight", RuleOperator.LTE, "10.0"), True),
        (rule("weight", RuleOperator.GT, "heavy"), False),
        (rule("weight", RuleOperator.GT, "nan"), False),
    ],
)
def test_conditions(condition: ShippingOptionRule, kept: bool) -> None:
    assert holds([condition], {"is_return": False, "tier": "gold", "weight": 10}) is kept


def test_all_conditions_must_hold_and_none_is_none() -> None:
    good, bad = rule("a", RuleOperator.EQ, "1"), rule("b", RuleOperator.EQ, "1")

    assert holds([], {})
    assert not holds([good, bad], {"a": "1"})
