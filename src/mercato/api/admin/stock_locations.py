"""Stock locations of the operator."""

from litestar import Router, delete, get, post

from mercato.domains.inventory.commands import locations
from mercato.domains.inventory.schemas import CreateStockLocation, Links, UpdateStockLocation
from mercato.domains.inventory.views import LOCATION
from mercato.domains.shipping.schemas import CreateFulfillmentSet
from mercato.flows import stock_locations as flow
from mercato.kernel.db import Tx
from mercato.kernel.http.answers import Answer, deleted, listing, show
from mercato.kernel.reader.view import Listing, Selection

# Sellers run their own locations; the operator's list is of the operator's.
_NO_SELLER = {"seller.id": None}


@get("/", view=LOCATION)
async def list_stock_locations(tx: Tx, query: Listing) -> Answer:
    """The operator's locations."""
    return await listing(tx, query, scope=_NO_SELLER)


@post("/", status_code=200, view=LOCATION)
async def create_stock_location(tx: Tx, data: CreateStockLocation, fields: Selection) -> Answer:
    """A new location of the operator."""
    location = await locations.create_stock_location(tx, data)
    return await show(tx, fields, location.id)


@get("/{id:str}", view=LOCATION)
async def get_stock_location(tx: Tx, id: str, fields: Selection) -> Answer:
    """One location."""
    return await show(tx, fields, id)


@post("/{id:str}", status_code=200, view=LOCATION)
async def update_stock_location(tx: Tx, id: str, data: UpdateStockLocation, fields: Selection) -> Answer:
    """Changes a location."""
    await locations.update_stock_location(tx, id, data)
    return await show(tx, fields, id)


@delete("/{id:str}", status_code=200)
async def delete_stock_location(tx: Tx, id: str) -> Answer:
    """Closes a location."""
    await flow.close_stock_location(tx, id)
    return deleted(id, "stock_location")


@post("/{id:str}/sales-channels", status_code=200, view=LOCATION)
async def link_sales_channels(tx: Tx, id: str, data: Links, fields: Selection) -> Answer:
    """Which channels sell from a location."""
    await flow.link_sales_channels(tx, id, data)
    return await show(tx, fields, id)


@post("/{id:str}/fulfillment-providers", status_code=200, view=LOCATION)
async def link_fulfillment_providers(tx: Tx, id: str, data: Links, fields: Selection) -> Answer:
    """Which providers collect at a location."""
    await flow.link_providers(tx, id, data)
    return await show(tx, fields, id)


@post("/{id:str}/fulfillment-sets", status_code=200, view=LOCATION)
async def create_fulfillment_set(tx: Tx, id: str, data: CreateFulfillmentSet, fields: Selection) -> Answer:
    """The shipping or pickup of a location."""
    await flow.add_fulfillment_set(tx, id, data)
    return await show(tx, fields, id)


router = Router(
    "/stock-locations",
    route_handlers=[
        list_stock_locations,
        create_stock_location,
        get_stock_location,
        update_stock_location,
        delete_stock_location,
        link_sales_channels,
        link_fulfillment_providers,
        create_fulfillment_set,
    ],
)
