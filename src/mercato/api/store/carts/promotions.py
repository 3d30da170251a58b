"""Codes on a cart."""

from litestar import Router, delete, post

from mercato.domains.carts.schemas import PromoCodes
from mercato.domains.carts.views import STORE_CART
from mercato.flows.carts import promotions
from mercato.kernel.db import Tx
from mercato.kernel.http.answers import Answer, show
from mercato.kernel.reader.view import Selection


@post("/", status_code=200, view=STORE_CART)
async def add_promotions(tx: Tx, id: str, data: PromoCodes, fields: Selection) -> Answer:
    """Puts codes on the cart; an empty list takes all off."""
    await promotions.add_codes(tx, id, data.promo_codes)
    return await show(tx, fields, id)


@delete("/", status_code=200, view=STORE_CART)
async def remove_promotions(tx: Tx, id: str, data: PromoCodes, fields: Selection) -> Answer:
    """Takes codes off the cart."""
    await promotions.remove_codes(tx, id, data.promo_codes)
    return await show(tx, fields, id)


router = Router("/carts/{id:str}/promotions", route_handlers=[add_promotions, remove_promotions])
