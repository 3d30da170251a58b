"""Products, for the shop: published ones of the key's channels."""

from litestar import Router, get

from mercato.api.access import OptionalCustomer, SalesKey
from mercato.domains.catalog.views import STORE_PRODUCT, STORE_PRODUCTS
from mercato.flows.products.storefront import Shopper, ShopQuestion, storefront
from mercato.kernel.db import Tx
from mercato.kernel.http.answers import Answer, listing, show
from mercato.kernel.reader.view import Listing, Selection


@get("/", view=STORE_PRODUCTS)
async def list_products(
    tx: Tx, key: SalesKey, customer: OptionalCustomer, asked: ShopQuestion, query: Listing
) -> Answer:
    """What is on sale."""
    shop = await storefront(tx, shopper(key, customer), asked, query.plan, below="variants.")
    return await listing(tx, shop.fitted(query), scope=shop.scope, context=shop.context)


@get("/{id:str}", view=STORE_PRODUCT)
async def get_product(
    tx: Tx, key: SalesKey, customer: OptionalCustomer, id: str, *, asked: ShopQuestion, fields: Selection
) -> Answer:
    """One product that is on sale."""
    shop = await storefront(tx, shopper(key, customer), asked, fields.plan, below="variants.")
    return await show(tx, shop.fitted(fields), id, scope=shop.scope, context=shop.context)


def shopper(key: SalesKey, customer: OptionalCustomer) -> Shopper:
    """Who asks."""
    return Shopper(key.channel_ids, None if customer is None else customer.id)


router = Router("/products", route_handlers=[list_products, get_product])
