"""The store with what it names: a channel, a region, a location, currencies and how their prices are meant."""

from mercato.domains.channels.models import SalesChannel
from mercato.domains.inventory.models import StockLocation
from mercato.domains.pricing.commands.preferences import set_preference
from mercato.domains.regions.models import Region
from mercato.domains.regions.queries import require_currencies
from mercato.domains.stores import commands
from mercato.domains.stores.models import Store
from mercato.domains.stores.schemas import UpdateStore
from mercato.kernel.db import Tx


async def update_store(tx: Tx, id: str, data: UpdateStore) -> Store:
    """Changes what was sent. Every currency that is named gets a price preference; those of dropped ones stay.

    Raises:
        NotFound: for an unknown store, channel, region or location.
        Invalid: for currencies that are unknown, repeat, or have not exactly one default.
    """
    await commands.lock_store(tx, id)
    await _check_defaults(tx, data)
    store = await commands.update_store(tx, id, data)
    currencies = data.supported_currencies or []
    await require_currencies(tx, [one.currency_code.lower() for one in currencies])
    for one in currencies:
        code, inclusive = one.currency_code.lower(), one.is_tax_inclusive or False
        await set_preference(tx, "currency_code", code, is_tax_inclusive=inclusive)
    return store


async def _check_defaults(tx: Tx, data: UpdateStore) -> None:
    if data.default_sales_channel_id is not None:
        await tx.require(SalesChannel, data.default_sales_channel_id, "default_sales_channel_id")
    if data.default_region_id is not None:
        await tx.require(Region, data.default_region_id, "default_region_id")
    if data.default_location_id is not None:
        await tx.require(StockLocation, data.default_location_id, "default_location_id")
