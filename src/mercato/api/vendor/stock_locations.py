"""Stock locations of a seller."""

from litestar import Router, delete, get, post

from mercato.api.access import CurrentSeller
from mercato.domains.inventory.commands import locations
from mercato.domains.inventory.schemas import CreateStockLocation, Links, UpdateStockLocation
from mercato.domains.inventory.views import SELLER_LOCATION
from mercato.domains.sellers.links import SellerStockLocation
from mercato.domains.sellers.queries import require_owned
from mercato.domains.shipping.schemas import CreateFulfillmentSet
from mercato.flows import stock_locations as flow
from mercato.kernel.db import Tx
from mercato.kernel.http.answers import Answer, deleted, listing, show
from mercato.kernel.reader.view import Listing, Selection


@get("/", view=SELLER_LOCATION)
async def list_stock_locations(tx: Tx, seller: CurrentSeller, query: Listing) -> Answer:
    """The seller's locations."""
    return await listing(tx, query, scope={"seller.id": seller.id})


@post("/", status_code=201, view=SELLER_LOCATION)
async def create_stock_location(tx: Tx, seller: CurrentSeller, data: CreateStockLocation, fields: Selection) -> Answer:
    """A new location of the seller."""
    location = await locations.create_stock_location(tx, data, seller_id=seller.id)
    return await show(tx, fields, location.id, status=201)


@get("/{id:str}", view=SELLER_LOCATION)
async def get_stock_location(tx: Tx, seller: CurrentSeller, id: str, fields: Selection) -> Answer:
    """One of the seller's locations."""
    await require_owned(tx, SellerStockLocation, seller.id, id)
    return await show(tx, fields, id)


@post("/{id:str}", status_code=200, view=SELLER_LOCATION)
async def update_stock_location(
    tx: Tx, seller: CurrentSeller, id: str, data: UpdateStockLocation, fields: Selection
) -> Answer:
    """Changes a location."""
    await require_owned(tx, SellerStockLocation, seller.id, id)
    await locations.update_stock_location(tx, id, data, seller_id=seller.id)
    return await show(tx, fields, id)


@delete("/{id:str}", status_code=200)
async def delete_stock_location(tx: Tx, seller: CurrentSeller, id: str) -> Answer:
    """Closes a location."""
    await require_owned(tx, SellerStockLocation, seller.id, id)
    await flow.close_stock_location(tx, id)
    return deleted(id, "stock_location")


@post("/{id:str}/sales-channels", status_code=200, view=SELLER_LOCATION)
async def link_sales_channels(tx: Tx, seller: CurrentSeller, id: str, data: Links, fields: Selection) -> Answer:
    """Which channels sell from a location."""
    await require_owned(tx, SellerStockLocation, seller.id, id)
    await flow.link_sales_channels(tx, id, data)
    return await show(tx, fields, id)


@post("/{id:str}/fulfillment-providers", status_code=200, view=SELLER_LOCATION)
async def link_fulfillment_providers(tx: Tx, seller: CurrentSeller, id: str, data: Links, fields: Selection) -> Answer:
    """Which providers collect at a location."""
    await require_owned(tx, SellerStockLocation, seller.id, id)
    await flow.link_providers(tx, id, data)
    return await show(tx, fields, id)


@post("/{id:str}/fulfillment-sets", status_code=200, view=SELLER_LOCATION)
async def create_fulfillment_set(
    tx: Tx, seller: CurrentSeller, id: str, data: CreateFulfillmentSet, fields: Selection
) -> Answer:
    """The shipping or pickup of a location."""
    await require_owned(tx, SellerStockLocation, seller.id, id)
    await flow.add_fulfillment_set(tx, id, data, seller_id=seller.id)
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
