"""Taking the money of a purchase, right after it was promised; each order is credited with its own share.

What is to be taken is written down before the provider is asked, and the provider is asked outside of a transaction:
whatever crashes, the next attempt asks for the same amount under the same key, and no order is canceled meanwhile.
"""

from dataclasses import dataclass
from decimal import Decimal

from mercato.domains.orders.events import OrderSetPlaced
from mercato.domains.orders.models import OrderTransaction
from mercato.domains.orders.queries import splits_of
from mercato.domains.orders.set_models import OrderSet, SplitStatus
from mercato.domains.payments.commands import cancel_payments, record_capture
from mercato.domains.payments.models import Payment, PaymentCollection
from mercato.domains.payments.queries import authorization_key, payments_of
from mercato.kernel.db import Db, Tx
from mercato.kernel.errors import PaymentRefused
from mercato.providers.adapters import payment_provider
from mercato.providers.payment.port import Money, Outcome, Said


@dataclass(frozen=True)
class _Due:
    """What a provider is asked to take, or to give up when it is nothing."""

    payment_id: str
    collection_id: str
    provider_id: str
    money: Money
    data: dict[str, object]
    promise: str


async def capture_order_set(db: Db, event: OrderSetPlaced, key: str) -> None:
    """Has the provider take what it promised for the orders that still stand, and writes that down.

    May run again after a crash: the provider knows `key`, and a payment that was captured is passed over.

    Raises:
        PaymentRefused: when the provider does not take the money; the delivery is tried again later.
    """
    async with db.tx() as tx:
        due = await _due(tx, await tx.get(OrderSet, event.id))
    for one in due:
        if one.money.amount == 0:
            await _give_up(db, one)
        else:
            await _take(db, one, key)


async def _due(tx: Tx, order_set: OrderSet) -> list[_Due]:
    if order_set.payment_collection_id is None:
        return []
    await tx.lock(PaymentCollection, order_set.payment_collection_id)
    payments = await payments_of(tx, order_set.payment_collection_id)
    open_payments = [p for p in payments if p.captured_at is None and p.canceled_at is None]
    return [await _announced(tx, payment) for payment in open_payments]


async def _announced(tx: Tx, payment: Payment) -> _Due:
    if payment.capturing_amount is None:
        payment.capturing_amount = await _standing(tx, payment)
    return _Due(
        payment_id=payment.id,
        collection_id=payment.payment_collection_id,
        provider_id=payment.provider_id,
        money=Money(payment.capturing_amount, payment.currency_code),
        data=payment.data or {},
        promise=await authorization_key(tx, payment),
    )


async def _take(db: Db, due: _Due, key: str) -> None:
    said = await payment_provider(db, due.provider_id).capture(due.money, due.data, key=key)
    async with db.tx() as tx:
        payment = await _locked(tx, due)
        if said.outcome is Outcome.CAPTURED:
            await _record(tx, payment, said)
        else:
            # Nothing was taken, so orders may be canceled until the next attempt.
            payment.capturing_amount = None
    if said.outcome is not Outcome.CAPTURED:
        raise PaymentRefused(said.reason or "Payment failed!")


async def _record(tx: Tx, payment: Payment, said: Said) -> None:
    if payment.captured_at is not None or payment.capturing_amount is None:
        return
    payment.data = said.data
    await credit_capture(tx, payment, payment.capturing_amount)


async def _give_up(db: Db, due: _Due) -> None:
    """Every order was canceled before the money was taken."""
    await payment_provider(db, due.provider_id).cancel(due.data, key=due.promise)
    async with db.tx() as tx:
        await cancel_payments(tx, await tx.lock(PaymentCollection, due.collection_id))


async def _locked(tx: Tx, due: _Due) -> Payment:
    await tx.lock(PaymentCollection, due.collection_id)
    return await tx.lock(Payment, due.payment_id)


async def credit_capture(tx: Tx, payment: Payment, amount: Decimal) -> None:
    """Writes down that the shares of all orders that still stand were taken (`amount` is their sum)."""
    capture = await record_capture(tx, payment, amount, final=True)
    for order_id, split in await splits_of(tx, payment.payment_collection_id):
        if split.status is not SplitStatus.PENDING:
            continue
        split.status, split.captured_amount = SplitStatus.CAPTURED, split.authorized_amount
        tx.add(
            OrderTransaction(
                order_id=order_id,
                amount=split.authorized_amount,
                currency_code=split.currency_code,
                reference="capture",
                reference_id=capture.id,
            )
        )
    await tx.flush()


async def _standing(tx: Tx, payment: Payment) -> Decimal:
    splits = await splits_of(tx, payment.payment_collection_id)
    return sum((s.authorized_amount for _, s in splits if s.status is SplitStatus.PENDING), Decimal(0))
