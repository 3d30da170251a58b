"""What the marketplace keeps of a seller's sales."""

from litestar import Router, get

from mercato.api.access import CurrentSeller
from mercato.domains.commissions.schemas import Period
from mercato.domains.commissions.views import VENDOR_LINE
from mercato.kernel.db import Tx
from mercato.kernel.http.answers import Answer, listing
from mercato.kernel.reader.view import Listing


@get("/", view=VENDOR_LINE)
async def list_lines(tx: Tx, seller: CurrentSeller, period: Period, query: Listing) -> Answer:
    """What was kept of each line that the seller sold."""
    return await listing(tx, query, scope=period.scope() | {"order.seller.id": seller.id})


router = Router("/commission", route_handlers=[list_lines])
