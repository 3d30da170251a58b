"""Fulfilment sets of locations, their service zones, and what these cover."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import select

from mercato.domains.sellers.links import SellerFulfillmentSet, SellerServiceZone
from mercato.domains.shipping.commands.options import remove_options
from mercato.domains.shipping.models import (
    FulfillmentSet,
    GeoZone,
    LocationFulfillmentProvider,
    LocationFulfillmentSet,
    ServiceZone,
    ShippingOption,
)
from mercato.domains.shipping.queries import get_zone, require_providers
from mercato.domains.shipping.schemas import AnyZone, CreateFulfillmentSet, CreateServiceZone, UpdateServiceZone
from mercato.kernel.db import Tx


async def create_fulfillment_set(
    tx: Tx, location_id: str, data: CreateFulfillmentSet, *, seller_id: str | None = None
) -> FulfillmentSet:
    """The shipping or pickup of a location that the caller knows to exist; with a seller it is the seller's."""
    made = FulfillmentSet(name=data.name, type=data.type)
    tx.add(made)
    await tx.flush()
    tx.add(LocationFulfillmentSet(stock_location_id=location_id, fulfillment_set_id=made.id))
    if seller_id is not None:
        tx.add(SellerFulfillmentSet(seller_id=seller_id, fulfillment_set_id=made.id))
    await tx.flush()
    return made


async def delete_fulfillment_set(tx: Tx, id: str) -> list[str]:
    """Takes out a set with all its zones and options. Answers the price sets that nobody needs any more."""
    found = await tx.lock(FulfillmentSet, id)
    zones = await tx.scalars(_of(ServiceZone, "fulfillment_set_id", [id]))
    price_sets = await _remove_zones(tx, zones)
    links = [
        *await tx.scalars(_of(LocationFulfillmentSet, "fulfillment_set_id", [id])),
        *await tx.scalars(_of(SellerFulfillmentSet, "fulfillment_set_id", [id])),
    ]
    await tx.delete(found, *links)
    return price_sets


async def create_service_zone(
    tx: Tx, set_id: str, data: CreateServiceZone, *, seller_id: str | None = None
) -> ServiceZone:
    """A part of the world for a set; with a seller it is the seller's."""
    await tx.require(FulfillmentSet, set_id, "fulfillment_set_id")
    zone = ServiceZone(name=data.name, fulfillment_set_id=set_id)
    tx.add(zone)
    await tx.flush()
    tx.add(*(_drawn(zone.id, part) for part in data.geo_zones or []))
    if seller_id is not None:
        tx.add(SellerServiceZone(seller_id=seller_id, service_zone_id=zone.id))
    await tx.flush()
    return zone


async def update_service_zone(tx: Tx, set_id: str, zone_id: str, data: UpdateServiceZone) -> ServiceZone:
    """Changes a zone. Geo zones that are given are all that stay; those named by id are kept and changed."""
    await get_zone(tx, set_id, zone_id, missing=" on fulfillment set")
    zone = await tx.lock(ServiceZone, zone_id)
    values = data.given()
    if values.get("name") is not None:
        zone.name = values["name"]
    if data.geo_zones is not None:
        await _redraw(tx, zone_id, data.geo_zones)
    await tx.flush()
    return zone


async def delete_service_zone(tx: Tx, set_id: str, zone_id: str) -> list[str]:
    """Takes out a zone with its options. Answers the price sets that nobody needs any more."""
    zone = await get_zone(tx, set_id, zone_id, missing=" on fulfillment set")
    return await _remove_zones(tx, [zone])


async def set_providers(tx: Tx, location_id: str, *, add: Sequence[str], remove: Sequence[str]) -> None:
    """Lets providers collect at a location that the caller has locked, and stops others."""
    await require_providers(tx, add)
    rows = await tx.scalars(_of(LocationFulfillmentProvider, "stock_location_id", [location_id]))
    links = {link.fulfillment_provider_id: link for link in rows}
    await tx.delete(*(links[provider] for provider in dict.fromkeys(remove) if provider in links))
    wanted = [provider for provider in dict.fromkeys(add) if provider not in links or provider in remove]
    tx.add(
        *(
            LocationFulfillmentProvider(stock_location_id=location_id, fulfillment_provider_id=provider)
            for provider in wanted
        )
    )
    await tx.flush()


async def close_location(tx: Tx, location_id: str) -> list[str]:
    """Nothing is delivered from a location any more. Answers the price sets that nobody needs any more."""
    price_sets: list[str] = []
    for link in await tx.scalars(_of(LocationFulfillmentSet, "stock_location_id", [location_id])):
        price_sets += await delete_fulfillment_set(tx, link.fulfillment_set_id)
    await tx.delete(*await tx.scalars(_of(LocationFulfillmentProvider, "stock_location_id", [location_id])))
    return price_sets


async def _remove_zones(tx: Tx, zones: Sequence[ServiceZone]) -> list[str]:
    ids = [zone.id for zone in zones]
    price_sets = await remove_options(tx, await tx.scalars(_of(ShippingOption, "service_zone_id", ids)))
    parts = [
        *await tx.scalars(_of(GeoZone, "service_zone_id", ids)),
        *await tx.scalars(_of(SellerServiceZone, "service_zone_id", ids)),
    ]
    await tx.delete(*zones, *parts)
    return price_sets


async def _redraw(tx: Tx, zone_id: str, parts: Sequence[AnyZone]) -> None:
    there = {zone.id: zone for zone in await tx.scalars(_of(GeoZone, "service_zone_id", [zone_id]))}
    kept = {part.id for part in parts if part.id in there}
    await tx.delete(*(zone for id, zone in there.items() if id not in kept))
    for part in parts:
        if part.id in there:
            _redefine(there[part.id], part)
        else:
            tx.add(_drawn(zone_id, part))


def _drawn(zone_id: str, part: AnyZone) -> GeoZone:
    zone = GeoZone(service_zone_id=zone_id, country_code=part.country_code)
    _redefine(zone, part)
    return zone


def _redefine(zone: GeoZone, part: AnyZone) -> None:
    values: dict[str, Any] = part.model_dump()
    for name in ("type", "country_code", "province_code", "city", "postal_expression"):
        setattr(zone, name, values.get(name))
    if "metadata" in part.model_fields_set:
        zone.metadata_ = part.metadata


def _of(model: Any, column: str, ids: Sequence[str]) -> Any:
    """The living rows of a table that belong to something."""
    return select(model).where(getattr(model, column).in_(ids), model.deleted_at.is_(None)).order_by(model.id)
