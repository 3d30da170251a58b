"""Variants of products. Their prices and stock are the flows' business."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, TypedDict

from mercato.domains.catalog.events import ProductVariantCreated
from mercato.domains.catalog.models import ProductVariant, ProductVariantOption
from mercato.domains.catalog.queries import choices_of, combinations_of
from mercato.domains.catalog.rules import chosen_values, require_distinct
from mercato.kernel.db import Tx


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
