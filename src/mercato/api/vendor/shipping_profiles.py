"""Shipping profiles of a seller."""

from litestar import Router, delete, get, post

from mercato.api.access import CurrentSeller
from mercato.domains.sellers.links import SellerShippingProfile
from mercato.domains.sellers.queries import require_owned
from mercato.domains.shipping.commands import profiles
from mercato.domains.shipping.schemas import CreateProfile, UpdateProfile
from mercato.domains.shipping.views import SELLER_PROFILE
from mercato.kernel.db import Tx
from mercato.kernel.http.answers import Answer, deleted, listing, show
from mercato.kernel.reader.view import Listing, Selection


@get("/", view=SELLER_PROFILE)
async def list_shipping_profiles(tx: Tx, seller: CurrentSeller, query: Listing) -> Answer:
    """The seller's profiles."""
    return await listing(tx, query, scope={"seller.id": seller.id})


@post("/", status_code=201, view=SELLER_PROFILE)
async def create_shipping_profile(tx: Tx, seller: CurrentSeller, data: CreateProfile, fields: Selection) -> Answer:
    """A new profile of the seller."""
    profile = await profiles.create_profile(tx, data, seller_id=seller.id)
    return await show(tx, fields, profile.id, status=201)


@get("/{id:str}", view=SELLER_PROFILE)
async def get_shipping_profile(tx: Tx, seller: CurrentSeller, id: str, fields: Selection) -> Answer:
    """One of the seller's profiles."""
    await require_owned(tx, SellerShippingProfile, seller.id, id)
    return await show(tx, fields, id)


@post("/{id:str}", status_code=200, view=SELLER_PROFILE)
async def update_shipping_profile(
    tx: Tx, seller: CurrentSeller, id: str, data: UpdateProfile, fields: Selection
) -> Answer:
    """Changes a profile."""
    await require_owned(tx, SellerShippingProfile, seller.id, id)
    await profiles.update_profile(tx, id, data, seller_id=seller.id)
    return await show(tx, fields, id)


@delete("/{id:str}", status_code=200)
async def delete_shipping_profile(tx: Tx, seller: CurrentSeller, id: str) -> Answer:
    """Takes out a profile."""
    await require_owned(tx, SellerShippingProfile, seller.id, id)
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
