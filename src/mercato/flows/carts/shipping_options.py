"""Deliveries as a shopper sees them, with their prices for one cart."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import select

from mercato.domains.carts.models import Cart
from mercato.domains.carts.queries import Basket, details_of, load_basket
from mercato.domains.inventory.queries import find_availability
from mercato.domains.orders.models import Order
from mercato.domains.orders.set_models import OrderCart
from mercato.domains.pricing.rules import as_object
from mercato.domains.sellers.links import SellerOrder, SellerShippingOption
from mercato.domains.sellers.models import Seller
from mercato.domains.sellers.queries import owners
from mercato.domains.shipping.models import PriceType, ShippingOption
from mercato.domains.shipping.queries import RETURN_CONTEXT, STORE_CONTEXT, locations_of
from mercato.domains.shipping.views import STORE_OPTION
from mercato.flows.carts.delivery import INVALID, Offer, carrier_price, offers_for
from mercato.flows.carts.goods import variants_of
from mercato.flows.carts.money import basket_totals
from mercato.kernel.db import Tx
from mercato.kernel.errors import Invalid, NotFound
from mercato.kernel.reader.run import rows_of
from mercato.kernel.reader.view import Row


async def options_for_cart(tx: Tx, cart_id: str, *, is_return: bool = False) -> list[Row]:
    """The deliveries that a cart may still choose: none of a seller who has one chosen already.

    Raises:
        NotFound: an unknown cart.
    """
    basket = await _basket(tx, cart_id)
    offers = await _offers(tx, basket, RETURN_CONTEXT if is_return else STORE_CONTEXT)
    chosen = [method.shipping_option_id for method in basket.methods if method.shipping_option_id is not None]
    sellers = await owners(tx, SellerShippingOption, chosen)
    served = {sellers.get(option_id) for option_id in chosen}
    return await _rows(tx, basket, [offer for offer in offers if offer.seller_id not in served])


async def return_options(tx: Tx, order_id: str, customer_id: str) -> list[Row]:
    """The ways in which a customer may send goods of an order back to its seller.

    Raises:
        NotFound: the customer has no such order.
    """
    order = await tx.find(Order, order_id)
    if order is None or order.customer_id != customer_id:
        raise NotFound(f"Order with id: {order_id} was not found")
    seller = (await owners(tx, SellerOrder, [order_id])).get(order_id)
    link = OrderCart
    cart_id = await tx.scalar(select(link.cart_id).where(link.order_id == order_id, link.deleted_at.is_(None)))
    if cart_id is None:
        return []
    basket = await _basket(tx, cart_id)
    offers = await _offers(tx, basket, RETURN_CONTEXT)
    return await _rows(tx, basket, [offer for offer in offers if offer.seller_id == seller])


async def calculate_option(tx: Tx, option_id: str, cart_id: str, data: Mapping[str, Any] | None) -> Row:
    """A delivery with the price that its carrier asks for a cart.

    Raises:
        NotFound: an unknown option or cart.
        Invalid: its price is written down, or it is not offered to the cart.
    """
    option = await tx.get(ShippingOption, option_id)
    if option.price_type is not PriceType.CALCULATED:
        raise Invalid(f"The price of shipping option {option_id} is not calculated")
    basket = await _basket(tx, cart_id)
    offers = [offer for offer in await _offers(tx, basket, STORE_CONTEXT) if offer.option.id == option_id]
    if not offers:
        raise Invalid(INVALID)
    amount = await carrier_price(tx, basket, offers[0], data)
    price = {"calculated_amount": amount, "is_calculated_price_tax_inclusive": False}
    [row] = await _rows(tx, basket, offers)
    return {**row, "amount": amount, "is_tax_inclusive": False, "calculated_price": price}


async def _basket(tx: Tx, cart_id: str) -> Basket:
    """A cart that is only looked at."""
    cart = await tx.find(Cart, cart_id)
    if cart is None:
        raise NotFound(f"Cart id not found: {cart_id}")
    return await load_basket(tx, cart)


async def _offers(tx: Tx, basket: Basket, context: Mapping[str, Any]) -> list[Offer]:
    """What a cart may choose. What has a written price, but none in this currency, cannot be chosen."""
    item_total = basket_totals(basket, await details_of(tx, basket))["item_total"]
    offers = await offers_for(tx, basket, item_total=item_total, context=context)
    return [offer for offer in offers if offer.price is not None or offer.option.price_type is PriceType.CALCULATED]


async def _rows(tx: Tx, basket: Basket, offers: Sequence[Offer]) -> list[Row]:
    if not offers:
        return []
    by_id = {offer.option.id: offer for offer in offers}
    rows = await rows_of(tx, STORE_OPTION, STORE_OPTION.default, scope={"id": {"$in": list(by_id)}})
    sellers = sorted({offer.seller_id for offer in offers if offer.seller_id is not None})
    names = {seller.id: seller.name for seller in await tx.scalars(select(Seller).where(Seller.id.in_(sellers)))}
    short = await _short(tx, basket, list(by_id))
    return [_row(row, by_id[row["id"]], names, short) for row in rows]


def _row(row: Row, offer: Offer, names: Mapping[str, str], short: set[str]) -> Row:
    price = offer.price
    return {
        **row,
        "calculated_price": None if price is None else as_object(price),
        "amount": None if price is None else price.amount,
        "is_tax_inclusive": price is not None and price.is_tax_inclusive,
        "insufficient_inventory": row["id"] in short,
        "seller_name": names.get(offer.seller_id or ""),
        "seller_id": offer.seller_id,
    }


async def _short(tx: Tx, basket: Basket, option_ids: Sequence[str]) -> set[str]:
    """The options at whose location less lies than the cart wants of something that is counted and sent."""
    variants = await variants_of(tx, [line.variant_id for line in basket.lines])
    counted = [id for id, variant in variants.items() if variant.manage_inventory]
    needs: defaultdict[str, dict[str, int]] = defaultdict(dict)
    free: dict[tuple[str, str | None], int] = {}
    for one in await find_availability(tx, counted):
        free[one.inventory_item_id, one.location_id] = one.available
        if one.requires_shipping:
            needs[one.variant_id][one.inventory_item_id] = one.required_quantity
    wanted = [
        (item, line.quantity * required)
        for line in basket.lines
        for item, required in needs.get(line.variant_id or "", {}).items()
    ]
    places = await locations_of(tx, option_ids)
    return {
        option
        for option in option_ids
        if any(free.get((item, places.get(option)), 0) < quantity for item, quantity in wanted)
    }
