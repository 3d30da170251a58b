"""Totals of carts and orders over the rows as the wire shows them: objects whose numbers are decimals.

`fill_*` write the totals into the objects that they are given, by their names on the wire.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from decimal import Decimal
from typing import Any, Final

from mercato.domains.totals.rows import ZERO, Discount, Row, RowTotals, discount_shares, row_totals, tax_shares
from mercato.kernel.money import round_money

Wire = dict[str, Any]

_HUNDRED: Final = Decimal(100)
_RETURNS: Final = ("received", "dismissed", "requested")
_MOVED: Final = (
    "fulfilled_total",
    "shipped_total",
    "return_requested_total",
    "return_received_total",
    "return_dismissed_total",
    "write_off_total",
)
# Two values that are needed on the way and not shown.
_BEFORE_RETURNS: Final = "before_returns"
_NOT_RECEIVED: Final = "not_received"
# Names of sums over lines and methods: of the whole, and how they are called for lines and for methods alone.
_SUMS: Final = (
    ("subtotal", "subtotal", "item_subtotal", "shipping_subtotal"),
    ("tax_total", "tax_total", "item_tax_total", "shipping_tax_total"),
    ("discount_total", "discount_total", "item_discount_total", "shipping_discount_total"),
    ("discount_subtotal", "discount_subtotal", None, None),
    ("discount_tax_total", "discount_tax_total", None, None),
    ("original_total", "original_total", "original_item_total", "original_shipping_total"),
    ("original_subtotal", "original_subtotal", "original_item_subtotal", "original_shipping_subtotal"),
    ("original_tax_total", "original_tax_total", "original_item_tax_total", "original_shipping_tax_total"),
    ("total", None, "item_total", "shipping_total"),
)


def fill_line_totals(line: Wire, currency: str) -> RowTotals:
    """Totals of a cart's line: `unit_price`, `quantity`, `is_tax_inclusive`, `tax_lines`, `adjustments`."""
    return _fill_row(line, _row(line, currency, pieces=int(line["quantity"])))


def fill_method_totals(method: Wire, currency: str) -> RowTotals:
    """Totals of a shipping method: `amount`, `is_tax_inclusive`, `tax_lines`, `adjustments`."""
    return _fill_row(method, _row(method, currency, price="amount"))


def fill_order_line_totals(line: Wire, currency: str) -> RowTotals:
    """Totals of an order's line over the pieces that have not come back, and what other pieces of it are worth.

    Formulas: orders 3.1. V(k) is the total of a row of k pieces, to which each discount gives k/q of its amount; pieces
    that leave are worth what the row loses by them. So total + received + dismissed = V(q), and
    requested + refundable = total: nothing that is owed changes when announced pieces arrive.
    """
    detail = line["detail"]
    quantity = int(detail["quantity"])
    received, dismissed, requested = (int(detail[f"return_{what}_quantity"]) for what in _RETURNS)
    kept = max(quantity - received - dismissed, 0)
    refundable = max(kept - requested, 0)

    totals = _fill_row(line, _row(line, currency, pieces=kept, of=quantity))
    pieces = {
        "fulfilled_total": int(detail["fulfilled_quantity"]),
        "shipped_total": int(detail["shipped_quantity"]),
        "write_off_total": int(detail["written_off_quantity"]),
        "refundable_total": refundable,
        _BEFORE_RETURNS: quantity,
        _NOT_RECEIVED: quantity - received,
    }
    pieces = {name: max(number, 0) for name, number in pieces.items()}
    worth = {
        number: row_totals(_row(line, currency, pieces=number, of=quantity)).total for number in {*pieces.values()}
    }
    value = {name: worth[number] for name, number in pieces.items()}
    before, not_received = value.pop(_BEFORE_RETURNS), value.pop(_NOT_RECEIVED)
    line.update(value)
    line["return_received_total"] = before - not_received
    line["return_dismissed_total"] = not_received - totals.total
    line["return_requested_total"] = totals.total - line["refundable_total"]
    line["refundable_total_per_unit"] = round_money(line["refundable_total"] / max(refundable, 1), currency)
    return totals


