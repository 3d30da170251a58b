"""Inventory items and their levels, for the operator."""

from litestar import Router, delete, get, post

from mercato.domains.inventory.commands import items, levels
from mercato.domains.inventory.schemas import (
    CreateInventoryItem,
    CreateLevel,
    ItemLevelBatch,
    LevelBatch,
    UpdateInventoryItem,
    UpdateLevel,
)
from mercato.domains.inventory.views import ITEM, LEVEL, LEVEL_ROW
from mercato.kernel.db import Tx
from mercato.kernel.http.answers import Answer, answer, deleted, listing, show
from mercato.kernel.reader.run import fetch
from mercato.kernel.reader.view import Listing, Selection


@get("/", view=ITEM)
async def list_inventory_items(tx: Tx, query: Listing) -> Answer:
    """All items."""
    return await listing(tx, query)


@post("/", status_code=200, view=ITEM)
async def create_inventory_item(tx: Tx, data: CreateInventoryItem, fields: Selection) -> Answer:
    """A new item of the operator."""
    item = await items.create_stocked_item(tx, data)
    return await show(tx, fields, item.id)


@get("/{id:str}", view=ITEM)
async def get_inventory_item(tx: Tx, id: str, fields: Selection) -> Answer:
    """One item."""
    return await show(tx, fields, id)


@post("/{id:str}", status_code=200, view=ITEM)
async def update_inventory_item(tx: Tx, id: str, data: UpdateInventoryItem, fields: Selection) -> Answer:
    """Changes an item."""
    await items.update_inventory_item(tx, id, data)
    return await show(tx, fields, id)


@delete("/{id:str}", status_code=200)
async def delete_inventory_item(tx: Tx, id: str) -> Answer:
    """Takes out an item."""
    await items.delete_inventory_item(tx, id)
    return deleted(id, "inventory_item")


@get("/{id:str}/location-levels", view=LEVEL)
async def list_levels(tx: Tx, id: str, query: Listing) -> Answer:
    """Where an item is stocked."""
    return await listing(tx, query, scope={"inventory_item_id": id})


@post("/{id:str}/location-levels", status_code=200, view=ITEM)
async def create_level(tx: Tx, id: str, data: CreateLevel, fields: Selection) -> Answer:
    """An item at one more location."""
    level = levels.NewLevel(id, data.location_id, data.stocked_quantity or 0, data.incoming_quantity or 0)
    await levels.create_levels(tx, [level])
    return await show(tx, fields, id)


@post("/{id:str}/location-levels/{location_id:str}", status_code=200, view=ITEM)
async def update_level(tx: Tx, id: str, location_id: str, data: UpdateLevel, fields: Selection) -> Answer:
    """A new count at a location."""
    await levels.update_levels(tx, [levels.Count(id, location_id, data.stocked_quantity, data.incoming_quantity)])
    return await show(tx, fields, id)


@delete("/{id:str}/location-levels/{location_id:str}", status_code=200, view=ITEM)
async def delete_level(tx: Tx, id: str, location_id: str, fields: Selection) -> Answer:
    """An item is no longer stocked at a location, whatever lies there."""
    level = await levels.delete_level(tx, id, location_id, force=True)
    (parent,) = await fetch(tx, fields, [id])
    return deleted(level.id, "inventory-level", parent=parent)


@post("/{id:str}/location-levels/batch", status_code=200, view=LEVEL_ROW)
async def change_item_levels(tx: Tx, id: str, data: ItemLevelBatch, fields: Selection) -> Answer:
    """Makes, changes and removes levels of one item."""
    done = await levels.change_item_levels(tx, id, data)
    return await _changed(tx, fields, done)


@post("/location-levels/batch", status_code=200, view=LEVEL_ROW)
async def change_levels(tx: Tx, data: LevelBatch, fields: Selection) -> Answer:
    """Makes, changes and removes levels of many items."""
    done = await levels.change_levels(tx, data)
    return await _changed(tx, fields, done)


async def _changed(tx: Tx, fields: Selection, done: levels.LevelChanges) -> Answer:
    return answer(
        created=await fetch(tx, fields, done.created),
        updated=await fetch(tx, fields, done.updated),
        deleted=done.deleted,
    )


router = Router(
    "/inventory-items",
    route_handlers=[
        list_inventory_items,
        create_inventory_item,
        get_inventory_item,
        update_inventory_item,
        delete_inventory_item,
        list_levels,
        create_level,
        update_level,
        delete_level,
        change_item_levels,
        change_levels,
    ],
)
