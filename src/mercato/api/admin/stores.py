"""The store, for the operator."""

from litestar import Router, get, post

from mercato.domains.stores.schemas import UpdateStore
from mercato.domains.stores.views import ADMIN_STORE
from mercato.flows import stores as flow
from mercato.kernel.db import Tx
from mercato.kernel.http.answers import Answer, listing, show
from mercato.kernel.reader.view import Listing, Selection


@get("/", view=ADMIN_STORE)
async def list_stores(tx: Tx, query: Listing) -> Answer:
    """The one store."""
    return await listing(tx, query)


@get("/{id:str}", view=ADMIN_STORE)
async def get_store(tx: Tx, id: str, fields: Selection) -> Answer:
    """The store."""
    return await show(tx, fields, id)


@post("/{id:str}", status_code=200, view=ADMIN_STORE)
async def update_store(tx: Tx, id: str, data: UpdateStore, fields: Selection) -> Answer:
    """Changes the store's name, defaults and currencies."""
    await flow.update_store(tx, id, data)
    return await show(tx, fields, id)


router = Router("/stores", route_handlers=[list_stores, get_store, update_store])
