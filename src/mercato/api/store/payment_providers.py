"""How a shopper may pay in a region."""

from litestar import Router, get

from mercato.domains.payments.views import STORE_PROVIDER
from mercato.kernel.db import Tx
from mercato.kernel.http.answers import Answer, listing
from mercato.kernel.http.params import QueryBody
from mercato.kernel.reader.view import Listing


class InRegion(QueryBody):
    """Where the shopper is."""

    region_id: str


@get("/", view=STORE_PROVIDER)
async def list_payment_providers(tx: Tx, where: InRegion, query: Listing) -> Answer:
    """The providers of a region that are switched on; none in an unknown region."""
    return await listing(tx, query, scope={"regions.id": where.region_id, "is_enabled": True})


router = Router("/payment-providers", route_handlers=[list_payment_providers])
