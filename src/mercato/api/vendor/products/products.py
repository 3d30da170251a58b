"""Products themselves."""

from litestar import Router, delete, get, post

from mercato.api.access import CurrentSeller
from mercato.domains.catalog.commands.products import lock_product
from mercato.domains.catalog.models import ProductStatus
from mercato.domains.catalog.views import VENDOR_PRODUCT
from mercato.domains.sellers.links import SellerProduct
from mercato.domains.sellers.queries import require_owned
from mercato.flows.products import batches, changing, removing, reviewing
from mercato.flows.products.create_seller_product import create_seller_product, request_approval
from mercato.flows.products.schemas import CreateSellerProduct
from mercato.flows.products.update_schemas import SellerBatch, SellerStatus, UpdateSellerProduct
from mercato.kernel.db import Tx
from mercato.kernel.http.answers import Answer, answer, deleted, listing, show
from mercato.kernel.reader.run import fetch
from mercato.kernel.reader.view import Listing, Selection


@get("/", view=VENDOR_PRODUCT)
async def list_products(tx: Tx, seller: CurrentSeller, query: Listing) -> Answer:
    """The seller's products; the order that was asked for is told back."""
    return await listing(tx, query, scope={"seller.id": seller.id}, more=query.order_told())


@post("/", status_code=201, view=VENDOR_PRODUCT)
async def create_product(tx: Tx, seller: CurrentSeller, data: CreateSellerProduct, fields: Selection) -> Answer:
    """A new product, to be approved. It is shown as it was made, before anybody approves it."""
    product = await create_seller_product(tx, seller.id, data)
    shown = await show(tx, fields, product.id, status=201)
    await request_approval(tx, product, seller_id=seller.id, member_id=seller.member_id)
    return shown


@post("/batch", status_code=200, view=VENDOR_PRODUCT)
async def batch_products(tx: Tx, seller: CurrentSeller, data: SellerBatch, fields: Selection) -> Answer:
    """Small changes of several products, and taking some out: all of it or nothing."""
    done = await batches.batch_seller_products(tx, seller.id, data)
    return answer(updated=await fetch(tx, fields, done.updated), deleted=done.deleted)


@get("/{id:str}", view=VENDOR_PRODUCT)
async def get_product(tx: Tx, seller: CurrentSeller, id: str, fields: Selection) -> Answer:
    """One of the seller's products."""
    await require_owned(tx, SellerProduct, seller.id, id)
    return await show(tx, fields, id)


@post("/{id:str}", status_code=200, view=VENDOR_PRODUCT)
async def update_product(
    tx: Tx, seller: CurrentSeller, id: str, data: UpdateSellerProduct, fields: Selection
) -> Answer:
    """Changes a product. It is shown as it was changed, before anybody has to approve that."""
    await require_owned(tx, SellerProduct, seller.id, id)
    product = await changing.update_product(tx, id, data, seller_id=seller.id)
    shown = await show(tx, fields, id)
    await reviewing.review_change(tx, product, seller_id=seller.id, member_id=seller.member_id)
    return shown


@delete("/{id:str}", status_code=200)
async def delete_product(tx: Tx, seller: CurrentSeller, id: str) -> Answer:
    """Takes out a product with all that is only its own."""
    await require_owned(tx, SellerProduct, seller.id, id)
    await removing.delete_product(tx, id)
    await reviewing.withdraw_requests(tx, id)
    return deleted(id, "product")


@post("/{id:str}/status", status_code=200, view=VENDOR_PRODUCT)
async def set_status(tx: Tx, seller: CurrentSeller, id: str, data: SellerStatus, fields: Selection) -> Answer:
    """What the seller wants of a product. It is shown as it was wished, before anybody approves it."""
    await require_owned(tx, SellerProduct, seller.id, id)
    product = await lock_product(tx, id)
    await reviewing.set_seller_status(tx, product, ProductStatus(data.status))
    shown = await show(tx, fields, id)
    await reviewing.settle_requests(tx, product, seller_id=seller.id, member_id=seller.member_id)
    return shown


router = Router(
    "/products",
    route_handlers=[
        list_products,
        create_product,
        batch_products,
        get_product,
        update_product,
        delete_product,
        set_status,
    ],
)
