"""Settling what a crash has left open."""

from mercato.flows.checkout.recovery import recover_attempts
from mercato.kernel.db import Db
from mercato.workers.events import RecoveryDue


async def recover_payments(db: Db, event: RecoveryDue, key: str) -> None:
    """Voids stale attempts to pay; each call to a provider carries the key of its attempt."""
    del event, key
    await recover_attempts(db)
