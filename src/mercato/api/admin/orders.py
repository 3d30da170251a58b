"""Orders, for the operator."""

from litestar import Router, get

from mercato.domains.orders.views import ADMIN_ORDER, ADMIN_ORDERS
from mercato.kernel.db import Tx
from mercato.kernel.http.answers import Answer, listing, show
from mercato.kernel.reader.view import Listing, Selection


@get("/", view=ADMIN_ORDERS)
async def list_orders(tx: Tx, query: Listing) -> Answer:
    """Every order of every seller, drafts excepted."""
    return await listing(tx, query, scope={"is_draft_order": False})


@get("/{id:str}", view=ADMIN_ORDER)
async def get_order(tx: Tx, id: str, fields: Selection) -> Answer:
    """One order."""
    return await show(tx, fields, id)


router = Router("/orders", route_handlers=[list_orders, get_order])
