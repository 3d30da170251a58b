"""Whether prices of a currency or region contain the tax."""

from litestar import Router, delete, get, post

from mercato.domains.pricing.commands import preferences as commands
from mercato.domains.pricing.preference_schemas import CreatePreference, UpdatePreference
from mercato.domains.pricing.preference_views import PREFERENCE
from mercato.kernel.db import Tx
from mercato.kernel.http.answers import Answer, deleted, listing, show
from mercato.kernel.reader.view import Listing, Selection


@get("/", view=PREFERENCE)
async def list_price_preferences(tx: Tx, query: Listing) -> Answer:
    """All preferences."""
    return await listing(tx, query)


@post("/", status_code=200, view=PREFERENCE)
async def create_price_preference(tx: Tx, data: CreatePreference, fields: Selection) -> Answer:
    """A new preference."""
    preference = await commands.create_preference(tx, data)
    return await show(tx, fields, preference.id)


@get("/{id:str}", view=PREFERENCE)
async def get_price_preference(tx: Tx, id: str, fields: Selection) -> Answer:
    """One preference."""
    return await show(tx, fields, id)


@post("/{id:str}", status_code=200, view=PREFERENCE)
async def update_price_preference(tx: Tx, id: str, data: UpdatePreference, fields: Selection) -> Answer:
    """Changes a preference."""
    await commands.update_preference(tx, id, data)
    return await show(tx, fields, id)


@delete("/{id:str}", status_code=200)
async def delete_price_preference(tx: Tx, id: str) -> Answer:
    """Removes a preference."""
    await commands.delete_preference(tx, id)
    return deleted(id, "price_preference")


router = Router(
    "/price-preferences",
    route_handlers=[
        list_price_preferences,
        create_price_preference,
        get_price_preference,
        update_price_preference,
        delete_price_preference,
    ],
)
