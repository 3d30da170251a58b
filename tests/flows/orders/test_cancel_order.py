"""A paid order that is called off: what happens when the provider is silent, or the process dies."""

from datetime import timedelta
from decimal import Decimal

import pytest
from sqlalchemy import select, update

from mercato.domains.orders.events import OrderSetPlaced
from mercato.domains.orders.models import Order, OrderStatus
from mercato.domains.orders.set_models import CancellationState, OrderCancellation, SplitOrderPayment, SplitStatus
from mercato.flows.checkout.capture import capture_order_set
from mercato.flows.checkout.complete_cart import complete_cart
from mercato.flows.checkout.recovery import STALE
from mercato.flows.orders.cancel_order import cancel_order
from mercato.flows.orders.complete_order import complete_order
from mercato.flows.orders.recovery import recover_cancellations
from mercato.kernel.db import Db
from mercato.kernel.errors import Invalid, PaymentRefused
from mercato.providers.adapters import Adapters
from mercato.providers.payment.fake import FakePayments
from tests.support.purchases import a_purchase


@pytest.fixture
async def provider(db: Db) -> FakePayments:
    """A provider outside this process."""
    fake = FakePayments()
    db.adapters = Adapters()
    db.adapters.payment[fake.id] = fake
    return fake


@pytest.fixture
async def order_id(db: Db, provider: FakePayments) -> str:
    """An order that is paid."""
    async with db.tx() as tx:
        purchase = await a_purchase(tx, names=("Lamp Land",), provider_id=provider.id)
    await capture_order_set(db, OrderSetPlaced(id=await complete_cart(db, purchase.cart_id)), "job_1:1")
    async with db.read() as tx:
        return (await tx.scalars(select(Order.id)))[0]


async def state(db: Db, order_id: str) -> tuple[OrderStatus, SplitStatus]:
    """Where the order and its money stand."""
    async with db.read() as tx:
        order = await tx.get(Order, order_id)
        split = (await tx.scalars(select(SplitOrderPayment)))[0]
    return order.status, split.status


async def age(db: Db) -> None:
    """Some minutes pass."""
    async with db.tx() as tx:
        await tx.execute(update(OrderCancellation).values(created_at=tx.now - STALE - timedelta(seconds=1)))


async def test_a_silent_provider_is_asked_again(db: Db, provider: FakePayments, order_id: str) -> None:
    provider.away = True
    with pytest.raises(PaymentRefused, match="canceled as soon as it does"):
        await cancel_order(db, order_id)
    assert await state(db, order_id) == (OrderStatus.PENDING, SplitStatus.CAPTURED)
    assert await recover_cancellations(db) == 0, "a young one may still be running"
    await age(db)
    assert await recover_cancellations(db) == 0, "the provider is still away"

    provider.away = False
    assert await recover_cancellations(db) == 1

    assert await state(db, order_id) == (OrderStatus.CANCELED, SplitStatus.REFUNDED)
    assert list(provider.refunded.values()) == [Decimal("44.98")]
    assert await recover_cancellations(db) == 0


async def test_canceling_again_goes_on_under_the_same_key(db: Db, provider: FakePayments, order_id: str) -> None:
    provider.away = True
    with pytest.raises(PaymentRefused):
        await cancel_order(db, order_id)
    async with db.read() as tx:
        intent = (await tx.scalars(select(OrderCancellation)))[0]
    # The provider had given the money back, and only its answer was lost.
    provider.refunded[intent.id] = Decimal("44.98")
    provider.away = False

    await cancel_order(db, order_id)

    assert list(provider.refunded) == [intent.id]
    async with db.read() as tx:
        assert (await tx.get(OrderCancellation, intent.id)).state is CancellationState.DONE
    with pytest.raises(Invalid, match="has been canceled"):
        await cancel_order(db, order_id)


async def test_an_order_completed_meanwhile_is_canceled_all_the_same(
    db: Db, provider: FakePayments, order_id: str
) -> None:
    async def complete() -> None:
        async with db.tx() as tx:
            await complete_order(tx, order_id)

    provider.meanwhile = complete
    await cancel_order(db, order_id)

    assert await state(db, order_id) == (OrderStatus.CANCELED, SplitStatus.REFUNDED)
