"""Writing payments. Amounts in the main unit; nobody here calls a provider."""

from decimal import Decimal
from typing import Any

from mercato.domains.payments.events import PaymentCaptured, PaymentRefunded
from mercato.domains.payments.models import (
    Capture,
    CollectionStatus,
    Payment,
    PaymentCollection,
    PaymentSession,
    Refund,
    SessionStatus,
)
from mercato.domains.payments.queries import payments_of, sessions_of
from mercato.kernel.db import Tx
from mercato.kernel.errors import Invalid

ZERO = Decimal(0)


async def create_collection(tx: Tx, *, amount: Decimal, currency_code: str) -> PaymentCollection:
    """A new collection, nothing paid."""
    collection = PaymentCollection(amount=amount, currency_code=currency_code)
    tx.add(collection)
    await tx.flush()
    return collection


async def refresh_collection(tx: Tx, collection: PaymentCollection, *, amount: Decimal, currency_code: str) -> None:
    """Lets a collection follow its cart. A change makes every session void: it was opened for another amount."""
    if collection.amount == amount and collection.currency_code == currency_code:
        return
    collection.amount, collection.currency_code = amount, currency_code
    await tx.delete(*await sessions_of(tx, collection.id))


async def open_session(
    tx: Tx, collection: PaymentCollection, session: PaymentSession, *, context: dict[str, Any]
) -> PaymentSession:
    """Puts a session in place of all others of its collection."""
    await tx.delete(*await sessions_of(tx, collection.id))
    session.context = context
    tx.add(session)
    await tx.flush()
    return session


async def record_authorization(tx: Tx, session: PaymentSession, data: dict[str, Any]) -> Payment:
    """The provider promised the money of a session: the session becomes a payment of its collection."""
    collection = await tx.lock(PaymentCollection, session.payment_collection_id)
    session.status, session.authorized_at, session.data = SessionStatus.AUTHORIZED, tx.now, data
    payment = Payment(
        amount=session.amount,
        currency_code=session.currency_code,
        provider_id=session.provider_id,
        data=data,
        payment_collection_id=collection.id,
        payment_session_id=session.id,
    )
    collection.authorized_amount = (collection.authorized_amount or ZERO) + session.amount
    collection.captured_amount = collection.captured_amount or ZERO
    collection.refunded_amount = collection.refunded_amount or ZERO
    collection.status = CollectionStatus.AUTHORIZED
    tx.add(payment)
    await tx.flush()
    return payment


async def record_capture(
    tx: Tx, payment: Payment, amount: Decimal, *, created_by: str | None = None, final: bool = False
) -> Capture:
    """Money was taken. The caller holds the lock on the payment. `final`: the rest of the promise will not be taken.

    Raises:
        Invalid: when more would be taken than was promised.
    """
    collection = await tx.lock(PaymentCollection, payment.payment_collection_id)
    captured = collection.captured_amount or ZERO
    if captured + amount > (collection.authorized_amount or ZERO):
        raise Invalid("You cannot capture more than the authorized amount subtracted by what is already captured.")
    capture = Capture(amount=amount, payment_id=payment.id, created_by=created_by)
    collection.captured_amount = captured + amount
    if final or collection.captured_amount == collection.authorized_amount:
        payment.captured_at = payment.captured_at or tx.now
    whole = collection.captured_amount == collection.amount
    collection.status = CollectionStatus.COMPLETED if whole else CollectionStatus.PARTIALLY_CAPTURED
    collection.completed_at = tx.now if whole else None
    tx.add(capture)
    await tx.flush()
    tx.emit(PaymentCaptured(id=payment.id))
    return capture


async def record_refund(tx: Tx, payment: Payment, amount: Decimal, *, created_by: str | None = None) -> Refund:
    """Money was given back. The caller holds the lock on the payment.

    Raises:
        Invalid: when more would be given back than was taken.
    """
    collection = await tx.lock(PaymentCollection, payment.payment_collection_id)
    refunded = collection.refunded_amount or ZERO
    if refunded + amount > (collection.captured_amount or ZERO):
        raise Invalid("You are not allowed to refund more than the captured amount")
    refund = Refund(amount=amount, payment_id=payment.id, created_by=created_by)
    collection.refunded_amount = refunded + amount
    tx.add(refund)
    await tx.flush()
    tx.emit(PaymentRefunded(id=payment.id))
    return refund


async def cancel_payments(tx: Tx, collection: PaymentCollection) -> list[Payment]:
    """Marks the promises of a collection as given up; gives those whose providers must be told."""
    dropped = [p for p in await payments_of(tx, collection.id) if p.captured_at is None and p.canceled_at is None]
    for payment in dropped:
        payment.canceled_at = tx.now
    collection.status = CollectionStatus.CANCELED
    await tx.flush()
    return dropped
