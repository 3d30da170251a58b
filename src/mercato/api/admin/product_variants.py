"""The variants of all products."""

from litestar import Router, get

from mercato.domains.catalog.variant_views import ADMIN_VARIANT_OF_ALL
from mercato.kernel.db import Tx
from mercato.kernel.http.answers import Answer, listing
from mercato.kernel.reader.view import Listing


@get("/", view=ADMIN_VARIANT_OF_ALL)
async def list_product_variants(tx: Tx, query: Listing) -> Answer:
    """Every variant with its product."""
    return await listing(tx, query)


router = Router("/product-variants", route_handlers=[list_product_variants])
