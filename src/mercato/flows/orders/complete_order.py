"""An order is declared done."""

from mercato.domains.orders.events import OrderCompleted
from mercato.domains.orders.models import OrderStatus
from mercato.domains.orders.queries import lock_order
from mercato.kernel.db import Tx
from mercato.kernel.errors import Invalid


async def complete_order(tx: Tx, order_id: str) -> None:
    """Marks an order as completed; doing so twice changes nothing.

    Raises:
        NotFound: for an unknown order.
        Invalid: for a canceled one.
    """
    order = await lock_order(tx, order_id)
    if order.status is OrderStatus.CANCELED:
        raise Invalid(f"Orders {order.id} are canceled and cannot be completed")
    if order.status is not OrderStatus.COMPLETED:
        order.status = OrderStatus.COMPLETED
        await tx.flush()
        tx.emit(OrderCompleted(id=order.id))
