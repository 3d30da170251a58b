"""Variants, for the shop: those of products that are on sale."""

from litestar import Router, get

from mercato.api.access import OptionalCustomer, SalesKey
from mercato.api.store.products import shopper
from mercato.domains.catalog.variant_views import STORE_VARIANT
from mercato.flows.products.storefront import ShopQuestion, storefront
from mercato.kernel.db import Tx
from mercato.kernel.http.answers import Answer, listing, show
from mercato.kernel.reader.view import Listing, Selection


@get("/", view=STORE_VARIANT)
async def list_variants(
    tx: Tx, key: SalesKey, customer: OptionalCustomer, asked: ShopQuestion, query: Listing
) -> Answer:
    """What can be put into a cart."""
    shop = await storefront(tx, shopper(key, customer), asked, query.plan, below="")
    return await listing(tx, shop.fitted(query), scope=shop.scope, context=shop.context)


@get("/{id:str}", view=STORE_VARIANT)
async def get_variant(
    tx: Tx, key: SalesKey, customer: OptionalCustomer, id: str, *, asked: ShopQuestion, fields: Selection
) -> Answer:
    """One variant that is on sale."""
    shop = await storefront(tx, shopper(key, customer), asked, fields.plan, below="")
    return await show(tx, shop.fitted(fields), id, scope=shop.scope, context=shop.context)


router = Router("/product-variants", route_handlers=[list_variants, get_variant])
