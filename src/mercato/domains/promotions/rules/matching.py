"""Whether conditions of promotions hold (checkout 8.11)."""

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal, InvalidOperation
from typing import Any, cast

from mercato.domains.promotions.models import PromotionRuleOperator
from mercato.domains.promotions.rules.terms import Condition, Facts, Row

_ROW_PREFIXES = ("items.", "shipping_methods.")


def holds(conditions: Iterable[Condition], facts: Facts) -> bool:
    """Whether all conditions hold. A condition without values holds never."""
    return all(_meets(condition, list(_found(facts, condition.attribute.split(".")))) for condition in conditions)


def row_holds(conditions: Iterable[Condition], row: Row) -> bool:
    """Whether all conditions on rows hold for a row. Their paths may begin with what the row is."""
    return all(_meets(one, list(_found(row.facts, _row_path(one.attribute)))) for one in conditions)


def _row_path(attribute: str) -> list[str]:
    for prefix in _ROW_PREFIXES:
        attribute = attribute.removeprefix(prefix)
    return attribute.split(".")


def _found(facts: Any, path: list[str]) -> Iterator[str | Decimal]:
    """The values at a path, through lists: texts and numbers. What is not there gives none."""
    if isinstance(facts, list | tuple):
        for one in cast("Iterable[Any]", facts):
            yield from _found(one, path)
    elif path:
        if isinstance(facts, Mapping):
            yield from _found(cast("Facts", facts).get(path[0]), path[1:])
    elif isinstance(facts, bool):
        yield "true" if facts else "false"
    elif isinstance(facts, int | float | Decimal):
        yield Decimal(str(facts))
    elif facts is not None and not isinstance(facts, Mapping):
        yield str(facts)


def _meets(condition: Condition, found: list[str | Decimal]) -> bool:
    wanted = condition.values
    if not wanted:
        return False
    match condition.operator:
        case PromotionRuleOperator.NE:
            return not any(_equals(value, wanted) for value in found)
        case PromotionRuleOperator.IN:
            return any(_equals(value, wanted) for value in found)
        case PromotionRuleOperator.EQ:
            return bool(found) and all(_equals(value, wanted) for value in found)
        case operator:
            return bool(found) and all(any(_compares(operator, value, limit) for limit in wanted) for value in found)


def _equals(value: str | Decimal, wanted: tuple[str, ...]) -> bool:
    # 100 and 100.00 are one amount, while 007 and 7 are two codes.
    if isinstance(value, str):
        return value in wanted
    return any(_order(value, limit) == 0 for limit in wanted)


def _compares(operator: PromotionRuleOperator, value: str | Decimal, limit: str) -> bool:
    order = _order(value, limit)
    match operator:
        case PromotionRuleOperator.GT:
            return order == 1
        case PromotionRuleOperator.GTE:
            return order in (0, 1)
        case PromotionRuleOperator.LT:
            return order == -1
        case _:
            return order in (-1, 0)


def _order(value: str | Decimal, limit: str) -> int | None:
    """-1, 0 or 1 as numbers; None where either is none."""
    try:
        left, right = Decimal(value), Decimal(limit)
    except InvalidOperation:
        return None
    if left.is_nan() or right.is_nan():
        return None
    return (left > right) - (left < right)
