"""What the marketplace keeps of one order."""

from decimal import Decimal
from typing import Any

from mercato.domains.commissions.views import LINE
from mercato.domains.orders.models import Order
from mercato.kernel.columns import plain_decimal
from mercato.kernel.db import Tx
from mercato.kernel.reader.run import rows_of


async def commission_of_order(tx: Tx, order_id: str) -> dict[str, Any]:
    """The sum, as the text that clients expect, with the lines that it comes from."""
    order = await tx.get(Order, order_id)
    lines = await rows_of(tx, LINE, LINE.default, scope={"order.id": order_id})
    amount = sum((Decimal(line["value"]) for line in lines), Decimal(0))
    value = {"amount": plain_decimal(amount), "currency_code": order.currency_code}
    return {"commission_value": value, "commission_lines": lines}
