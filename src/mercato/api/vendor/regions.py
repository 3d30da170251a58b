"""Regions, for sellers."""

from litestar import Router, get

from mercato.api.access import CurrentSeller
from mercato.domains.regions.views import VENDOR_REGION
from mercato.kernel.db import Tx
from mercato.kernel.http.answers import Answer, listing, show
from mercato.kernel.reader.view import Listing, Selection


@get("/", view=VENDOR_REGION)
async def list_regions(tx: Tx, seller: CurrentSeller, query: Listing) -> Answer:
    """All regions."""
    del seller
    return await listing(tx, query)


@get("/{id:str}", view=VENDOR_REGION)
async def get_region(tx: Tx, seller: CurrentSeller, id: str, fields: Selection) -> Answer:
    """One region."""
    del seller
    return await show(tx, fields, id)


router = Router("/regions", route_handlers=[list_regions, get_region])
