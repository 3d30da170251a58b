"""Carts: taking one, reading it, changing its head."""

from litestar import Router, get, post

from mercato.api.access import CurrentCustomer, OptionalCustomer, SalesKey, id_of
from mercato.domains.carts.schemas import CreateCart, Nothing, UpdateCart
from mercato.domains.carts.views import STORE_CART, STORE_CART_READ
from mercato.flows.carts import calculate_taxes as taxes
from mercato.flows.carts import create_cart as creation
from mercato.flows.carts import hand_over
from mercato.flows.carts import update_cart as change
from mercato.kernel.db import Tx
from mercato.kernel.http.answers import Answer, show
from mercato.kernel.reader.view import Selection


@post("/", status_code=200, view=STORE_CART)
async def create_cart(tx: Tx, key: SalesKey, customer: OptionalCustomer, data: CreateCart, fields: Selection) -> Answer:
    """A new cart, of the customer who is logged in or of a guest."""
    cart = await creation.create_cart(tx, data, channel_ids=key.channel_ids, account_id=id_of(customer))
    return await show(tx, fields, cart.id)


@get("/{id:str}", view=STORE_CART_READ)
async def get_cart(tx: Tx, id: str, fields: Selection) -> Answer:
    """A cart, for whoever knows its id. Reading changes nothing."""
    return await show(tx, fields, id)


@post("/{id:str}", status_code=200, view=STORE_CART_READ)
async def update_cart(tx: Tx, key: SalesKey, id: str, data: UpdateCart, fields: Selection) -> Answer:
    """Changes the head; everything is reckoned anew."""
    await change.update_cart(tx, id, data, channel_ids=key.channel_ids)
    return await show(tx, fields, id)


@post("/{id:str}/customer", status_code=200, view=STORE_CART)
async def transfer_cart(tx: Tx, customer: CurrentCustomer, id: str, data: Nothing, fields: Selection) -> Answer:
    """A guest's cart becomes the caller's."""
    del data
    await hand_over.hand_over_cart(tx, id, customer.id)
    return await show(tx, fields, id)


@post("/{id:str}/taxes", status_code=200, view=STORE_CART)
async def calculate_taxes(tx: Tx, id: str, fields: Selection) -> Answer:
    """Reckons taxes, also where the region does not by itself."""
    await taxes.calculate_taxes(tx, id)
    return await show(tx, fields, id)


router = Router("/carts", route_handlers=[create_cart, get_cart, update_cart, transfer_cart, calculate_taxes])
