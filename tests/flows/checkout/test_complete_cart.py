"""A cart becomes paid orders once, whole, or not at all."""

import asyncio
from datetime import timedelta
from decimal import Decimal
from typing import Any, TypeVar

import pytest
from sqlalchemy import select, update

from mercato.domains.carts.models import Cart, CartLineItem, CartShippingMethod
from mercato.domains.commissions.models import CommissionLine, CommissionRate, CommissionRule, RateType, RuleReference
from mercato.domains.inventory.models import InventoryLevel, ReservationItem
from mercato.domains.orders.events import OrderSetPlaced
from mercato.domains.orders.models import Order, OrderStatus, OrderTransaction
from mercato.domains.orders.set_models import OrderSet, SplitOrderPayment, SplitStatus
from mercato.domains.payments.models import (
    AttemptState,
    CollectionStatus,
    Payment,
    PaymentAttempt,
    PaymentCollection,
    PaymentSession,
)
from mercato.domains.pricing.models import Price
from mercato.domains.sellers.links import SellerOrder
from mercato.domains.sellers.models import Seller, StoreStatus
from mercato.flows.checkout.capture import capture_order_set
from mercato.flows.checkout.complete_cart import complete_cart
from mercato.flows.checkout.recovery import STALE, recover_attempts
from mercato.flows.orders.cancel_order import cancel_order
from mercato.kernel.db import Db, Record
from mercato.kernel.errors import ApiError, Invalid, NotAllowed, NotFound, PaymentRefused
from mercato.providers.adapters import Adapters
from mercato.providers.payment.fake import FakePayments
from tests.support.purchases import Purchase, a_purchase

FAKE = "pp_fake_fake"
M = TypeVar("M", bound=Record)


@pytest.fixture
async def provider(db: Db) -> FakePayments:
    """A provider outside this process, beside the system's own."""
    fake = FakePayments()
    adapters = Adapters()
    adapters.payment[fake.id] = fake
    db.adapters = adapters
    return fake


async def bought(db: Db, **overrides: Any) -> Purchase:
    """A cart that can be bought."""
    db.adapters = db.adapters or Adapters()
    async with db.tx() as tx:
        return await a_purchase(tx, **overrides)


async def everything(db: Db, model: type[M]) -> list[M]:
    """All rows of a table that live."""
    async with db.read() as tx:
        return await tx.scalars(select(model).where(model.deleted_at.is_(None)))


async def untouched(db: Db, purchase: Purchase) -> bool:
    """Whether a cart is open and left no trace in orders, stock and payments."""
    async with db.read() as tx:
        cart = await tx.get(Cart, purchase.cart_id)
        collection = await tx.get(PaymentCollection, purchase.collection_id)
        levels = await tx.scalars(select(InventoryLevel))
    nothing = [await everything(db, model) for model in (Order, OrderSet, Payment, ReservationItem)]
    return (
        cart.completed_at is None
        and collection.status is CollectionStatus.NOT_PAID
        and all(level.reserved_quantity == 0 for level in levels)
        and nothing == [[], [], [], []]
    )


async def test_one_order_for_each_seller_and_the_money_agrees(db: Db) -> None:
    purchase = await bought(db)

    set_id = await complete_cart(db, purchase.cart_id)

    orders = await everything(db, Order)
    splits = await everything(db, SplitOrderPayment)
    links = await everything(db, SellerOrder)
    async with db.read() as tx:
        collection = await tx.get(PaymentCollection, purchase.collection_id)
        order_set = await tx.get(OrderSet, set_id)
        levels = await tx.scalars(select(InventoryLevel))
    assert {link.seller_id for link in links} == set(purchase.seller_ids)
    assert sorted(order.display_id for order in orders) == [1, 2]
    assert sum(split.authorized_amount for split in splits) == collection.amount == Decimal("89.96")
    assert collection.status is CollectionStatus.AUTHORIZED
    assert order_set.cart_id == purchase.cart_id
    assert [level.reserved_quantity for level in levels] == [2, 2]


async def test_what_no_seller_owns_becomes_an_order_of_the_operator(db: Db) -> None:
    purchase = await bought(db, names=("Lamp Land", None))

    await complete_cart(db, purchase.cart_id)

    orders, links = await everything(db, Order), await everything(db, SellerOrder)
    assert len(orders) == 2
    assert [link.seller_id for link in links] == list(purchase.seller_ids)


async def test_twenty_calls_at_once_buy_once(db: Db) -> None:
    purchase = await bought(db)

    answers = await asyncio.gather(*(complete_cart(db, purchase.cart_id) for _ in range(20)))

    assert len(set(answers)) == 1
    assert len(await everything(db, Order)) == 2
    assert len(await everything(db, Payment)) == 1


