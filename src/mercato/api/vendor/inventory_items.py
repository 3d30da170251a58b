"""Inventory items and levels of a seller."""

from litestar import Router, delete, get, post

from mercato.api.access import CurrentSeller
from mercato.domains.inventory.commands import items, levels
from mercato.domains.inventory.queries import get_level, require_own_batch, require_own_place
from mercato.domains.inventory.schemas import (
    CreateSellerLevel,
    LevelBatch,
    SellerItemLevelBatch,
    UpdateInventoryItem,
    UpdateSellerLevel,
)
from mercato.domains.inventory.views import LEVEL_ROW, SELLER_ITEM, SELLER_ITEM_STOCK, SELLER_LEVEL
from mercato.domains.sellers.links import SellerInventoryItem
from mercato.domains.sellers.queries import require_owned
from mercato.kernel.db import Tx
from mercato.kernel.http.answers import Answer, answer, deleted, listing, show
from mercato.kernel.reader.run import fetch
from mercato.kernel.reader.view import Listing, Selection


@get("/", view=SELLER_ITEM)
async def list_inventory_items(tx: Tx, seller: CurrentSeller, query: Listing) -> Answer:
    """The seller's items."""
    return await listing(tx, query, scope={"seller.id": seller.id})


@get("/{id:str}", view=SELLER_ITEM)
async def get_inventory_item(tx: Tx, seller: CurrentSeller, id: str, fields: Selection) -> Answer:
    """One of the seller's items."""
    await require_owned(tx, SellerInventoryItem, seller.id, id)
    return await show(tx, fields, id)


@post("/{id:str}", status_code=200, view=SELLER_ITEM)
async def update_inventory_item(
    tx: Tx, seller: CurrentSeller, id: str, data: UpdateInventoryItem, fields: Selection
) -> Answer:
    """Changes an item."""
    await require_owned(tx, SellerInventoryItem, seller.id, id)
    await items.update_inventory_item(tx, id, data)
    return await show(tx, fields, id)


@delete("/{id:str}", status_code=200, view=SELLER_ITEM)
async def delete_inventory_item(tx: Tx, seller: CurrentSeller, id: str, fields: Selection) -> Answer:
    """Takes out an item; answers it once more."""
    await require_owned(tx, SellerInventoryItem, seller.id, id)
    (item,) = await fetch(tx, fields, [id])
    await items.delete_inventory_item(tx, id)
    return deleted(id, "inventory_item", inventory_item=item)


@get("/{id:str}/location-levels", view=SELLER_LEVEL)
async def list_levels(tx: Tx, seller: CurrentSeller, id: str, query: Listing) -> Answer:
    """Where an item is stocked."""
    await require_owned(tx, SellerInventoryItem, seller.id, id)
    return await listing(tx, query, scope={"inventory_item_id": id})


@post("/{id:str}/location-levels", status_code=201, view=SELLER_LEVEL)
async def create_level(tx: Tx, seller: CurrentSeller, id: str, data: CreateSellerLevel, fields: Selection) -> Answer:
    """An item at one more location of the seller."""
    await require_own_place(tx, seller.id, id, data.location_id)
    (level,) = await levels.create_levels(tx, [levels.NewLevel(id, data.location_id, data.stocked_quantity or 0)])
    return await show(tx, fields, level.id, status=201)


@get("/{id:str}/location-levels/{location_id:str}", view=SELLER_LEVEL)
async def get_location_level(tx: Tx, seller: CurrentSeller, id: str, location_id: str, fields: Selection) -> Answer:
    """The stock of an item at a location."""
    await require_own_place(tx, seller.id, id, location_id)
    level = await get_level(tx, id, location_id)
    return await show(tx, fields, level.id)


@post("/{id:str}/location-levels/{location_id:str}", status_code=200, view=SELLER_LEVEL)
async def update_level(
    tx: Tx, seller: CurrentSeller, id: str, location_id: str, *, data: UpdateSellerLevel, fields: Selection
) -> Answer:
    """A new count at a location."""
    await require_own_place(tx, seller.id, id, location_id)
    count = levels.Count(id, location_id, data.stocked_quantity, data.incoming_quantity)
    (level,) = await levels.update_levels(tx, [count])
    return await show(tx, fields, level.id)


@delete("/{id:str}/location-levels/{location_id:str}", status_code=200, view=SELLER_ITEM_STOCK)
async def delete_level(tx: Tx, seller: CurrentSeller, id: str, location_id: str, fields: Selection) -> Answer:
    """An item is no longer stocked at a location where nothing is left of it."""
    await require_own_place(tx, seller.id, id, location_id)
    level = await levels.delete_level(tx, id, location_id, force=False)
    (parent,) = await fetch(tx, fields, [id])
    return deleted(level.id, "inventory-level", parent=parent)


@post("/{id:str}/location-levels/batch", status_code=200, view=LEVEL_ROW)
async def change_item_levels(
    tx: Tx, seller: CurrentSeller, id: str, data: SellerItemLevelBatch, fields: Selection
) -> Answer:
    """Makes, changes and removes levels of one item."""
    await require_owned(tx, SellerInventoryItem, seller.id, id)
    await require_own_batch(tx, seller.id, data)
    done = await levels.change_item_levels(tx, id, data)
    return await _changed(tx, fields, done)


@post("/location-levels/batch", status_code=200, view=LEVEL_ROW)
async def change_levels(tx: Tx, seller: CurrentSeller, data: LevelBatch, fields: Selection) -> Answer:
    """Makes, changes and removes levels of many items."""
    await require_own_batch(tx, seller.id, data)
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
        get_inventory_item,
        update_inventory_item,
        delete_inventory_item,
        list_levels,
        create_level,
        get_location_level,
        update_level,
        delete_level,
        change_item_levels,
        change_levels,
    ],
)
