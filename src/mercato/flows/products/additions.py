"""What a marketplace adds to products: attributes and second categories, sent as `additional_data`."""

from typing import Any

from mercato.domains.catalog.commands.attribute_values import (
    ValueOf,
    create_attribute_values,
    put_second_categories,
    remove_second_categories,
    replace_attribute_values,
)
from mercato.domains.catalog.models import Product
from mercato.flows.products.schemas import AdditionalChanges, AdditionalData, AttributeValueInput
from mercato.kernel.db import Tx
from mercato.kernel.http.body import read


async def add_to_new(tx: Tx, product: Product, additional: dict[str, Any] | None) -> None:
    """Writes the additions. A list of values that was sent, even an empty one, has to hold all required attributes.

    Raises:
        Invalid: for additions of a wrong form, and values that do not fit.
        NotFound: for an unknown attribute or category.
    """
    if additional is None:
        return
    data = read(AdditionalData, additional)
    if data.values is not None:
        await create_attribute_values(tx, product, _values(data.values))
    for one in data.secondary_categories or []:
        if one.handle in (None, product.handle):
            await put_second_categories(tx, product.id, one.secondary_categories_ids)


async def change_additions(tx: Tx, product: Product, additional: dict[str, Any] | None) -> None:
    """Changes the additions. Lists that are given are all that stays.

    Raises:
        Invalid: for additions of a wrong form, and values that do not fit.
        NotFound: for an unknown attribute or category.
    """
    if additional is None:
        return
    data = read(AdditionalChanges, additional)
    if data.values is not None:
        await replace_attribute_values(tx, product, _values(data.values))
    for one in data.secondary_categories or []:
        if one.product_id not in (None, product.id):
            continue
        if one.secondary_categories_ids is not None:
            await remove_second_categories(tx, product.id)
        await remove_second_categories(tx, product.id, one.remove or [])
        await put_second_categories(tx, product.id, [*(one.secondary_categories_ids or []), *(one.add or [])])


def _values(values: list[AttributeValueInput]) -> list[ValueOf]:
    return [ValueOf(value.attribute_id, value.value) for value in values]
