"""Choosing deliveries: one for each seller whose goods are in the cart."""

from collections.abc import Sequence
from decimal import Decimal

from mercato.domains.carts.commands import remove_methods
from mercato.domains.carts.events import CartUpdated
from mercato.domains.carts.models import CartShippingMethod
from mercato.domains.carts.queries import Basket, details_of, load_basket, open_cart
from mercato.domains.carts.schemas import AddShippingMethod
from mercato.domains.sellers.links import SellerShippingOption
from mercato.domains.sellers.queries import owners
from mercato.domains.shipping.models import ShippingOption
from mercato.flows.carts.delivery import INVALID, goods_by_seller
from mercato.flows.carts.refresh import recompute
from mercato.kernel.db import Tx
from mercato.kernel.errors import Invalid, NotFound


async def add_shipping_method(tx: Tx, cart_id: str, data: AddShippingMethod) -> None:
    """Chooses a delivery, in place of another of the same seller. Those of other sellers stay.

    Raises:
        NotFound: an unknown cart.
        Invalid: the delivery is chosen already, or not offered to this cart.
    """
    cart = await open_cart(tx, cart_id)
    basket = await load_basket(tx, cart)
    option, former = await _chosen(tx, basket, data.option_id)
    details = await details_of(tx, basket)
    await remove_methods(tx, basket, details, former)
    method = CartShippingMethod(
        cart_id=cart_id,
        name=option.name,
        amount=Decimal(0),
        shipping_option_id=option.id,
        data=data.data or {},
    )
    tx.add(method)
    await tx.flush()
    basket.methods.append(method)
    # Priced, and looked at whether it fits, together with those that were there.
    await recompute(tx, basket, details, chosen=method.id)
    tx.emit(CartUpdated(id=cart_id))


async def remove_shipping_methods(tx: Tx, cart_id: str, ids: Sequence[str]) -> None:
    """Takes deliveries out of a cart.

    Raises:
        NotFound: an unknown cart, or a method that is not in it.
    """
    cart = await open_cart(tx, cart_id)
    basket = await load_basket(tx, cart)
    there = {method.id: method for method in basket.methods}
    for id in ids:
        if id not in there:
            raise NotFound(f"Shipping method with id: {id} was not found")
    details = await details_of(tx, basket)
    await remove_methods(tx, basket, details, [there[id] for id in ids])
    await recompute(tx, basket, details)


async def _chosen(tx: Tx, basket: Basket, option_id: str) -> tuple[ShippingOption, list[CartShippingMethod]]:
    """The option, and the methods of its seller that it replaces."""
    bound = [method.shipping_option_id for method in basket.methods if method.shipping_option_id is not None]
    if option_id in bound:
        raise Invalid("Some of the shipping methods are doubled!")
    option = await tx.find(ShippingOption, option_id)
    if option is None:
        raise Invalid(INVALID)
    sellers = await owners(tx, SellerShippingOption, [option_id, *bound])
    seller = sellers.get(option_id)
    if seller not in await goods_by_seller(tx, basket):
        raise Invalid(f"Shipping option with id: {option_id} is not available for any of the cart items")
    former = [
        method
        for method in basket.methods
        if method.shipping_option_id is not None and sellers.get(method.shipping_option_id) == seller
    ]
    return option, former
