"""The prices of variants."""

from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import select

from mercato.domains.pricing.commands.price_sets import PriceValue, RuleValue, create_price_set, delete_price_sets
from mercato.domains.pricing.models import ProductVariantPriceSet
from mercato.domains.pricing.schemas import PriceBody, PriceChange
from mercato.kernel.db import Tx


def price_value(data: PriceBody | PriceChange) -> PriceValue:
    """A price of a body, as price sets take it."""
    rules = None if data.rules is None else [RuleValue(attribute, value) for attribute, value in data.rules.items()]
    return PriceValue(
        currency_code=data.currency_code,
        amount=data.amount,
        rules=rules,
        min_quantity=data.min_quantity,
        max_quantity=data.max_quantity,
        id=data.id if isinstance(data, PriceChange) else None,
        unbounds=frozenset(name for name, value in data.given().items() if value is None),
    )


async def create_variant_prices(tx: Tx, prices: Mapping[str, Sequence[PriceValue]]) -> None:
    """A price set for every variant (variant id -> prices), also for one without prices."""
    for variant_id, values in prices.items():
        price_set = await create_price_set(tx, values)
        tx.add(ProductVariantPriceSet(variant_id=variant_id, price_set_id=price_set.id))
    await tx.flush()


async def delete_variant_prices(tx: Tx, variant_ids: Iterable[str]) -> None:
    """Takes out the prices of variants."""
    link, wanted = ProductVariantPriceSet, sorted(set(variant_ids))
    if not wanted:
        return
    links = await tx.scalars(select(link).where(link.variant_id.in_(wanted), link.deleted_at.is_(None)))
    await delete_price_sets(tx, [found.price_set_id for found in links])
    await tx.delete(*links)
