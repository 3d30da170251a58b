"""The currencies of the world, for the shop."""

from litestar import Router, get

from mercato.domains.regions.views import STORE_CURRENCY
from mercato.kernel.db import Tx
from mercato.kernel.http.answers import Answer, listing, show
from mercato.kernel.reader.view import Listing, Selection


@get("/", view=STORE_CURRENCY)
async def list_currencies(tx: Tx, query: Listing) -> Answer:
    """All currencies."""
    return await listing(tx, query)


@get("/{code:str}", view=STORE_CURRENCY)
async def get_currency(tx: Tx, code: str, fields: Selection) -> Answer:
    """One currency, whatever the case of its code."""
    return await show(tx, fields, code.lower())


router = Router("/currencies", route_handlers=[list_currencies, get_currency])
