"""Products themselves."""

from litestar import Router, delete, get, post

from mercato.domains.catalog.views import ADMIN_PRODUCT
from mercato.flows.products import batches, changing, removing
from mercato.flows.products import create_product as making
from mercato.flows.products.schemas import CreateProduct
from mercato.flows.products.update_schemas import ProductBatch, UpdateProduct
from mercato.kernel.db import Tx
from mercato.kernel.http.answers import Answer, answer, deleted, listing, show
from mercato.kernel.reader.run import fetch
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


@post("/batch", status_code=200, view=ADMIN_PRODUCT)
async def batch_products(tx: Tx, data: ProductBatch, fields: Selection) -> Answer:
    """Several products at once: all of it or nothing."""
    done = await batches.batch_products(tx, data)
    return answer(
        created=await fetch(tx, fields, done.created),
        updated=await fetch(tx, fields, done.updated),
        deleted={"ids": done.deleted, "object": "product", "deleted": True},
    )


@get("/{id:str}", view=ADMIN_PRODUCT)
async def get_product(tx: Tx, id: str, fields: Selection) -> Answer:
    """One product."""
    return await show(tx, fields, id)


@post("/{id:str}", status_code=200, view=ADMIN_PRODUCT)
async def update_product(tx: Tx, id: str, data: UpdateProduct, fields: Selection) -> Answer:
    """Changes a product; lists that are given are all that stays."""
    await changing.update_product(tx, id, data)
    return await show(tx, fields, id)


@delete("/{id:str}", status_code=200)
async def delete_product(tx: Tx, id: str) -> Answer:
    """Takes out a product with all that is only its own."""
    await removing.delete_product(tx, id)
    return deleted(id, "product")


router = Router(
    "/products",
    route_handlers=[list_products, create_product, batch_products, get_product, update_product, delete_product],
)
