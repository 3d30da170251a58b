"""The store, for sellers."""

from litestar import Router, get

from mercato.api.access import CurrentSeller
from mercato.api.whole import whole
from mercato.domains.stores.views import VENDOR_STORE
from mercato.kernel.db import Tx
from mercato.kernel.http.answers import Answer, listing, show
from mercato.kernel.reader.view import Selection


@get("/", view=VENDOR_STORE)
async def list_stores(tx: Tx, seller: CurrentSeller, fields: Selection) -> Answer:
    """The one store."""
    del seller
    return await listing(tx, whole(fields))


@get("/{id:str}", view=VENDOR_STORE)
async def get_store(tx: Tx, seller: CurrentSeller, id: str, fields: Selection) -> Answer:
    """The store."""
    del seller
    return await show(tx, fields, id)


router = Router("/stores", route_handlers=[list_stores, get_store])
