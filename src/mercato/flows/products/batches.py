"""Several products or variants at once: all of it or nothing."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from mercato.domains.catalog.commands.variants import lock_variant
from mercato.domains.catalog.models import Product, ProductStatus
from mercato.domains.catalog.queries import missing_ids
from mercato.domains.sellers.links import SellerProduct
from mercato.domains.sellers.queries import owners
from mercato.flows.products.changing import update_product, update_variant
from mercato.flows.products.create_product import create_product
from mercato.flows.products.making import make_variants
from mercato.flows.products.removing import delete_product, delete_variant
from mercato.flows.products.reviewing import approval_required
from mercato.flows.products.update_schemas import ProductBatch, SellerBatch, UpdateProduct, VariantBatch
from mercato.kernel.db import Tx
from mercato.kernel.errors import NotAllowed, NotFound


@dataclass(frozen=True, slots=True)
class Done:
    """The ids of what a batch made, changed and took out."""

    created: list[str] = field(default_factory=list[str])
    updated: list[str] = field(default_factory=list[str])
    deleted: list[str] = field(default_factory=list[str])


async def batch_products(tx: Tx, data: ProductBatch) -> Done:
    """Makes, changes and takes out products of the operator.

    Raises:
        NotFound: naming the products to be changed that do not exist.
    """
    updates = data.update or []
    missing = await missing_ids(tx, Product, [change.id for change in updates])
    if missing:
        raise NotFound(f"Unable to update the products with ids: {', '.join(missing)}")
    created = [(await create_product(tx, body)).id for body in data.create or []]
    for change in updates:
        await update_product(tx, change.id, change)
    for id in data.delete or []:
        await delete_product(tx, id)
    return Done(created, [change.id for change in updates], data.delete or [])


async def batch_variants(tx: Tx, product_id: str, data: VariantBatch) -> Done:
    """Makes, changes and takes out variants of a product."""
    updates = data.update or []
    for change in updates:
        await lock_variant(tx, product_id, change.id)
    for id in data.delete or []:
        await delete_variant(tx, product_id, id)
    for change in updates:
        await update_variant(tx, product_id, change.id, change)
    created = await make_variants(tx, product_id, data.create or [])
    return Done([variant.id for variant in created], [change.id for change in updates], data.delete or [])


async def batch_seller_products(tx: Tx, seller_id: str, data: SellerBatch) -> Done:
    """Small changes of a seller's products, and taking some out.

    Raises:
        NotAllowed: naming the products that are not the seller's, or when one may not be published.
    """
    await _require_own(tx, seller_id, [*(change.id for change in data.update), *data.delete])
    publishes = any(change.status == ProductStatus.PUBLISHED for change in data.update)
    if publishes and await approval_required(tx):
        raise NotAllowed("At least one product status change is forbidden.")
    for change in data.update:
        await update_product(
            tx, change.id, UpdateProduct.model_validate(change.model_dump(exclude_unset=True, exclude={"id"}))
        )
    for id in data.delete:
        await delete_product(tx, id)
    return Done([], [change.id for change in data.update], data.delete)


async def _require_own(tx: Tx, seller_id: str, ids: Sequence[str]) -> None:
    owned = await owners(tx, SellerProduct, ids)
    foreign = [id for id in dict.fromkeys(ids) if owned.get(id) != seller_id]
    if foreign:
        raise NotAllowed(f"Products not found or not owned by this seller: {', '.join(foreign)}")
