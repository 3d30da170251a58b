"""Variants of products. What changes one answers its product."""

from litestar import Router, delete, get, post

from mercato.domains.catalog.commands.images import change_assignments
from mercato.domains.catalog.commands.products import lock_product
from mercato.domains.catalog.variant_views import ADMIN_VARIANT
from mercato.domains.catalog.views import ADMIN_PRODUCT
from mercato.flows.products import batches, changing, removing
from mercato.flows.products.making import make_variants
from mercato.flows.products.schemas import NewVariant
from mercato.flows.products.update_schemas import ImageAssignment, UpdateVariant, VariantBatch
from mercato.kernel.db import Tx
from mercato.kernel.http.answers import Answer, answer, deleted, listing, show
from mercato.kernel.reader.run import fetch
from mercato.kernel.reader.view import Listing, Selection


@get("/{id:str}/variants", view=ADMIN_VARIANT)
async def list_variants(tx: Tx, id: str, query: Listing) -> Answer:
    """The variants of a product."""
    return await listing(tx, query, scope={"product_id": id})


@post("/{id:str}/variants", status_code=200, view=ADMIN_PRODUCT)
async def create_variant(tx: Tx, id: str, data: NewVariant, fields: Selection) -> Answer:
    """One more variant."""
    await lock_product(tx, id)
    await make_variants(tx, id, [data])
    return await show(tx, fields, id)


@post("/{id:str}/variants/batch", status_code=200, view=ADMIN_VARIANT)
async def batch_variants(tx: Tx, id: str, data: VariantBatch, fields: Selection) -> Answer:
    """Several variants at once; answers variants."""
    await lock_product(tx, id)
    done = await batches.batch_variants(tx, id, data)
    return answer(
        created=await fetch(tx, fields, done.created),
        updated=await fetch(tx, fields, done.updated),
        deleted={"ids": done.deleted, "object": "variant", "deleted": True},
    )


@get("/{id:str}/variants/{variant_id:str}", view=ADMIN_VARIANT)
async def get_variant(tx: Tx, id: str, variant_id: str, fields: Selection) -> Answer:
    """One variant."""
    return await show(tx, fields, variant_id, scope={"product_id": id})


@post("/{id:str}/variants/{variant_id:str}", status_code=200, view=ADMIN_PRODUCT)
async def update_variant(tx: Tx, id: str, variant_id: str, data: UpdateVariant, fields: Selection) -> Answer:
    """Changes a variant; prices and options that are given are all that stay."""
    await lock_product(tx, id)
    await changing.update_variant(tx, id, variant_id, data)
    return await show(tx, fields, id)


@delete("/{id:str}/variants/{variant_id:str}", status_code=200, view=ADMIN_PRODUCT)
async def delete_variant(tx: Tx, id: str, variant_id: str, fields: Selection) -> Answer:
    """Takes out a variant."""
    await lock_product(tx, id)
    await removing.delete_variant(tx, id, variant_id)
    (parent,) = await fetch(tx, fields, [id])
    return deleted(variant_id, "variant", parent=parent)


@post("/{id:str}/variants/{variant_id:str}/images/batch", status_code=200)
async def assign_images(tx: Tx, id: str, variant_id: str, data: ImageAssignment) -> Answer:
    """Which of the product's pictures are of this variant."""
    added, removed = data.add or [], data.remove or []
    await change_assignments(
        tx, id, add=[(variant_id, image) for image in added], remove=[(variant_id, image) for image in removed]
    )
    return answer(added=added, removed=removed)


@post("/{id:str}/images/{image_id:str}/variants/batch", status_code=200)
async def assign_variants(tx: Tx, id: str, image_id: str, data: ImageAssignment) -> Answer:
    """Of which variants this picture is."""
    added, removed = data.add or [], data.remove or []
    await change_assignments(
        tx, id, add=[(variant, image_id) for variant in added], remove=[(variant, image_id) for variant in removed]
    )
    return answer(added=added, removed=removed)


router = Router(
    "/products",
    route_handlers=[
        list_variants,
        create_variant,
        batch_variants,
        get_variant,
        update_variant,
        delete_variant,
        assign_images,
        assign_variants,
    ],
)
