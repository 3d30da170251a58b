"""Deliveries: what a cart is offered, what it may choose, and what stays chosen."""

from decimal import Decimal
from typing import Any

import httpx

from mercato.domains.shipping.models import FulfillmentProvider, ShippingOption
from mercato.kernel.db import Db
from mercato.providers.fulfillment.fake import FakeCarrier
from tests.api.store.conftest import Open, Take
from tests.support import people
from tests.support.people import fine
from tests.support.shops import SYSTEM, euro, price

INVALID = "Shipping Options are invalid for cart."


async def choose(store: httpx.AsyncClient, cart: dict[str, Any], option: str) -> httpx.Response:
    """Chooses a delivery."""
    return await store.post(f"/store/carts/{cart['id']}/shipping-methods", json={"option_id": option})


async def offered(store: httpx.AsyncClient, cart: dict[str, Any]) -> list[dict[str, Any]]:
    """What a cart may choose."""
    return fine(await store.get("/store/shipping-options", params={"cart_id": cart["id"]}))["shipping_options"]


async def test_one_delivery_for_each_seller_and_all_taxed(shop: Open, take: Take, store: httpx.AsyncClient) -> None:
    async with shop() as s:
        region = await s.region("Europe", "eur", "de", "fr")
        await s.tax("de", "19")
        goods = {await s.goods("19.99", seller="Anna"): 2, await s.goods("12.4", seller="Bruno"): 1}
        parcel, express = await s.option("7.5", seller="Anna"), await s.option("9", seller="Anna")
        post = await s.option("4", seller="Bruno")
    cart = await take(region, goods, country="de")

    fine(await choose(store, cart, parcel))
    before = fine(await store.get(f"/store/carts/{cart['id']}", params={"fields": "shipping_methods.*"}))["cart"]
    both = fine(await choose(store, cart, post))["cart"]
    after = fine(await store.get(f"/store/carts/{cart['id']}", params={"fields": "shipping_methods.*"}))["cart"]
    replaced = fine(await choose(store, cart, express))["cart"]

    assert before["shipping_methods"][0]["id"] == after["shipping_methods"][0]["id"]
    assert after["shipping_methods"][0]["total"] == 8.93
    assert [len(method["tax_lines"]) for method in both["shipping_methods"]] == [1, 1]
    assert (both["shipping_total"], both["shipping_tax_total"]) == (13.69, 2.19)
    assert {m["shipping_option_id"] for m in replaced["shipping_methods"]} == {post, express}


async def test_deliveries_that_do_not_fit_are_refused(shop: Open, take: Take, store: httpx.AsyncClient) -> None:
    async with shop() as s:
        region = await s.region("Europe", "eur", "de", "fr", "pl")
        mug, parcel = await s.goods("10", seller="Anna"), await s.option("5", seller="Anna")
        dollars = await s.option([price(5, "usd")], seller="Anna")
        post, operators = await s.option("4", seller="Bruno"), await s.option("3")
    cart, lost = await take(region, {mug: 1}, country="de"), await take(region, {mug: 1}, country="pl")
    nowhere = await take(region, {mug: 1})
    fine(await choose(store, cart, parcel))

    answers = [
        await choose(store, cart, parcel),
        await choose(store, cart, post),
        await choose(store, cart, operators),
        await choose(store, cart, "so_x"),
        await choose(store, lost, parcel),
        await choose(store, nowhere, parcel),
        await choose(store, cart, dollars),
    ]

    assert [r.json()["message"] for r in answers] == [
        "Some of the shipping methods are doubled!",
        f"Shipping option with id: {post} is not available for any of the cart items",
        f"Shipping option with id: {operators} is not available for any of the cart items",
        INVALID,
        INVALID,
        INVALID,
        f"Shipping options with IDs {dollars} do not have a price",
    ]
    assert {(r.status_code, r.json()["type"]) for r in answers} == {(400, "invalid_data")}
    still = fine(await store.get(f"/store/carts/{cart['id']}"))["cart"]["shipping_methods"]
    assert [method["shipping_option_id"] for method in still] == [parcel]
    assert await offered(store, nowhere) == []


async def test_methods_are_taken_out_of_their_own_cart_only(shop: Open, take: Take, store: httpx.AsyncClient) -> None:
    async with shop() as s:
        region = await s.region("Europe", "eur", "de", "fr")
        mug, parcel = await s.goods("10"), await s.option("5")
    mine, other = await take(region, {mug: 1}, country="de"), await take(region, {mug: 1}, country="de")
    chosen = fine(await choose(store, other, parcel))["cart"]["shipping_methods"][0]["id"]
    body = {"shipping_method_ids": [chosen]}

    foreign = await store.request("DELETE", f"/store/carts/{mine['id']}/shipping-methods", json=body)
    own = await store.request("DELETE", f"/store/carts/{other['id']}/shipping-methods", json=body)

    assert (foreign.status_code, foreign.json()["message"]) == (404, f"Shipping method with id: {chosen} was not found")
    assert (fine(own)["cart"]["shipping_methods"], fine(own)["cart"]["total"]) == ([], 10)


async def test_a_delivery_is_priced_with_the_basket_and_dropped_with_the_address(
    shop: Open, take: Take, store: httpx.AsyncClient
) -> None:
    async with shop() as s:
        region = await s.region("Europe", "eur", "de", "fr", "pl")
        mug, parcel = await s.goods("30"), await s.option([euro("4.9"), euro(0, item_total_from=60)])
    cart = await take(region, {mug: 1}, country="de")
    line = f"/store/carts/{cart['id']}/line-items/{cart['items'][0]['id']}"

    first = fine(await choose(store, cart, parcel))["cart"]
    free = fine(await store.post(line, json={"quantity": 2}))["cart"]
    again = fine(await store.post(line, json={"quantity": 1}))["cart"]
    moved = fine(await store.post(f"/store/carts/{cart['id']}", json={"shipping_address": {"country_code": "pl"}}))

    assert [one["shipping_total"] for one in (first, free, again)] == [4.9, 0, 4.9]
    assert moved["cart"]["shipping_methods"] == []


