"""Which attributes a product has, and its second categories."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import select

from mercato.domains.catalog.attribute_models import (
    Attribute,
    AttributePossibleValue,
    AttributeValue,
    ProductAttributeValue,
    ProductCategoryAttribute,
    ProductSecondaryCategory,
    SecondaryCategory,
)
from mercato.domains.catalog.models import Product, ProductCategory, ProductCategoryProduct
from mercato.domains.catalog.queries import missing_ids
from mercato.kernel.db import Tx
from mercato.kernel.errors import Duplicate, Invalid, NotFound


@dataclass(frozen=True, slots=True)
class ValueOf:
    """A value that a product shall have. Several values of one attribute are several of these."""

    attribute_id: str
    value: str


@dataclass(frozen=True, slots=True)
class _Scheme:
    """What the attributes in question allow."""

    categories: dict[str, set[str]]
    """Attribute id -> the categories it is for; none means all."""
    possible: dict[str, set[str]]
    """Attribute id -> its possible values; none means any."""


async def create_attribute_values(tx: Tx, product: Product, values: Sequence[ValueOf]) -> None:
    """Gives a product its first values.

    Raises:
        Invalid: when a required attribute has no value, or an attribute does not take the value, or is not for the
            product's categories.
        Duplicate: when a value is named twice.
    """
    categories = await _categories_of(tx, product.id)
    await _require_all(tx, product, categories, {value.attribute_id for value in values})
    await _check(tx, product, categories, values)
    seen: set[ValueOf] = set()
    for value in values:
        if value in seen:
            raise Duplicate(
                f"Attribute value {value.value} for attribute {value.attribute_id} already exists for product "
                f"{product.id}"
            )
        seen.add(value)
        _add(tx, product.id, value)
    await tx.flush()


async def replace_attribute_values(tx: Tx, product: Product, values: Sequence[ValueOf]) -> None:
    """The product has exactly these values afterwards; equal ones stay the same rows.

    Raises:
        Invalid: when a required attribute is sent without a value, or an attribute does not take the value, or is not
            for the product's categories.
    """
    categories = await _categories_of(tx, product.id)
    filled = [value for value in dict.fromkeys(values) if value.value]
    emptied = {value.attribute_id for value in values} - {value.attribute_id for value in filled}
    query = select(Attribute.name).where(
        Attribute.id.in_(sorted(emptied)), Attribute.is_required.is_(True), Attribute.deleted_at.is_(None)
    )
    if names := await tx.scalars(query.order_by(Attribute.id)):
        raise Invalid(f"Missing required attributes for product {product.title}: {', '.join(names)}")
    await _check(tx, product, categories, filled)
    there = await _present(tx, product.id)
    for value, rows in there.items():
        if value not in filled:
            await tx.delete(*rows)
    for value in filled:
        if value not in there:
            _add(tx, product.id, value)
    await tx.flush()


async def remove_second_categories(tx: Tx, product_id: str, category_ids: Sequence[str] | None = None) -> None:
    """Takes a product out of second categories, or out of all."""
    link = ProductSecondaryCategory
    query = (
        select(link)
        .join(SecondaryCategory, SecondaryCategory.id == link.secondary_category_id)
        .where(link.product_id == product_id, link.deleted_at.is_(None))
    )
    if category_ids is not None:
        query = query.where(SecondaryCategory.category_id.in_(category_ids))
    await tx.delete(*await tx.scalars(query))


async def put_second_categories(tx: Tx, product_id: str, category_ids: Iterable[str]) -> None:
    """Puts a product into second categories, also into those where it stands already.

    Raises:
        NotFound: naming the first unknown category.
    """
    wanted = list(dict.fromkeys(category_ids))
    for id in await missing_ids(tx, ProductCategory, wanted):
        await tx.require(ProductCategory, id, "category_id")
    query = select(SecondaryCategory).where(
        SecondaryCategory.category_id.in_(wanted), SecondaryCategory.deleted_at.is_(None)
    )
    known = {row.category_id: row for row in await tx.scalars(query)}
    link = ProductSecondaryCategory
    present = await tx.scalars(
        select(link.secondary_category_id).where(link.product_id == product_id, link.deleted_at.is_(None))
    )
    for category_id in wanted:
        if category_id not in known:
            known[category_id] = SecondaryCategory(category_id=category_id)
            tx.add(known[category_id])
        if known[category_id].id not in present:
            tx.add(ProductSecondaryCategory(product_id=product_id, secondary_category_id=known[category_id].id))
    await tx.flush()


def _add(tx: Tx, product_id: str, value: ValueOf) -> None:
    row = AttributeValue(attribute_id=value.attribute_id, value=value.value)
    tx.add(row, ProductAttributeValue(product_id=product_id, attribute_value_id=row.id))


async def _present(tx: Tx, product_id: str) -> dict[ValueOf, tuple[AttributeValue, ProductAttributeValue]]:
    value, link = AttributeValue, ProductAttributeValue
    query = (
        select(value, link)
        .join(link, link.attribute_value_id == value.id)
        .where(link.product_id == product_id, link.deleted_at.is_(None), value.deleted_at.is_(None))
    )
    return {ValueOf(row.attribute_id, row.value): (row, tie) for row, tie in await tx.rows(query)}


async def _categories_of(tx: Tx, product_id: str) -> set[str]:
    link = ProductCategoryProduct
    query = select(link.product_category_id).where(link.product_id == product_id, link.deleted_at.is_(None))
    return set(await tx.scalars(query))


async def _require_all(tx: Tx, product: Product, categories: set[str], given: set[str]) -> None:
    query = select(Attribute.id).where(Attribute.is_required.is_(True), Attribute.deleted_at.is_(None))
    required = await tx.scalars(query.order_by(Attribute.id))
    scheme = await _scheme(tx, required)
    missing = [id for id in required if id not in given and _applies(scheme, id, categories)]
    if missing:
        raise Invalid(f"Missing required attributes for product {product.title}: {', '.join(missing)}")


async def _check(tx: Tx, product: Product, categories: set[str], values: Sequence[ValueOf]) -> None:
    ids = list(dict.fromkeys(value.attribute_id for value in values))
    for id in await missing_ids(tx, Attribute, ids):
        raise NotFound(f"Attribute with id '{id}' not found")
    scheme = await _scheme(tx, ids)
    for value in values:
        possible = scheme.possible.get(value.attribute_id)
        if possible is not None and value.value not in possible:
            raise Invalid(f"Attribute {value.attribute_id} doesn't define {value.value} as a possible_value")
        if not _applies(scheme, value.attribute_id, categories):
            raise Invalid(f"Product {product.id} isn't linked to any category from the requested attributes.")


def _applies(scheme: _Scheme, attribute_id: str, categories: set[str]) -> bool:
    wanted = scheme.categories.get(attribute_id)
    return wanted is None or not wanted.isdisjoint(categories)


async def _scheme(tx: Tx, attribute_ids: Sequence[str]) -> _Scheme:
    scheme = _Scheme({}, {})
    if not attribute_ids:
        return scheme
    link, possible = ProductCategoryAttribute, AttributePossibleValue
    links = select(link.attribute_id, link.product_category_id).where(
        link.attribute_id.in_(attribute_ids), link.deleted_at.is_(None)
    )
    for attribute_id, category_id in await tx.rows(links):
        scheme.categories.setdefault(attribute_id, set()).add(category_id)
    values = select(possible.attribute_id, possible.value).where(
        possible.attribute_id.in_(attribute_ids), possible.deleted_at.is_(None)
    )
    for attribute_id, value in await tx.rows(values):
        scheme.possible.setdefault(attribute_id, set()).add(value)
    return scheme
