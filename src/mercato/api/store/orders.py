"""Orders, for shoppers."""

from litestar import Router, get

from mercato.api.access import CurrentCustomer
from mercato.domains.orders.views import STORE_ORDER, STORE_ORDERS
from mercato.kernel.db import Tx
from mercato.kernel.http.answers import Answer, listing, show
from mercato.kernel.reader.view import Listing, Selection


@get("/", view=STORE_ORDERS)
async def list_orders(tx: Tx, customer: CurrentCustomer, query: Listing) -> Answer:
    """The customer's orders, newest first."""
    return await listing(tx, query, scope={"customer_id": customer.id, "is_draft_order": False})


@get("/{id:str}", view=STORE_ORDER)
async def get_order(tx: Tx, id: str, fields: Selection) -> Answer:
    """One order, for whoever knows its id: the page that confirms a guest's purchase has nothing else to show."""
    return await show(tx, fields, id, scope={"is_draft_order": False})


router = Router("/orders", route_handlers=[list_orders, get_order])