async def test_what_a_cart_is_offered(shop: Open, take: Take, store: httpx.AsyncClient) -> None:
    async with shop() as s:
        region = await s.region("Europe", "eur", "de", "fr")
        goods = {await s.goods("10", seller="Anna", stock=3): 2, await s.goods("10", stock=1): 1}
        parcel, own = await s.option("5", seller="Anna"), await s.option("4")
        await s.option([price(5, "usd")], seller="Anna")
        await s.option("9", seller="Bruno")
    cart = await take(region, goods, country="de")

    options = {option["id"]: option for option in await offered(store, cart)}
    fine(await choose(store, cart, own))
    rest = await offered(store, cart)
    way_back = fine(await store.get("/store/shipping-options", params={"cart_id": cart["id"], "is_return": "true"}))
    missing, unknown = [
        await store.get("/store/shipping-options", params=query) for query in ({}, {"cart_id": "cart_x"})
    ]

    assert set(options) == {parcel, own}
    assert (options[parcel]["seller_name"], options[parcel]["amount"]) == ("Anna", 5)
    assert (options[own]["seller_id"], options[own]["seller_name"]) == (None, None)
    assert options[own]["calculated_price"]["calculated_amount"] == 4
    assert [option["id"] for option in rest] == [parcel]
    assert way_back["shipping_options"] == []
    assert (missing.status_code, missing.json()["message"]) == (400, "Invalid request: Field 'cart_id' is required")
    assert unknown.status_code == 404


async def test_a_carrier_names_its_price(shop: Open, take: Take, store: httpx.AsyncClient, db: Db) -> None:
    carrier = FakeCarrier(base=Decimal(4), piece=Decimal("0.333"))
    db.adapters.fulfillment[carrier.id] = carrier
    async with shop() as s:
        s.tx.add(FulfillmentProvider(id=carrier.id))
        await s.tx.flush()
        region = await s.region("Europe", "eur", "de", "fr")
        goods = {await s.goods("10", seller="Anna"): 2, await s.goods("10"): 5}
        asked = await s.option(None, seller="Anna", provider_id=carrier.id)
        flat = await s.option("5", seller="Anna")
        other = await s.option(None, seller="Bruno", provider_id=carrier.id)
    cart = await take(region, goods, country="de")
    body = {"cart_id": cart["id"], "data": {"base": 0}}

    answer = fine(await store.post(f"/store/shipping-options/{asked}/calculate", json=body))["shipping_option"]
    refusals = [await store.post(f"/store/shipping-options/{id}/calculate", json=body) for id in (flat, other, "so_x")]
    methods = fine(await choose(store, cart, asked))["cart"]["shipping_methods"]

    # Two pieces of its own seller, rounded to the cent; what the shopper sends does not change the tariff.
    assert (answer["id"], answer["amount"], answer["calculated_price"]["calculated_amount"]) == (asked, 4.67, 4.67)
    assert [r.status_code for r in refusals] == [400, 400, 404]
    assert methods[0]["amount"] == 4.67


async def test_a_price_that_went_away_takes_the_method_along(
    shop: Open, take: Take, store: httpx.AsyncClient, db: Db
) -> None:
    async with shop() as s:
        region = await s.region("Europe", "eur", "de", "fr")
        mug, parcel = await s.goods("10"), await s.option("5")
    cart = await take(region, {mug: 1}, country="de")
    fine(await choose(store, cart, parcel))
    async with db.tx() as tx:
        await tx.delete(await tx.get(ShippingOption, parcel))

    changed = fine(await store.post(f"/store/carts/{cart['id']}", json={"email": "a@mail.example"}))["cart"]

    assert (changed["shipping_methods"], changed["total"]) == ([], 10)


async def test_the_way_back_is_shown_to_the_buyer_alone(
    shop: Open, app: Any, store: httpx.AsyncClient, customer_client: httpx.AsyncClient
) -> None:
    async with shop() as s:
        region = await s.region("Europe", "eur", "de", "fr")
        mug, parcel = await s.goods("10", seller="Anna"), await s.option("5", seller="Anna")
        back = await s.option("3.3", seller="Anna", is_return=True)
        await s.option("2", seller="Bruno", is_return=True)
    body = {
        "region_id": region,
        "items": [{"variant_id": mug, "quantity": 1}],
        "shipping_address": {"country_code": "de"},
    }
    cart = fine(await customer_client.post("/store/carts", json=body))["cart"]
    fine(await choose(customer_client, cart, parcel))
    payment = fine(await customer_client.post("/store/payment-collections", json={"cart_id": cart["id"]}))
    sessions = f"/store/payment-collections/{payment['payment_collection']['id']}/payment-sessions"
    fine(await customer_client.post(sessions, json={"provider_id": SYSTEM}))
    bought = fine(await customer_client.post(f"/store/carts/{cart['id']}/complete"))
    path, query = "/store/shipping-options/return", {"order_id": bought["order_set"]["orders"][0]["id"]}

    options = fine(await customer_client.get(path, params=query))["shipping_options"]
    nobody = await store.get(path, params=query)
    async with people.customer(app, store, "ben@customer.example") as ben:
        other = await ben.get(path, params=query)

    assert [(option["id"], option["amount"]) for option in options] == [(back, 3.3)]
    assert (nobody.status_code, other.status_code) == (401, 404)
    assert (await customer_client.get(path)).json()["message"] == "Invalid request: Field 'order_id' is required"
