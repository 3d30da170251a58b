"""Requests of a seller."""

from litestar import Router, get

from mercato.api.access import CurrentSeller
from mercato.domains.requests.views import VENDOR_REQUEST
from mercato.domains.sellers.links import SellerRequest
from mercato.domains.sellers.queries import require_owned
from mercato.kernel.db import Tx
from mercato.kernel.http.answers import Answer, listing, show
from mercato.kernel.reader.view import Listing, Selection


@get("/", view=VENDOR_REQUEST)
async def list_requests(tx: Tx, seller: CurrentSeller, query: Listing) -> Answer:
    """The seller's requests, drafts too."""
    return await listing(tx, query, scope={"seller.id": seller.id})


@get("/{id:str}", view=VENDOR_REQUEST)
async def get_request(tx: Tx, seller: CurrentSeller, id: str, fields: Selection) -> Answer:
    """One request."""
    await require_owned(tx, SellerRequest, seller.id, id)
    return await show(tx, fields, id)


router = Router("/requests", route_handlers=[list_requests, get_request])
