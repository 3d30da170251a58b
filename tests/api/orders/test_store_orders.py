"""Orders and purchases as their buyers see them."""

import asyncio

import httpx
import pytest
from sqlalchemy import select

from mercato.domains.orders.models import Order
from tests.support.market import Market, Shop, invalid, refusal
from tests.support.people import fine
from tests.support.statements import Statements


async def test_a_customer_sees_its_own(market: Market, lamps: Shop, mugs: Shop, statements: Statements) -> None:
    eva_id, eva = await market.customer("eva@customer.example")
    tom_id, tom = await market.customer("tom@customer.example")
    sale = await market.buy(lamps.shelf, mugs.shelf, customer_id=eva_id)
    await market.buy(mugs.shelf, customer_id=tom_id)
    fine(await eva.get("/store/orders"))
    statements.clear()

    orders = fine(await eva.get("/store/orders"))

    # One for the page; the summaries of the orders are kept beside them.
    assert len(statements) == 2, statements
    assert {order["id"] for order in orders["orders"]} == set(sale.order_ids)
    assert [row["id"] for row in fine(await eva.get("/store/order-set"))["order_sets"]] == [sale.set_id]
    assert fine(await tom.get("/store/orders"))["count"] == 1
    assert fine(await eva.get(f"/store/order-set/{sale.set_id}"))["order_set"]["total"] == 89.96
    missing = (404, {"type": "not_found", "message": f"Order set with id: {sale.set_id} was not found"})
    assert refusal(await tom.get(f"/store/order-set/{sale.set_id}")) == missing
    assert refusal(await market.store.get(f"/store/order-set/{sale.set_id}")) == missing


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({"status": "pending"}, 1),
        ({"status[]": "canceled"}, 0),
        ({"id": "order_none"}, 0),
        ({"limit": "0"}, 1),
    ],
)
async def test_filters(market: Market, lamps: Shop, query: dict[str, str], found: int) -> None:
    eva_id, eva = await market.customer("eva@customer.example")
    await market.buy(lamps.shelf, customer_id=eva_id)
    assert fine(await eva.get("/store/orders", params=query))["count"] == found


async def test_lists_are_for_customers(store: httpx.AsyncClient, anonymous: httpx.AsyncClient) -> None:
    for path in ("/store/orders", "/store/order-set"):
        assert refusal(await store.get(path)) == (401, {"message": "Unauthorized"})
        assert refusal(await anonymous.get(path))[1]["type"] == "not_allowed"


async def test_a_guest_reads_the_purchase_by_its_id(market: Market, lamps: Shop) -> None:
    guest_id, guest = await market.customer("guest@mail.example", has_account=False)
    for customer_id in (guest_id, None):
        sale = await market.buy(lamps.shelf, customer_id=customer_id)

        order = fine(await guest.get(f"/store/orders/{sale.order_id}"))["order"]

        assert (order["total"], order["email"], order["payment_status"]) == (44.98, "jan@mail.example", "captured")
        assert order["shipping_address"]["city"] == "Berlin"
        assert fine(await guest.get(f"/store/order-set/{sale.set_id}"))["order_set"]["payment_status"] == "completed"
    assert refusal(await guest.get("/store/orders/order_none")) == (
        404,
        {"type": "not_found", "message": "Order id not found: order_none"},
    )


@pytest.mark.parametrize("fields", ["total", "total,items.title", "total,shipping_methods.name"])
async def test_totals_do_not_depend_on_the_fields(market: Market, lamps: Shop, fields: str) -> None:
    sale = await market.buy(lamps.shelf)
    order = fine(await market.store.get(f"/store/orders/{sale.order_id}", params={"fields": fields}))["order"]
    assert order["total"] == 44.98


@pytest.mark.parametrize(
    "fields",
    [
        "*seller.members",
        "*seller.payout_account",
        "seller.orders.total",
        "*customer.orders",
        "*cart.customer.addresses",
        "*sales_channel.publishable_api_keys",
        "*split_order_payment",
        "*payouts",
        "*payment_collections.payment_sessions",
        "*items.variant.inventory",
        "order_set.orders.seller.invites.token",
    ],
)
async def test_an_order_leads_to_nothing_that_is_not_the_buyers(market: Market, lamps: Shop, fields: str) -> None:
    eva_id, eva = await market.customer("eva@customer.example")
    sale = await market.buy(lamps.shelf, customer_id=eva_id)

    for path in (f"/store/orders/{sale.order_id}", "/store/orders"):
        assert refusal(await eva.get(path, params={"fields": fields})) == invalid(
            f"Requested fields [{fields.removeprefix('*')}] are not valid"
        )


async def test_the_storefront_gets_what_it_asks_for(market: Market, lamps: Shop) -> None:
    eva_id, eva = await market.customer("eva@customer.example")
    sale = await market.buy(lamps.shelf, customer_id=eva_id)
    goods = "*items,*items.variant,*items.product,*seller,*order_set"
    of_list = f"{goods},+items.metadata,*reviews,shipping_total,total,created_at"
    of_one = f"{goods},*payment_collections.payments,*items.metadata"

    listed = fine(await eva.get("/store/orders", params={"fields": of_list}))["orders"][0]
    order = fine(await eva.get(f"/store/orders/{sale.order_id}", params={"fields": of_one}))["order"]

    assert listed["order_set"]["id"] == order["order_set"]["id"] == sale.set_id
    assert order["payment_collections"][0]["payments"][0]["amount"] == 44.98
    assert order["seller"]["name"] == "Lamp Land"


async def test_completing_a_cart_again_gives_the_same_purchase(market: Market, lamps: Shop, mugs: Shop) -> None:
    sale = await market.buy(lamps.shelf, mugs.shelf)

    again = [fine(r) for r in await asyncio.gather(*(complete(market, sale.cart_id) for _ in range(5)))]

    assert sale.answer["type"] == "order"
    assert {answer["order_set"]["id"] for answer in again} == {sale.set_id}
    assert {answer["order"]["id"] for answer in again} == {sale.answer["order"]["id"]}
    async with market.db.read() as tx:
        assert len(await tx.scalars(select(Order))) == 2


async def complete(market: Market, cart_id: str) -> httpx.Response:
    """The purchase of a cart."""
    return await market.store.post(f"/store/carts/{cart_id}/complete")


async def test_a_cart_that_is_not_there(market: Market) -> None:
    assert refusal(await complete(market, "cart_none")) == (
        404,
        {"type": "not_found", "message": "Cart id not found: cart_none"},
    )
