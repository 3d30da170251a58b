"""Purchases of the customer who is logged in."""

from litestar import Router, get

from mercato.api.access import CurrentCustomer
from mercato.domains.orders.set_views import STORE_SET
from mercato.kernel.db import Tx
from mercato.kernel.http.answers import Answer, listing, show
from mercato.kernel.reader.view import Listing, Selection

# In a set every order carries the status of the payment that they share.
_SHARED = {"payment_status_of": "set"}


@get("/", view=STORE_SET)
async def list_order_sets(tx: Tx, customer: CurrentCustomer, query: Listing) -> Answer:
    """The customer's purchases."""
    return await listing(tx, query, scope={"customer_id": customer.id}, context=_SHARED)


@get("/{id:str}", view=STORE_SET)
async def get_order_set(tx: Tx, customer: CurrentCustomer, id: str, fields: Selection) -> Answer:
    """One purchase of the customer; another's is as good as none."""
    return await show(tx, fields, id, scope={"customer_id": customer.id}, context=_SHARED)


router = Router("/order-set", route_handlers=[list_order_sets, get_order_set])
