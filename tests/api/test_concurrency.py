"""Many requests at once: each counts once, none is lost, and none gets a 5xx."""

import asyncio
from collections import Counter
from collections.abc import AsyncGenerator, Awaitable
from typing import Any, Final

import httpx
import pytest

from mercato.kernel.db import Db
from tests.support import people
from tests.support.marketplace import Marketplace, Shop, a_cart, a_marketplace, a_shop, buy
from tests.support.people import fine

AT_ONCE: Final = 20


@pytest.fixture(scope="module")
async def market(lasting: tuple[Any, Db]) -> AsyncGenerator[Marketplace, None]:
    app, db = lasting
    async with people.admin(app) as admin, a_marketplace(app, admin) as market, a_shop(market, db, "Busy"):
        yield market


@pytest.fixture(scope="module")
async def shop(market: Marketplace) -> Shop:
    return market.shops[0]


async def at_once(*requests: Awaitable[httpx.Response]) -> list[httpx.Response]:
    """The answers; none may be our failure."""
    answers = await asyncio.gather(*requests)
    assert all(r.status_code < 500 for r in answers), [r.text for r in answers if r.status_code >= 500]
    return answers


def statuses(answers: list[httpx.Response]) -> dict[int, int]:
    return dict(Counter(r.status_code for r in answers))


async def level(shop: Shop) -> dict[str, Any]:
    """What lies on the shelf of the first variant."""
    path = f"/vendor/inventory-items/{shop.ids['inventory_item']}/location-levels/{shop.ids['stock_location']}"
    return fine(await shop.client.get(path))["location_level"]


async def test_a_cart_is_bought_once(market: Marketplace, shop: Shop) -> None:
    before = await level(shop)
    cart = await a_cart(market, shop)

    answers = await at_once(*(market.customer.post(f"/store/carts/{cart}/complete") for _ in range(AT_ONCE)))

    assert statuses(answers) == {200: AT_ONCE}
    assert len({r.json()["order_set"]["id"] for r in answers}) == 1
    sets = fine(await market.customer.get("/store/order-set"))["order_sets"]
    assert len([one for one in sets if one["id"] == answers[0].json()["order_set"]["id"]]) == 1
    assert (await level(shop))["reserved_quantity"] == before["reserved_quantity"] + 3


async def test_the_last_pieces_are_sold_once(market: Marketplace, shop: Shop) -> None:
    reserved = (await level(shop))["reserved_quantity"]
    path = f"/vendor/inventory-items/{shop.ids['inventory_item']}/location-levels/{shop.ids['stock_location']}"
    fine(await shop.client.post(path, json={"stocked_quantity": reserved + 7}))
    carts = [await a_cart(market, shop, quantity=2) for _ in range(6)]

    answers = await at_once(*(market.customer.post(f"/store/carts/{cart}/complete") for cart in carts))

    sold = [r for r in answers if r.status_code == 200 and "order_set" in r.json()]
    assert len(sold) == 3
    left = await level(shop)
    assert (left["reserved_quantity"], left["available_quantity"]) == (reserved + 6, 1)
    fine(await shop.client.post(path, json={"stocked_quantity": 5000}))


async def test_no_line_of_a_cart_is_lost(market: Marketplace, shop: Shop) -> None:
    cart = await a_cart(market, shop, quantity=1)
    path = f"/store/carts/{cart}/line-items"

    answers = await at_once(
        *(market.customer.post(path, json={"variant_id": shop.variants[n % 2], "quantity": 1}) for n in range(12))
    )

    assert statuses(answers) == {200: 12}
    shown = fine(await market.customer.get(f"/store/carts/{cart}"))["cart"]
    assert sorted(line["quantity"] for line in shown["items"]) == [6, 7]
    sums = [line["unit_price"] * line["quantity"] for line in shown["items"]]
    assert shown["item_subtotal"] == pytest.approx(sum(sums))


async def test_changes_and_removals_of_lines(market: Marketplace, shop: Shop) -> None:
    cart = await a_cart(market, shop, quantity=1)
    [line] = fine(await market.customer.get(f"/store/carts/{cart}"))["cart"]["items"]
    path = f"/store/carts/{cart}/line-items/{line['id']}"

    answers = await at_once(
        *(market.customer.post(path, json={"quantity": 1 + n}) for n in range(6)),
        market.customer.delete(path),
        *(market.customer.post(path, json={"quantity": 9}) for _ in range(3)),
        market.customer.delete(path),
    )

    assert set(statuses(answers)) <= {200, 404}
    assert fine(await market.customer.get(f"/store/carts/{cart}"))["cart"]["items"] == []


async def test_a_request_is_answered_once(market: Marketplace) -> None:
    async with people.client(market.app) as owner:
        email = "eager@seller.example"
        people.bear(owner, await people.token(owner, "/auth/seller/emailpass/register", email, people.PASSWORD))
        body = {"name": "Eager", "member": {"name": "E", "email": email}}
        fine(await owner.post("/vendor/sellers", json=body))
    pending = fine(await market.admin.get("/admin/requests", params={"status": "pending"}))["requests"]
    path = f"/admin/requests/{pending[0]['id']}"

    answers = await at_once(
        *(market.admin.post(path, json={"status": word, "reviewer_note": ""}) for word in ("accepted", "rejected") * 5)
    )

    assert statuses(answers) == {200: 1, 400: 9}
    [verdict] = [r.json()["status"] for r in answers if r.status_code == 200]
    sellers = fine(await market.admin.get("/admin/sellers", params={"q": "Eager"}))["sellers"]
    assert len(sellers) == (verdict == "accepted")


async def test_a_line_is_packed_once(market: Marketplace, shop: Shop) -> None:
    [order] = (await buy(market, shop, quantity=3))["orders"]
    before = await level(shop)
    path = f"/vendor/orders/{order['id']}"
    [line] = fine(await shop.client.get(path, params={"fields": "*items"}))["order"]["items"]
    parcel = {
        "items": [{"id": line["id"], "quantity": 1}],
        "requires_shipping": True,
        "location_id": shop.ids["stock_location"],
    }

    answers = await at_once(*(shop.client.post(f"{path}/fulfillments", json=parcel) for _ in range(8)))

    assert statuses(answers) == {200: 3, 400: 5}
    after = await level(shop)
    assert before["stocked_quantity"] - after["stocked_quantity"] == 3
    assert before["reserved_quantity"] - after["reserved_quantity"] == 3


async def test_equal_words_are_taken_once(market: Marketplace, shop: Shop) -> None:
    body = {"name": "Twin", "type": "default"}
    answers = await at_once(*(shop.client.post("/vendor/shipping-profiles", json=body) for _ in range(6)))
    assert [r.status_code for r in answers].count(201) == 1
    assert {r.status_code for r in answers} <= {201, 400, 409, 422}
