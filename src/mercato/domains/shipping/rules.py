"""Which zone covers an address, and whether an option's conditions hold. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any, cast

import regex

from mercato.domains.shipping.models import GeoZone, GeoZoneType, RuleOperator, ShippingOptionRule

# Sellers write the patterns, shoppers the codes: neither may keep the server busy.
_LONGEST_CODE = 20
_PATTERN_SECONDS = 0.02


@dataclass(frozen=True, slots=True)
class Destination:
    """Where something goes, or comes from. What is unknown is None."""

    country_code: str | None = None
    province: str | None = None
    city: str | None = None
    postal_code: str | None = None


def covers(zone: GeoZone, destination: Destination) -> bool:
    """Whether a geo zone covers an address. Texts must be equal to the letter, countries apart from case."""
    if destination.country_code is None or zone.country_code.lower() != destination.country_code.lower():
        return False
    if zone.type is GeoZoneType.COUNTRY:
        return True
    if zone.province_code != destination.province:
        return False
    if zone.type is GeoZoneType.PROVINCE:
        return True
    if zone.city != destination.city:
        return False
    return zone.type is GeoZoneType.CITY or _postal_code_fits(zone.postal_expression, destination.postal_code)


def _postal_code_fits(expression: Mapping[str, Any] | None, code: str | None) -> bool:
    """`{regex}` is searched in the code; `{from, to}` is a range, by number where all are numbers."""
    if not expression or not code or len(code) > _LONGEST_CODE:
        return False
    if isinstance(pattern := expression.get("regex"), str):
        return _found(pattern, code)
    low, high = expression.get("from"), expression.get("to")
    if low is None and high is None:
        return expression.get("value") == code or expression.get("code") == code
    return _in_range(code, low, high)


def _found(pattern: str, code: str) -> bool:
    try:
        return regex.search(pattern, code, timeout=_PATTERN_SECONDS) is not None
    except (regex.error, TimeoutError):
        return False


def _in_range(code: str, low: Any, high: Any) -> bool:
    bounds = [str(bound) if bound is not None else code for bound in (low, high)]
    if all(text.isdecimal() for text in (code, *bounds)):
        return int(bounds[0]) <= int(code) <= int(bounds[1])
    return bounds[0] <= code <= bounds[1]


def holds(conditions: Iterable[ShippingOptionRule], context: Mapping[str, Any]) -> bool:
    """Whether all conditions hold in a context. What the context does not know equals nothing."""
    return all(_holds(condition, context.get(condition.attribute)) for condition in conditions)


def _holds(condition: ShippingOptionRule, actual: Any) -> bool:
    wanted, known = _texts(condition.value), _texts(actual)
    match condition.operator:
        case RuleOperator.EQ | RuleOperator.IN:
            return not wanted.isdisjoint(known)
        case RuleOperator.NE | RuleOperator.NIN:
            return wanted.isdisjoint(known)
        case operator:
            return any(_compares(operator, value, limit) for value in known for limit in wanted)


def _compares(operator: RuleOperator, value: str, limit: str) -> bool:
    try:
        left, right = Decimal(value), Decimal(limit)
        order = left.compare(right)
    except InvalidOperation:
        return False
    match operator:
        case RuleOperator.GT:
            return order == 1
        case RuleOperator.GTE:
            return order in (0, 1)
        case RuleOperator.LT:
            return order == -1
        case _:
            return order in (0, -1)


def _texts(value: Any) -> set[str]:
    """A value, or the values of a list, as texts: `"true"` and `true` are one."""
    if value is None:
        return set()
    if isinstance(value, list):
        return {text for item in cast("list[Any]", value) for text in _texts(item)}
    return {("true" if value else "false") if isinstance(value, bool) else str(value)}
