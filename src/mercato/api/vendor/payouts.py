"""Payouts of a seller."""

from litestar import Router, get

from mercato.api.access import CurrentSeller
from mercato.domains.payouts.queries import get_account_of
from mercato.domains.payouts.views import VENDOR_PAYOUT
from mercato.kernel.db import Tx
from mercato.kernel.http.answers import Answer, listing
from mercato.kernel.reader.view import Listing


@get("/", view=VENDOR_PAYOUT)
async def list_payouts(tx: Tx, seller: CurrentSeller, query: Listing) -> Answer:
    """What was paid to the seller."""
    account = await get_account_of(tx, seller.id)
    return await listing(tx, query, scope={"payout_account_id": account.id})


router = Router("/payouts", route_handlers=[list_payouts])
