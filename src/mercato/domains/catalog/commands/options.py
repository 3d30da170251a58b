"""Options of products. Variants keep their values as long as these exist."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select

from mercato.domains.catalog.events import ProductOptionCreated, ProductOptionDeleted, ProductOptionUpdated
from mercato.domains.catalog.models import Product, ProductOption, ProductOptionValue, ProductVariantOption
from mercato.kernel.db import Tx
from mercato.kernel.errors import Invalid, NotFound


@dataclass(frozen=True, slots=True)
class OptionChange:
    """An option in a full list of options: with the id of one that exists it changes that one. None: unchanged."""

    id: str | None = None
    title: str | None = None
    values: Sequence[str] | None = None


async def create_option(
    tx: Tx, product_id: str, *, title: str, values: Sequence[str], metadata: dict[str, Any] | None = None
) -> ProductOption:
    """One more option of a product; its variants have no value of it yet.

    Raises:
        NotFound: for an unknown product.
    """
    await tx.require(Product, product_id, "product_id")
    option = ProductOption(product_id=product_id, title=title, metadata_=metadata)
    tx.add(option, *(ProductOptionValue(option_id=option.id, value=value) for value in values))
    await tx.flush()
    tx.emit(ProductOptionCreated(id=option.id))
    return option


async def get_option(tx: Tx, product_id: str, id: str) -> ProductOption:
    """An option of a product.

    Raises:
        NotFound: when the product has no such option.
    """
    option = await tx.find(ProductOption, id)
    if option is None or option.product_id != product_id:
        raise NotFound(f"Product option with id: {id} was not found")
    return option


async def update_option(tx: Tx, option: ProductOption, change: OptionChange) -> None:
    """Renames an option, or gives it exactly these values; equal values stay the same ones."""
    if change.title is not None:
        option.title = change.title
    if change.values is not None:
        await _set_values(tx, option.id, list(dict.fromkeys(change.values)))
    await tx.flush()
    tx.emit(ProductOptionUpdated(id=option.id))


async def delete_options(tx: Tx, options: Sequence[ProductOption]) -> None:
    """Takes options out, with their values, also from the variants."""
    if not options:
        return
    values = await _values_of(tx, [option.id for option in options])
    await tx.delete(*options, *values, *await _uses_of(tx, values))
    for option in options:
        tx.emit(ProductOptionDeleted(id=option.id))


async def set_options(tx: Tx, product_id: str, wanted: Sequence[OptionChange]) -> None:
    """The product has exactly these options afterwards.

    Raises:
        NotFound: for the id of no option of the product.
        Invalid: for a new option without title or values.
    """
    query = select(ProductOption).where(ProductOption.product_id == product_id, ProductOption.deleted_at.is_(None))
    present = {option.id: option for option in await tx.scalars(query.order_by(ProductOption.id))}
    for change in wanted:
        if change.id is not None and change.id not in present:
            raise NotFound(f"Product option with id: {change.id} was not found")
    kept = {change.id for change in wanted}
    await delete_options(tx, [option for id, option in present.items() if id not in kept])
    for change in wanted:
        if change.id is not None:
            await update_option(tx, present[change.id], change)
        elif change.title is None or change.values is None:
            raise Invalid("A new option needs a title and values")
        else:
            await create_option(tx, product_id, title=change.title, values=change.values)


async def _set_values(tx: Tx, option_id: str, wanted: Sequence[str]) -> None:
    present = await _values_of(tx, [option_id])
    gone = [value for value in present if value.value not in wanted]
    await tx.delete(*gone, *await _uses_of(tx, gone))
    known = {value.value for value in present}
    tx.add(*(ProductOptionValue(option_id=option_id, value=value) for value in wanted if value not in known))


async def _values_of(tx: Tx, option_ids: Iterable[str]) -> list[ProductOptionValue]:
    value = ProductOptionValue
    query = select(value).where(value.option_id.in_(sorted(option_ids)), value.deleted_at.is_(None))
    return await tx.scalars(query.order_by(value.id))


async def _uses_of(tx: Tx, values: Sequence[ProductOptionValue]) -> list[ProductVariantOption]:
    link, ids = ProductVariantOption, [value.id for value in values]
    return await tx.scalars(select(link).where(link.option_value_id.in_(ids), link.deleted_at.is_(None)))
