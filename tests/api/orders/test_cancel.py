"""Calling orders off."""

import asyncio
from typing import Any

import pytest
from sqlalchemy import select

from mercato.domains.commissions.models import CommissionLine
from mercato.domains.orders.models import OrderTransaction
from mercato.providers.payment.fake import FakePayments
from tests.api.commissions.make import a_site_rule
from tests.support.market import Market, Shop, invalid, packed, refusal
from tests.support.people import fine

FAKE = "pp_fake_fake"


@pytest.fixture
def provider(market: Market) -> FakePayments:
    """A provider outside of this process."""
    fake = FakePayments()
    market.db.adapters.payment[fake.id] = fake
    return fake


async def order_of(shop: Shop, order_id: str) -> Any:
    """An order as its seller sees it."""
    return fine(await shop.client.get(f"/vendor/orders/{order_id}"))["order"]


async def test_after_the_capture(market: Market, lamps: Shop, mugs: Shop) -> None:
    await a_site_rule(market.admin)
    sale = await market.buy(lamps.shelf, mugs.shelf)

    order = fine(await lamps.client.post(f"/vendor/orders/{sale.order_ids[0]}/cancel"))["order"]

    assert (order["status"], order["payment_status"]) == ("canceled", "refunded")
    split = order["split_order_payment"]
    assert (split["captured_amount"], split["refunded_amount"]) == (44.98, 44.98)
    assert (order["summary"]["paid_total"], order["summary"]["refunded_total"]) == (44.98, 44.98)
    assert await market.stock(lamps.shelf) == (10, 0)
    assert await market.stock(mugs.shelf) == (10, 2)
    commission = fine(await lamps.client.get(f"/vendor/orders/{sale.order_ids[0]}/commission"))["commission"]
    assert commission == {"commission_value": {"amount": "0", "currency_code": "eur"}, "commission_lines": []}
    async with market.db.read() as tx:
        assert len(await tx.scalars(select(CommissionLine).where(CommissionLine.deleted_at.is_(None)))) == 1
        moved = [row.amount for row in await tx.scalars(select(OrderTransaction).order_by(OrderTransaction.id))]
    assert [float(amount) for amount in moved] == [44.98, 44.98, -44.98]
    # The other seller's order stands, and the set says so.
    shown = fine(await market.admin.get(f"/admin/order-sets/{sale.set_id}"))["order_set"]
    assert (shown["status"], shown["payment_status"]) == ("pending", "completed")
    assert (await order_of(mugs, sale.order_ids[1]))["payment_status"] == "captured"


async def test_before_the_capture_nothing_is_taken_for_it(market: Market, lamps: Shop, mugs: Shop) -> None:
    sale = await market.buy(lamps.shelf, mugs.shelf, capture=False)

    order = fine(await lamps.client.post(f"/vendor/orders/{sale.order_ids[0]}/cancel"))["order"]
    assert (order["status"], order["payment_status"]) == ("canceled", "canceled")

    await market.work()
    assert (await order_of(mugs, sale.order_ids[1]))["split_order_payment"]["captured_amount"] == 44.98
    collection = fine(await market.admin.get(f"/admin/order-sets/{sale.set_id}"))["order_set"]["payment_collection"]
    assert (collection["captured_amount"], collection["status"]) == (44.98, "partially_captured")


async def test_all_orders_canceled_before_the_capture(market: Market, lamps: Shop, provider: FakePayments) -> None:
    sale = await market.buy(lamps.shelf, capture=False, provider_id=FAKE)
    assert len(provider.authorized) == 1

    fine(await lamps.client.post(f"/vendor/orders/{sale.order_id}/cancel"))
    await market.work()

    assert (provider.authorized, provider.captured) == ({}, {})
    shown = fine(await market.admin.get(f"/admin/orders/{sale.order_id}"))["order"]
    assert (shown["status"], shown["payment_status"]) == ("canceled", "canceled")


