"""Purchases, for shoppers."""

from litestar import Router, get

from mercato.api.access import CurrentCustomer, OptionalCustomer, id_of
from mercato.domains.orders.set_views import STORE_SET
from mercato.kernel.db import Tx
from mercato.kernel.http.answers import Answer, listing, show
from mercato.kernel.reader.view import Listing, Selection

# In a set every order carries the status of the payment that they share.
_SHARED = {"payment_status_of": "set"}
# A guest has no login to show: the page that confirms the purchase has nothing but its id.
_GUESTS = ({"customer_id": None}, {"customer.has_account": False})


@get("/", view=STORE_SET)
async def list_order_sets(tx: Tx, customer: CurrentCustomer, query: Listing) -> Answer:
    """The customer's purchases."""
    return await listing(tx, query, scope={"customer_id": customer.id}, context=_SHARED)


@get("/{id:str}", view=STORE_SET)
async def get_order_set(tx: Tx, customer: OptionalCustomer, id: str, fields: Selection) -> Answer:
    """One purchase of the customer, or of a guest for whoever knows its id; another's is as good as none."""
    mine = {"customer_id": id_of(customer) or ""}
    return await show(tx, fields, id, scope={"$or": [mine, *_GUESTS]}, context=_SHARED)


router = Router("/order-set", route_handlers=[list_order_sets, get_order_set])
