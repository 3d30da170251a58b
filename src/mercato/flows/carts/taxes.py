"""Which tax rates hold for the rows of a cart."""

from collections.abc import Sequence
from decimal import Decimal

from mercato.domains.carts.commands import TaxValue
from mercato.domains.carts.models import CartLineItem
from mercato.domains.carts.queries import Basket
from mercato.domains.regions.models import Region
from mercato.domains.taxes.queries import AddressRate, find_rates_for
from mercato.domains.taxes.rules import Reference, rates_for_row
from mercato.kernel.db import Tx


async def taxes_of(tx: Tx, basket: Basket, *, force: bool = False) -> dict[str, list[TaxValue]] | None:
    """Row id -> its taxes, for every line and shipping method; None where the region does not reckon by itself."""
    region = await tx.find(Region, basket.cart.region_id) if basket.cart.region_id is not None else None
    if not force and not (region is not None and region.automatic_taxes):
        return None
    address = basket.address
    rates = await find_rates_for(tx, basket.country_code, address.province if address is not None else None) or []
    taxes = {line.id: _values(rates, _references(line)) for line in basket.lines}
    for method in basket.methods:
        taxes[method.id] = _values(rates, [("shipping_option", method.shipping_option_id or "")])
    return taxes


def _references(line: CartLineItem) -> list[Reference] | None:
    """What a line may be named by; None for a gift card, which is no sale yet."""
    if line.is_giftcard:
        return None
    return [("product", line.product_id or ""), ("product_type", line.product_type_id or "")]


def _values(rates: Sequence[AddressRate], references: list[Reference] | None) -> list[TaxValue]:
    if references is None:
        return []
    return [
        TaxValue(
            description=rate.name,
            code=rate.code,
            rate=Decimal(0) if rate.rate is None else rate.rate,
            # Rows name the provider as it calls itself, without the kind that stands before it in the settings.
            provider_id=rate.provider_id.removeprefix("tp_"),
            tax_rate_id=rate.id,
        )
        for rate in rates_for_row(rates, references)
    ]
