"""How a cart is paid."""

from litestar import Router, post

from mercato.api.access import OptionalCustomer, id_of
from mercato.domains.payments.schemas import CreateCollection, CreateSession
from mercato.domains.payments.views import STORE_COLLECTION
from mercato.flows.carts import payment
from mercato.kernel.db import Db, Tx
from mercato.kernel.http.answers import Answer, show
from mercato.kernel.reader.view import Selection


@post("/", status_code=200, view=STORE_COLLECTION)
async def create_payment_collection(tx: Tx, data: CreateCollection, fields: Selection) -> Answer:
    """The payment of a cart; there is one at most."""
    id = await payment.open_collection(tx, data.cart_id)
    return await show(tx, fields, id)


@post("/{id:str}/payment-sessions", status_code=200, view=STORE_COLLECTION)
async def create_payment_session(
    db: Db, customer: OptionalCustomer, id: str, data: CreateSession, fields: Selection
) -> Answer:
    """Chooses a provider, in place of the one chosen before."""
    await payment.choose_payment(db, id, data, customer_id=id_of(customer))
    async with db.read() as tx:
        return await show(tx, fields, id)


router = Router("/payment-collections", route_handlers=[create_payment_collection, create_payment_session])
