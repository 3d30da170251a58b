"""Purchases with the orders of their sellers, for the operator."""

from litestar import Router, get

from mercato.domains.orders.set_views import ADMIN_SET
from mercato.kernel.db import Tx
from mercato.kernel.http.answers import Answer, listing, show
from mercato.kernel.reader.view import Listing, Selection

# In a set every order carries the status of the payment that they share.
_SHARED = {"payment_status_of": "set"}


@get("/", view=ADMIN_SET)
async def list_order_sets(tx: Tx, query: Listing) -> Answer:
    """Every purchase."""
    return await listing(tx, query, context=_SHARED)


@get("/{id:str}", view=ADMIN_SET)
async def get_order_set(tx: Tx, id: str, fields: Selection) -> Answer:
    """One purchase."""
    return await show(tx, fields, id, context=_SHARED)


router = Router("/order-sets", route_handlers=[list_order_sets, get_order_set])
