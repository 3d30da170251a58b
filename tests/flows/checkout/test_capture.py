"""Money is taken once, for the orders that stand, whatever breaks in between."""

from decimal import Decimal

import pytest
from sqlalchemy import select

from mercato.domains.orders.events import OrderSetPlaced
from mercato.domains.orders.models import Order
from mercato.domains.orders.set_models import SplitOrderPayment, SplitStatus
from mercato.domains.payments.models import CollectionStatus, Payment, PaymentCollection
from mercato.flows.checkout.capture import capture_order_set
from mercato.flows.checkout.complete_cart import complete_cart
from mercato.flows.orders.cancel_order import cancel_order
from mercato.kernel.db import Db
from mercato.kernel.errors import Conflict, PaymentRefused
from mercato.providers.adapters import Adapters
from mercato.providers.payment.fake import FakePayments
from mercato.providers.payment.port import ProviderUnavailable
from tests.support.purchases import a_purchase

FAKE = "pp_fake_fake"
KEY = "job_1:1"


@pytest.fixture
async def provider(db: Db) -> FakePayments:
    """A provider outside this process."""
    fake = FakePayments()
    db.adapters = Adapters()
    db.adapters.payment[fake.id] = fake
    return fake


@pytest.fixture
async def placed(db: Db, provider: FakePayments) -> OrderSetPlaced:
    """A purchase from two sellers, promised by the provider."""
    async with db.tx() as tx:
        purchase = await a_purchase(tx, provider_id=provider.id)
    return OrderSetPlaced(id=await complete_cart(db, purchase.cart_id))


async def first_order(db: Db) -> str:
    """One of the orders."""
    async with db.read() as tx:
        return (await tx.scalars(select(Order.id).order_by(Order.id)))[0]


async def statuses(db: Db) -> set[SplitStatus]:
    """Where the shares stand."""
    async with db.read() as tx:
        return {split.status for split in await tx.scalars(select(SplitOrderPayment))}


async def test_an_order_is_not_canceled_while_its_money_is_being_taken(
    db: Db, provider: FakePayments, placed: OrderSetPlaced
) -> None:
    refused: list[str] = []

    async def cancel() -> None:
        with pytest.raises(Conflict) as caught:
            await cancel_order(db, await first_order(db))
        refused.append(caught.value.message)

    provider.meanwhile = cancel
    await capture_order_set(db, placed, KEY)

    assert refused == ["The payment of the order is being taken. Try again in a moment."]
    assert await statuses(db) == {SplitStatus.CAPTURED}


async def test_after_a_lost_answer_the_same_amount_is_asked_for(
    db: Db, provider: FakePayments, placed: OrderSetPlaced
) -> None:
    async def hang_up() -> None:
        provider.captured[KEY] = Decimal("89.96")
        raise ProviderUnavailable("connection lost")

    provider.meanwhile = hang_up
    with pytest.raises(ProviderUnavailable):
        await capture_order_set(db, placed, KEY)
    # The money may be taken: an order that were canceled now would be paid for nothing.
    with pytest.raises(Conflict):
        await cancel_order(db, await first_order(db))

    provider.meanwhile = None
    await capture_order_set(db, placed, KEY)

    assert provider.captured == {KEY: Decimal("89.96")}
    async with db.read() as tx:
        collection = (await tx.scalars(select(PaymentCollection)))[0]
    assert (collection.status, collection.captured_amount) == (CollectionStatus.COMPLETED, Decimal("89.96"))


async def test_a_refused_capture_lets_orders_be_canceled(
    db: Db, provider: FakePayments, placed: OrderSetPlaced
) -> None:
    provider.refuse = True
    with pytest.raises(PaymentRefused, match="card declined"):
        await capture_order_set(db, placed, KEY)
    await cancel_order(db, await first_order(db))

    provider.refuse = False
    await capture_order_set(db, placed, KEY)

    assert provider.captured == {KEY: Decimal("44.98")}
    assert await statuses(db) == {SplitStatus.CANCELED, SplitStatus.CAPTURED}


async def test_nothing_left_to_take_gives_the_promise_up(
    db: Db, provider: FakePayments, placed: OrderSetPlaced
) -> None:
    async with db.read() as tx:
        orders = await tx.scalars(select(Order.id))
    for order_id in orders:
        await cancel_order(db, order_id)

    await capture_order_set(db, placed, KEY)

    assert (provider.authorized, provider.captured) == ({}, {})
    async with db.read() as tx:
        payment = (await tx.scalars(select(Payment)))[0]
        collection = (await tx.scalars(select(PaymentCollection)))[0]
    assert payment.canceled_at is not None
    assert collection.status is CollectionStatus.CANCELED


async def test_a_silent_provider_at_the_till_is_asked_again_later(db: Db, provider: FakePayments) -> None:
    async with db.tx() as tx:
        purchase = await a_purchase(tx, provider_id=FAKE)
    provider.hang_up_after = provider.away = True

    with pytest.raises(PaymentRefused, match="did not answer"):
        await complete_cart(db, purchase.cart_id)

    assert len(provider.authorized) == 1
