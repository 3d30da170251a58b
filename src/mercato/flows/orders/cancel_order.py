"""Calling an order off: stock is free again, the buyer gets back what is left of the order's share of the payment."""

from dataclasses import dataclass
from decimal import Decimal

from sqlalchemy import select

from mercato.domains.commissions.models import CommissionLine
from mercato.domains.fulfillments.queries import parcels_of
from mercato.domains.inventory.commands.stock import release
from mercato.domains.orders.events import OrderCanceled
from mercato.domains.orders.models import Order, OrderStatus, OrderTransaction
from mercato.domains.orders.queries import items_of, lock_live_order, lock_order, split_payment_of
from mercato.domains.orders.set_models import SplitOrderPayment, SplitStatus
from mercato.domains.payments.commands import record_refund
from mercato.domains.payments.models import Payment, PaymentCollection
from mercato.domains.payments.queries import payments_of
from mercato.kernel.db import Db, Tx
from mercato.kernel.errors import NotAllowed, PaymentRefused
from mercato.providers.adapters import payment_provider
from mercato.providers.payment.port import Money, Outcome


@dataclass(frozen=True)
class _Owed:
    """What the buyer gets back, and from whom. `amount` in the main unit."""

    payment_id: str
    provider_id: str
    money: Money
    data: dict[str, object]
    key: str


async def cancel_order(db: Db, order_id: str) -> None:
    """Calls an order off.

    The refund is asked for between two transactions, under a key that is the order's own: a call that was lost is
    made again by canceling again, and moves the money once.

    Raises:
        NotFound: for an unknown order.
        Invalid: when it was canceled already.
        NotAllowed: while a parcel of it is packed.
        PaymentRefused: when the provider does not give the money back; the order stays as it was.
    """
    async with db.tx() as tx:
        order = await lock_live_order(tx, order_id)
        await _check_parcels(tx, order)
        owed = await _owed(tx, order)
        if owed is None:
            await _cancel(tx, order, None)
            return
    said = await payment_provider(db, owed.provider_id).refund(owed.money, owed.data, key=owed.key)
    if said.outcome in (Outcome.ERROR, Outcome.PENDING, Outcome.REQUIRES_MORE):
        raise PaymentRefused(said.reason or "The payment provider did not refund the order")
    async with db.tx() as tx:
        order = await lock_order(tx, order_id)
        if order.status is not OrderStatus.CANCELED:
            await _check_parcels(tx, order)
            await _cancel(tx, order, owed)


async def _check_parcels(tx: Tx, order: Order) -> None:
    if any(parcel.canceled_at is None for parcel in await parcels_of(tx, order.id)):
        raise NotAllowed("All fulfillments must be canceled before canceling an order")


async def _owed(tx: Tx, order: Order) -> _Owed | None:
    split = await split_payment_of(tx, order.id)
    if split is not None:
        # A capture that is under way holds this lock: what it takes is known when the lock is ours.
        await tx.lock(PaymentCollection, split.payment_collection_id)
        split = await tx.lock(SplitOrderPayment, split.id)
    amount = split.captured_amount - split.refunded_amount if split is not None else Decimal(0)
    if split is None or amount <= 0:
        return None
    payment = next((p for p in await payments_of(tx, split.payment_collection_id) if p.captured_at is not None), None)
    if payment is None:
        return None
    money = Money(amount, payment.currency_code)
    return _Owed(payment.id, payment.provider_id, money, payment.data or {}, f"cancel:{order.id}")


async def _cancel(tx: Tx, order: Order, owed: _Owed | None) -> None:
    line_ids = [line.id for _, line in await items_of(tx, order.id)]
    await release(tx, line_ids)
    split = await split_payment_of(tx, order.id)
    if split is not None:
        await _settle(tx, order, split, owed)
    # The marketplace keeps nothing of a sale that did not happen.
    lines = select(CommissionLine).where(CommissionLine.item_line_id.in_(line_ids), CommissionLine.deleted_at.is_(None))
    await tx.delete(*await tx.scalars(lines))
    order.status, order.canceled_at = OrderStatus.CANCELED, tx.now
    await tx.flush()
    tx.emit(OrderCanceled(id=order.id))


async def _settle(tx: Tx, order: Order, split: SplitOrderPayment, owed: _Owed | None) -> None:
    if owed is None:
        if split.status is SplitStatus.PENDING:
            split.status = SplitStatus.CANCELED
        return
    payment = await tx.lock(Payment, owed.payment_id)
    refund = await record_refund(tx, payment, owed.money.amount)
    split.refunded_amount += owed.money.amount
    split.status = SplitStatus.REFUNDED
    tx.add(
        OrderTransaction(
            order_id=order.id,
            version=order.version,
            amount=-owed.money.amount,
            currency_code=split.currency_code,
            reference="refund",
            reference_id=refund.id,
        )
    )
