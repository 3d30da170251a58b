"""Levels: where an item is stocked, and the counts that people enter."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import or_, select

from mercato.domains.inventory.models import InventoryLevel
from mercato.domains.inventory.queries import find_levels, not_stocked, require_items, require_locations
from mercato.domains.inventory.schemas import (
    ChangedItemLevel,
    ItemLevel,
    ItemLevelBatch,
    Level,
    LevelBatch,
    SellerItemLevelBatch,
    SellerLevel,
)
from mercato.kernel.db import Tx
from mercato.kernel.errors import Invalid, NotAllowed


@dataclass(frozen=True, slots=True)
class NewLevel:
    """An item at a location where it was not."""

    inventory_item_id: str
    location_id: str
    stocked_quantity: int = 0
    incoming_quantity: int = 0


@dataclass(frozen=True, slots=True)
class Count:
    """New numbers of a level; None leaves a number as it is."""

    inventory_item_id: str
    location_id: str
    stocked_quantity: int | None = None
    incoming_quantity: int | None = None


async def create_levels(tx: Tx, levels: Sequence[NewLevel]) -> list[InventoryLevel]:
    """Items become stocked at locations.

    Raises:
        NotFound: unknown items or locations.
        Invalid: an item is stocked there already.
    """
    await require_items(tx, [level.inventory_item_id for level in levels])
    await require_locations(tx, [level.location_id for level in levels])
    await _refuse_doubles(tx, levels)
    rows = [
        InventoryLevel(
            inventory_item_id=level.inventory_item_id,
            location_id=level.location_id,
            stocked_quantity=level.stocked_quantity,
            incoming_quantity=level.incoming_quantity,
        )
        for level in levels
    ]
    tx.add(*rows)
    await tx.flush()
    return rows


async def _refuse_doubles(tx: Tx, levels: Sequence[NewLevel]) -> None:
    places = [(level.inventory_item_id, level.location_id) for level in levels]
    found = await tx.scalars(find_levels(places)) if places else []
    taken = [(level.inventory_item_id, level.location_id) for level in found]
    for number, place in enumerate(places):
        if place in taken or place in places[:number]:
            raise Invalid(
                f"Inventory level with inventory_item_id: {place[0]}, location_id: {place[1]}, already exists."
            )


async def update_levels(tx: Tx, counts: Sequence[Count]) -> list[InventoryLevel]:
    """Enters counts. A count below what is reserved stands, too: it is a fact, and nothing more is sold.

    Raises:
        NotFound: an item is not stocked at its location.
    """
    places = [(count.inventory_item_id, count.location_id) for count in counts]
    found = await tx.lock_rows(find_levels(places)) if places else []
    levels = {(level.inventory_item_id, level.location_id): level for level in found}
    for count in counts:
        level = levels.get((count.inventory_item_id, count.location_id))
        if level is None:
            raise not_stocked(count.inventory_item_id, count.location_id)
        # The rows are locked, so the numbers entered here cannot run over a counter that moved meanwhile.
        if count.stocked_quantity is not None:
            level.stocked_quantity = count.stocked_quantity
        if count.incoming_quantity is not None:
            level.incoming_quantity = count.incoming_quantity
    await tx.flush()
    return [levels[place] for place in dict.fromkeys(places)]


async def delete_level(tx: Tx, inventory_item_id: str, location_id: str, *, force: bool) -> InventoryLevel:
    """An item is no longer stocked at a location.

    Raises:
        NotFound: it was not.
        NotAllowed: something is reserved there, or lies there and the caller does not force it.
    """
    found = await tx.lock_rows(find_levels([(inventory_item_id, location_id)]))
    if not found:
        raise not_stocked(inventory_item_id, location_id)
    await _remove(tx, found, force=force)
    return found[0]


async def delete_levels(
    tx: Tx, ids: Sequence[str], *, inventory_item_id: str | None = None, force: bool = False
) -> list[InventoryLevel]:
    """Removes levels by their ids; within one item a location's id names a level, too. Unknown ids are passed over.

    Raises:
        NotAllowed: something is reserved there, or lies there and the caller does not force it.
    """
    if not ids:
        return []
    level = InventoryLevel
    named = level.id.in_(ids)
    if inventory_item_id is not None:
        named = (level.inventory_item_id == inventory_item_id) & or_(named, level.location_id.in_(ids))
    found = await tx.lock_rows(select(level).where(named, level.deleted_at.is_(None)).order_by(level.id))
    await _remove(tx, found, force=force)
    return found


async def _remove(tx: Tx, levels: Sequence[InventoryLevel], *, force: bool) -> None:
    for level in levels:
        if level.reserved_quantity > 0:
            raise NotAllowed(
                f"Cannot remove Inventory Level {level.inventory_item_id} at Location {level.location_id} "
                "because there are reservations at location"
            )
    stocked = [level.location_id for level in levels if level.stocked_quantity > 0]
    if stocked and not force:
        raise NotAllowed(
            f"Cannot remove Inventory Levels for {', '.join(dict.fromkeys(stocked))} because there are stocked items "
            "at the locations. Use force flag to delete anyway."
        )
    await tx.delete(*levels)


@dataclass(frozen=True, slots=True)
class LevelChanges:
    """What a batch did: the ids of levels made and changed, and the ids it was asked to remove."""

    created: list[str]
    updated: list[str]
    deleted: list[str]


async def change_levels(tx: Tx, batch: LevelBatch) -> LevelChanges:
    """Makes, changes and removes levels of many items, all or none."""
    await delete_levels(tx, batch.delete or [], force=bool(batch.force))
    updated = await update_levels(tx, [_counted(level.inventory_item_id, level) for level in batch.update or []])
    created = await create_levels(tx, [_new(level.inventory_item_id, level) for level in batch.create or []])
    return _changes(created, updated, batch.delete)


async def change_item_levels(
    tx: Tx, inventory_item_id: str, batch: ItemLevelBatch | SellerItemLevelBatch
) -> LevelChanges:
    """Makes, changes and removes levels of one item, all or none."""
    ids = batch.delete or []
    await delete_levels(tx, ids, inventory_item_id=inventory_item_id, force=bool(batch.force))
    updated = await update_levels(
        tx, [_counted(_item(level, inventory_item_id), level) for level in batch.update or []]
    )
    created = await create_levels(tx, [_new(inventory_item_id, level) for level in batch.create or []])
    return _changes(created, updated, ids)


def _item(level: ChangedItemLevel | Level, default: str) -> str:
    return level.inventory_item_id if isinstance(level, Level) else default


def _counted(inventory_item_id: str, level: ChangedItemLevel | Level) -> Count:
    return Count(inventory_item_id, level.location_id, level.stocked_quantity, level.incoming_quantity)


def _new(inventory_item_id: str, level: ItemLevel | SellerLevel | Level) -> NewLevel:
    incoming = None if isinstance(level, SellerLevel) else level.incoming_quantity
    return NewLevel(inventory_item_id, level.location_id, level.stocked_quantity or 0, incoming or 0)


def _changes(
    created: Sequence[InventoryLevel], updated: Sequence[InventoryLevel], deleted: Sequence[str] | None
) -> LevelChanges:
    return LevelChanges([level.id for level in created], [level.id for level in updated], list(deleted or []))