def fill_cart_totals(cart: Wire) -> None:
    """All totals of a cart: its rows', their sums, credit, and what is to be paid."""
    currency = cart["currency_code"]
    lines = [fill_line_totals(line, currency) for line in cart["items"]]
    methods = [fill_method_totals(method, currency) for method in cart["shipping_methods"]]
    _fill_sums(cart, lines, methods, _parts(cart, "credit_lines"))


def fill_order_totals(order: Wire) -> None:
    """All totals of an order over the pieces that have not come back."""
    currency = order["currency_code"]
    lines = [fill_order_line_totals(line, currency) for line in order["items"]]
    methods = [fill_method_totals(method, currency) for method in order["shipping_methods"]]
    _fill_sums(order, lines, methods, _parts(order, "credit_lines"))


def fill_preview_totals(order: Wire) -> None:
    """All totals of an order with, as previews show them, what its lines' moved pieces are worth together."""
    fill_order_totals(order)
    for name in _MOVED:
        order[name] = sum((line[name] for line in order["items"]), ZERO)


def order_summary(order: Mapping[str, Any], stored: Mapping[str, Any]) -> Wire:
    """The summary of an order whose totals are filled in.

    `stored` are the totals at the order's last version; what is paid and open is counted from `transactions`.
    pending_difference = total - what is announced to come back - transactions: positive, the buyer owes.
    """
    amounts = [Decimal(one["amount"]) for one in order["transactions"]]
    paid = sum((amount for amount in amounts if amount > 0), ZERO)
    refunded = -sum((amount for amount in amounts if amount < 0), ZERO)
    announced = sum((Decimal(line["return_requested_total"]) for line in order["items"]), ZERO)
    total = Decimal(order["total"])
    return {
        "paid_total": paid,
        "refunded_total": refunded,
        "transaction_total": paid - refunded,
        "pending_difference": total - announced - (paid - refunded),
        "current_order_total": total,
        "accounting_total": total,
        "original_order_total": Decimal(str(stored.get("original_order_total", total))),
        "credit_line_total": Decimal(str(stored.get("credit_line_total", 0))),
    }


def _row(
    holder: Mapping[str, Any], currency: str, *, pieces: int = 1, of: int | None = None, price: str = "unit_price"
) -> Row:
    """A row of some pieces; `of` how many pieces the discounts are for, when these are not all."""
    share, whole = (1, 1) if of is None else (pieces, max(of, 1))
    return Row(
        gross=Decimal(holder[price]) * pieces,
        inclusive=bool(holder["is_tax_inclusive"]),
        rates=[Decimal(tax["rate"]) / _HUNDRED for tax in _parts(holder, "tax_lines")],
        discounts=[
            Discount(Decimal(one["amount"]) * share / whole, bool(one.get("is_tax_inclusive")))
            for one in _parts(holder, "adjustments")
        ],
        currency=currency,
    )


def _parts(holder: Mapping[str, Any], name: str) -> list[Wire]:
    return holder.get(name) or []


def _fill_row(holder: Wire, row: Row) -> RowTotals:
    totals = row_totals(row)
    holder.update(asdict(totals))
    for tax, (before, after) in zip(_parts(holder, "tax_lines"), tax_shares(row, totals), strict=True):
        tax["subtotal"], tax["total"] = before, after
    for one, (net, whole) in zip(_parts(holder, "adjustments"), discount_shares(row, totals), strict=True):
        one["subtotal"], one["total"] = net, whole
    return totals


def _fill_sums(
    holder: Wire, lines: Sequence[RowTotals], methods: Sequence[RowTotals], credit_lines: Iterable[Mapping[str, Any]]
) -> None:
    for name, whole, of_lines, of_methods in _SUMS:
        items = sum((getattr(row, name) for row in lines), ZERO)
        shipping = sum((getattr(row, name) for row in methods), ZERO)
        if whole is not None:
            holder[whole] = items + shipping
        if of_lines is not None and of_methods is not None:
            holder[of_lines], holder[of_methods] = items, shipping
    credit = max(sum((Decimal(line["amount"]) for line in credit_lines), ZERO), ZERO)
    holder["credit_line_total"] = holder["credit_line_subtotal"] = credit
    holder["credit_line_tax_total"] = ZERO
    holder["total"] = holder["subtotal"] + holder["tax_total"] - holder["discount_subtotal"] - credit
