"""Small makers of stock for tests."""

from mercato.domains.inventory.commands.items import create_inventory_item, link_variant
from mercato.domains.inventory.commands.levels import NewLevel, create_levels
from mercato.domains.inventory.models import InventoryItem, SalesChannelStockLocation, StockLocation
from mercato.kernel.db import Tx


async def a_location(tx: Tx, name: str = "Berlin", *, channel: str | None = None) -> StockLocation:
    location = StockLocation(name=name)
    tx.add(location)
    await tx.flush()
    if channel is not None:
        tx.add(SalesChannelStockLocation(sales_channel_id=channel, stock_location_id=location.id))
        await tx.flush()
    return location


async def an_item(tx: Tx, sku: str = "MUG", /, **stock: int) -> InventoryItem:
    """An item with so much at locations: `an_item(tx, "MUG", **{berlin.id: 9})`."""
    item = await create_inventory_item(tx, sku=sku, title=sku.title())
    await create_levels(tx, [NewLevel(item.id, location, quantity) for location, quantity in stock.items()])
    return item


async def a_kit(tx: Tx, variant_id: str, /, **parts: int) -> None:
    """Which items a variant consists of: `a_kit(tx, "variant_x", **{mug.id: 2})`."""
    for item_id, required in parts.items():
        await link_variant(tx, variant_id=variant_id, inventory_item_id=item_id, required_quantity=required)
