"""Which deliveries a cart may choose, what they cost, and which of those chosen still hold."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import asdict, dataclass
from decimal import Decimal
from typing import Any

from sqlalchemy import and_, or_, select

from mercato.domains.carts.commands import remove_methods
from mercato.domains.carts.models import CartAddress, CartShippingMethod
from mercato.domains.carts.queries import Basket, Details
from mercato.domains.inventory.models import SalesChannelStockLocation
from mercato.domains.pricing.queries import calculate_prices
from mercato.domains.pricing.rules import CalculatedPrice
from mercato.domains.sellers.links import SellerProduct, SellerShippingOption, SellerStockLocation
from mercato.domains.sellers.queries import owners
from mercato.domains.shipping.models import PriceType, ShippingOption
from mercato.domains.shipping.queries import STORE_CONTEXT, options_for, price_sets_of
from mercato.domains.shipping.rules import Destination
from mercato.flows.carts.money import basket_totals
from mercato.flows.carts.prices import price_context
from mercato.kernel.db import Tx
from mercato.kernel.errors import Invalid
from mercato.kernel.money import round_money
from mercato.providers.adapters import fulfillment_provider

INVALID = "Shipping Options are invalid for cart."


@dataclass(frozen=True, slots=True)
class Offer:
    """A delivery that a cart may choose. `price` is None where a carrier is to be asked, or where there is none."""

    option: ShippingOption
    seller_id: str | None
    product_ids: frozenset[str]
    """The goods it would bring: those of its seller."""
    price: CalculatedPrice | None


async def goods_by_seller(tx: Tx, basket: Basket) -> dict[str | None, set[str]]:
    """Who sells something in a basket, and which products; None stands for the operator."""
    products = [line.product_id for line in basket.lines if line.product_id is not None]
    sellers = await owners(tx, SellerProduct, products)
    found: defaultdict[str | None, set[str]] = defaultdict(set)
    for line in basket.lines:
        found[sellers.get(line.product_id or "")].add(line.product_id or "")
    return dict(found)


async def offers_for(
    tx: Tx,
    basket: Basket,
    *,
    item_total: Decimal,
    only: Collection[str] | None = None,
    context: Mapping[str, Any] = STORE_CONTEXT,
) -> list[Offer]:
    """The deliveries whose zone covers the cart's address, whose rules hold and whose seller sells something in it.

    None before the shopper has said where the goods go. `only` narrows to these options.
    """
    if basket.country_code is None:
        return []
    goods = await goods_by_seller(tx, basket)
    locations = await _locations(tx, basket.cart.sales_channel_id, goods)
    options = await options_for(tx, locations, destination_of(basket.address), context=context)
    options = [option for option in options if only is None or option.id in only]
    sellers = await owners(tx, SellerShippingOption, [option.id for option in options])
    options = [option for option in options if sellers.get(option.id) in goods]
    prices = await _prices(tx, basket, options, item_total)
    offers: list[Offer] = []
    for option in options:
        seller = sellers.get(option.id)
        offers.append(Offer(option, seller, frozenset(goods[seller]), prices.get(option.id)))
    return offers


async def refresh_methods(tx: Tx, basket: Basket, details: Details, *, chosen: str | None = None) -> None:
    """Prices the shipping methods of a cart anew and takes out those that hold no longer.

    Raises:
        Invalid: when the method `chosen` in this request does not fit.
    """
    bound = {method.shipping_option_id for method in basket.methods if method.shipping_option_id is not None}
    if not bound:
        return
    item_total: Decimal = basket_totals(basket, details)["item_total"]
    offers = {offer.option.id: offer for offer in await offers_for(tx, basket, item_total=item_total, only=bound)}
    gone: list[CartShippingMethod] = []
    for method in basket.methods:
        if method.shipping_option_id is None:
            continue
        offer = offers.get(method.shipping_option_id)
        if offer is None or not await _price_method(tx, basket, method, offer):
            _refuse_chosen(method, offer, chosen)
            gone.append(method)
    await remove_methods(tx, basket, details, gone)


async def _price_method(tx: Tx, basket: Basket, method: CartShippingMethod, offer: Offer) -> bool:
    """Writes what a method costs; False when nobody knows."""
    if offer.option.price_type is PriceType.CALCULATED:
        method.amount, method.is_tax_inclusive = await carrier_price(tx, basket, offer, method.data), False
        return True
    if offer.price is None:
        return False
    method.amount, method.is_tax_inclusive = offer.price.amount, offer.price.is_tax_inclusive
    return True


def destination_of(address: CartAddress | None) -> Destination:
    """An address as far as zones look at it."""
    if address is None:
        return Destination()
    return Destination(address.country_code, address.province, address.city, address.postal_code)


async def carrier_price(tx: Tx, basket: Basket, offer: Offer, data: Mapping[str, Any] | None = None) -> Decimal:
    """What a carrier asks for bringing the goods of an offer. `data` is what the shopper sent along."""
    option, address = offer.option, basket.address
    parcel: dict[str, Any] = {
        "currency_code": basket.cart.currency_code,
        "items": [
            {"variant_id": line.variant_id, "quantity": line.quantity, "unit_price": line.unit_price}
            for line in basket.lines
            if (line.product_id or "") in offer.product_ids
        ],
        "destination": asdict(destination_of(address)),
        # Apart from the option's own data: what a shopper sends must not change what the seller has settled.
        "data": dict(data or {}),
    }
    amount = await fulfillment_provider(tx, option.provider_id or "").price(option.data or {}, parcel)
    return round_money(amount, basket.cart.currency_code)


async def _locations(tx: Tx, sales_channel_id: str | None, sellers: Collection[str | None]) -> list[str]:
    """Where these sellers' goods leave from, as far as the channel sells from there."""
    link, owner = SalesChannelStockLocation, SellerStockLocation
    theirs = owner.seller_id.in_([seller for seller in sellers if seller is not None])
    query = (
        select(link.stock_location_id)
        .outerjoin(owner, and_(owner.stock_location_id == link.stock_location_id, owner.deleted_at.is_(None)))
        .where(
            link.sales_channel_id == sales_channel_id,
            link.deleted_at.is_(None),
            or_(theirs, owner.id.is_(None)) if None in sellers else theirs,
        )
    )
    return await tx.scalars(query.order_by(link.id))


async def _prices(
    tx: Tx, basket: Basket, options: list[ShippingOption], item_total: Decimal
) -> dict[str, CalculatedPrice | None]:
    flat = [option.id for option in options if option.price_type is PriceType.FLAT]
    if not flat:
        return {}
    sets = await price_sets_of(tx, flat)
    context = await price_context(tx, basket.cart, {"item_total": item_total})
    prices = await calculate_prices(tx, sets.values(), context)
    return {option_id: prices.get(set_id) for option_id, set_id in sets.items()}


def _refuse_chosen(method: CartShippingMethod, offer: Offer | None, chosen: str | None) -> None:
    if method.id != chosen:
        return
    if offer is None:
        raise Invalid(INVALID)
    raise Invalid(f"Shipping options with IDs {method.shipping_option_id} do not have a price")
