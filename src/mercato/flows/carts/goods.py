"""What shoppers put into carts: variants of published products, with what a line remembers of them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select

from mercato.domains.carts.models import CartLineItem
from mercato.domains.catalog.models import Product, ProductCollection, ProductStatus, ProductType, ProductVariant
from mercato.domains.inventory.models import InventoryItem, ProductVariantInventoryItem
from mercato.domains.shipping.models import ProductShippingProfile
from mercato.kernel.db import Tx
from mercato.kernel.errors import Invalid


@dataclass(frozen=True, slots=True)
class Goods:
    """A variant with its product, by the words a line keeps."""

    variant: ProductVariant
    product: Product
    type: str | None
    collection: str | None
    requires_shipping: bool


async def require_goods(tx: Tx, variant_ids: Iterable[str]) -> dict[str, Goods]:
    """Variant id -> what it is, for variants that may be sold.

    Raises:
        Invalid: naming those that do not exist or whose product is not published.
    """
    wanted = list(dict.fromkeys(variant_ids))
    query = (
        select(ProductVariant, Product, ProductType.value, ProductCollection.title)
        .join(Product, Product.id == ProductVariant.product_id)
        .outerjoin(ProductType, ProductType.id == Product.type_id)
        .outerjoin(ProductCollection, ProductCollection.id == Product.collection_id)
        .where(
            ProductVariant.id.in_(wanted),
            Product.status == ProductStatus.PUBLISHED,
            ProductVariant.deleted_at.is_(None),
            Product.deleted_at.is_(None),
        )
    )
    rows = await tx.rows(query) if wanted else ()
    shipped = await _shipped(tx, [row[0] for row in rows])
    goods = {row[0].id: Goods(row[0], row[1], row[2], row[3], row[0].id in shipped) for row in rows}
    missing = [id for id in wanted if id not in goods]
    if missing:
        raise Invalid(f"Variants {', '.join(missing)} do not exist or belong to a product that is not published")
    return goods


async def variants_of(tx: Tx, ids: Iterable[str | None]) -> dict[str, ProductVariant]:
    """The living variants of these ids, published or not."""
    wanted = sorted({id for id in ids if id is not None})
    query = select(ProductVariant).where(ProductVariant.id.in_(wanted), ProductVariant.deleted_at.is_(None))
    return {variant.id: variant for variant in await tx.scalars(query)} if wanted else {}


def line_of(cart_id: str, goods: Goods, quantity: int, metadata: Mapping[str, Any] | None) -> CartLineItem:
    """A new line, without a price yet."""
    variant, product = goods.variant, goods.product
    return CartLineItem(
        cart_id=cart_id,
        title=product.title,
        subtitle=variant.title,
        thumbnail=variant.thumbnail or product.thumbnail,
        quantity=quantity,
        variant_id=variant.id,
        product_id=product.id,
        product_title=product.title,
        product_description=product.description,
        product_subtitle=product.subtitle,
        product_type=goods.type,
        product_type_id=product.type_id,
        product_collection=goods.collection,
        product_handle=product.handle,
        variant_sku=variant.sku,
        variant_barcode=variant.barcode,
        variant_title=variant.title,
        requires_shipping=goods.requires_shipping,
        is_discountable=product.discountable,
        is_giftcard=product.is_giftcard,
        metadata_=dict(metadata or {}),
    )


async def _shipped(tx: Tx, variants: Iterable[ProductVariant]) -> set[str]:
    """Those of the variants that have to be sent: their product has a profile, or an item of theirs says so."""
    products = {variant.id: variant.product_id for variant in variants}
    if not products:
        return set()
    profile, link = ProductShippingProfile, ProductVariantInventoryItem
    profiled = select(profile.product_id).where(
        profile.product_id.in_(sorted(set(products.values()))), profile.deleted_at.is_(None)
    )
    sent = (
        select(link.variant_id)
        .join(InventoryItem, InventoryItem.id == link.inventory_item_id)
        .where(
            link.variant_id.in_(sorted(products)),
            InventoryItem.requires_shipping.is_(True),
            link.deleted_at.is_(None),
            InventoryItem.deleted_at.is_(None),
        )
    )
    by_profile, by_item = set(await tx.scalars(profiled)), set(await tx.scalars(sent))
    return {id for id, product_id in products.items() if product_id in by_profile or id in by_item}
