"""Deliveries that a shopper may choose."""

from litestar import Router, get, post

from mercato.api.access import CurrentCustomer
from mercato.domains.carts.schemas import AskCarrier
from mercato.flows.carts import shipping_options as flow
from mercato.kernel.db import Tx
from mercato.kernel.http.answers import Answer, answer
from mercato.kernel.http.params import QueryBody
from mercato.kernel.http.types import Opt


class Ignored(QueryBody):
    """What lists take and these do not heed: rows are shown whole, and all of them."""

    fields: Opt[str] = None
    offset: Opt[int] = None
    limit: Opt[int] = None
    order: Opt[str] = None
    with_deleted: Opt[bool] = None


class OfCart(Ignored):
    """For which cart, and in which direction."""

    cart_id: str
    is_return: Opt[bool] = None


class OfOrder(Ignored):
    """For which order."""

    order_id: str


@get("/")
async def list_shipping_options(tx: Tx, query: OfCart) -> Answer:
    """What a cart may still choose, with prices for it."""
    options = await flow.options_for_cart(tx, query.cart_id, is_return=bool(query.is_return))
    return answer(shipping_options=options)


@get("/return")
async def list_return_options(tx: Tx, customer: CurrentCustomer, query: OfOrder) -> Answer:
    """How goods of an order may come back."""
    return answer(shipping_options=await flow.return_options(tx, query.order_id, customer.id))


@post("/{id:str}/calculate", status_code=200, readonly=True)
async def calculate_shipping_option(tx: Tx, id: str, query: Ignored, data: AskCarrier) -> Answer:
    """What a carrier asks for a cart."""
    del query
    return answer(shipping_option=await flow.calculate_option(tx, id, data.cart_id, data.data))


router = Router(
    "/shipping-options", route_handlers=[list_shipping_options, list_return_options, calculate_shipping_option]
)
