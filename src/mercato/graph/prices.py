"""What variants cost, where an answer shows it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final

from sqlalchemy import select

from mercato.domains.catalog.models import Product
from mercato.domains.pricing.queries import calculate_prices, price_sets_of_variants
from mercato.domains.pricing.rules import CalculatedPrice, PriceContext, as_object, taxed
from mercato.domains.taxes.queries import AddressRate, find_rates_for
from mercato.domains.taxes.rules import Reference, rates_for_row
from mercato.kernel.db import Tx

_PER_CENT: Final = Decimal(100)


@dataclass(frozen=True, slots=True)
class Pricing:
    """For whom an answer shows prices: what a handler puts into the context as `pricing`.

    `country_code` stands only where prices are shown with their tax.
    """

    prices: PriceContext
    country_code: str | None = None
    province: str | None = None


async def fill_calculated_price(
    tx: Tx, rows: list[dict[str, Any]], names: frozenset[str], context: Mapping[str, Any]
) -> None:
    """The price of each variant in the context's `pricing`; null where there is none, or no such context."""
    del names
    pricing: Pricing | None = context.get("pricing")
    for row in rows:
        row["calculated_price"] = None
    if pricing is None:
        return
    price_sets = await price_sets_of_variants(tx, [row["id"] for row in rows])
    prices = await calculate_prices(tx, price_sets.values(), pricing.prices)
    rates = await _product_rates(tx, {row["product_id"] for row in rows}, pricing)
    for row in rows:
        price = prices.get(price_sets.get(row["id"], ""))
        if price is not None:
            row["calculated_price"] = _shown(price, rates.get(row["product_id"]))


def _shown(price: CalculatedPrice, rate: Decimal | None) -> dict[str, Any]:
    return as_object(price) if rate is None else {**as_object(price), **taxed(price, rate)}


async def _product_rates(tx: Tx, product_ids: Iterable[str], pricing: Pricing) -> dict[str, Decimal]:
    """Product id -> the tax on it (0.19); empty where prices are shown without tax."""
    if pricing.country_code is None:
        return {}
    rates = await find_rates_for(tx, pricing.country_code, pricing.province) or []
    wanted = sorted(product_ids)
    rows = await tx.rows(select(Product.id, Product.type_id).where(Product.id.in_(wanted)))
    types: dict[str, str | None] = {id: type_id for id, type_id in rows}
    return {id: _rate(rates, {("product", id), ("product_type", types.get(id) or "")}) for id in wanted}


def _rate(rates: Iterable[AddressRate], references: set[Reference]) -> Decimal:
    """What all rates on a product come to, as a fraction."""
    return sum((rate.rate or Decimal(0) for rate in rates_for_row(rates, references)), Decimal(0)) / _PER_CENT
