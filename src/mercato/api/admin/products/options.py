"""Options of products. What changes one answers its product."""

from litestar import Router, delete, get, post

from mercato.domains.catalog.commands import options
from mercato.domains.catalog.variant_views import ADMIN_OPTION
from mercato.domains.catalog.views import ADMIN_PRODUCT
from mercato.flows.products.update_schemas import CreateOption, UpdateOption
from mercato.kernel.db import Tx
from mercato.kernel.http.answers import Answer, deleted, listing, show
from mercato.kernel.reader.run import fetch
from mercato.kernel.reader.view import Listing, Selection


@get("/{id:str}/options", view=ADMIN_OPTION)
async def list_options(tx: Tx, id: str, query: Listing) -> Answer:
    """The options of a product."""
    return await listing(tx, query, scope={"product_id": id})


@post("/{id:str}/options", status_code=200, view=ADMIN_PRODUCT)
async def create_option(tx: Tx, id: str, data: CreateOption, fields: Selection) -> Answer:
    """One more option."""
    await options.create_option(tx, id, title=data.title, values=data.values)
    return await show(tx, fields, id)


@get("/{id:str}/options/{option_id:str}", view=ADMIN_OPTION)
async def get_option(tx: Tx, id: str, option_id: str, fields: Selection) -> Answer:
    """One option."""
    return await show(tx, fields, option_id, scope={"product_id": id})


@post("/{id:str}/options/{option_id:str}", status_code=200, view=ADMIN_PRODUCT)
async def update_option(tx: Tx, id: str, option_id: str, data: UpdateOption, fields: Selection) -> Answer:
    """Changes an option; values that are given are all that stay."""
    option = await options.get_option(tx, id, option_id)
    await options.update_option(tx, option, options.OptionChange(title=data.title, values=data.values))
    return await show(tx, fields, id)


@delete("/{id:str}/options/{option_id:str}", status_code=200, view=ADMIN_PRODUCT)
async def delete_option(tx: Tx, id: str, option_id: str, fields: Selection) -> Answer:
    """Takes out an option, also from the variants."""
    await options.delete_options(tx, [await options.get_option(tx, id, option_id)])
    (parent,) = await fetch(tx, fields, [id])
    return deleted(option_id, "product_option", parent=parent)


router = Router("/products", route_handlers=[list_options, create_option, get_option, update_option, delete_option])
