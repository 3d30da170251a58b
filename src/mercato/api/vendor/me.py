"""The person behind a seller's token."""

from litestar import Router, get

from mercato.api.access import CurrentSeller
from mercato.domains.sellers.views import MEMBER
from mercato.kernel.db import Tx
from mercato.kernel.http.answers import Answer, show
from mercato.kernel.reader.view import Selection


@get("/", view=MEMBER)
async def get_member(tx: Tx, seller: CurrentSeller, fields: Selection) -> Answer:
    """The calling member with its seller."""
    return await show(tx, fields, seller.member_id, scope={"seller_id": seller.id})


router = Router("/me", route_handlers=[get_member])
