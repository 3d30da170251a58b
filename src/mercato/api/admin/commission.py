"""Commission: its rules and what they took, for the operator."""

from litestar import Router, delete, get, post

from mercato.domains.commissions import commands
from mercato.domains.commissions.queries import get_default_rule
from mercato.domains.commissions.schemas import CreateRule, SellerPeriod, SetDefaultRule, UpdateRule
from mercato.domains.commissions.views import ADMIN_LINE, RULE, RULE_SEARCH, RULE_TABLE
from mercato.kernel.db import Tx
from mercato.kernel.http.answers import Answer, deleted, listing, show
from mercato.kernel.reader.view import Listing, Selection

# The default rule has a page of its own.
_NOT_DEFAULT = {"reference": {"$ne": "site"}}


@get("/rules", view=RULE_TABLE)
async def list_rules(tx: Tx, query: Listing) -> Answer:
    """All rules but the default one, each with its rate and what it speaks of."""
    return await listing(tx, query, scope=_NOT_DEFAULT)


@post("/rules", status_code=201, view=RULE)
async def create_rule(tx: Tx, data: CreateRule, fields: Selection) -> Answer:
    """A new rule."""
    rule = await commands.create_rule(tx, data)
    return await show(tx, fields, rule.id, status=201)


@get("/rules/{id:str}", view=RULE_TABLE)
async def get_rule(tx: Tx, id: str, fields: Selection) -> Answer:
    """One rule with its rate."""
    return await show(tx, fields, id)


@post("/rules/{id:str}", status_code=200, view=RULE)
async def update_rule(tx: Tx, id: str, data: UpdateRule, fields: Selection) -> Answer:
    """Renames a rule or switches it."""
    await commands.update_rule(tx, id, data)
    return await show(tx, fields, id)


@delete("/rules/{id:str}", status_code=200)
async def delete_rule(tx: Tx, id: str) -> Answer:
    """Takes a rule out of use."""
    await commands.delete_rule(tx, id)
    return deleted(id, "commission_rule")


@get("/default", view=RULE_TABLE)
async def get_default(tx: Tx, fields: Selection) -> Answer:
    """The rule that holds where no other does."""
    rule = await get_default_rule(tx)
    return await show(tx, fields, rule.id)


@post("/default", status_code=200, view=RULE_TABLE)
async def set_default(tx: Tx, data: SetDefaultRule, fields: Selection) -> Answer:
    """Replaces the rule that holds where no other does."""
    rule = await commands.set_default_rule(tx, data)
    return await show(tx, fields, rule.id)


@get("/search", view=RULE_SEARCH)
async def search_rules(tx: Tx, query: Listing) -> Answer:
    """Rules whose name or reference contains a text."""
    return await listing(tx, query)


@get("/commission-lines", view=ADMIN_LINE)
async def list_lines(tx: Tx, period: SellerPeriod, query: Listing) -> Answer:
    """What the marketplace kept of each line that was sold."""
    return await listing(tx, query, scope=period.scope())


router = Router(
    "/commission",
    route_handlers=[
        list_rules,
        create_rule,
        get_rule,
        update_rule,
        delete_rule,
        get_default,
        set_default,
        search_rules,
        list_lines,
    ],
)
