"""Lines of a cart."""

from litestar import Router, delete, post

from mercato.domains.carts.schemas import AddLine, UpdateLine
from mercato.domains.carts.views import STORE_CART
from mercato.flows.carts import lines
from mercato.kernel.db import Tx
from mercato.kernel.http.answers import Answer, deleted, show
from mercato.kernel.reader.view import Selection


@post("/", status_code=200, view=STORE_CART)
async def add_line(tx: Tx, id: str, data: AddLine, fields: Selection) -> Answer:
    """Puts a variant into the cart."""
    await lines.add_line(tx, id, data)
    return await show(tx, fields, id)


@post("/{line_id:str}", status_code=200, view=STORE_CART)
async def update_line(tx: Tx, id: str, line_id: str, data: UpdateLine, fields: Selection) -> Answer:
    """Changes the number of pieces."""
    await lines.update_line(tx, id, line_id, data)
    return await show(tx, fields, id)


@delete("/{line_id:str}", status_code=200)
async def delete_line(tx: Tx, id: str, line_id: str) -> Answer:
    """Takes a line out."""
    await lines.delete_line(tx, id, line_id)
    return deleted(line_id, "line-item")


router = Router("/carts/{id:str}/line-items", route_handlers=[add_line, update_line, delete_line])
