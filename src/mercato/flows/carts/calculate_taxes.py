"""A storefront asks for taxes, where the region does not reckon them by itself."""

from mercato.domains.carts.queries import details_of, load_basket, open_cart
from mercato.flows.carts.refresh import recompute
from mercato.kernel.db import Tx
from mercato.kernel.errors import Invalid


async def calculate_taxes(tx: Tx, cart_id: str) -> None:
    """Reckons the taxes of all lines and shipping methods.

    Raises:
        NotFound: an unknown cart.
        Invalid: nobody knows where the goods go.
    """
    cart = await open_cart(tx, cart_id)
    basket = await load_basket(tx, cart)
    if not basket.country_code:
        raise Invalid("country code is required to calculate taxes")
    await recompute(tx, basket, await details_of(tx, basket), force_taxes=True)
