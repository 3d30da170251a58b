"""The words for shipping options."""

from litestar import Router, delete, get, post

from mercato.domains.shipping.commands import profiles
from mercato.domains.shipping.schemas import CreateOptionType, UpdateOptionType
from mercato.domains.shipping.views import OPTION_TYPE
from mercato.kernel.db import Tx
from mercato.kernel.http.answers import Answer, deleted, listing, show
from mercato.kernel.reader.view import Listing, Selection


@get("/", view=OPTION_TYPE)
async def list_shipping_option_types(tx: Tx, query: Listing) -> Answer:
    """All types."""
    return await listing(tx, query)


@post("/", status_code=200, view=OPTION_TYPE)
async def create_shipping_option_type(tx: Tx, data: CreateOptionType, fields: Selection) -> Answer:
    """A new type."""
    made = await profiles.create_option_type(tx, data)
    return await show(tx, fields, made.id)


@get("/{id:str}", view=OPTION_TYPE)
async def get_shipping_option_type(tx: Tx, id: str, fields: Selection) -> Answer:
    """One type."""
    return await show(tx, fields, id)


@post("/{id:str}", status_code=200, view=OPTION_TYPE)
async def update_shipping_option_type(tx: Tx, id: str, data: UpdateOptionType, fields: Selection) -> Answer:
    """Changes a type."""
    await profiles.update_option_type(tx, id, data)
    return await show(tx, fields, id)


@delete("/{id:str}", status_code=200)
async def delete_shipping_option_type(tx: Tx, id: str) -> Answer:
    """Takes out a type."""
    await profiles.delete_option_type(tx, id)
    return deleted(id, "shipping_option_type")


router = Router(
    "/shipping-option-types",
    route_handlers=[
        list_shipping_option_types,
        create_shipping_option_type,
        get_shipping_option_type,
        update_shipping_option_type,
        delete_shipping_option_type,
    ],
)
