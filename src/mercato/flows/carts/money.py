"""What a cart, or a share of it, costs."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Any

from mercato.domains.carts.models import (
    CartCreditLine,
    CartLineItem,
    CartLineItemAdjustment,
    CartLineItemTaxLine,
    CartShippingMethod,
    CartShippingMethodAdjustment,
    CartShippingMethodTaxLine,
)
from mercato.domains.carts.queries import Basket, Details
from mercato.domains.orders.commands.placing import Share
from mercato.domains.totals.rules import fill_cart_totals

_TaxLine = CartLineItemTaxLine | CartShippingMethodTaxLine
_Adjustment = CartLineItemAdjustment | CartShippingMethodAdjustment


def basket_totals(basket: Basket, details: Details) -> dict[str, Any]:
    """All totals of a whole cart by their names on the wire, main unit, rounded to its currency."""
    cart = {
        "currency_code": basket.cart.currency_code,
        "items": [
            _line(line, taxes, adjustments)
            for line, taxes, adjustments in _joined(
                basket.lines, details.line_taxes, details.line_adjustments, "item_id"
            )
        ],
        "shipping_methods": [
            _method(method, taxes, adjustments)
            for method, taxes, adjustments in _joined(
                basket.methods, details.method_taxes, details.method_adjustments, "shipping_method_id"
            )
        ],
        "credit_lines": [_credit(line) for line in details.credit_lines],
    }
    fill_cart_totals(cart)
    return cart


def share_total(share: Share, currency_code: str) -> Decimal:
    """What one seller's share of a cart costs. Rows are rounded one by one, so the shares sum up to the cart."""
    return _share_totals(share, currency_code)["total"]


def line_totals(share: Share, currency_code: str) -> dict[str, dict[str, Any]]:
    """Id of a cart's line -> its totals by their names on the wire."""
    return {line["id"]: line for line in _share_totals(share, currency_code)["items"]}


def _share_totals(share: Share, currency_code: str) -> dict[str, Any]:
    cart: dict[str, Any] = {
        "currency_code": currency_code,
        "items": [
            _line(line, taxes, adjustments)
            for line, taxes, adjustments in _joined(share.lines, share.line_taxes, share.line_adjustments, "item_id")
        ],
        "shipping_methods": [
            _method(method, taxes, adjustments)
            for method, taxes, adjustments in _joined(
                share.methods, share.method_taxes, share.method_adjustments, "shipping_method_id"
            )
        ],
        "credit_lines": [],
    }
    fill_cart_totals(cart)
    return cart


def _joined(
    rows: Sequence[Any], taxes: Iterable[_TaxLine], adjustments: Iterable[_Adjustment], key: str
) -> list[tuple[Any, list[_TaxLine], list[_Adjustment]]]:
    taxes_of: dict[str, list[_TaxLine]] = defaultdict(list)
    adjustments_of: dict[str, list[_Adjustment]] = defaultdict(list)
    for tax in taxes:
        taxes_of[getattr(tax, key)].append(tax)
    for adjustment in adjustments:
        adjustments_of[getattr(adjustment, key)].append(adjustment)
    return [(row, taxes_of[row.id], adjustments_of[row.id]) for row in rows]


def _line(line: CartLineItem, taxes: list[_TaxLine], adjustments: list[_Adjustment]) -> dict[str, Any]:
    return {
        "id": line.id,
        "unit_price": line.unit_price,
        "quantity": line.quantity,
        "is_tax_inclusive": line.is_tax_inclusive,
        **_extras(taxes, adjustments),
    }


def _method(method: CartShippingMethod, taxes: list[_TaxLine], adjustments: list[_Adjustment]) -> dict[str, Any]:
    return {
        "id": method.id,
        "amount": method.amount,
        "is_tax_inclusive": method.is_tax_inclusive,
        **_extras(taxes, adjustments),
    }


def _extras(taxes: list[_TaxLine], adjustments: list[_Adjustment]) -> dict[str, Any]:
    return {
        "tax_lines": [{"rate": tax.rate, "code": tax.code} for tax in taxes],
        "adjustments": [
            {"amount": one.amount, "is_tax_inclusive": getattr(one, "is_tax_inclusive", False)} for one in adjustments
        ],
    }


def _credit(line: CartCreditLine) -> dict[str, Any]:
    return {"amount": line.amount}
