"""Variants of a seller's products. What changes one answers its product."""

from litestar import Router, delete, get, post

from mercato.api.access import CurrentSeller
from mercato.domains.catalog.commands.images import change_assignments
from mercato.domains.catalog.commands.products import lock_product
from mercato.domains.catalog.variant_views import VENDOR_VARIANT
from mercato.domains.catalog.views import VENDOR_PRODUCT
from mercato.domains.sellers.links import SellerProduct
from mercato.domains.sellers.queries import require_owned
from mercato.flows.products import changing, removing, reviewing
from mercato.flows.products.making import make_variants
from mercato.flows.products.schemas import NewSellerVariant
from mercato.flows.products.update_schemas import ImageAssignment, UpdateSellerVariant
from mercato.kernel.db import Tx
from mercato.kernel.http.answers import Answer, answer, deleted, listing, show
from mercato.kernel.reader.view import Listing, Selection


@get("/{id:str}/variants", view=VENDOR_VARIANT)
async def list_variants(tx: Tx, seller: CurrentSeller, id: str, query: Listing) -> Answer:
    """The variants of a product."""
    await require_owned(tx, SellerProduct, seller.id, id)
    return await listing(tx, query, scope={"product_id": id})


@post("/{id:str}/variants", status_code=200, view=VENDOR_PRODUCT)
async def create_variant(tx: Tx, seller: CurrentSeller, id: str, data: NewSellerVariant, fields: Selection) -> Answer:
    """One more variant."""
    await require_owned(tx, SellerProduct, seller.id, id)
    product = await lock_product(tx, id)
    await make_variants(tx, id, [data], seller_id=seller.id)
    shown = await show(tx, fields, id)
    await reviewing.review_change(tx, product, seller_id=seller.id, member_id=seller.member_id)
    return shown


@post("/{id:str}/variants/{variant_id:str}", status_code=200, view=VENDOR_PRODUCT)
async def update_variant(
    tx: Tx, seller: CurrentSeller, id: str, variant_id: str, *, data: UpdateSellerVariant, fields: Selection
) -> Answer:
    """Changes a variant; new prices alone need no approval."""
    await require_owned(tx, SellerProduct, seller.id, id)
    product = await lock_product(tx, id)
    await changing.update_variant(tx, id, variant_id, data)
    shown = await show(tx, fields, id)
    await reviewing.review_variant_change(tx, product, data, seller_id=seller.id, member_id=seller.member_id)
    return shown


@delete("/{id:str}/variants/{variant_id:str}", status_code=200)
async def delete_variant(tx: Tx, seller: CurrentSeller, id: str, variant_id: str) -> Answer:
    """Takes out a variant."""
    await require_owned(tx, SellerProduct, seller.id, id)
    await removing.delete_seller_variant(tx, id, variant_id)
    return deleted(variant_id, "variant")


@post("/{id:str}/variants/{variant_id:str}/media", status_code=200)
async def assign_images(tx: Tx, seller: CurrentSeller, id: str, variant_id: str, data: ImageAssignment) -> Answer:
    """Which of the product's pictures are of this variant."""
    await require_owned(tx, SellerProduct, seller.id, id)
    added, removed = data.add or [], data.remove or []
    await change_assignments(
        tx, id, add=[(variant_id, image) for image in added], remove=[(variant_id, image) for image in removed]
    )
    return answer(added=added, removed=removed)


router = Router(
    "/products", route_handlers=[list_variants, create_variant, update_variant, delete_variant, assign_images]
)
