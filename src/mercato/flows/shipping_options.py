"""Shipping options with their prices; and what goes when a zone or a set goes."""

from collections.abc import Sequence

from mercato.domains.pricing.commands.price_sets import (
    PriceValue,
    RuleValue,
    create_price_set,
    delete_price_sets,
    replace_prices,
)
from mercato.domains.pricing.models import PriceRuleOperator
from mercato.domains.regions.models import Region
from mercato.domains.sellers.links import SellerServiceZone, SellerShippingOption, SellerShippingProfile
from mercato.domains.sellers.queries import require_owned
from mercato.domains.shipping.commands import options, zones
from mercato.domains.shipping.models import FulfillmentProvider, PriceType, ShippingOption
from mercato.domains.shipping.queries import price_sets_of
from mercato.domains.shipping.schemas import (
    ChangedPrice,
    CreateOption,
    CreateSellerOption,
    CurrencyPrice,
    PriceRule,
    RegionPrice,
    RuledCurrencyPrice,
    RuledRegionPrice,
    UpdateOption,
    UpdateSellerOption,
)
from mercato.kernel.columns import plain_decimal
from mercato.kernel.db import Tx
from mercato.kernel.errors import Invalid
from mercato.providers.adapters import fulfillment_provider

AnyPrice = CurrencyPrice | RegionPrice | RuledCurrencyPrice | RuledRegionPrice | ChangedPrice


async def create_shipping_option(tx: Tx, data: CreateOption) -> ShippingOption:
    """A delivery of the operator with its prices."""
    price_set = await create_price_set(tx, await _values(tx, data.prices))
    option = await options.create_option(tx, data, price_set_id=price_set.id)
    await _require_calculation(tx, option)
    return option


async def create_seller_option(tx: Tx, seller_id: str, data: CreateSellerOption) -> ShippingOption:
    """A delivery of a seller with its prices.

    Raises:
        Forbidden: the zone or the profile is not the seller's.
    """
    await require_owned(tx, SellerServiceZone, seller_id, data.service_zone_id)
    await require_owned(tx, SellerShippingProfile, seller_id, data.shipping_profile_id)
    price_set = await create_price_set(tx, await _values(tx, data.prices))
    return await options.create_option(tx, data, price_set_id=price_set.id, seller_id=seller_id)


async def update_shipping_option(tx: Tx, id: str, data: UpdateOption | UpdateSellerOption) -> None:
    """Changes a delivery; prices that are given are all that stay."""
    option = await options.update_option(tx, id, data)
    await _require_calculation(tx, option)
    if data.prices is not None:
        price_set_id = (await price_sets_of(tx, [id]))[id]
        await replace_prices(tx, price_set_id, await _values(tx, data.prices))


async def update_seller_option(tx: Tx, seller_id: str, id: str, data: UpdateSellerOption) -> None:
    """Changes a delivery of a seller.

    Raises:
        Forbidden: the option, or the profile it shall have, is not the seller's.
    """
    await require_owned(tx, SellerShippingOption, seller_id, id)
    profile = data.shipping_profile_id
    await require_owned(tx, SellerShippingProfile, seller_id, [] if profile is None else [profile])
    await update_shipping_option(tx, id, data)


async def delete_shipping_option(tx: Tx, id: str) -> None:
    """Takes out a delivery with its prices."""
    await delete_price_sets(tx, await options.delete_option(tx, id))


async def delete_service_zone(tx: Tx, set_id: str, zone_id: str) -> None:
    """Takes out a zone with its options and their prices."""
    await delete_price_sets(tx, await zones.delete_service_zone(tx, set_id, zone_id))


async def delete_fulfillment_set(tx: Tx, id: str) -> None:
    """Takes out a set with its zones, their options and prices."""
    await delete_price_sets(tx, await zones.delete_fulfillment_set(tx, id))


async def _require_calculation(tx: Tx, option: ShippingOption) -> None:
    if option.price_type is not PriceType.CALCULATED or option.provider_id is None:
        return
    provider = await tx.get(FulfillmentProvider, option.provider_id)
    if not fulfillment_provider(tx, provider.id).calculates(option.data or {}):
        # The spelling is the contract's.
        raise Invalid(f"Cannot calcuate pricing for: [{option.name}] shipping option(s).")


async def _values(tx: Tx, prices: Sequence[AnyPrice]) -> list[PriceValue]:
    """Prices as a price set wants them: one for a region is in the region's currency, ruled by the region."""
    return [await _value(tx, price) for price in prices]


async def _value(tx: Tx, price: AnyPrice) -> PriceValue:
    currency: str | None = getattr(price, "currency_code", None)
    region_id: str | None = getattr(price, "region_id", None)
    rules = None if price.rules is None else [_rule(rule) for rule in price.rules]
    if region_id is not None and currency is None:
        currency = (await tx.get(Region, region_id)).currency_code
        rules = [RuleValue("region_id", region_id), *(rules or [])]
    return PriceValue(currency, price.amount, rules, id=getattr(price, "id", None))


def _rule(rule: PriceRule) -> RuleValue:
    return RuleValue(rule.attribute, plain_decimal(rule.value), PriceRuleOperator(rule.operator))
