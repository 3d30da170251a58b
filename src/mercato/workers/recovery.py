"""Settling what a crash has left open."""

from mercato.flows.checkout.recovery import recover_attempts
from mercato.flows.orders.recovery import recover_cancellations
from mercato.kernel.db import Db
from mercato.workers.events import RecoveryDue


async def recover_payments(db: Db, event: RecoveryDue, key: str) -> None:
    """Voids stale attempts to pay and finishes stale cancellations; each call carries a key of its own."""
    del event, key
    await recover_attempts(db)
    await recover_cancellations(db)
