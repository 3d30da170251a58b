"""Orders whose calling off a crash or a silent provider has left open."""

from typing import Any

import structlog
from sqlalchemy import select

from mercato.domains.orders.set_models import CancellationState, OrderCancellation
from mercato.flows.checkout.recovery import STALE
from mercato.flows.orders.cancel_order import finish_cancellation
from mercato.kernel.db import Db
from mercato.kernel.errors import ApiError

log: Any = structlog.get_logger()


async def recover_cancellations(db: Db) -> int:
    """Finishes every stale cancellation, each in a transaction of its own.

    Returns:
        How many were finished.
    """
    async with db.read() as tx:
        query = select(OrderCancellation.order_id).where(
            OrderCancellation.state == CancellationState.OPEN,
            OrderCancellation.created_at < tx.now - STALE,
            OrderCancellation.deleted_at.is_(None),
        )
        stale = await tx.scalars(query.order_by(OrderCancellation.id))
    return sum([await _finished(db, order_id) for order_id in stale])


async def _finished(db: Db, order_id: str) -> bool:
    try:
        await finish_cancellation(db, order_id)
    except ApiError as error:
        log.warning("order could not be canceled", order=order_id, reason=error.message)
        return False
    return True
