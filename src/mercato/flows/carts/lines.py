"""Putting goods into a cart, changing their number, taking them out."""

from typing import Final

from mercato.domains.carts.commands import remove_lines
from mercato.domains.carts.events import CartUpdated
from mercato.domains.carts.models import CartLineItem
from mercato.domains.carts.queries import Basket, details_of, line_of, load_basket, open_cart
from mercato.domains.carts.schemas import AddLine, UpdateLine
from mercato.flows.carts import goods
from mercato.flows.carts.prices import price_lines
from mercato.flows.carts.refresh import recompute
from mercato.flows.carts.stock import check_stock
from mercato.kernel.db import Tx
from mercato.kernel.errors import Invalid, NotFound
from mercato.kernel.text import merge_metadata

# The greatest whole number that every client reads exactly.
MAX_QUANTITY: Final = 2**53 - 1


async def add_line(tx: Tx, cart_id: str, data: AddLine) -> None:
    """Puts a variant into a cart; a line of the same variant with equal metadata grows.

    Raises:
        NotFound: an unknown cart.
        Invalid, NotAllowed: the variant is not sold, has no price, or there is not so much of it.
    """
    cart = await open_cart(tx, cart_id)
    found = await goods.require_goods(tx, [data.variant_id])
    basket = await load_basket(tx, cart)
    line = _same(basket, data)
    if line is None:
        line = goods.line_of(cart.id, found[data.variant_id], data.quantity, data.metadata)
        basket.lines.append(line)
    else:
        line.quantity = _sum(line.quantity, data.quantity)
    variants = await goods.variants_of(tx, [line.variant_id for line in basket.lines])
    await check_stock(tx, basket, {line.id}, variants)
    await price_lines(tx, cart, [line])
    tx.add(line)
    await tx.flush()
    await recompute(tx, basket, await details_of(tx, basket))
    tx.emit(CartUpdated(id=cart_id))


async def update_line(tx: Tx, cart_id: str, line_id: str, data: UpdateLine) -> None:
    """Changes the number of pieces of a line; none takes it out.

    Raises:
        NotFound: an unknown cart, or a line that is not in it.
        Invalid, NotAllowed: the variant has no price, or there is not so much of it.
    """
    cart = await open_cart(tx, cart_id)
    basket = await load_basket(tx, cart)
    line = next((line for line in basket.lines if line.id == line_id), None)
    if line is None:
        raise NotFound(f"Line item with id: {line_id} was not found")
    details = await details_of(tx, basket)
    if data.quantity == 0:
        await remove_lines(tx, basket, details, [line])
    else:
        await _change(tx, basket, line, data)
    await recompute(tx, basket, details)
    tx.emit(CartUpdated(id=cart_id))


async def delete_line(tx: Tx, cart_id: str, line_id: str) -> None:
    """Takes a line out. With a seller's last line its delivery goes too.

    Raises:
        NotFound: the cart has no such line.
    """
    missing = NotFound(f"LineItem id not found: {line_id}")
    if await line_of(tx, cart_id, line_id) is None:
        raise missing
    cart = await open_cart(tx, cart_id)
    basket = await load_basket(tx, cart)
    line = next((line for line in basket.lines if line.id == line_id), None)
    if line is None:
        # Somebody else took it out between the look and the lock.
        raise missing
    details = await details_of(tx, basket)
    await remove_lines(tx, basket, details, [line])
    await recompute(tx, basket, details)


def _sum(there: int, more: int) -> int:
    """What a body may not ask for at once is not reached in steps either."""
    if there + more > MAX_QUANTITY:
        raise Invalid(f"Value for field 'quantity' too big, expected at most: '{MAX_QUANTITY}'")
    return there + more


def _same(basket: Basket, data: AddLine) -> CartLineItem | None:
    wanted = data.metadata or {}
    same = (line for line in basket.lines if line.variant_id == data.variant_id and not line.is_custom_price)
    return next((line for line in same if (line.metadata_ or {}) == wanted), None)


async def _change(tx: Tx, basket: Basket, line: CartLineItem, data: UpdateLine) -> None:
    line.quantity = data.quantity
    if "metadata" in data.model_fields_set:
        line.metadata_ = merge_metadata(line.metadata_, data.metadata)
    variants = await goods.variants_of(tx, [line.variant_id for line in basket.lines])
    await check_stock(tx, basket, {line.id}, variants)
    # What it would cost without the sale stays as the shopper saw it.
    await price_lines(tx, basket.cart, [line], compare=False)
