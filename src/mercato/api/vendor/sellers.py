"""The seller itself: application, profile, checklist."""

from litestar import Router, get, post

from mercato.api.access import CurrentSeller
from mercato.domains.sellers.commands import check_onboarding, update_seller
from mercato.domains.sellers.schemas import ApplyAsSeller, UpdateOwnSeller
from mercato.domains.sellers.views import ONBOARDING, VENDOR_SELLER
from mercato.flows.applications import apply_as_seller
from mercato.kernel.auth.actor import Actor
from mercato.kernel.db import Tx
from mercato.kernel.http.answers import Answer, answer, show
from mercato.kernel.reader.view import Selection


@post("/", status_code=201, view=VENDOR_SELLER)
async def apply(tx: Tx, actor: Actor, data: ApplyAsSeller, fields: Selection) -> Answer:
    """An application; the seller exists once the operator has accepted it."""
    del fields  # checked, and without effect: there is nothing to show yet
    await apply_as_seller(tx, actor, data)
    return answer(201, ok=True)


@get("/me", view=VENDOR_SELLER)
async def get_me(tx: Tx, seller: CurrentSeller, fields: Selection) -> Answer:
    """The profile of the caller's seller."""
    return await show(tx, fields, seller.id)


@post("/me", status_code=200, view=VENDOR_SELLER)
async def update_me(tx: Tx, seller: CurrentSeller, data: UpdateOwnSeller, fields: Selection) -> Answer:
    """Changes the profile."""
    await update_seller(tx, seller.id, data)
    return await show(tx, fields, seller.id)


@get("/me/onboarding", view=ONBOARDING)
async def get_onboarding(tx: Tx, seller: CurrentSeller, fields: Selection) -> Answer:
    """The checklist as it was last reckoned."""
    return await show(tx, fields, seller.id)


@post("/me/onboarding", status_code=200, view=ONBOARDING)
async def update_onboarding(tx: Tx, seller: CurrentSeller, fields: Selection) -> Answer:
    """Reckons the checklist anew."""
    await check_onboarding(tx, seller.id)
    return await show(tx, fields, seller.id)


router = Router("/sellers", route_handlers=[apply, get_me, update_me, get_onboarding, update_onboarding])
