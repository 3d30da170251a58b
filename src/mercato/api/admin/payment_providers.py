"""Ways of paying that the installation knows. A file beside that of payments, which have a life of their own."""

from litestar import Router, get

from mercato.domains.payments.views import ADMIN_PROVIDER
from mercato.kernel.db import Tx
from mercato.kernel.http.answers import Answer, listing
from mercato.kernel.reader.view import Listing


@get("/", view=ADMIN_PROVIDER)
async def list_payment_providers(tx: Tx, query: Listing) -> Answer:
    """All providers."""
    return await listing(tx, query)


router = Router("/payments/payment-providers", route_handlers=[list_payment_providers])
