"""A shopper changes the head of a cart: who, where to, in which region. Everything is reckoned anew then."""

from collections.abc import Sequence

from mercato.domains.carts.commands import new_address, remove_lines, write_line_taxes, write_method_taxes
from mercato.domains.carts.events import CartRegionUpdated, CartUpdated
from mercato.domains.carts.models import Cart
from mercato.domains.carts.queries import Basket, Details, details_of, load_basket, open_cart
from mercato.domains.carts.schemas import UpdateCart
from mercato.domains.customers.commands.accounts import get_or_create_guest
from mercato.domains.customers.models import Customer
from mercato.domains.regions.models import Region
from mercato.flows.carts.channel import channel_of_key
from mercato.flows.carts.head import address_of, only_country
from mercato.flows.carts.promotions import require_codes
from mercato.flows.carts.refresh import refresh
from mercato.kernel.db import Tx
from mercato.kernel.errors import NotFound
from mercato.kernel.text import merge_metadata


async def update_cart(tx: Tx, id: str, data: UpdateCart, *, channel_ids: Sequence[str]) -> Cart:
    """Changes what was sent, and brings prices, deliveries, taxes and payment up to date.

    Raises:
        NotFound: an unknown cart, region or address.
        Invalid: a channel, country or code that does not do, or goods that are not sold in the region.
    """
    cart = await open_cart(tx, id)
    await require_codes(tx, data.promo_codes or [])
    if data.sales_channel_id is not None:
        cart.sales_channel_id = (await channel_of_key(tx, data.sales_channel_id, channel_ids)).id
    if data.email is not None:
        await _set_email(tx, cart, data.email)
    if "metadata" in data.model_fields_set:
        cart.metadata_ = merge_metadata(cart.metadata_, data.metadata)
    basket = await load_basket(tx, cart)
    details = await details_of(tx, basket)
    moved = await _move(tx, basket, details, data)
    await _set_addresses(tx, basket, data, moved=moved)
    await refresh(tx, basket, details)
    tx.emit(CartUpdated(id=id))
    return cart


async def _set_email(tx: Tx, cart: Cart, email: str) -> None:
    """Another e-mail makes a guest's cart another guest's; an account's cart stays the account's."""
    owner = await tx.find(Customer, cart.customer_id) if cart.customer_id is not None else None
    if owner is not None and owner.has_account:
        cart.email = email
        return
    guest = await get_or_create_guest(tx, email)
    cart.customer_id, cart.email = guest.id, guest.email


async def _move(tx: Tx, basket: Basket, details: Details, data: UpdateCart) -> bool:
    """Takes a cart to another region. Custom prices, and taxes of where it was, do not come along."""
    cart = basket.cart
    if data.region_id is None or data.region_id == cart.region_id:
        return False
    region = await tx.find(Region, data.region_id)
    if region is None:
        raise NotFound(f"Region id not found: {data.region_id}")
    cart.region_id, cart.currency_code = region.id, region.currency_code
    await remove_lines(tx, basket, details, [line for line in basket.lines if line.is_custom_price])
    await write_line_taxes(tx, details, {line.id: [] for line in basket.lines})
    await write_method_taxes(tx, details, {method.id: [] for method in basket.methods})
    tx.emit(CartRegionUpdated(id=cart.id))
    return True


async def _set_addresses(tx: Tx, basket: Basket, data: UpdateCart, *, moved: bool) -> None:
    cart = basket.cart
    region = await tx.find(Region, cart.region_id) if cart.region_id is not None else None
    if data.shipping_address is not None:
        basket.address = await address_of(tx, data.shipping_address, region)
    elif moved and region is not None:
        country = await only_country(tx, region)
        basket.address = await new_address(tx, {"country_code": country}) if country is not None else None
    cart.shipping_address_id = basket.address.id if basket.address is not None else None
    billing = await address_of(tx, data.billing_address)
    if billing is not None:
        cart.billing_address_id = billing.id
