"""Attempts to pay that a crash has left open: finished when their orders exist, voided at the provider otherwise."""

from datetime import timedelta
from typing import Any

import structlog
from sqlalchemy import select

from mercato.domains.payments.models import AttemptState, PaymentAttempt
from mercato.kernel.db import Db, Tx
from mercato.kernel.errors import Invalid
from mercato.providers.adapters import payment_provider
from mercato.providers.payment.port import ProviderUnavailable

log: Any = structlog.get_logger()

STALE = timedelta(minutes=2)
"""An attempt older than this is nobody's any more: no call to a provider takes so long."""


async def void_attempt(db: Db, attempt_id: str) -> bool:
    """Gives up what an attempt may have had promised, unless it has become a payment.

    Returns:
        Whether that is settled; a provider that does not answer is asked again later.
    """
    try:
        async with db.tx() as tx:
            await _void(tx, attempt_id)
    except (Invalid, ProviderUnavailable):
        # The attempt stays open, and is settled when the provider is installed and answers again.
        log.warning("attempt to pay could not be voided", attempt=attempt_id)
        return False
    return True


async def recover_attempts(db: Db) -> int:
    """Settles every stale attempt, each in a transaction of its own.

    Returns:
        How many were settled.
    """
    async with db.read() as tx:
        query = select(PaymentAttempt.id).where(
            PaymentAttempt.state == AttemptState.OPEN, PaymentAttempt.created_at < tx.now - STALE
        )
        stale = await tx.scalars(query.order_by(PaymentAttempt.id))
    return sum([await void_attempt(db, attempt_id) for attempt_id in stale])


async def _void(tx: Tx, attempt_id: str) -> None:
    # The lock waits for a completion that still runs: it holds the attempt until its commit.
    attempt = await tx.lock(PaymentAttempt, attempt_id)
    if attempt.state is not AttemptState.OPEN:
        return
    await payment_provider(tx, attempt.provider_id).cancel(attempt.data, key=attempt.id)
    attempt.state = AttemptState.VOIDED
