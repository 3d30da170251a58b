"""How many pieces of variants can be sold, where an answer shows it."""

from collections.abc import Mapping
from typing import Any

from mercato.domains.inventory.queries import variant_quantities
from mercato.kernel.db import Tx


async def fill_inventory_quantity(
    tx: Tx, rows: list[dict[str, Any]], names: frozenset[str], context: Mapping[str, Any]
) -> None:
    """The number of each variant that is counted, in the context's `sales_channel_id`; without one, everywhere."""
    del names
    counted = [row["id"] for row in rows if row["manage_inventory"]]
    quantities = await variant_quantities(tx, counted, sales_channel_id=context.get("sales_channel_id"))
    for row in rows:
        if row["manage_inventory"]:
            row["inventory_quantity"] = quantities[row["id"]]
