"""Bringing a cart up to date: prices, deliveries, taxes, and then the payment that follows its total."""

from mercato.domains.carts.commands import write_line_taxes, write_method_taxes
from mercato.domains.carts.queries import Basket, Details, collection_id_of
from mercato.domains.payments.commands import refresh_collection
from mercato.domains.payments.models import PaymentCollection
from mercato.flows.carts.delivery import refresh_methods
from mercato.flows.carts.money import basket_totals
from mercato.flows.carts.prices import price_lines
from mercato.flows.carts.taxes import taxes_of
from mercato.kernel.db import Tx


async def refresh(tx: Tx, basket: Basket, details: Details) -> None:
    """Everything anew, the prices of all lines too.

    Raises:
        Invalid: a line has no price in the cart's region and currency.
    """
    await price_lines(tx, basket.cart, basket.lines)
    await recompute(tx, basket, details)


async def recompute(
    tx: Tx, basket: Basket, details: Details, *, chosen: str | None = None, force_taxes: bool = False
) -> None:
    """What follows from the lines as they stand: taxes of all rows, shipping methods, and the payment.

    `chosen` is a shipping method that has to fit; `force_taxes` reckons them also where the region does not by itself.

    Raises:
        Invalid: the chosen method does not fit.
    """
    taxes = await taxes_of(tx, basket, force=force_taxes)
    if taxes is not None:
        await write_line_taxes(tx, details, {line.id: taxes[line.id] for line in basket.lines})
    # After the taxes of lines, because prices of deliveries may depend on what the goods cost with tax.
    await refresh_methods(tx, basket, details, chosen=chosen)
    if taxes is not None:
        await write_method_taxes(tx, details, {method.id: taxes[method.id] for method in basket.methods})
    await follow_payment(tx, basket, details)


async def follow_payment(tx: Tx, basket: Basket, details: Details) -> None:
    """Lets the payment of a cart, if it has been opened, follow its total."""
    collection_id = await collection_id_of(tx, basket.cart.id)
    if collection_id is None:
        return
    collection = await tx.lock(PaymentCollection, collection_id)
    total = basket_totals(basket, details)["total"]
    await refresh_collection(tx, collection, amount=total, currency_code=basket.cart.currency_code)
