"""Taking the money of a purchase, right after it was promised; each order is credited with its own share."""

from decimal import Decimal

from mercato.domains.orders.events import OrderSetPlaced
from mercato.domains.orders.models import OrderTransaction
from mercato.domains.orders.queries import splits_of
from mercato.domains.orders.set_models import OrderSet, SplitStatus
from mercato.domains.payments.commands import record_capture
from mercato.domains.payments.models import Payment, PaymentCollection
from mercato.domains.payments.queries import payments_of
from mercato.kernel.db import Db, Tx
from mercato.kernel.errors import PaymentRefused
from mercato.providers.adapters import payment_provider
from mercato.providers.payment.port import Money, Outcome


async def capture_order_set(db: Db, event: OrderSetPlaced, key: str) -> None:
    """Has the provider take what it promised for the orders that still stand, and writes that down.

    The call is made under the lock of the collection, so that no order is canceled while its share is being taken.
    May run again after a crash: the provider knows `key`, and a payment that was captured is passed over.

    Raises:
        PaymentRefused: when the provider does not take the money; the delivery is tried again later.
    """
    async with db.tx() as tx:
        order_set = await tx.get(OrderSet, event.id)
        if order_set.payment_collection_id is None:
            return
        await tx.lock(PaymentCollection, order_set.payment_collection_id)
        for payment in await payments_of(tx, order_set.payment_collection_id):
            if payment.captured_at is None and payment.canceled_at is None:
                await _capture(tx, payment, key)


async def _capture(tx: Tx, payment: Payment, key: str) -> None:
    amount = await _standing(tx, payment)
    provider = payment_provider(tx, payment.provider_id)
    if amount == 0:
        # Every order was canceled before the money was taken: the promise is given up.
        await provider.cancel(payment.data or {}, key=key)
        payment.canceled_at = tx.now
        return
    said = await provider.capture(Money(amount, payment.currency_code), payment.data or {}, key=key)
    if said.outcome is not Outcome.CAPTURED:
        raise PaymentRefused(said.reason or "Payment failed!")
    payment.data = said.data
    await credit_capture(tx, payment, amount)


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
