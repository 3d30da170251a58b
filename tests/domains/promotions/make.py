"""Baskets and promotions for the tests of their rules."""

from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

from mercato.domains.promotions.models import (
    Allocation,
    MethodType,
    PromotionRuleOperator,
    PromotionStatus,
    PromotionType,
    TargetType,
)
from mercato.domains.promotions.rules.applying import apply
from mercato.domains.promotions.rules.terms import Basket, Candidate, Condition, Method, Outcome, Row

NOW = datetime(2026, 5, 1, tzinfo=UTC)
D = Decimal


def line(id: str, price: str, quantity: int = 1, *, tax: str = "0", **facts: Any) -> Row:
    """A line; `product` is its id unless the facts say otherwise."""
    subtotal = D(price) * quantity
    discountable = facts.pop("is_discountable", True)
    return Row(
        id=id,
        quantity=quantity,
        subtotal=subtotal,
        original_total=subtotal * (1 + D(tax)),
        is_discountable=discountable,
        facts={"product": {"id": id}, **facts},
    )


def basket(*lines: Row, methods: list[Row] | None = None, **more: Any) -> Basket:
    return Basket(**{"currency_code": "eur", "now": NOW, "lines": lines, "methods": methods or [], **more})


def on(attribute: str, *values: str, operator: str = "in") -> Condition:
    return Condition(attribute, PromotionRuleOperator(operator), values)


def products(*ids: str) -> tuple[Condition, ...]:
    return (on("items.product.id", *ids),)


def promotion(value: str | None, kind: str = "fixed", target: str = "order", **options: Any) -> Candidate:
    """An active promotion; `code` says which, the rest are fields of the promotion or of its method."""
    code = options.pop("code", f"{value} {kind}")
    own = {
        name: options.pop(name) for name in ("rules", "campaign", "is_automatic", "is_tax_inclusive") if name in options
    }
    status = PromotionStatus(options.pop("status", "active"))
    type = PromotionType(options.pop("type", "standard"))
    if "allocation" in options:
        options["allocation"] = Allocation(options["allocation"])
    method = Method(MethodType(kind), TargetType(target), None if value is None else D(value), **options)
    return Candidate(f"promo_{code}", code, type, status, method, **own)


def buyget(value: str | None = None, *, buy: str, get: str, least: int, most: int | None, **options: Any) -> Candidate:
    return promotion(
        value,
        "percentage",
        "items",
        type="buyget",
        buy_rules=products(*buy.split()),
        target_rules=products(*get.split()),
        buy_rules_min_quantity=least,
        apply_to_quantity=options.pop("apply", 1),
        max_quantity=most,
        **{"allocation": "each", **options},
    )


def taken(outcome: Outcome, code: str | None = None) -> dict[str, str]:
    """Row -> what was taken off it, by one promotion or by all."""
    found: dict[str, Decimal] = {}
    for one in outcome.adjustments:
        if code in (None, one.code):
            found[one.row_id] = found.get(one.row_id, D(0)) + one.amount
    return {row: str(amount) for row, amount in found.items()}


def off(cart: Basket, *promotions: Candidate) -> dict[str, str]:
    return taken(apply(promotions, cart))