async def test_twenty_calls_at_once_ask_a_provider_outside_once(db: Db, provider: FakePayments) -> None:
    purchase = await bought(db, provider_id=FAKE)

    answers = await asyncio.gather(*(complete_cart(db, purchase.cart_id) for _ in range(20)))

    assert len(set(answers)) == 1
    assert len(provider.authorized) == 1
    assert provider.calls.count("authorize") == 1
    states = [attempt.state for attempt in await everything(db, PaymentAttempt)]
    assert states.count(AttemptState.DONE) == 1
    assert AttemptState.OPEN not in states


async def test_two_carts_cannot_both_have_the_last_piece(db: Db) -> None:
    first = await bought(db, names=("Lamp Land",), quantity=3, stocked=5)
    async with db.tx() as tx:
        line = (await tx.scalars(select(CartLineItem)))[0]
        second = await a_purchase(tx, names=("Mug House",), quantity=3)
        # The second cart wants the same goods.
        other = (await tx.scalars(select(CartLineItem).where(CartLineItem.cart_id == second.cart_id)))[0]
        other.product_id, other.variant_id = line.product_id, line.variant_id
        method = select(CartShippingMethod).where(CartShippingMethod.cart_id == second.cart_id)
        (await tx.scalars(method))[0].shipping_option_id = "so_lamp-land"
        cart = await tx.get(Cart, second.cart_id)
        cart.sales_channel_id = (await tx.get(Cart, first.cart_id)).sales_channel_id

    results = await asyncio.gather(
        complete_cart(db, first.cart_id), complete_cart(db, second.cart_id), return_exceptions=True
    )

    refused = [result for result in results if isinstance(result, NotAllowed)]
    assert len(refused) == 1
    assert refused[0].message.startswith("Not enough stock available for item")
    assert len(await everything(db, Order)) == 1


async def test_a_refusal_leaves_an_open_cart_and_no_promise(db: Db, provider: FakePayments) -> None:
    purchase = await bought(db, provider_id=FAKE)
    provider.refuse = True

    with pytest.raises(PaymentRefused, match="card declined"):
        await complete_cart(db, purchase.cart_id)

    assert await untouched(db, purchase)
    assert provider.authorized == {}
    provider.refuse = False
    assert await complete_cart(db, purchase.cart_id)


async def test_a_provider_that_hangs_up_after_promising_is_told_to_forget(db: Db, provider: FakePayments) -> None:
    purchase = await bought(db, provider_id=FAKE)
    provider.hang_up_after = True

    with pytest.raises(PaymentRefused, match="did not answer"):
        await complete_cart(db, purchase.cart_id)

    assert await untouched(db, purchase)
    assert provider.authorized == {}


async def test_missing_stock_is_found_before_the_money_is_touched(db: Db, provider: FakePayments) -> None:
    purchase = await bought(db, provider_id=FAKE, stocked=1)

    with pytest.raises(NotAllowed, match="Not enough stock available"):
        await complete_cart(db, purchase.cart_id)

    assert await untouched(db, purchase)
    assert "authorize" not in provider.calls


async def test_a_crash_between_the_promise_and_the_commit_is_voided(db: Db, provider: FakePayments) -> None:
    purchase = await bought(db, provider_id=FAKE)
    async with db.tx() as tx:
        session = (await tx.scalars(select(PaymentSession)))[0]
        attempt = PaymentAttempt(
            cart_id=purchase.cart_id,
            payment_session_id=session.id,
            provider_id=FAKE,
            amount=session.amount,
            currency_code="eur",
            data={},
        )
        tx.add(attempt)
    # The provider was asked, and then the process died.
    provider.authorized[attempt.id] = attempt.amount

    assert await recover_attempts(db) == 0, "a young attempt may still be running"
    async with db.tx() as tx:
        await tx.execute(update(PaymentAttempt).values(created_at=tx.now - STALE - timedelta(seconds=1)))
    assert await recover_attempts(db) == 1

    assert provider.authorized == {}
    assert [one.state for one in await everything(db, PaymentAttempt)] == [AttemptState.VOIDED]
    assert await complete_cart(db, purchase.cart_id)


async def _without_collection(db: Db, purchase: Purchase) -> None:
    async with db.tx() as tx:
        session = (await tx.scalars(select(PaymentSession)))[0]
        await tx.delete(session)


async def _another_amount(db: Db, purchase: Purchase) -> None:
    async with db.tx() as tx:
        await tx.execute(update(CartLineItem).values(quantity=3))


async def _suspended(db: Db, purchase: Purchase) -> None:
    async with db.tx() as tx:
        await tx.execute(update(Seller).values(store_status=StoreStatus.SUSPENDED))


async def _no_delivery(db: Db, purchase: Purchase) -> None:
    async with db.tx() as tx:
        method = (await tx.scalars(select(CartShippingMethod).order_by(CartShippingMethod.id)))[0]
        await tx.delete(method)
        collection = await tx.get(PaymentCollection, purchase.collection_id)
        collection.amount -= method.amount
        (await tx.scalars(select(PaymentSession)))[0].amount -= method.amount


