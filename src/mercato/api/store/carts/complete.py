"""Buying a cart."""

from litestar import Router, post

from mercato.domains.orders.set_views import STORE_SET
from mercato.domains.orders.views import STORE_ORDER
from mercato.flows.checkout.complete_cart import complete_cart as complete
from mercato.kernel.db import Db
from mercato.kernel.http.answers import Answer, answer
from mercato.kernel.reader.run import rows_of


@post("/", status_code=200)
async def complete_cart(db: Db, id: str) -> Answer:
    """Makes orders of a cart, once; the answer serves clients that expect an order and those that expect a set."""
    set_id = await complete(db, id)
    async with db.read() as tx:
        order_set = await rows_of(
            tx, STORE_SET, STORE_SET.default, scope={"id": set_id}, context={"payment_status_of": "set"}
        )
        orders = await rows_of(tx, STORE_ORDER, STORE_ORDER.default, scope={"order_set.id": set_id}, order="display_id")
    return answer(200, type="order", order=orders[0], order_set=order_set[0])


router = Router("/carts/{id:str}/complete", route_handlers=[complete_cart])
