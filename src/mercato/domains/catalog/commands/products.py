"""Products themselves: made, changed, taken out. What hangs on them in other domains is the flows' business."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, TypedDict, Unpack

from mercato.domains.catalog.events import ProductCreated
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
from mercato.kernel.db import Tx
from mercato.kernel.errors import Invalid
from mercato.kernel.text import slug


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


async def put_tags(tx: Tx, product_id: str, tag_ids: Sequence[str]) -> None:
    """Gives a product tags that it does not have yet.

    Raises:
        Invalid: naming the first unknown tag.
    """
    for id in await missing_ids(tx, ProductTag, tag_ids):
        raise Invalid(f"Tag with id {id} not found. Please create the tag before associating it with the product.")
    tx.add(*(ProductTagLink(product_id=product_id, product_tag_id=id) for id in dict.fromkeys(tag_ids)))
    await tx.flush()


async def put_in_categories(tx: Tx, product_id: str, category_ids: Sequence[str]) -> None:
    """Puts a product into categories in which it does not stand yet.

    Raises:
        NotFound: naming the first unknown category.
    """
    for id in await missing_ids(tx, ProductCategory, category_ids):
        await tx.require(ProductCategory, id, "product_category_id")
    tx.add(
        *(ProductCategoryProduct(product_id=product_id, product_category_id=id) for id in dict.fromkeys(category_ids))
    )
    await tx.flush()


async def put_in_channels(tx: Tx, product_id: str, channel_ids: Sequence[str]) -> None:
    """Offers a product in channels in which it is not offered yet. The caller has checked that they exist."""
    tx.add(*(ProductSalesChannel(product_id=product_id, sales_channel_id=id) for id in dict.fromkeys(channel_ids)))
    await tx.flush()


async def _require_groups(tx: Tx, product: Product) -> None:
    if product.type_id is not None:
        await tx.require(ProductType, product.type_id, "type_id")
    if product.collection_id is not None:
        await tx.require(ProductCollection, product.collection_id, "collection_id")
