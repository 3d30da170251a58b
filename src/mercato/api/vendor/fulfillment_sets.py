"""Fulfilment sets and service zones of a seller."""

from litestar import Router, delete, post

from mercato.api.access import CurrentSeller
from mercato.domains.sellers.links import SellerFulfillmentSet, SellerServiceZone
from mercato.domains.sellers.queries import require_owned
from mercato.domains.shipping.commands import zones
from mercato.domains.shipping.schemas import CreateServiceZone, UpdateServiceZone
from mercato.domains.shipping.views import FULFILLMENT_SET
from mercato.flows import shipping_options as flow
from mercato.kernel.db import Tx
from mercato.kernel.http.answers import Answer, deleted, show
from mercato.kernel.reader.view import Selection


@delete("/{id:str}", status_code=200)
async def delete_fulfillment_set(tx: Tx, seller: CurrentSeller, id: str) -> Answer:
    """Takes out a set with its zones and options."""
    await require_owned(tx, SellerFulfillmentSet, seller.id, id)
    await flow.delete_fulfillment_set(tx, id)
    return deleted(id, "fulfillment_set")


@post("/{id:str}/service-zones", status_code=200, view=FULFILLMENT_SET)
async def create_service_zone(
    tx: Tx, seller: CurrentSeller, id: str, data: CreateServiceZone, fields: Selection
) -> Answer:
    """A part of the world for a set."""
    await require_owned(tx, SellerFulfillmentSet, seller.id, id)
    await zones.create_service_zone(tx, id, data, seller_id=seller.id)
    return await show(tx, fields, id)


@post("/{id:str}/service-zones/{zone_id:str}", status_code=200, view=FULFILLMENT_SET)
async def update_service_zone(
    tx: Tx, seller: CurrentSeller, id: str, zone_id: str, *, data: UpdateServiceZone, fields: Selection
) -> Answer:
    """Changes a zone."""
    await require_owned(tx, SellerFulfillmentSet, seller.id, id)
    await require_owned(tx, SellerServiceZone, seller.id, zone_id)
    await zones.update_service_zone(tx, id, zone_id, data)
    return await show(tx, fields, id)


@delete("/{id:str}/service-zones/{zone_id:str}", status_code=200)
async def delete_service_zone(tx: Tx, seller: CurrentSeller, id: str, zone_id: str) -> Answer:
    """Takes out a zone with its options."""
    await require_owned(tx, SellerFulfillmentSet, seller.id, id)
    await require_owned(tx, SellerServiceZone, seller.id, zone_id)
    await flow.delete_service_zone(tx, id, zone_id)
    return deleted(zone_id, "service_zone")


router = Router(
    "/fulfillment-sets",
    route_handlers=[delete_fulfillment_set, create_service_zone, update_service_zone, delete_service_zone],
)
