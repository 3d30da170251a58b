"""What is computed for orders and order sets from their rows, whatever of them was asked for."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import aliased

from mercato.domains.orders.models import (
    Order,
    OrderLineItem,
    OrderLineItemAdjustment,
    OrderLineItemTaxLine,
    OrderShippingMethod,
    OrderShippingMethodAdjustment,
    OrderShippingMethodTaxLine,
    OrderSummary,
)
from mercato.domains.orders.rules import fulfillment_status, payment_status, set_fulfillment_status, set_status
from mercato.domains.orders.set_models import OrderSet
from mercato.domains.orders.set_views import SET_STATES, SET_TOTALS
from mercato.domains.orders.views import TOTALS
from mercato.domains.totals.rules import fill_method_totals, fill_order_line_totals, fill_order_totals, order_summary
from mercato.kernel.db import Tx
from mercato.kernel.reader.view import Computed

_Rows = list[dict[str, Any]]
_Context = Mapping[str, Any]

_TAXED = "tax_lines.rate adjustments.amount"
_LINE = f"unit_price is_tax_inclusive *detail {_TAXED} adjustments.is_tax_inclusive"
_METHOD = f"amount is_tax_inclusive {_TAXED}"
_ROWS = " ".join(
    [
        "currency_code version credit_lines.amount",
        *(f"items.{token}" if token[0] != "*" else f"*items.{token[1:]}" for token in _LINE.split()),
        *(f"shipping_methods.{token}" for token in _METHOD.split()),
    ]
)
_ROW_TOTALS = (
    "subtotal total original_subtotal original_total discount_subtotal discount_tax_total discount_total tax_total "
    "original_tax_total"
)
_LINE_TOTALS = (
    f"{_ROW_TOTALS} refundable_total_per_unit refundable_total fulfilled_total shipped_total return_requested_total "
    "return_received_total return_dismissed_total write_off_total"
)


async def fill_totals(tx: Tx, rows: _Rows, names: frozenset[str], context: _Context) -> None:
    """Totals of orders and of all their rows."""
    del tx, names, context
    for order in rows:
        fill_order_totals(order)


async def fill_summaries(tx: Tx, rows: _Rows, names: frozenset[str], context: _Context) -> None:
    """What was paid for orders and what is still open."""
    del names, context
    newer = aliased(OrderSummary)
    last = select(func.max(newer.version)).where(newer.order_id == OrderSummary.order_id, newer.deleted_at.is_(None))
    query = select(OrderSummary.order_id, OrderSummary.totals).where(
        OrderSummary.order_id.in_([order["id"] for order in rows]),
        OrderSummary.version == last.scalar_subquery(),
        OrderSummary.deleted_at.is_(None),
    )
    stored = {order_id: totals for order_id, totals in await tx.rows(query)}
    for order in rows:
        fill_order_totals(order)
        order["summary"] = order_summary(order, stored.get(order["id"], {}))


async def fill_fulfillment_status(tx: Tx, rows: _Rows, names: frozenset[str], context: _Context) -> None:
    """How far the goods of orders are."""
    del tx, names, context
    for order in rows:
        order["fulfillment_status"] = fulfillment_status(order["fulfillments"], order["items"])


async def fill_payment_status(tx: Tx, rows: _Rows, names: frozenset[str], context: _Context) -> None:
    """How far the payment of orders is.

    `context["payment_status_of"]` says whose: "split" the order's own share (for its seller), "set" the word of the
    payment that the whole set shares. By default all payments of the order are looked at; of a payment that it shares
    with others only its own share counts, so that one order's refund does not colour the rest.
    """
    del tx, names
    whose = context.get("payment_status_of")
    for order in rows:
        collections, split = order["payment_collections"], order.get("split_order_payment")
        settled = split is not None and split["status"] != "pending" and len(collections) == 1
        if split and (whose == "split" or (whose is None and settled)):
            order["payment_status"] = split["status"]
        elif whose == "set":
            order["payment_status"] = collections[0]["status"] if collections else "not_paid"
        else:
            order["payment_status"] = payment_status(collections)


async def fill_quantities(tx: Tx, rows: _Rows, names: frozenset[str], context: _Context) -> None:
    """The quantity, and the price that holds now, of lines: they stand in the line's detail."""
    del tx, context
    for line in rows:
        detail = line["detail"]
        line["quantity"] = detail["quantity"] if detail else None


