"""Shipping profiles, for the operator."""

from litestar import Router, delete, get, post

from mercato.domains.shipping.commands import profiles
from mercato.domains.shipping.schemas import CreateProfile, UpdateProfile
from mercato.domains.shipping.views import PROFILE
from mercato.kernel.db import Tx
from mercato.kernel.http.answers import Answer, deleted, listing, show
from mercato.kernel.reader.view import Listing, Selection


@get("/", view=PROFILE)
async def list_shipping_profiles(tx: Tx, query: Listing) -> Answer:
    """All profiles."""
    return await listing(tx, query)


@post("/", status_code=200, view=PROFILE)
async def create_shipping_profile(tx: Tx, data: CreateProfile, fields: Selection) -> Answer:
    """A new profile of the operator."""
    profile = await profiles.create_profile(tx, data)
    return await show(tx, fields, profile.id)


@get("/{id:str}", view=PROFILE)
async def get_shipping_profile(tx: Tx, id: str, fields: Selection) -> Answer:
    """One profile."""
    return await show(tx, fields, id)


@post("/{id:str}", status_code=200, view=PROFILE)
async def update_shipping_profile(tx: Tx, id: str, data: UpdateProfile, fields: Selection) -> Answer:
    """Changes a profile."""
    await profiles.update_profile(tx, id, data)
    return await show(tx, fields, id)


@delete("/{id:str}", status_code=200)
async def delete_shipping_profile(tx: Tx, id: str) -> Answer:
    """Takes out a profile."""
    await profiles.delete_profile(tx, id)
    return deleted(id, "shipping_profile")


router = Router(
    "/shipping-profiles",
    route_handlers=[
        list_shipping_profiles,
        create_shipping_profile,
        get_shipping_profile,
        update_shipping_profile,
        delete_shipping_profile,
    ],
)
