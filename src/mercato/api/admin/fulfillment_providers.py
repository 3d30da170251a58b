"""Fulfilment providers of this installation."""

from litestar import Router, get

from mercato.domains.shipping.models import FulfillmentProvider
from mercato.domains.shipping.views import PROVIDER
from mercato.kernel.db import Tx
from mercato.kernel.http.answers import Answer, answer, listing
from mercato.kernel.reader.view import Listing
from mercato.providers.adapters import fulfillment_provider


@get("/", view=PROVIDER)
async def list_fulfillment_providers(tx: Tx, query: Listing) -> Answer:
    """All providers."""
    return await listing(tx, query)


@get("/{id:str}/options")
async def list_fulfillment_options(tx: Tx, id: str) -> Answer:
    """The services of a provider."""
    provider = await tx.get(FulfillmentProvider, id)
    options = fulfillment_provider(tx, provider.id).options()
    return answer(fulfillment_options=options, count=len(options), limit=len(options), offset=0)


router = Router("/fulfillment-providers", route_handlers=[list_fulfillment_providers, list_fulfillment_options])
