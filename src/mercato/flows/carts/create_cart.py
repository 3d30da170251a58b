"""A shopper takes a cart."""

from collections.abc import Sequence

from mercato.domains.carts.commands import new_address
from mercato.domains.carts.events import CartCreated
from mercato.domains.carts.models import Cart, CartAddress
from mercato.domains.carts.queries import Basket, details_of
from mercato.domains.carts.schemas import CreateCart
from mercato.domains.regions.models import Region
from mercato.flows.carts.channel import channel_for
from mercato.flows.carts.goods import line_of, require_goods
from mercato.flows.carts.head import address_of, buyer_for, only_country, region_for
from mercato.flows.carts.prices import price_lines
from mercato.flows.carts.promotions import require_codes
from mercato.flows.carts.refresh import recompute
from mercato.flows.carts.stock import check_stock
from mercato.kernel.db import Tx


async def create_cart(tx: Tx, data: CreateCart, *, channel_ids: Sequence[str], account_id: str | None = None) -> Cart:
    """A new cart, with its first lines. `channel_ids` are what the storefront's key opens.

    Raises:
        NotFound: an unknown region or address.
        Invalid, NotAllowed: a channel, currency, country, variant, quantity or code that does not do.
    """
    channel = await channel_for(tx, data.sales_channel_id, channel_ids)
    region = await region_for(tx, data.region_id, data.currency_code)
    buyer = await buyer_for(tx, data.email, account_id)
    shipping = await _shipping_address(tx, data, region)
    billing = await address_of(tx, data.billing_address)
    cart = Cart(
        region_id=region.id,
        currency_code=region.currency_code,
        sales_channel_id=channel.id,
        customer_id=buyer.customer_id,
        email=buyer.email,
        shipping_address_id=shipping.id if shipping is not None else None,
        billing_address_id=billing.id if billing is not None else None,
        metadata_=data.metadata,
    )
    tx.add(cart)
    basket = Basket(cart, shipping, [], [])
    await _fill(tx, basket, data)
    await require_codes(tx, data.promo_codes or [])
    await recompute(tx, basket, await details_of(tx, basket))
    tx.emit(CartCreated(id=cart.id))
    return cart


async def _shipping_address(tx: Tx, data: CreateCart, region: Region) -> CartAddress | None:
    if data.shipping_address is not None:
        return await address_of(tx, data.shipping_address, region)
    country = await only_country(tx, region)
    return await new_address(tx, {"country_code": country}) if country is not None else None


async def _fill(tx: Tx, basket: Basket, data: CreateCart) -> None:
    """Two entries of a variant stay two lines: whoever sends them so wants them so."""
    entries = data.items or []
    goods = await require_goods(tx, [entry.variant_id for entry in entries])
    cart = basket.cart
    basket.lines = [line_of(cart.id, goods[entry.variant_id], entry.quantity, entry.metadata) for entry in entries]
    await check_stock(tx, basket, {line.id for line in basket.lines}, {id: one.variant for id, one in goods.items()})
    await price_lines(tx, cart, basket.lines)
    tx.add(*basket.lines)
    await tx.flush()
