"""The prices of one thing, without those that lists put over them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from sqlalchemy import select

from mercato.domains.pricing.models import Price, PriceRule, PriceRuleOperator, PriceSet
from mercato.kernel.db import Tx
from mercato.kernel.errors import Invalid, NotFound


@dataclass(frozen=True, slots=True)
class RuleValue:
    """When a price holds: `region_id` equals, `item_total` is at least …"""

    attribute: str
    value: str
    operator: PriceRuleOperator = PriceRuleOperator.EQ


@dataclass(frozen=True, slots=True)
class PriceValue:
    """A price as somebody enters it. With an id it changes the price of that id; what is None stays."""

    currency_code: str | None = None
    amount: Decimal | None = None
    rules: Sequence[RuleValue] | None = None
    min_quantity: Decimal | None = None
    max_quantity: Decimal | None = None
    id: str | None = None
    unbounds: frozenset[str] = frozenset()
    """Which of `min_quantity` and `max_quantity` the price of this id shall no longer have."""


async def create_price_set(tx: Tx, prices: Sequence[PriceValue] = ()) -> PriceSet:
    """A set with its first prices.

    Raises:
        Invalid: a price lacks currency or amount, or says the same rule twice.
    """
    price_set = PriceSet()
    tx.add(price_set)
    await tx.flush()
    for value in prices:
        await _add_price(tx, price_set.id, value)
    await tx.flush()
    return price_set


async def replace_prices(tx: Tx, price_set_id: str, prices: Sequence[PriceValue]) -> None:
    """Puts these prices in place of all prices of a set that no list owns. Those named by id are kept and changed.

    Raises:
        NotFound: an id is of no price of this set.
        Invalid: a price lacks currency or amount, or says the same rule twice.
    """
    query = select(Price).where(
        Price.price_set_id == price_set_id, Price.price_list_id.is_(None), Price.deleted_at.is_(None)
    )
    there = {price.id: price for price in await tx.scalars(query)}
    kept = {value.id for value in prices if value.id is not None}
    if missing := sorted(kept - there.keys()):
        raise NotFound(f"Price with id: {missing[0]} was not found")
    await _delete_prices(tx, [price for id, price in there.items() if id not in kept])
    for value in prices:
        if value.id is None:
            await _add_price(tx, price_set_id, value)
        else:
            await _change_price(tx, there[value.id], value)
    await tx.flush()


async def delete_price_sets(tx: Tx, ids: Iterable[str]) -> None:
    """Takes out sets with all their prices, those of lists too."""
    wanted = sorted(set(ids))
    if not wanted:
        return
    sets = await tx.scalars(select(PriceSet).where(PriceSet.id.in_(wanted), PriceSet.deleted_at.is_(None)))
    prices = await tx.scalars(select(Price).where(Price.price_set_id.in_(wanted), Price.deleted_at.is_(None)))
    await _delete_prices(tx, prices)
    await tx.delete(*sets)


async def _add_price(tx: Tx, price_set_id: str, value: PriceValue) -> None:
    if value.currency_code is None or value.amount is None:
        raise Invalid("A price needs a currency_code and an amount")
    price = Price(
        price_set_id=price_set_id,
        currency_code=value.currency_code.lower(),
        amount=value.amount,
        min_quantity=value.min_quantity,
        max_quantity=value.max_quantity,
    )
    tx.add(price)
    # One after the other, because prices are shown in the order of their ids and rules refer to them.
    await tx.flush()
    _add_rules(tx, price, value.rules or [])


async def _change_price(tx: Tx, price: Price, value: PriceValue) -> None:
    price.currency_code = (value.currency_code or price.currency_code).lower()
    price.amount = price.amount if value.amount is None else value.amount
    for name, bound in (("min_quantity", value.min_quantity), ("max_quantity", value.max_quantity)):
        if bound is not None or name in value.unbounds:
            setattr(price, name, bound)
    if value.rules is not None:
        await tx.delete(*await _rules_of(tx, [price]))
        _add_rules(tx, price, value.rules)


def _add_rules(tx: Tx, price: Price, rules: Sequence[RuleValue]) -> None:
    keys = [(rule.attribute, rule.operator) for rule in rules]
    if len(set(keys)) < len(keys):
        raise Invalid("A price cannot have two rules of the same attribute and operator")
    price.rules_count = len(rules)
    tx.add(
        *(
            PriceRule(price_id=price.id, attribute=rule.attribute, operator=rule.operator, value=rule.value)
            for rule in rules
        )
    )


async def _delete_prices(tx: Tx, prices: Sequence[Price]) -> None:
    await tx.delete(*prices, *await _rules_of(tx, prices))


async def _rules_of(tx: Tx, prices: Sequence[Price]) -> list[PriceRule]:
    ids = [price.id for price in prices]
    return await tx.scalars(select(PriceRule).where(PriceRule.price_id.in_(ids), PriceRule.deleted_at.is_(None)))
