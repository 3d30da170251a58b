"""Inventory items: made, changed, taken out, tied to the variants that sell them."""

from decimal import Decimal
from typing import Any, TypedDict, Unpack

from sqlalchemy import select

from mercato.domains.inventory.commands.levels import NewLevel, create_levels
from mercato.domains.inventory.models import (
    InventoryItem,
    InventoryLevel,
    ProductVariantInventoryItem,
    ReservationItem,
)
from mercato.domains.inventory.queries import require_items
from mercato.domains.inventory.schemas import CreateInventoryItem, UpdateInventoryItem
from mercato.domains.sellers.links import SellerInventoryItem
from mercato.kernel.db import Tx
from mercato.kernel.errors import Invalid, NotFound
from mercato.kernel.text import merge_metadata


class ItemValues(TypedDict, total=False):
    """What may be known of an item when it is made."""

    sku: str | None
    title: str | None
    description: str | None
    thumbnail: str | None
    origin_country: str | None
    hs_code: str | None
    mid_code: str | None
    material: str | None
    weight: Decimal | None
    length: Decimal | None
    height: Decimal | None
    width: Decimal | None
    requires_shipping: bool
    metadata_: dict[str, Any] | None


async def create_inventory_item(tx: Tx, *, seller_id: str | None = None, **values: Unpack[ItemValues]) -> InventoryItem:
    """A new item; with a seller it is the seller's."""
    item = InventoryItem(**values)
    tx.add(item)
    if seller_id is not None:
        tx.add(SellerInventoryItem(seller_id=seller_id, inventory_item_id=item.id))
    await tx.flush()
    return item


async def create_stocked_item(tx: Tx, data: CreateInventoryItem) -> InventoryItem:
    """A new item of the operator with its levels."""
    values = data.given()
    values.pop("location_levels", None)
    item = await create_inventory_item(tx, **_columns(values))
    await create_levels(
        tx,
        [
            NewLevel(item.id, level.location_id, level.stocked_quantity or 0, level.incoming_quantity or 0)
            for level in data.location_levels or []
        ],
    )
    return item


async def update_inventory_item(tx: Tx, id: str, data: UpdateInventoryItem) -> InventoryItem:
    """Changes an item; metadata is merged."""
    item = await _lock_item(tx, id)
    values = data.given()
    if "metadata" in values:
        item.metadata_ = merge_metadata(item.metadata_, values.pop("metadata"))
    for name, value in values.items():
        setattr(item, name, value)
    await tx.flush()
    return item


async def delete_inventory_item(tx: Tx, id: str) -> InventoryItem:
    """Takes an item out, with its levels and its ties to variants and seller.

    Raises:
        Invalid: while anything is set aside of it.
    """
    item = await tx.lock(InventoryItem, id)
    if await tx.scalar(_living(ReservationItem, id)) is not None:
        raise Invalid(f"Cannot remove following inventory item(s) since they have reservations: [{id}].")
    gone = [
        *await tx.scalars(_living(InventoryLevel, id)),
        *await tx.scalars(_living(ProductVariantInventoryItem, id)),
        *await tx.scalars(_living(SellerInventoryItem, id)),
    ]
    await tx.delete(item, *gone)
    return item


async def link_variant(
    tx: Tx, *, variant_id: str, inventory_item_id: str, required_quantity: int = 1
) -> ProductVariantInventoryItem:
    """A variant consists of so many of an item from now on; a tie that exists gets the new number."""
    await require_items(tx, [inventory_item_id])
    link = await tx.scalar(_link(variant_id, inventory_item_id))
    if link is None:
        link = ProductVariantInventoryItem(variant_id=variant_id, inventory_item_id=inventory_item_id)
        tx.add(link)
    link.required_quantity = required_quantity
    await tx.flush()
    return link


async def unlink_variant(tx: Tx, *, variant_id: str, inventory_item_id: str) -> None:
    """The variant no longer consists of the item."""
    link = await tx.scalar(_link(variant_id, inventory_item_id))
    if link is None:
        raise NotFound(f"Inventory item {inventory_item_id} is not linked to variant {variant_id}")
    await tx.delete(link)


def _link(variant_id: str, inventory_item_id: str) -> Any:
    link = ProductVariantInventoryItem
    return select(link).where(
        link.variant_id == variant_id, link.inventory_item_id == inventory_item_id, link.deleted_at.is_(None)
    )


def _living(model: Any, inventory_item_id: str) -> Any:
    return (
        select(model).where(model.inventory_item_id == inventory_item_id, model.deleted_at.is_(None)).order_by(model.id)
    )


def _columns(values: dict[str, Any]) -> ItemValues:
    renamed = {"metadata_" if name == "metadata" else name: value for name, value in values.items()}
    return ItemValues(**renamed)  # pyright: ignore[reportArgumentType]


async def _lock_item(tx: Tx, id: str) -> InventoryItem:
    found = await tx.lock_all(InventoryItem, [id])
    if not found:
        raise NotFound(f'InventoryItem with id "{id}" not found')
    return found[0]
