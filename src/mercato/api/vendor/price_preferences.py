"""Whether prices of a currency or region contain the tax, for sellers."""

from litestar import Router, get

from mercato.api.access import CurrentSeller
from mercato.domains.pricing.preference_views import PREFERENCE
from mercato.kernel.db import Tx
from mercato.kernel.http.answers import Answer, listing
from mercato.kernel.reader.view import Listing


@get("/", view=PREFERENCE)
async def list_price_preferences(tx: Tx, seller: CurrentSeller, query: Listing) -> Answer:
    """All preferences."""
    del seller
    return await listing(tx, query)


router = Router("/price-preferences", route_handlers=[list_price_preferences])
