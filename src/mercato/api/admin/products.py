"""Products, for the operator."""

from litestar import Router, get, post

from mercato.domains.catalog.views import ADMIN_PRODUCT
from mercato.flows.products import create_product as making
from mercato.flows.products.schemas import CreateProduct
from mercato.kernel.db import Tx
from mercato.kernel.http.answers import Answer, listing, show
from mercato.kernel.reader.view import Listing, Selection


@get("/", view=ADMIN_PRODUCT)
async def list_products(tx: Tx, query: Listing) -> Answer:
    """All products."""
    return await listing(tx, query)


@post("/", status_code=200, view=ADMIN_PRODUCT)
async def create_product(tx: Tx, data: CreateProduct, fields: Selection) -> Answer:
    """A new product with its variants, prices and stock."""
    product = await making.create_product(tx, data)
    return await show(tx, fields, product.id)


@get("/{id:str}", view=ADMIN_PRODUCT)
async def get_product(tx: Tx, id: str, fields: Selection) -> Answer:
    """One product."""
    return await show(tx, fields, id)


router = Router("/products", route_handlers=[list_products, create_product, get_product])
