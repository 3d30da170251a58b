"""Taking the money of a purchase, right after it was promised; each order is credited with its own share."""

from dataclasses import dataclass

from mercato.domains.orders.events import OrderSetPlaced
from mercato.domains.orders.models import OrderTransaction
from mercato.domains.orders.queries import splits_of
from mercato.domains.orders.set_models import OrderSet, SplitStatus
from mercato.domains.payments.commands import record_capture
from mercato.domains.payments.models import Payment
from mercato.domains.payments.queries import payments_of
from mercato.kernel.db import Db, Tx
from mercato.kernel.errors import PaymentRefused
from mercato.providers.adapters import payment_provider
from mercato.providers.payment.port import Money, Outcome


@dataclass(frozen=True)
class _Due:
    """A promise to be taken."""

    payment_id: str
    provider_id: str
    money: Money
    data: dict[str, object]


async def capture_order_set(db: Db, event: OrderSetPlaced, key: str) -> None:
    """Has the provider take what it promised, and writes that down.

    May run again after a crash: the provider knows `key`, and a payment that was captured is passed over.

    Raises:
        PaymentRefused: when the provider does not take the money; the delivery is tried again later.
    """
    async with db.read() as tx:
        due = await _due(tx, event.id)
    if due is None:
        return
    said = await payment_provider(db, due.provider_id).capture(due.money, due.data, key=key)
    if said.outcome is not Outcome.CAPTURED:
        raise PaymentRefused(said.reason or "Payment failed!")
    async with db.tx() as tx:
        payment = await tx.lock(Payment, due.payment_id)
        if payment.captured_at is None:
            payment.data = said.data
            await credit_capture(tx, payment)


async def credit_capture(tx: Tx, payment: Payment) -> None:
    """Writes down that a whole payment was taken. Shares that were refunded or canceled meanwhile stay as they are."""
    capture = await record_capture(tx, payment, payment.amount)
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


async def _due(tx: Tx, set_id: str) -> _Due | None:
    order_set = await tx.get(OrderSet, set_id)
    if order_set.payment_collection_id is None:
        return None
    for payment in await payments_of(tx, order_set.payment_collection_id):
        if payment.captured_at is None and payment.canceled_at is None:
            money = Money(payment.amount, payment.currency_code)
            return _Due(payment.id, payment.provider_id, money, payment.data or {})
    return None
