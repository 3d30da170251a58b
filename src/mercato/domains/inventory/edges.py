"""Relations and computed fields of stock."""

from collections.abc import Mapping
from typing import Any

from mercato.domains.inventory.models import (
    InventoryItem,
    InventoryLevel,
    ProductVariantInventoryItem,
    ReservationItem,
    StockLocation,
    StockLocationAddress,
)
from mercato.kernel.db import Tx
from mercato.kernel.reader.view import Computed, Edge

EDGES = [
    Edge(StockLocation, "address", StockLocationAddress, many=False, hops=[("address_id", StockLocationAddress, "id")]),
    Edge(
        InventoryItem, "location_levels", InventoryLevel, many=True, hops=[("id", InventoryLevel, "inventory_item_id")]
    ),
    Edge(
        InventoryItem,
        "stock_locations",
        StockLocation,
        many=True,
        hops=[("id", InventoryLevel, "inventory_item_id"), ("location_id", StockLocation, "id")],
    ),
    Edge(
        InventoryItem,
        "reservation_items",
        ReservationItem,
        many=True,
        hops=[("id", ReservationItem, "inventory_item_id")],
    ),
    Edge(
        InventoryItem,
        "variant_links",
        ProductVariantInventoryItem,
        many=True,
        hops=[("id", ProductVariantInventoryItem, "inventory_item_id")],
    ),
    Edge(
        InventoryLevel, "inventory_item", InventoryItem, many=False, hops=[("inventory_item_id", InventoryItem, "id")]
    ),
    Edge(InventoryLevel, "stock_locations", StockLocation, many=True, hops=[("location_id", StockLocation, "id")]),
    Edge(
        ReservationItem, "inventory_item", InventoryItem, many=False, hops=[("inventory_item_id", InventoryItem, "id")]
    ),
    Edge(
        ProductVariantInventoryItem,
        "inventory",
        InventoryItem,
        many=False,
        hops=[("inventory_item_id", InventoryItem, "id")],
    ),
]


async def fill_available(tx: Tx, rows: list[dict[str, Any]], names: frozenset[str], context: Mapping[str, Any]) -> None:
    """What of a level is neither reserved nor merely on its way. Negative when a count fell below what is reserved."""
    del tx, names, context
    for row in rows:
        row["available_quantity"] = row["stocked_quantity"] - row["reserved_quantity"]


async def fill_sums(tx: Tx, rows: list[dict[str, Any]], names: frozenset[str], context: Mapping[str, Any]) -> None:
    """The quantities of an item over all its locations."""
    del tx, context
    for row in rows:
        for name in names:
            row[name] = sum(level[name] for level in row["location_levels"])


COMPUTED = [
    Computed(
        InventoryLevel,
        names="available_quantity",
        needs="stocked_quantity reserved_quantity",
        fill=fill_available,
        with_star=True,
    ),
    Computed(
        InventoryItem,
        names="reserved_quantity stocked_quantity",
        needs="location_levels.reserved_quantity location_levels.stocked_quantity",
        fill=fill_sums,
        with_star=True,
    ),
]
