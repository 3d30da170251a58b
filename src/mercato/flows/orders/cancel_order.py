"""Calling an order off: stock is free again, the buyer gets back what is left of the order's share of the payment.

Where a provider outside of this process has to give money back, the intent is committed first, and the order stands
still until the provider has answered. A crash leaves the intent open: canceling again, or the recovery job, goes on
under the same key, which moves the money once.
"""

from dataclasses import dataclass, replace
from decimal import Decimal

from sqlalchemy import select

from mercato.domains.commissions.models import CommissionLine
from mercato.domains.fulfillments.queries import parcels_of
from mercato.domains.inventory.commands.stock import release
from mercato.domains.orders.events import OrderCanceled
from mercato.domains.orders.models import Order, OrderStatus, OrderTransaction
from mercato.domains.orders.queries import (
    items_of,
    lock_order,
    lock_standing_order,
    open_cancellation,
    split_payment_of,
)
from mercato.domains.orders.set_models import CancellationState, OrderCancellation, SplitOrderPayment, SplitStatus
from mercato.domains.payments.commands import record_refund
from mercato.domains.payments.models import Payment, PaymentCollection
from mercato.domains.payments.queries import payments_of
from mercato.kernel.db import Db, Tx
from mercato.kernel.errors import Conflict, NotAllowed, PaymentRefused
from mercato.providers.adapters import payment_provider
from mercato.providers.payment.port import Money, Outcome, ProviderUnavailable, Said


@dataclass(frozen=True)
class _Owed:
    """What the buyer gets back, and from whom. `amount` in the main unit."""

    order_id: str
    payment_id: str
    provider_id: str
    money: Money
    data: dict[str, object]
    key: str


async def cancel_order(db: Db, order_id: str) -> None:
    """Calls an order off.

    Raises:
        NotFound: for an unknown order.
        Invalid: when it was canceled already.
        NotAllowed: while a parcel of it is packed.
        Conflict: while its money is being taken.
        PaymentRefused: when the provider does not give the money back, and the order stays as it was; or when it does
            not answer, and the order is canceled as soon as it does.
    """
    async with db.tx() as tx:
        order = await lock_standing_order(tx, order_id)
        owed = await _announced(tx, order)
        if owed is None:
            await _check_parcels(tx, order)
            owed = await _owed(tx, order)
            if owed is None or not payment_provider(tx, owed.provider_id).remote:
                await _cancel_at_once(tx, order, owed)
                return
            owed = await _announce(tx, owed)
    await _finish(db, owed)


async def finish_cancellation(db: Db, order_id: str) -> None:
    """Goes on with a cancellation that a crash or a silent provider has left open."""
    async with db.tx() as tx:
        owed = await _announced(tx, await lock_order(tx, order_id))
    if owed is not None:
        await _finish(db, owed)


async def _finish(db: Db, owed: _Owed) -> None:
    try:
        said = await _give_back(db, owed)
    except ProviderUnavailable as error:
        raise PaymentRefused(
            "The payment provider did not answer. The order is canceled as soon as it does."
        ) from error
    async with db.tx() as tx:
        order = await lock_order(tx, owed.order_id)
        cancellation = await open_cancellation(tx, order.id)
        if cancellation is None:
            # A parallel call was faster.
            return
        if _refused(said):
            await tx.delete(cancellation)
        else:
            await _cancel(tx, order, owed)
            cancellation.state = CancellationState.DONE
    if _refused(said):
        raise _refusal(said)


async def _cancel_at_once(tx: Tx, order: Order, owed: _Owed | None) -> None:
    if owed is not None:
        said = await _give_back(tx, owed)
        if _refused(said):
            raise _refusal(said)
    await _cancel(tx, order, owed)


async def _give_back(holder: Db | Tx, owed: _Owed) -> Said:
    provider = payment_provider(holder, owed.provider_id)
    return await provider.refund(owed.money, owed.data, key=owed.key)


def _refused(said: Said) -> bool:
    return said.outcome in (Outcome.ERROR, Outcome.PENDING, Outcome.REQUIRES_MORE)


def _refusal(said: Said) -> PaymentRefused:
    return PaymentRefused(said.reason or "The payment provider did not refund the order")


async def _check_parcels(tx: Tx, order: Order) -> None:
    if any(parcel.canceled_at is None for parcel in await parcels_of(tx, order.id)):
        raise NotAllowed("All fulfillments must be canceled before canceling an order")


async def _announced(tx: Tx, order: Order) -> _Owed | None:
    open_one = await open_cancellation(tx, order.id)
    if open_one is None:
        return None
    payment = await tx.get(Payment, open_one.payment_id)
    return _owed_by(order, payment, open_one.amount, key=open_one.id)


async def _announce(tx: Tx, owed: _Owed) -> _Owed:
    intent = OrderCancellation(order_id=owed.order_id, payment_id=owed.payment_id, amount=owed.money.amount)
    tx.add(intent)
    await tx.flush()
    # After a refusal the next intent has another key: a provider answers a key that it knows as it did before.
    return replace(owed, key=intent.id)


async def _owed(tx: Tx, order: Order) -> _Owed | None:
    split = await _locked_split(tx, order)
    if split is None:
        return None
    payments = await payments_of(tx, split.payment_collection_id)
    if split.status is SplitStatus.PENDING and any(p.capturing_amount is not None for p in payments):
        raise Conflict("The payment of the order is being taken. Try again in a moment.")
    amount = split.captured_amount - split.refunded_amount
    payment = next((p for p in payments if p.captured_at is not None), None)
    return _owed_by(order, payment, amount, key=order.id) if payment is not None and amount > 0 else None


async def _locked_split(tx: Tx, order: Order) -> SplitOrderPayment | None:
    split = await split_payment_of(tx, order.id)
    if split is None:
        return None
    # A capture takes this lock to say what it is going to take, and to write down what was taken.
    await tx.lock(PaymentCollection, split.payment_collection_id)
    return await tx.lock(SplitOrderPayment, split.id)


def _owed_by(order: Order, payment: Payment, amount: Decimal, *, key: str) -> _Owed:
    money = Money(amount, payment.currency_code)
    return _Owed(order.id, payment.id, payment.provider_id, money, payment.data or {}, key)


async def _cancel(tx: Tx, order: Order, owed: _Owed | None) -> None:
    line_ids = [line.id for _, line in await items_of(tx, order.id)]
    await release(tx, line_ids)
    split = await _locked_split(tx, order)
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
        if split.status is SplitStatus.PENDING or split.authorized_amount == 0:
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