async def test_twice(market: Market, lamps: Shop) -> None:
    sale = await market.buy(lamps.shelf)
    fine(await lamps.client.post(f"/vendor/orders/{sale.order_id}/cancel"))

    message = f"Order with id {sale.order_id} has been canceled."
    assert refusal(await lamps.client.post(f"/vendor/orders/{sale.order_id}/cancel")) == invalid(message)


async def test_with_a_parcel(market: Market, lamps: Shop) -> None:
    sale = await market.buy(lamps.shelf)
    parcel = await packed(lamps, sale.order_id)
    at = f"/vendor/orders/{sale.order_id}"

    assert refusal(await lamps.client.post(f"{at}/cancel")) == invalid(
        "All fulfillments must be canceled before canceling an order", "not_allowed"
    )
    fine(await lamps.client.post(f"{at}/fulfillments/{parcel}/cancel"))
    fine(await lamps.client.post(f"{at}/cancel"))
    assert await market.stock(lamps.shelf) == (10, 0)


async def test_a_canceled_order_is_not_packed(market: Market, lamps: Shop) -> None:
    sale = await market.buy(lamps.shelf)
    fine(await lamps.client.post(f"/vendor/orders/{sale.order_id}/cancel"))
    body: dict[str, Any] = {
        "items": [{"id": "ordli_x", "quantity": 1}],
        "requires_shipping": True,
        "location_id": lamps.shelf.location_id,
    }

    r = await lamps.client.post(f"/vendor/orders/{sale.order_id}/fulfillments", json=body)

    assert refusal(r) == invalid(f"Order with id {sale.order_id} has been canceled.")


async def test_a_refused_refund_leaves_the_order_as_it_was(market: Market, lamps: Shop, provider: FakePayments) -> None:
    sale = await market.buy(lamps.shelf, provider_id=FAKE)
    at = f"/vendor/orders/{sale.order_id}"
    provider.refuse = True

    refused = (422, {"type": "payment_authorization_error", "message": "balance too low"})
    assert refusal(await lamps.client.post(f"{at}/cancel")) == refused
    order = await order_of(lamps, sale.order_id)
    assert (order["status"], order["payment_status"]) == ("pending", "captured")
    assert await market.stock(lamps.shelf) == (10, 2)

    provider.refuse = False
    assert fine(await lamps.client.post(f"{at}/cancel"))["order"]["payment_status"] == "refunded"
    # A provider answers a key that it knows as before, so the second attempt has a key of its own.
    assert list(map(float, provider.refunded.values())) == [44.98]


async def test_nothing_is_packed_while_the_money_goes_back(market: Market, lamps: Shop, provider: FakePayments) -> None:
    sale = await market.buy(lamps.shelf, provider_id=FAKE)
    line = fine(await lamps.client.get(f"/vendor/orders/{sale.order_id}"))["order"]["items"][0]["id"]
    body: dict[str, Any] = {
        "items": [{"id": line, "quantity": 1}],
        "requires_shipping": True,
        "location_id": lamps.shelf.location_id,
    }
    seen: list[tuple[int, Any]] = []

    async def pack() -> None:
        seen.append(refusal(await lamps.client.post(f"/vendor/orders/{sale.order_id}/fulfillments", json=body)))

    provider.meanwhile = pack
    fine(await lamps.client.post(f"/vendor/orders/{sale.order_id}/cancel"))

    assert [status for status, _ in seen] == [409]
    assert (await order_of(lamps, sale.order_id))["fulfillment_status"] == "not_fulfilled"


async def test_at_once(market: Market, lamps: Shop, provider: FakePayments) -> None:
    sale = await market.buy(lamps.shelf, provider_id=FAKE)

    answers = await asyncio.gather(*(lamps.client.post(f"/vendor/orders/{sale.order_id}/cancel") for _ in range(6)))

    assert {answer.status_code for answer in answers} <= {200, 400}
    assert list(map(float, provider.refunded.values())) == [44.98]
    assert await market.stock(lamps.shelf) == (10, 0)
    async with market.db.read() as tx:
        refunds = await tx.scalars(select(OrderTransaction).where(OrderTransaction.reference == "refund"))
    assert len(refunds) == 1
