"""Questions about products."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from sqlalchemy import select

from mercato.domains.catalog.models import (
    Image,
    ProductOption,
    ProductOptionValue,
    ProductVariant,
    ProductVariantOption,
)
from mercato.domains.catalog.rules import Combination
from mercato.kernel.db import Record, Tx


async def missing_ids(tx: Tx, model: type[Record], ids: Iterable[str]) -> list[str]:
    """Those of the ids that no living row has, each once, in the order given."""
    wanted = list(dict.fromkeys(ids))
    if not wanted:
        return []
    known = set(await tx.scalars(select(model.id).where(model.id.in_(wanted), model.deleted_at.is_(None))))
    return [id for id in wanted if id not in known]


async def choices_of(tx: Tx, product_id: str) -> dict[str, dict[str, str]]:
    """Option title -> value -> id of the value, in the order of their making."""
    option, value = ProductOption, ProductOptionValue
    query = (
        select(option.title, value.value, value.id)
        .outerjoin(value, (value.option_id == option.id) & value.deleted_at.is_(None))
        .where(option.product_id == product_id, option.deleted_at.is_(None))
        .order_by(option.id, value.id)
    )
    found: dict[str, dict[str, str]] = {}
    row: Any
    for row in await tx.rows(query):
        title, text, id = row
        values = found.setdefault(title, {})
        if id is not None:
            values[text] = id
    return found


async def combinations_of(tx: Tx, product_id: str) -> dict[str, tuple[str, Combination]]:
    """Variant id -> its title and the ids of its values, for variants that have values."""
    variant, link = ProductVariant, ProductVariantOption
    query = (
        select(variant.id, variant.title, link.option_value_id)
        .join(link, link.variant_id == variant.id)
        .where(variant.product_id == product_id, variant.deleted_at.is_(None), link.deleted_at.is_(None))
        .order_by(variant.id)
    )
    titles: dict[str, str] = {}
    values: defaultdict[str, set[str]] = defaultdict(set)
    for id, title, value_id in await tx.rows(query):
        titles[id] = title
        values[id].add(value_id)
    return {id: (titles[id], frozenset(values[id])) for id in titles}


async def images_of(tx: Tx, product_id: str) -> list[Image]:
    """The pictures of a product in their order."""
    query = select(Image).where(Image.product_id == product_id, Image.deleted_at.is_(None))
    return await tx.scalars(query.order_by(Image.rank, Image.id))


async def images_of_products(tx: Tx, product_ids: Iterable[str]) -> dict[str, Image]:
    """Image id -> image, product by product, each in its order."""
    query = select(Image).where(Image.product_id.in_(sorted(product_ids)), Image.deleted_at.is_(None))
    return {image.id: image for image in await tx.scalars(query.order_by(Image.product_id, Image.rank, Image.id))}
