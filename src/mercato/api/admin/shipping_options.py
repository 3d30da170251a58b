"""Shipping options, for the operator."""

from litestar import Router, delete, get, post

from mercato.domains.shipping.commands.options import change_rules
from mercato.domains.shipping.schemas import CreateOption, RuleBatch, UpdateOption
from mercato.domains.shipping.views import OPTION, OPTION_RULE
from mercato.flows import shipping_options as flow
from mercato.kernel.db import Tx
from mercato.kernel.http.answers import Answer, answer, deleted, listing, show
from mercato.kernel.reader.run import fetch
from mercato.kernel.reader.view import Listing, Selection


@get("/", view=OPTION)
async def list_shipping_options(tx: Tx, query: Listing) -> Answer:
    """All options."""
    return await listing(tx, query)


@post("/", status_code=200, view=OPTION)
async def create_shipping_option(tx: Tx, data: CreateOption, fields: Selection) -> Answer:
    """A new option of the operator."""
    option = await flow.create_shipping_option(tx, data)
    return await show(tx, fields, option.id)


@get("/{id:str}", view=OPTION)
async def get_shipping_option(tx: Tx, id: str, fields: Selection) -> Answer:
    """One option."""
    return await show(tx, fields, id)


@post("/{id:str}", status_code=200, view=OPTION)
async def update_shipping_option(tx: Tx, id: str, data: UpdateOption, fields: Selection) -> Answer:
    """Changes an option."""
    await flow.update_shipping_option(tx, id, data)
    return await show(tx, fields, id)


@delete("/{id:str}", status_code=200)
async def delete_shipping_option(tx: Tx, id: str) -> Answer:
    """Takes out an option."""
    await flow.delete_shipping_option(tx, id)
    return deleted(id, "shipping_option")


@post("/{id:str}/rules/batch", status_code=200, view=OPTION_RULE)
async def change_shipping_option_rules(tx: Tx, id: str, data: RuleBatch, fields: Selection) -> Answer:
    """Makes, changes and removes conditions of an option."""
    done = await change_rules(tx, id, data)
    return answer(
        created=await fetch(tx, fields, done.created),
        updated=await fetch(tx, fields, done.updated),
        deleted={"ids": done.deleted, "object": "shipping_option_rule", "deleted": True},
    )


router = Router(
    "/shipping-options",
    route_handlers=[
        list_shipping_options,
        create_shipping_option,
        get_shipping_option,
        update_shipping_option,
        delete_shipping_option,
        change_shipping_option_rules,
    ],
)
