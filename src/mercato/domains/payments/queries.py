"""Questions about payments."""

from sqlalchemy import select

from mercato.domains.payments.models import (
    AttemptState,
    Payment,
    PaymentAttempt,
    PaymentProvider,
    PaymentSession,
    SessionStatus,
)
from mercato.kernel.db import Tx

USABLE = (SessionStatus.PENDING, SessionStatus.REQUIRES_MORE, SessionStatus.AUTHORIZED)
"""A session in one of these states can complete a cart."""


async def sessions_of(tx: Tx, collection_id: str) -> list[PaymentSession]:
    """The living sessions of a collection, oldest first."""
    query = select(PaymentSession).where(
        PaymentSession.payment_collection_id == collection_id, PaymentSession.deleted_at.is_(None)
    )
    return await tx.scalars(query.order_by(PaymentSession.id))


async def usable_session(tx: Tx, collection_id: str) -> PaymentSession | None:
    """The first session that can complete a cart."""
    return next((s for s in await sessions_of(tx, collection_id) if s.status in USABLE), None)


async def payments_of(tx: Tx, collection_id: str) -> list[Payment]:
    """The payments of a collection, oldest first."""
    query = select(Payment).where(Payment.payment_collection_id == collection_id, Payment.deleted_at.is_(None))
    return await tx.scalars(query.order_by(Payment.id))


async def enabled_provider(tx: Tx, provider_id: str) -> PaymentProvider | None:
    """The row of a provider that may be used."""
    provider = await tx.find(PaymentProvider, provider_id)
    return provider if provider is not None and provider.is_enabled else None


async def authorization_key(tx: Tx, payment: Payment) -> str:
    """The key under which the provider promised a payment: of the attempt, or of the session where there was none."""
    query = select(PaymentAttempt.id).where(
        PaymentAttempt.payment_session_id == payment.payment_session_id, PaymentAttempt.state == AttemptState.DONE
    )
    return await tx.scalar(query.order_by(PaymentAttempt.id.desc())) or payment.payment_session_id
