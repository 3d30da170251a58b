"""Tax rates and what they are for."""

from litestar import Router, delete, get, post

from mercato.api.access import CurrentUser
from mercato.domains.taxes.commands import rates as commands
from mercato.domains.taxes.schemas import CreateRule, CreateTaxRate, UpdateTaxRate
from mercato.domains.taxes.views import TAX_RATE
from mercato.kernel.db import Tx
from mercato.kernel.http.answers import Answer, deleted, listing, show
from mercato.kernel.reader.run import fetch
from mercato.kernel.reader.view import Listing, Selection


@get("/", view=TAX_RATE)
async def list_tax_rates(tx: Tx, query: Listing) -> Answer:
    """All rates."""
    return await listing(tx, query)


@post("/", status_code=200, view=TAX_RATE)
async def create_tax_rate(tx: Tx, user: CurrentUser, data: CreateTaxRate, fields: Selection) -> Answer:
    """A new rate."""
    rate = await commands.create_tax_rate(tx, data, created_by=user.id)
    return await show(tx, fields, rate.id)


@get("/{id:str}", view=TAX_RATE)
async def get_tax_rate(tx: Tx, id: str, fields: Selection) -> Answer:
    """One rate."""
    return await show(tx, fields, id)


@post("/{id:str}", status_code=200, view=TAX_RATE)
async def update_tax_rate(tx: Tx, user: CurrentUser, id: str, data: UpdateTaxRate, fields: Selection) -> Answer:
    """Changes a rate."""
    await commands.update_tax_rate(tx, id, data, updated_by=user.id)
    return await show(tx, fields, id)


@delete("/{id:str}", status_code=200)
async def delete_tax_rate(tx: Tx, id: str) -> Answer:
    """Removes a rate."""
    await commands.delete_tax_rate(tx, id)
    return deleted(id, "tax_rate")


@post("/{id:str}/rules", status_code=200, view=TAX_RATE)
async def create_rule(tx: Tx, user: CurrentUser, id: str, data: CreateRule, fields: Selection) -> Answer:
    """One more thing that a rate is for."""
    await commands.add_rule(tx, id, data, created_by=user.id)
    return await show(tx, fields, id)


@delete("/{id:str}/rules/{rule_id:str}", status_code=200, view=TAX_RATE)
async def delete_rule(tx: Tx, id: str, rule_id: str, fields: Selection) -> Answer:
    """A rate is not for something any more."""
    await commands.delete_rule(tx, id, rule_id)
    parent = await fetch(tx, fields, [id])
    return deleted(rule_id, "tax_rate_rule", parent=next(iter(parent), None))


router = Router(
    "/tax-rates",
    route_handlers=[
        list_tax_rates,
        create_tax_rate,
        get_tax_rate,
        update_tax_rate,
        delete_tax_rate,
        create_rule,
        delete_rule,
    ],
)
