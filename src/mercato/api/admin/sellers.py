"""Sellers, for the operator."""

from litestar import Router, get, post

from mercato.domains.sellers.commands import update_seller as write_seller
from mercato.domains.sellers.schemas import UpdateSeller
from mercato.domains.sellers.views import ADMIN_SELLER
from mercato.kernel.db import Tx
from mercato.kernel.http.answers import Answer, listing, show
from mercato.kernel.reader.view import Listing, Selection


@get("/", view=ADMIN_SELLER)
async def list_sellers(tx: Tx, query: Listing) -> Answer:
    """All sellers."""
    return await listing(tx, query)


@get("/{id:str}", view=ADMIN_SELLER)
async def get_seller(tx: Tx, id: str, fields: Selection) -> Answer:
    """One seller."""
    return await show(tx, fields, id)


@post("/{id:str}", status_code=200, view=ADMIN_SELLER)
async def update_seller(tx: Tx, id: str, data: UpdateSeller, fields: Selection) -> Answer:
    """Changes a seller, or opens, closes and suspends it."""
    await write_seller(tx, id, data)
    return await show(tx, fields, id)


router = Router("/sellers", route_handlers=[list_sellers, get_seller, update_seller])