async def fill_lines(tx: Tx, rows: _Rows, names: frozenset[str], context: _Context) -> None:
    """Totals of lines by themselves."""
    del tx, names, context
    for line in rows:
        fill_order_line_totals(line, line["order"]["currency_code"])


async def fill_methods(tx: Tx, rows: _Rows, names: frozenset[str], context: _Context) -> None:
    """Totals of shipping methods by themselves."""
    del tx, names, context
    for method in rows:
        method["order_id"] = method["order"]["id"]
        fill_method_totals(method, method["order"]["currency_code"])


async def fill_nothing(tx: Tx, rows: _Rows, names: frozenset[str], context: _Context) -> None:
    """Totals of parts of rows are written with the totals of the rows."""
    del tx, rows, names, context


async def fill_sets(tx: Tx, rows: _Rows, names: frozenset[str], context: _Context) -> None:
    """Totals and states of purchases, from their orders. The subtotal is what is left of the total without its tax."""
    del tx, names, context
    for one in rows:
        orders = one["orders"]
        for name in ("total", "tax_total", "shipping_total", "shipping_tax_total"):
            one[name] = sum((Decimal(order[name]) for order in orders), Decimal(0))
        one["subtotal"] = one["total"] - one["tax_total"]
        one["currency_code"] = orders[0]["currency_code"] if orders else None
        one["status"] = set_status([order["status"] for order in orders])
        one["fulfillment_status"] = set_fulfillment_status([order["fulfillment_status"] for order in orders])
        collection = one.get("payment_collection")
        one["payment_status"] = collection["status"] if collection else "not_paid"


COMPUTED = [
    Computed(OrderLineItem, names="quantity", needs="*detail", fill=fill_quantities, with_star=True),
    Computed(OrderLineItem, names=_LINE_TOTALS, needs=f"{_LINE} order.currency_code", fill=fill_lines, with_star=True),
    Computed(
        OrderShippingMethod,
        names=f"order_id {_ROW_TOTALS}",
        needs=f"{_METHOD} order.currency_code",
        fill=fill_methods,
        with_star=True,
    ),
    Computed(OrderLineItemTaxLine, names="subtotal total", fill=fill_nothing, with_star=True),
    Computed(OrderShippingMethodTaxLine, names="subtotal total", fill=fill_nothing, with_star=True),
    Computed(OrderLineItemAdjustment, names="subtotal total", fill=fill_nothing, with_star=True),
    Computed(OrderShippingMethodAdjustment, names="subtotal total", fill=fill_nothing, with_star=True),
    Computed(Order, names=TOTALS, needs=_ROWS, fill=fill_totals),
    Computed(Order, names="summary", needs=f"{_ROWS} transactions.amount", fill=fill_summaries),
    Computed(
        Order,
        names="fulfillment_status",
        needs="*items.detail *fulfillments",
        fill=fill_fulfillment_status,
    ),
    Computed(
        Order,
        names="payment_status",
        needs="*payment_collections *split_order_payment",
        fill=fill_payment_status,
    ),
    Computed(
        OrderSet,
        names=f"{SET_TOTALS} {SET_STATES}",
        needs=(
            "orders.total orders.tax_total orders.shipping_total orders.shipping_tax_total orders.currency_code "
            "orders.status orders.fulfillment_status payment_collection.status"
        ),
        fill=fill_sets,
    ),
]
