"""Questions about delivery: what may be chosen where, and who delivers."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Select, select

from mercato.domains.shipping.models import (
    FulfillmentProvider,
    FulfillmentSet,
    GeoZone,
    LocationFulfillmentProvider,
    LocationFulfillmentSet,
    ServiceZone,
    ShippingOption,
    ShippingOptionPriceSet,
    ShippingOptionRule,
)
from mercato.domains.shipping.rules import Destination, covers, holds
from mercato.kernel.db import Tx
from mercato.kernel.errors import NotAllowed, NotFound

STORE_CONTEXT: Mapping[str, str] = {"is_return": "false", "enabled_in_store": "true"}
"""What a condition of an option must agree with before a shopper sees the option."""
RETURN_CONTEXT: Mapping[str, str] = {"is_return": "true", "enabled_in_store": "true"}


async def options_for(
    tx: Tx, location_ids: Iterable[str], destination: Destination | None, *, context: Mapping[str, Any]
) -> list[ShippingOption]:
    """The options that serve a destination from these locations and whose conditions hold, oldest first.

    Without a destination every option of the locations is served.
    """
    options = await tx.scalars(_options_at(sorted(set(location_ids))))
    if destination is not None:
        zones = await _zones_that_cover(tx, {option.service_zone_id for option in options}, destination)
        options = [option for option in options if option.service_zone_id in zones]
    rules = await rules_of(tx, [option.id for option in options])
    return [option for option in options if holds(rules.get(option.id, []), context)]


async def rules_of(tx: Tx, option_ids: Sequence[str]) -> dict[str, list[ShippingOptionRule]]:
    """Option id -> its conditions."""
    rule = ShippingOptionRule
    query = select(rule).where(rule.shipping_option_id.in_(option_ids), rule.deleted_at.is_(None)).order_by(rule.id)
    found: dict[str, list[ShippingOptionRule]] = defaultdict(list)
    for row in await tx.scalars(query) if option_ids else []:
        found[row.shipping_option_id].append(row)
    return dict(found)


async def price_sets_of(tx: Tx, option_ids: Iterable[str]) -> dict[str, str]:
    """Option id -> the id of its price set."""
    link, wanted = ShippingOptionPriceSet, sorted(set(option_ids))
    if not wanted:
        return {}
    query = select(link.shipping_option_id, link.price_set_id)
    rows = await tx.rows(query.where(link.shipping_option_id.in_(wanted), link.deleted_at.is_(None)))
    return {option: price_set for option, price_set in rows}


async def locations_of(tx: Tx, option_ids: Iterable[str]) -> dict[str, str]:
    """Option id -> the stock location it delivers from."""
    link, wanted = LocationFulfillmentSet, sorted(set(option_ids))
    if not wanted:
        return {}
    query = (
        select(ShippingOption.id, link.stock_location_id)
        .join(ServiceZone, ServiceZone.id == ShippingOption.service_zone_id)
        .join(link, link.fulfillment_set_id == ServiceZone.fulfillment_set_id)
        .where(ShippingOption.id.in_(wanted), link.deleted_at.is_(None))
    )
    return {option: location for option, location in await tx.rows(query)}


async def get_zone(tx: Tx, set_id: str, zone_id: str, *, missing: str = "") -> ServiceZone:
    """A service zone of a fulfilment set.

    Raises:
        NotFound: when the set has no such zone.
    """
    zone = await tx.find(ServiceZone, zone_id)
    if zone is None or zone.fulfillment_set_id != set_id:
        raise NotFound(f"Service zone with id: {zone_id} not found{missing}")
    return zone


async def require_provider(tx: Tx, zone: ServiceZone, provider_id: str) -> None:
    """Refuses a provider that does not collect at the location of a zone.

    Raises:
        NotAllowed: naming the provider.
    """
    sets, providers = LocationFulfillmentSet, LocationFulfillmentProvider
    query = (
        select(providers.id)
        .join(sets, sets.stock_location_id == providers.stock_location_id)
        .where(
            sets.fulfillment_set_id == zone.fulfillment_set_id,
            providers.fulfillment_provider_id == provider_id,
            sets.deleted_at.is_(None),
            providers.deleted_at.is_(None),
        )
    )
    if await tx.scalar(query) is None:
        raise NotAllowed(f"Providers ({provider_id}) are not enabled for the service location")


async def require_providers(tx: Tx, ids: Iterable[str]) -> None:
    """Refuses ids of providers that the program does not have.

    Raises:
        NotFound: naming the unknown ones.
    """
    wanted = list(dict.fromkeys(ids))
    provider = FulfillmentProvider
    query = select(provider.id).where(
        provider.id.in_(wanted), provider.is_enabled.is_(True), provider.deleted_at.is_(None)
    )
    known = set(await tx.scalars(query)) if wanted else set[str]()
    if missing := [id for id in wanted if id not in known]:
        raise NotFound(f"Fulfillment providers with ids: {', '.join(missing)} was not found")


def _options_at(location_ids: Sequence[str]) -> Select[ShippingOption]:
    link = LocationFulfillmentSet
    return (
        select(ShippingOption)
        .join(ServiceZone, ServiceZone.id == ShippingOption.service_zone_id)
        .join(FulfillmentSet, FulfillmentSet.id == ServiceZone.fulfillment_set_id)
        .join(link, link.fulfillment_set_id == FulfillmentSet.id)
        .where(
            link.stock_location_id.in_(location_ids),
            *(model.deleted_at.is_(None) for model in (ShippingOption, ServiceZone, FulfillmentSet, link)),
        )
        .order_by(ShippingOption.id)
    )


async def _zones_that_cover(tx: Tx, zone_ids: Iterable[str], destination: Destination) -> set[str]:
    query = select(GeoZone).where(GeoZone.service_zone_id.in_(sorted(zone_ids)), GeoZone.deleted_at.is_(None))
    return {zone.service_zone_id for zone in await tx.scalars(query) if covers(zone, destination)}
