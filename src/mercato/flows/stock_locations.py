"""Stock locations with what others tie to them: sales channels, fulfilment sets, providers."""

from mercato.domains.channels.queries import require_channels
from mercato.domains.inventory.commands import locations
from mercato.domains.inventory.schemas import Links
from mercato.domains.pricing.commands.price_sets import delete_price_sets
from mercato.domains.shipping.commands import zones
from mercato.domains.shipping.schemas import CreateFulfillmentSet
from mercato.kernel.db import Tx


async def close_stock_location(tx: Tx, id: str) -> None:
    """Takes out a location, its fulfilment sets and their options.

    Raises:
        NotAllowed: while goods lie there, or are promised from there.
    """
    await locations.delete_stock_location(tx, id)
    await delete_price_sets(tx, await zones.close_location(tx, id))


async def add_fulfillment_set(
    tx: Tx, location_id: str, data: CreateFulfillmentSet, *, seller_id: str | None = None
) -> None:
    """The shipping or pickup of a location."""
    await locations.lock_location(tx, location_id)
    await zones.create_fulfillment_set(tx, location_id, data, seller_id=seller_id)


async def link_sales_channels(tx: Tx, location_id: str, data: Links) -> None:
    """Opens a location to sales channels and closes it to others."""
    await require_channels(tx, data.add or [])
    await locations.set_sales_channels(tx, location_id, add=data.add or [], remove=data.remove or [])


async def link_providers(tx: Tx, location_id: str, data: Links) -> None:
    """Lets fulfilment providers collect at a location and stops others."""
    await locations.lock_location(tx, location_id)
    await zones.set_providers(tx, location_id, add=data.add or [], remove=data.remove or [])
