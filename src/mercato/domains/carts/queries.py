"""Questions about carts."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select

from mercato.domains.carts.models import (
    Cart,
    CartAddress,
    CartCreditLine,
    CartLineItem,
    CartLineItemAdjustment,
    CartLineItemTaxLine,
    CartPaymentCollection,
    CartShippingMethod,
    CartShippingMethodAdjustment,
    CartShippingMethodTaxLine,
)
from mercato.kernel.db import Tx
from mercato.kernel.errors import NotFound


@dataclass
class Basket:
    """A whole cart in memory, locked: what every recomputation starts from. Lines and methods in their order."""

    cart: Cart
    address: CartAddress | None
    lines: list[CartLineItem]
    methods: list[CartShippingMethod]

    @property
    def country_code(self) -> str | None:
        """Where the goods go, as far as the shopper has said."""
        return self.address.country_code if self.address is not None else None


@dataclass
class Details:
    """What hangs on the rows of a basket."""

    line_taxes: list[CartLineItemTaxLine]
    method_taxes: list[CartShippingMethodTaxLine]
    line_adjustments: list[CartLineItemAdjustment]
    method_adjustments: list[CartShippingMethodAdjustment]
    credit_lines: list[CartCreditLine]


async def open_cart(tx: Tx, id: str) -> Cart:
    """The cart, locked, still open.

    Raises:
        NotFound: in the words of every route that writes.
        Invalid: when the cart is completed.
    """
    cart = await find_locked(tx, id)
    cart.require_open()
    return cart


async def find_locked(tx: Tx, id: str) -> Cart:
    """The cart, locked, completed or not.

    Raises:
        NotFound: in the words of every route that writes.
    """
    try:
        return await tx.lock(Cart, id)
    except NotFound:
        raise NotFound(f"Cart id not found: {id}") from None


async def load_basket(tx: Tx, cart: Cart) -> Basket:
    """The rows of a cart that the caller has locked."""
    address = await tx.find(CartAddress, cart.shipping_address_id) if cart.shipping_address_id else None
    return Basket(cart, address, await lines_of(tx, cart.id), await methods_of(tx, cart.id))


async def lines_of(tx: Tx, cart_id: str) -> list[CartLineItem]:
    """The lines of a cart, in the order in which they were put in."""
    query = select(CartLineItem).where(CartLineItem.cart_id == cart_id, CartLineItem.deleted_at.is_(None))
    return await tx.scalars(query.order_by(CartLineItem.id))


async def methods_of(tx: Tx, cart_id: str) -> list[CartShippingMethod]:
    """The shipping methods of a cart, oldest first."""
    query = select(CartShippingMethod).where(
        CartShippingMethod.cart_id == cart_id, CartShippingMethod.deleted_at.is_(None)
    )
    return await tx.scalars(query.order_by(CartShippingMethod.id))


async def line_of(tx: Tx, cart_id: str, line_id: str) -> CartLineItem | None:
    """A line of this cart, or None: a line of another cart is no line."""
    line = await tx.find(CartLineItem, line_id)
    return line if line is not None and line.cart_id == cart_id else None


async def collection_id_of(tx: Tx, cart_id: str) -> str | None:
    """The payment collection of a cart."""
    query = select(CartPaymentCollection.payment_collection_id).where(
        CartPaymentCollection.cart_id == cart_id, CartPaymentCollection.deleted_at.is_(None)
    )
    return await tx.scalar(query)


async def details_of(tx: Tx, basket: Basket) -> Details:
    """Taxes, discounts and credit of a basket."""
    line_ids, method_ids = [line.id for line in basket.lines], [method.id for method in basket.methods]
    return Details(
        line_taxes=await line_taxes(tx, line_ids),
        method_taxes=await method_taxes(tx, method_ids),
        line_adjustments=await line_adjustments(tx, line_ids),
        method_adjustments=await method_adjustments(tx, method_ids),
        credit_lines=await tx.scalars(
            select(CartCreditLine)
            .where(CartCreditLine.cart_id == basket.cart.id, CartCreditLine.deleted_at.is_(None))
            .order_by(CartCreditLine.id)
        ),
    )


async def line_taxes(tx: Tx, line_ids: Sequence[str]) -> list[CartLineItemTaxLine]:
    """The living tax lines of these lines."""
    query = select(CartLineItemTaxLine).where(
        CartLineItemTaxLine.item_id.in_(line_ids), CartLineItemTaxLine.deleted_at.is_(None)
    )
    return await tx.scalars(query.order_by(CartLineItemTaxLine.id)) if line_ids else []


async def method_taxes(tx: Tx, method_ids: Sequence[str]) -> list[CartShippingMethodTaxLine]:
    """The living tax lines of these shipping methods."""
    query = select(CartShippingMethodTaxLine).where(
        CartShippingMethodTaxLine.shipping_method_id.in_(method_ids), CartShippingMethodTaxLine.deleted_at.is_(None)
    )
    return await tx.scalars(query.order_by(CartShippingMethodTaxLine.id)) if method_ids else []


async def line_adjustments(tx: Tx, line_ids: Sequence[str]) -> list[CartLineItemAdjustment]:
    """The living discounts of these lines."""
    query = select(CartLineItemAdjustment).where(
        CartLineItemAdjustment.item_id.in_(line_ids), CartLineItemAdjustment.deleted_at.is_(None)
    )
    return await tx.scalars(query.order_by(CartLineItemAdjustment.id)) if line_ids else []


async def method_adjustments(tx: Tx, method_ids: Sequence[str]) -> list[CartShippingMethodAdjustment]:
    """The living discounts of these shipping methods."""
    query = select(CartShippingMethodAdjustment).where(
        CartShippingMethodAdjustment.shipping_method_id.in_(method_ids),
        CartShippingMethodAdjustment.deleted_at.is_(None),
    )
    return await tx.scalars(query.order_by(CartShippingMethodAdjustment.id)) if method_ids else []
