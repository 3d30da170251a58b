"""Regions, for the shop."""

from litestar import Router, get

from mercato.domains.regions.views import STORE_REGION
from mercato.kernel.db import Tx
from mercato.kernel.http.answers import Answer, listing, show
from mercato.kernel.reader.view import Listing, Selection


@get("/", view=STORE_REGION)
async def list_regions(tx: Tx, query: Listing) -> Answer:
    """All regions."""
    return await listing(tx, query)


@get("/{id:str}", view=STORE_REGION)
async def get_region(tx: Tx, id: str, fields: Selection) -> Answer:
    """One region."""
    return await show(tx, fields, id)


router = Router("/regions", route_handlers=[list_regions, get_region])
