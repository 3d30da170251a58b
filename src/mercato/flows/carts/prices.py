"""What the lines of a cart cost, for its customer, in its region and currency, in their quantities."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from mercato.domains.carts.models import Cart, CartLineItem
from mercato.domains.customers.queries import group_ids_of
from mercato.domains.pricing.models import PriceListType
from mercato.domains.pricing.queries import load_candidates, price_sets_of_variants, tax_preferences
from mercato.domains.pricing.rules import CalculatedPrice, PriceContext, choose
from mercato.kernel.db import Tx
from mercato.kernel.errors import Invalid


async def price_context(tx: Tx, cart: Cart, more: Mapping[str, Any] | None = None) -> PriceContext:
    """For whom a cart is priced. `more` are attributes that only some prices ask for."""
    groups = await group_ids_of(tx, cart.customer_id) if cart.customer_id is not None else []
    return PriceContext(
        currency_code=cart.currency_code,
        region_id=cart.region_id,
        customer_group_ids=tuple(groups),
        more=dict(more or {}),
    )


async def price_lines(tx: Tx, cart: Cart, lines: Sequence[CartLineItem], *, compare: bool = True) -> None:
    """Looks up the prices of lines anew, each by its own quantity; `compare` also what they would cost without a sale.

    Raises:
        Invalid: naming the variants that have no price.
    """
    for line, price in await _looked_up(tx, cart, lines):
        line.unit_price, line.is_tax_inclusive = price.amount, price.is_tax_inclusive
        if compare:
            line.compare_at_unit_price = _before_sale(price)


async def require_current_prices(tx: Tx, cart: Cart, lines: Sequence[CartLineItem]) -> None:
    """Refuses lines whose price is not the one that holds now: nobody buys at a price he was not shown.

    Raises:
        Invalid: a price has changed, or a variant has none any more.
    """
    for line, price in await _looked_up(tx, cart, lines):
        if (line.unit_price, line.is_tax_inclusive) != (price.amount, price.is_tax_inclusive):
            raise Invalid(f"The price of {line.title} has changed. Update the cart and create a new payment session.")


async def _looked_up(tx: Tx, cart: Cart, lines: Sequence[CartLineItem]) -> list[tuple[CartLineItem, CalculatedPrice]]:
    wanted = [line for line in lines if not line.is_custom_price]
    if not wanted:
        return []
    sets = await price_sets_of_variants(tx, [line.variant_id for line in wanted if line.variant_id is not None])
    context = await price_context(tx, cart)
    candidates = await load_candidates(tx, sorted(set(sets.values())), context.currency_code)
    preferences, known = await tax_preferences(tx, context), context.known()
    found: list[tuple[CartLineItem, CalculatedPrice]] = []
    missing: dict[str, None] = {}
    for line in wanted:
        set_id = sets.get(line.variant_id or "", "")
        choice = choose(candidates.get(set_id, ()), known, Decimal(line.quantity))
        if choice is None:
            missing[line.variant_id or line.title] = None
        else:
            found.append((line, CalculatedPrice(set_id, choice, preferences)))
    if missing:
        raise Invalid(f"Variants with IDs {', '.join(missing)} do not have a price")
    return found


def _before_sale(price: CalculatedPrice) -> Decimal | None:
    terms = price.choice.calculated.terms
    if terms is None or terms.type is not PriceListType.SALE or price.original_amount == price.amount:
        return None
    return price.original_amount
