"""Fulfilment providers that sellers may use."""

from litestar import Router, get

from mercato.api.access import CurrentSeller
from mercato.domains.shipping.models import FulfillmentProvider
from mercato.domains.shipping.views import SELLER_PROVIDER
from mercato.kernel.db import Tx
from mercato.kernel.http.answers import Answer, answer, listing
from mercato.kernel.reader.view import Listing
from mercato.providers.adapters import fulfillment_provider


@get("/", view=SELLER_PROVIDER)
async def list_fulfillment_providers(tx: Tx, seller: CurrentSeller, query: Listing) -> Answer:
    """All providers."""
    del seller
    return await listing(tx, query)


@get("/{id:str}/options")
async def list_fulfillment_options(tx: Tx, seller: CurrentSeller, id: str) -> Answer:
    """The services of a provider."""
    del seller
    provider = await tx.get(FulfillmentProvider, id)
    return answer(fulfillment_options=fulfillment_provider(tx, provider.id).options())


router = Router("/fulfillment-providers", route_handlers=[list_fulfillment_providers, list_fulfillment_options])
