"""Sales channels, for sellers."""

from litestar import Router, get

from mercato.api.access import CurrentSeller
from mercato.api.whole import whole
from mercato.domains.channels.views import VENDOR_CHANNEL
from mercato.kernel.db import Tx
from mercato.kernel.http.answers import Answer, listing
from mercato.kernel.reader.view import Selection


@get("/", view=VENDOR_CHANNEL)
async def list_sales_channels(tx: Tx, seller: CurrentSeller, fields: Selection) -> Answer:
    """The marketplace's channels."""
    del seller
    return await listing(tx, whole(fields))


router = Router("/sales-channels", route_handlers=[list_sales_channels])
