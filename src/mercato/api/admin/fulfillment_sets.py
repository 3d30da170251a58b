"""Fulfilment sets and service zones, for the operator."""

from litestar import Router, delete, get, post

from mercato.domains.shipping.commands import zones
from mercato.domains.shipping.queries import get_zone
from mercato.domains.shipping.schemas import CreateServiceZone, UpdateServiceZone
from mercato.domains.shipping.views import FULFILLMENT_SET, SERVICE_ZONE
from mercato.flows import shipping_options as flow
from mercato.kernel.db import Tx
from mercato.kernel.http.answers import Answer, deleted, show
from mercato.kernel.reader.run import fetch
from mercato.kernel.reader.view import Selection


@delete("/{id:str}", status_code=200)
async def delete_fulfillment_set(tx: Tx, id: str) -> Answer:
    """Takes out a set with its zones and options."""
    await flow.delete_fulfillment_set(tx, id)
    return deleted(id, "fulfillment_set")


@post("/{id:str}/service-zones", status_code=200, view=FULFILLMENT_SET)
async def create_service_zone(tx: Tx, id: str, data: CreateServiceZone, fields: Selection) -> Answer:
    """A part of the world for a set."""
    await zones.create_service_zone(tx, id, data)
    return await show(tx, fields, id)


@get("/{id:str}/service-zones/{zone_id:str}", view=SERVICE_ZONE)
async def get_service_zone(tx: Tx, id: str, zone_id: str, fields: Selection) -> Answer:
    """One zone."""
    zone = await get_zone(tx, id, zone_id)
    return await show(tx, fields, zone.id)


@post("/{id:str}/service-zones/{zone_id:str}", status_code=200, view=FULFILLMENT_SET)
async def update_service_zone(tx: Tx, id: str, zone_id: str, data: UpdateServiceZone, fields: Selection) -> Answer:
    """Changes a zone."""
    await zones.update_service_zone(tx, id, zone_id, data)
    return await show(tx, fields, id)


@delete("/{id:str}/service-zones/{zone_id:str}", status_code=200, view=FULFILLMENT_SET)
async def delete_service_zone(tx: Tx, id: str, zone_id: str, fields: Selection) -> Answer:
    """Takes out a zone with its options."""
    await flow.delete_service_zone(tx, id, zone_id)
    (parent,) = await fetch(tx, fields, [id])
    return deleted(zone_id, "service_zone", parent=parent)


router = Router(
    "/fulfillment-sets",
    route_handlers=[
        delete_fulfillment_set,
        create_service_zone,
        get_service_zone,
        update_service_zone,
        delete_service_zone,
    ],
)
