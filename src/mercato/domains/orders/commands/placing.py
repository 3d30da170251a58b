"""Making orders out of the rows of a cart."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from mercato.domains.carts.models import (
    Cart,
    CartAddress,
    CartLineItem,
    CartLineItemAdjustment,
    CartLineItemTaxLine,
    CartShippingMethod,
    CartShippingMethodAdjustment,
    CartShippingMethodTaxLine,
)
from mercato.domains.orders.models import (
    Order,
    OrderAddress,
    OrderItem,
    OrderLineItem,
    OrderLineItemAdjustment,
    OrderLineItemTaxLine,
    OrderShipping,
    OrderShippingMethod,
    OrderShippingMethodAdjustment,
    OrderShippingMethodTaxLine,
    OrderSummary,
)
from mercato.kernel.db import Base, Record, Tx
from mercato.kernel.ids import new_id
from mercato.kernel.numbers import next_numbers

_OWN = {"id", "created_at", "updated_at", "deleted_at", "cart_id", "item_id", "shipping_method_id", "quantity"}


@dataclass
class Share:
    """What of a cart becomes one order: the lines of one seller (None: the operator) and how they are delivered."""

    seller_id: str | None
    lines: list[CartLineItem] = field(default_factory=list[CartLineItem])
    methods: list[CartShippingMethod] = field(default_factory=list[CartShippingMethod])
    line_taxes: list[CartLineItemTaxLine] = field(default_factory=list[CartLineItemTaxLine])
    method_taxes: list[CartShippingMethodTaxLine] = field(default_factory=list[CartShippingMethodTaxLine])
    line_adjustments: list[CartLineItemAdjustment] = field(default_factory=list[CartLineItemAdjustment])
    method_adjustments: list[CartShippingMethodAdjustment] = field(default_factory=list[CartShippingMethodAdjustment])
    total: Decimal = Decimal(0)
    """What the share costs, main unit, rounded to the currency."""


@dataclass
class Draft:
    """An order not written yet. Its ids are known, so that stock can be set aside for its lines first."""

    share: Share
    order: Order
    rows: list[Base]
    lines: list[tuple[CartLineItem, OrderLineItem]]


def draft_order(cart: Cart, share: Share, *, shipping: CartAddress | None, billing: CartAddress | None) -> Draft:
    """The rows of one order. The cart's addresses, metadata and the rows of the share are copied whole."""
    addresses = [_address(address) for address in (shipping, billing)]
    order = Order(
        display_id=0,
        region_id=cart.region_id,
        customer_id=cart.customer_id,
        sales_channel_id=cart.sales_channel_id,
        email=cart.email,
        currency_code=cart.currency_code,
        shipping_address_id=addresses[0].id if addresses[0] else None,
        billing_address_id=addresses[1].id if addresses[1] else None,
        no_notification=False,
        metadata_=cart.metadata_,
    )
    lines = [(line, copied(line, OrderLineItem)) for line in share.lines]
    methods = [(method, copied(method, OrderShippingMethod)) for method in share.methods]
    rows: list[Base] = [address for address in addresses if address is not None]
    rows += [order, *(line for _, line in lines), *(method for _, method in methods)]
    rows += [OrderItem(order_id=order.id, item_id=line.id, quantity=source.quantity) for source, line in lines]
    rows += [OrderShipping(order_id=order.id, shipping_method_id=method.id) for _, method in methods]
    new_line = {source.id: line.id for source, line in lines}
    new_method = {source.id: method.id for source, method in methods}
    rows += [copied(tax, OrderLineItemTaxLine, item_id=new_line[tax.item_id]) for tax in share.line_taxes]
    rows += [
        copied(discount, OrderLineItemAdjustment, item_id=new_line[discount.item_id])
        for discount in share.line_adjustments
    ]
    rows += [
        copied(tax, OrderShippingMethodTaxLine, shipping_method_id=new_method[tax.shipping_method_id])
        for tax in share.method_taxes
    ]
    rows += [
        copied(discount, OrderShippingMethodAdjustment, shipping_method_id=new_method[discount.shipping_method_id])
        for discount in share.method_adjustments
    ]
    rows.append(OrderSummary(order_id=order.id, totals=_summary(share.total)))
    return Draft(share, order, rows, lines)


async def write_orders(tx: Tx, drafts: Sequence[Draft]) -> None:
    """Writes drafts and numbers them. The numbers are taken last, since their series stays locked until the commit."""
    numbers = await next_numbers(tx, "order", len(drafts))
    for number, draft in zip(numbers, drafts, strict=True):
        draft.order.display_id = number
        tx.add(*draft.rows)
    await tx.flush()


def copied(source: Record, kind: type[Any], **values: Any) -> Any:
    """A row of another table with everything that the two tables have in common, except identity and times."""
    keys = {attribute.key for attribute in kind.__mapper__.column_attrs}
    shared = {
        attribute.key: getattr(source, attribute.key)
        for attribute in type(source).__mapper__.column_attrs
        if attribute.key in keys and attribute.key not in _OWN
    }
    return kind(**{**shared, **values})


def _address(address: CartAddress | None) -> OrderAddress | None:
    # Clients see the prefix of a cart's address on orders that came from carts; every order has a row of its own.
    return (
        None if address is None else copied(address, OrderAddress, id=new_id(CartAddress.__prefix__), customer_id=None)
    )


def _summary(total: Decimal) -> dict[str, Any]:
    return {
        "original_order_total": total,
        "current_order_total": total,
        "accounting_total": total,
        "credit_line_total": Decimal(0),
    }
