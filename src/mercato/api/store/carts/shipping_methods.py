"""Deliveries that the shopper has chosen."""

from litestar import Router, delete, post

from mercato.domains.carts.schemas import AddShippingMethod, RemoveShippingMethods
from mercato.domains.carts.views import STORE_CART
from mercato.flows.carts import shipping_methods
from mercato.kernel.db import Tx
from mercato.kernel.http.answers import Answer, show
from mercato.kernel.reader.view import Selection


@post("/", status_code=200, view=STORE_CART)
async def add_shipping_method(tx: Tx, id: str, data: AddShippingMethod, fields: Selection) -> Answer:
    """Chooses a delivery for a seller's goods."""
    await shipping_methods.add_shipping_method(tx, id, data)
    return await show(tx, fields, id)


@delete("/", status_code=200, view=STORE_CART)
async def remove_shipping_methods(tx: Tx, id: str, data: RemoveShippingMethods, fields: Selection) -> Answer:
    """Takes deliveries out."""
    await shipping_methods.remove_shipping_methods(tx, id, data.shipping_method_ids)
    return await show(tx, fields, id)


router = Router("/carts/{id:str}/shipping-methods", route_handlers=[add_shipping_method, remove_shipping_methods])
