"""Who computes taxes."""

from litestar import Router, get

from mercato.domains.taxes.views import TAX_PROVIDER
from mercato.kernel.db import Tx
from mercato.kernel.http.answers import Answer, listing
from mercato.kernel.reader.view import Listing


@get("/", view=TAX_PROVIDER)
async def list_tax_providers(tx: Tx, query: Listing) -> Answer:
    """All providers."""
    return await listing(tx, query)


router = Router("/tax-providers", route_handlers=[list_tax_providers])
