"""Products themselves: made, changed, taken out. What hangs on them in other domains is the flows' business."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, TypedDict, TypeVar, Unpack

from sqlalchemy import select

from mercato.domains.catalog.commands.options import delete_options
from mercato.domains.catalog.events import ProductCreated, ProductDeleted, ProductUpdated
from mercato.domains.catalog.models import (
    Image,
    Product,
    ProductCategory,
    ProductCategoryProduct,
    ProductCollection,
    ProductOption,
    ProductOptionValue,
    ProductSalesChannel,
    ProductStatus,
    ProductTag,
    ProductTagLink,
    ProductType,
)
from mercato.domains.catalog.queries import missing_ids
from mercato.domains.catalog.rules import require_url_safe
from mercato.kernel.db import Record, Tx
from mercato.kernel.errors import Invalid, NotFound
from mercato.kernel.text import merge_metadata, slug

R = TypeVar("R", bound=Record)


class ProductValues(TypedDict, total=False):
    """The columns of a product that somebody may set."""

    title: str
    handle: str | None
    subtitle: str | None
    description: str | None
    is_giftcard: bool
    discountable: bool
    status: ProductStatus
    thumbnail: str | None
    external_id: str | None
    type_id: str | None
    collection_id: str | None
    weight: str | None
    length: str | None
    height: str | None
    width: str | None
    hs_code: str | None
    mid_code: str | None
    origin_country: str | None
    material: str | None
    metadata_: dict[str, Any] | None


@dataclass(frozen=True, slots=True)
class NewOption:
    """An option to be made."""

    title: str
    values: Sequence[str]
    metadata: dict[str, Any] | None = None


async def create_product(
    tx: Tx, options: Sequence[NewOption], image_urls: Sequence[str] = (), **values: Unpack[ProductValues]
) -> Product:
    """A product with options and pictures, still without variants. Its handle comes from its title.

    Raises:
        Invalid: for a product without options, and for a handle that is taken or no part of a URL.
        NotFound: for an unknown type or collection.
    """
    title = values.get("title", "")
    if not options:
        raise Invalid(f"Product options are not provided for: [{title}].")
    handle = values.get("handle") or slug(title)
    require_url_safe(handle)
    values["handle"] = handle
    values["thumbnail"] = values.get("thumbnail") or next(iter(image_urls), None)
    product = Product(**values)
    tx.add(product)
    await tx.flush()
    await _require_groups(tx, product)
    add_options(tx, product.id, options)
    tx.add(*(Image(product_id=product.id, url=url, rank=rank) for rank, url in enumerate(image_urls)))
    await tx.flush()
    tx.emit(ProductCreated(id=product.id))
    return product


def add_options(tx: Tx, product_id: str, options: Iterable[NewOption]) -> None:
    """More options of a product."""
    for new in options:
        option = ProductOption(product_id=product_id, title=new.title, metadata_=new.metadata)
        tx.add(option, *(ProductOptionValue(option_id=option.id, value=value) for value in new.values))


async def lock_product(tx: Tx, id: str) -> Product:
    """A product that is to be changed.

    Raises:
        NotFound: in the words of the routes that change products.
    """
    found = await tx.lock_all(Product, [id])
    if not found:
        raise NotFound(f'Product with id "{id}" not found')
    return found[0]


async def update_product(tx: Tx, product: Product, **values: Unpack[ProductValues]) -> None:
    """Changes the columns that are given; metadata is merged.

    Raises:
        Invalid: for a handle that is taken or no part of a URL.
        NotFound: for an unknown type or collection.
    """
    handle = values.pop("handle", None)
    if handle is not None:
        require_url_safe(handle)
        product.handle = handle
    if "metadata_" in values:
        product.metadata_ = merge_metadata(product.metadata_, values.pop("metadata_"))
    for name, value in values.items():
        setattr(product, name, value)
    product.updated_at = tx.now
    await tx.flush()
    await _require_groups(tx, product)
    tx.emit(ProductUpdated(id=product.id))


async def delete_product(tx: Tx, product: Product) -> None:
    """Takes out a product with its options, pictures, groups and channels. Its variants went before."""
    await delete_options(tx, await _rows_of(tx, ProductOption, product.id))
    await tx.delete(
        product,
        *await _rows_of(tx, Image, product.id),
        *await _rows_of(tx, ProductTagLink, product.id),
        *await _rows_of(tx, ProductCategoryProduct, product.id),
        *await _rows_of(tx, ProductSalesChannel, product.id),
    )
    tx.emit(ProductDeleted(id=product.id))


async def set_tags(tx: Tx, product_id: str, tag_ids: Sequence[str]) -> None:
    """The product has exactly these tags.

    Raises:
        Invalid: naming the first unknown tag.
    """
    for id in await missing_ids(tx, ProductTag, tag_ids):
        raise Invalid(f"Tag with id {id} not found. Please create the tag before associating it with the product.")
    there = {link.product_tag_id: link for link in await _rows_of(tx, ProductTagLink, product_id)}
    await tx.delete(*(link for id, link in there.items() if id not in tag_ids))
    new = [id for id in dict.fromkeys(tag_ids) if id not in there]
    tx.add(*(ProductTagLink(product_id=product_id, product_tag_id=id) for id in new))
    await tx.flush()


async def set_categories(tx: Tx, product_id: str, category_ids: Sequence[str]) -> None:
    """The product stands in exactly these categories.

    Raises:
        NotFound: naming the first unknown category.
    """
    for id in await missing_ids(tx, ProductCategory, category_ids):
        await tx.require(ProductCategory, id, "product_category_id")
    there = {link.product_category_id: link for link in await _rows_of(tx, ProductCategoryProduct, product_id)}
    await tx.delete(*(link for id, link in there.items() if id not in category_ids))
    new = [id for id in dict.fromkeys(category_ids) if id not in there]
    tx.add(*(ProductCategoryProduct(product_id=product_id, product_category_id=id) for id in new))
    await tx.flush()


async def set_channels(tx: Tx, product_id: str, channel_ids: Sequence[str]) -> None:
    """The product is offered in exactly these channels. The caller has checked that they exist."""
    there = {link.sales_channel_id: link for link in await _rows_of(tx, ProductSalesChannel, product_id)}
    await tx.delete(*(link for id, link in there.items() if id not in channel_ids))
    new = [id for id in dict.fromkeys(channel_ids) if id not in there]
    tx.add(*(ProductSalesChannel(product_id=product_id, sales_channel_id=id) for id in new))
    await tx.flush()


async def _rows_of(tx: Tx, model: type[R], product_id: str) -> list[R]:
    columns: Any = model
    query = select(model).where(columns.product_id == product_id, model.deleted_at.is_(None)).order_by(model.id)
    return await tx.scalars(query)


async def _require_groups(tx: Tx, product: Product) -> None:
    if product.type_id is not None:
        await tx.require(ProductType, product.type_id, "type_id")
    if product.collection_id is not None:
        await tx.require(ProductCollection, product.collection_id, "collection_id")
