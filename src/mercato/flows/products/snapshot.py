"""A product as a request keeps it: what the seller had entered when it asked."""

from typing import Any

from mercato.domains.catalog.views import PRODUCT_SNAPSHOT
from mercato.kernel.db import Tx
from mercato.kernel.reader.run import rows_of


async def product_snapshot(tx: Tx, product_id: str) -> dict[str, Any]:
    """Everything of the product, and its id a second time where the operator's panel looks for it."""
    rows = await rows_of(tx, PRODUCT_SNAPSHOT, PRODUCT_SNAPSHOT.default, scope={"id": product_id})
    return {**rows[0], "product_id": product_id}
