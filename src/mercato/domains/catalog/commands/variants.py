"""Variants of products. Their prices and stock are the flows' business."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, TypedDict, Unpack

from sqlalchemy import select

from mercato.domains.catalog.events import ProductVariantCreated, ProductVariantDeleted, ProductVariantUpdated
from mercato.domains.catalog.models import ProductVariant, ProductVariantOption, ProductVariantProductImage
from mercato.domains.catalog.queries import choices_of, combinations_of
from mercato.domains.catalog.rules import chosen_values, require_distinct
from mercato.kernel.db import Tx
from mercato.kernel.errors import NotFound


class VariantValues(TypedDict, total=False):
    """The columns of a variant that somebody may set."""

    title: str
    sku: str | None
    barcode: str | None
    ean: str | None
    upc: str | None
    allow_backorder: bool
    manage_inventory: bool
    hs_code: str | None
    origin_country: str | None
    mid_code: str | None
    material: str | None
    weight: Decimal | None
    length: Decimal | None
    height: Decimal | None
    width: Decimal | None
    variant_rank: Decimal
    thumbnail: str | None
    metadata_: dict[str, Any] | None


@dataclass(frozen=True, slots=True)
class NewVariant:
    """A variant to be made. `options`: option title -> value."""

    title: str
    options: Mapping[str, str]
    values: VariantValues


async def create_variants(tx: Tx, product_id: str, variants: Sequence[NewVariant]) -> list[ProductVariant]:
    """More variants of a product, in the order given.

    Raises:
        Invalid: for values that the product's options do not have, or that another variant has.
    """
    choices = await choices_of(tx, product_id)
    chosen = [chosen_values(choices, new.title, new.options) for new in variants]
    present = await combinations_of(tx, product_id)
    require_distinct(
        [
            *present.values(),
            *((new.title, frozenset(ids)) for new, ids in zip(variants, chosen, strict=True)),
        ]
    )
    made: list[ProductVariant] = []
    for new, value_ids in zip(variants, chosen, strict=True):
        variant = ProductVariant(product_id=product_id, **{**new.values, "title": new.title})
        made.append(variant)
        tx.add(variant, *(ProductVariantOption(variant_id=variant.id, option_value_id=id) for id in value_ids))
        tx.emit(ProductVariantCreated(id=variant.id))
    await tx.flush()
    return made


async def variants_of(tx: Tx, product_id: str) -> list[ProductVariant]:
    """The variants of a product, locked, oldest first."""
    variant = ProductVariant
    query = select(variant).where(variant.product_id == product_id, variant.deleted_at.is_(None))
    return await tx.lock_rows(query.order_by(variant.id))


async def lock_variant(tx: Tx, product_id: str, id: str) -> ProductVariant:
    """A variant of a product.

    Raises:
        NotFound: when the product has no such variant.
    """
    found = await tx.lock_all(ProductVariant, [id])
    if not found or found[0].product_id != product_id:
        raise NotFound(f"Product variant with id: {id} was not found")
    return found[0]


async def update_variant(
    tx: Tx, variant: ProductVariant, options: Mapping[str, str] | None = None, **values: Unpack[VariantValues]
) -> None:
    """Changes what is given; metadata is replaced as a whole, and `options` have to be all of them.

    Raises:
        Invalid: for values that do not fit the product's options, or that another variant has.
    """
    for name, value in values.items():
        setattr(variant, name, value)
    variant.updated_at = tx.now
    if options is not None:
        # The contract names the variant as the request does, and says so where it does not.
        await _choose(tx, variant, options, values.get("title", "undefined"))
    await tx.flush()
    tx.emit(ProductVariantUpdated(id=variant.id))


async def delete_variants(tx: Tx, variants: Sequence[ProductVariant]) -> None:
    """Takes variants out. Their prices and stock are the caller's business."""
    if not variants:
        return
    ids = [variant.id for variant in variants]
    values, images = ProductVariantOption, ProductVariantProductImage
    await tx.delete(
        *variants,
        *await tx.scalars(select(values).where(values.variant_id.in_(ids), values.deleted_at.is_(None))),
        *await tx.scalars(select(images).where(images.variant_id.in_(ids), images.deleted_at.is_(None))),
    )
    for id in ids:
        tx.emit(ProductVariantDeleted(id=id))


async def _choose(tx: Tx, variant: ProductVariant, options: Mapping[str, str], title: str) -> None:
    wanted = chosen_values(await choices_of(tx, variant.product_id), title, options)
    others = await combinations_of(tx, variant.product_id)
    others.pop(variant.id, None)
    require_distinct([*others.values(), (title, frozenset(wanted))])
    link = ProductVariantOption
    query = select(link).where(link.variant_id == variant.id, link.deleted_at.is_(None))
    there = {row.option_value_id: row for row in await tx.scalars(query)}
    await tx.delete(*(row for id, row in there.items() if id not in wanted))
    tx.add(*(link(variant_id=variant.id, option_value_id=id) for id in wanted if id not in there))
