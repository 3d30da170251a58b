"""A seller's own products."""

from litestar import Router, get, post

from mercato.api.access import CurrentSeller
from mercato.domains.catalog.views import VENDOR_PRODUCT
from mercato.domains.sellers.links import SellerProduct
from mercato.domains.sellers.queries import require_owned
from mercato.flows.products.create_seller_product import create_seller_product, request_approval
from mercato.flows.products.schemas import CreateSellerProduct
from mercato.kernel.db import Tx
from mercato.kernel.http.answers import Answer, listing, show
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


@get("/{id:str}", view=VENDOR_PRODUCT)
async def get_product(tx: Tx, seller: CurrentSeller, id: str, fields: Selection) -> Answer:
    """One of the seller's products."""
    await require_owned(tx, SellerProduct, seller.id, id)
    return await show(tx, fields, id)


router = Router("/products", route_handlers=[list_products, create_product, get_product])
