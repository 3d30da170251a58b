"""Changing a product with all that hangs on it. Lists that are given are all that stays."""

from collections.abc import Sequence
from typing import Any

from mercato.domains.catalog.commands import products, variants
from mercato.domains.catalog.commands.images import ImageChange, set_images
from mercato.domains.catalog.commands.options import OptionChange, set_options
from mercato.domains.catalog.models import Product, ProductVariant
from mercato.domains.channels.queries import require_channels
from mercato.domains.pricing.commands.price_sets import replace_prices
from mercato.domains.pricing.commands.variant_prices import price_value
from mercato.domains.pricing.queries import price_sets_of_variants
from mercato.domains.shipping.commands.profiles import set_product_profile
from mercato.flows.products.additions import change_additions
from mercato.flows.products.making import ids_of, make_variants, measure
from mercato.flows.products.removing import remove_variants
from mercato.flows.products.schemas import NewSellerVariant, NewVariant
from mercato.flows.products.update_schemas import ChangedVariant, ProductChanges, UpdateProduct
from mercato.kernel.db import Tx
from mercato.kernel.errors import NotFound
from mercato.kernel.http.body import read_nested

_LISTS = {"options", "variants", "images", "categories", "tags", "sales_channels", "additional_data", "id"}
_MEASURES = ("weight", "length", "height", "width")


async def update_product(tx: Tx, id: str, data: ProductChanges, *, seller_id: str | None = None) -> Product:
    """Changes a product.

    Raises:
        NotFound: for an unknown product, and for references to what does not exist.
        Invalid: for what does not fit together.
    """
    product = await products.lock_product(tx, id)
    if data.sales_channels is not None:
        await require_channels(tx, ids_of(data.sales_channels))
    await products.update_product(tx, product, **_values(data))
    await _set_groups(tx, product, data)
    if data.images is not None:
        await set_images(tx, id, [ImageChange(image.url, image.id) for image in data.images])
    if data.options is not None:
        await set_options(tx, id, [OptionChange(o.id, o.title, o.values) for o in data.options])
    if data.variants is not None:
        await _set_variants(tx, product, data.variants, seller_id)
    if isinstance(data, UpdateProduct) and "shipping_profile_id" in data.model_fields_set:
        await set_product_profile(tx, id, data.shipping_profile_id)
    await change_additions(tx, product, data.additional_data)
    return product


async def update_variant(tx: Tx, product_id: str, variant_id: str, data: ChangedVariant) -> ProductVariant:
    """Changes a variant of a product.

    Raises:
        NotFound: when the product has no such variant.
        Invalid: for what does not fit together.
    """
    variant = await variants.lock_variant(tx, product_id, variant_id)
    await _change_variant(tx, variant, data)
    return variant


def _values(data: ProductChanges) -> products.ProductValues:
    values: dict[str, Any] = {name: value for name, value in data.given().items() if name not in _LISTS}
    values.pop("shipping_profile_id", None)
    for name in _MEASURES:
        if name in values:
            values[name] = measure(values[name])
    if "metadata" in values:
        values["metadata_"] = values.pop("metadata")
    return products.ProductValues(**values)


async def _set_groups(tx: Tx, product: Product, data: ProductChanges) -> None:
    if data.tags is not None:
        await products.set_tags(tx, product.id, ids_of(data.tags))
    if data.categories is not None:
        await products.set_categories(tx, product.id, ids_of(data.categories))
    if data.sales_channels is not None:
        await products.set_channels(tx, product.id, ids_of(data.sales_channels))


async def _set_variants(tx: Tx, product: Product, wanted: Sequence[ChangedVariant], seller_id: str | None) -> None:
    present = {variant.id: variant for variant in await variants.variants_of(tx, product.id)}
    for change in wanted:
        if change.id is not None and change.id not in present:
            raise NotFound(f"Product variant with id: {change.id} was not found")
    kept = {change.id for change in wanted}
    await remove_variants(tx, [variant for id, variant in present.items() if id not in kept])
    for change in wanted:
        if change.id is not None:
            await _change_variant(tx, present[change.id], change)
    kind = NewVariant if seller_id is None else NewSellerVariant
    new = [_new_variant(kind, change, place) for place, change in enumerate(wanted) if change.id is None]
    await make_variants(tx, product.id, new, seller_id=seller_id)


def _new_variant(kind: type[NewVariant], change: ChangedVariant, place: int) -> NewVariant:
    body = change.model_dump(exclude_unset=True, exclude_none=True)
    body["prices"] = [price.model_dump(exclude_unset=True, exclude={"id"}) for price in change.prices or []]
    return read_nested(kind, body, ("variants", place))


async def _change_variant(tx: Tx, variant: ProductVariant, data: ChangedVariant) -> None:
    values: dict[str, Any] = data.given()
    for name in ("id", "prices", "options", "additional_data"):
        values.pop(name, None)
    if "metadata" in values:
        values["metadata_"] = values.pop("metadata")
    await variants.update_variant(tx, variant, data.options, **variants.VariantValues(**values))
    if data.prices is not None:
        price_sets = await price_sets_of_variants(tx, [variant.id])
        await replace_prices(tx, price_sets[variant.id], [price_value(price) for price in data.prices])
