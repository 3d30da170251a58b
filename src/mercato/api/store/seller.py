"""Sellers, for shoppers."""

from litestar import Router, get

from mercato.domains.sellers.queries import get_seller_by_handle
from mercato.domains.sellers.views import STORE_SELLER
from mercato.kernel.db import Tx
from mercato.kernel.http.answers import Answer, listing, show
from mercato.kernel.reader.view import Listing, Selection


@get("/", view=STORE_SELLER)
async def list_sellers(tx: Tx, query: Listing) -> Answer:
    """All sellers, also those that do not sell now: clients read `store_status`."""
    return await listing(tx, query)


@get("/{handle:str}", view=STORE_SELLER)
async def get_seller(tx: Tx, handle: str, fields: Selection) -> Answer:
    """One seller by its handle."""
    seller = await get_seller_by_handle(tx, handle)
    return await show(tx, fields, seller.id)


router = Router("/seller", route_handlers=[list_sellers, get_seller])
