"""A shopper logs in and takes the cart along."""

from mercato.domains.carts.events import CartCustomerTransferred
from mercato.domains.carts.queries import details_of, load_basket, open_cart
from mercato.domains.customers.models import Customer
from mercato.flows.carts.refresh import refresh
from mercato.kernel.db import Tx
from mercato.kernel.errors import Forbidden


async def hand_over_cart(tx: Tx, cart_id: str, customer_id: str) -> None:
    """A guest's cart becomes the customer's, at the customer's prices. The customer's own stays as it is.

    Raises:
        NotFound: an unknown cart.
        Forbidden: the cart is another account's.
    """
    cart = await open_cart(tx, cart_id)
    if cart.customer_id == customer_id:
        return
    owner = await tx.find(Customer, cart.customer_id) if cart.customer_id is not None else None
    if owner is not None and owner.has_account:
        raise Forbidden("The cart belongs to another customer")
    customer = await tx.get(Customer, customer_id)
    cart.customer_id, cart.email = customer.id, customer.email
    basket = await load_basket(tx, cart)
    await refresh(tx, basket, await details_of(tx, basket))
    tx.emit(CartCustomerTransferred(id=cart_id, customer_id=customer_id))