async def _no_email(db: Db, purchase: Purchase) -> None:
    async with db.tx() as tx:
        (await tx.get(Cart, purchase.cart_id)).email = None


async def _no_lines(db: Db, purchase: Purchase) -> None:
    async with db.tx() as tx:
        await tx.delete(*await tx.scalars(select(CartLineItem)))


async def _dearer(db: Db, purchase: Purchase) -> None:
    async with db.tx() as tx:
        await tx.execute(update(Price).values(amount=Decimal("29.99")))


@pytest.mark.parametrize(
    ("spoil", "message"),
    [
        (_dearer, "The price of Thing has changed"),
        (_without_collection, "Payment sessions are required to complete cart"),
        (_another_amount, "The payment session is for"),
        (_suspended, "Some products in the cart belong to inactive sellers"),
        (_no_delivery, "Seller shipping method not found!"),
        (_no_email, "Email is required"),
        (_no_lines, "Cart has no items"),
    ],
)
async def test_what_is_missing_is_named(db: Db, spoil: Any, message: str) -> None:
    purchase = await bought(db)
    await spoil(db, purchase)

    with pytest.raises(Invalid, match=message):
        await complete_cart(db, purchase.cart_id)

    assert await untouched(db, purchase)


async def test_an_unknown_cart_is_not_found(db: Db) -> None:
    db.adapters = Adapters()
    with pytest.raises(NotFound, match="Cart id not found: cart_none"):
        await complete_cart(db, "cart_none")


async def test_each_order_is_credited_with_its_own_share(db: Db) -> None:
    purchase = await bought(db)
    set_id = await complete_cart(db, purchase.cart_id)

    await capture_order_set(db, OrderSetPlaced(id=set_id), "job_1:1")
    await capture_order_set(db, OrderSetPlaced(id=set_id), "job_1:1")

    transactions = await everything(db, OrderTransaction)
    assert [one.amount for one in transactions] == [Decimal("44.98"), Decimal("44.98")]
    assert {split.status for split in await everything(db, SplitOrderPayment)} == {SplitStatus.CAPTURED}
    async with db.read() as tx:
        collection = await tx.get(PaymentCollection, purchase.collection_id)
    assert (collection.status, collection.captured_amount) == (CollectionStatus.COMPLETED, Decimal("89.96"))


async def test_an_order_canceled_before_the_capture_is_not_charged(db: Db, provider: FakePayments) -> None:
    purchase = await bought(db, provider_id=FAKE)
    set_id = await complete_cart(db, purchase.cart_id)
    order = (await everything(db, Order))[0]

    await cancel_order(db, order.id)
    await capture_order_set(db, OrderSetPlaced(id=set_id), "job_1:1")

    assert list(provider.captured.values()) == [Decimal("44.98")]
    assert "refund" not in provider.calls


async def test_canceling_gives_back_the_share_and_the_stock_once(db: Db, provider: FakePayments) -> None:
    purchase = await bought(db, provider_id=FAKE)
    set_id = await complete_cart(db, purchase.cart_id)
    await capture_order_set(db, OrderSetPlaced(id=set_id), "job_1:1")
    order = (await everything(db, Order))[0]

    results = await asyncio.gather(*(cancel_order(db, order.id) for _ in range(5)), return_exceptions=True)

    assert all(result is None or isinstance(result, ApiError) for result in results)
    assert list(provider.refunded.values()) == [Decimal("44.98")]
    async with db.read() as tx:
        order = await tx.get(Order, order.id)
        collection = await tx.get(PaymentCollection, purchase.collection_id)
        levels = await tx.scalars(select(InventoryLevel))
    assert order.status is OrderStatus.CANCELED
    assert collection.refunded_amount == Decimal("44.98")
    assert sorted(level.reserved_quantity for level in levels) == [0, 2]
    with pytest.raises(Invalid, match="has been canceled"):
        await cancel_order(db, order.id)


async def test_the_marketplace_keeps_its_commission_per_line(db: Db) -> None:
    purchase = await bought(db)
    async with db.tx() as tx:
        site = CommissionRule(name="default", reference=RuleReference.SITE, reference_id="")
        own = CommissionRule(name="own", reference=RuleReference.SELLER, reference_id=purchase.seller_ids[0])
        tx.add(site, own)
        tx.add(
            CommissionRate(
                rule_id=site.id, type=RateType.PERCENTAGE, percentage_rate=Decimal("12.5"), include_tax=True
            ),
            CommissionRate(rule_id=own.id, type=RateType.PERCENTAGE, percentage_rate=Decimal(7), include_tax=True),
        )

    await complete_cart(db, purchase.cart_id)

    lines = await everything(db, CommissionLine)
    # 39.98 x 7 % = 2.7986 and 39.98 x 12.5 % = 4.9975, in cents.
    assert sorted(line.value for line in lines) == [Decimal("2.80"), Decimal("5.00")]
