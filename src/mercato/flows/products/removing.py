"""Taking out products and variants, with prices and stock that nobody else needs."""

from collections.abc import Sequence

from sqlalchemy import select

from mercato.domains.catalog.commands import options, products, variants
from mercato.domains.catalog.models import Product, ProductOption, ProductVariant
from mercato.domains.inventory.commands.items import delete_inventory_item
from mercato.domains.inventory.models import ProductVariantInventoryItem, ReservationItem
from mercato.domains.pricing.commands.variant_prices import delete_variant_prices
from mercato.domains.sellers.links import SellerProduct
from mercato.domains.shipping.commands.profiles import set_product_profile
from mercato.kernel.db import Tx
from mercato.kernel.errors import Invalid


async def delete_product(tx: Tx, id: str) -> None:
    """Takes out a product; one that is gone already is no mistake.

    Raises:
        Invalid: while something is set aside of an inventory item that would go.
    """
    found = await tx.lock_all(Product, [id])
    if not found:
        return
    await remove_variants(tx, await variants.variants_of(tx, id))
    await set_product_profile(tx, id, None)
    owned = await tx.scalars(
        select(SellerProduct).where(SellerProduct.product_id == id, SellerProduct.deleted_at.is_(None))
    )
    await tx.delete(*owned)
    await products.delete_product(tx, found[0])


async def delete_variant(tx: Tx, product_id: str, id: str) -> None:
    """Takes out a variant of a product; one that is gone already is no mistake.

    Raises:
        NotFound: when it is another product's.
        Invalid: while something is set aside of an inventory item that would go.
    """
    if await tx.find(ProductVariant, id) is not None:
        await remove_variants(tx, [await variants.lock_variant(tx, product_id, id)])


async def remove_variants(tx: Tx, gone: Sequence[ProductVariant]) -> None:
    """Takes out variants with their prices, and inventory items that no other variant consists of.

    Raises:
        Invalid: while something is set aside of such an item.
    """
    if not gone:
        return
    ids = [variant.id for variant in gone]
    tie = ProductVariantInventoryItem
    ties = await tx.scalars(select(tie).where(tie.variant_id.in_(ids), tie.deleted_at.is_(None)).order_by(tie.id))
    items = sorted({tied.inventory_item_id for tied in ties})
    shared = await tx.scalars(
        select(tie.inventory_item_id).where(
            tie.inventory_item_id.in_(items), tie.variant_id.not_in(ids), tie.deleted_at.is_(None)
        )
    )
    lonely = [id for id in items if id not in set(shared)]
    await _require_free(tx, lonely)
    await tx.delete(*ties)
    for item_id in lonely:
        await delete_inventory_item(tx, item_id)
    await delete_variant_prices(tx, ids)
    await variants.delete_variants(tx, gone)


async def _require_free(tx: Tx, item_ids: Sequence[str]) -> None:
    held = ReservationItem
    query = select(held.inventory_item_id).where(held.inventory_item_id.in_(item_ids), held.deleted_at.is_(None))
    reserved = sorted(set(await tx.scalars(query)))
    if reserved:
        raise Invalid(
            f"Cannot remove following inventory item(s) since they have reservations: [{', '.join(reserved)}]."
        )


async def delete_seller_variant(tx: Tx, product_id: str, id: str) -> None:
    """Takes out a variant of a seller's product.

    Raises:
        Invalid: when it is no variant of the product.
    """
    variant = await tx.find(ProductVariant, id)
    if variant is None or variant.product_id != product_id:
        raise Invalid("Invalid product variant id!")
    await remove_variants(tx, [variant])


async def delete_seller_option(tx: Tx, product_id: str, id: str) -> None:
    """Takes out an option of a seller's product.

    Raises:
        Invalid: when it is no option of the product.
    """
    option = await tx.find(ProductOption, id)
    if option is None or option.product_id != product_id:
        raise Invalid("Invalid product option id!")
    await options.delete_options(tx, [option])
