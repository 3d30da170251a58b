"""From the shelf to the buyer: packing, shipping, delivering, unpacking."""

import asyncio
from typing import Any

import pytest
from sqlalchemy import select

from mercato.domains.inventory.models import ProductVariantInventoryItem
from tests.support.market import FORBIDDEN, Market, Shop, invalid, line_of, packed, refusal, shipped
from tests.support.people import fine

LABEL = {"tracking_number": "T1", "tracking_url": "https://t.example/1", "label_url": "https://l.example/1"}


async def state(shop: Shop, order_id: str) -> tuple[str, str]:
    """Status and delivery of an order."""
    order = fine(await shop.client.get(f"/vendor/orders/{order_id}"))["order"]
    return order["status"], order["fulfillment_status"]


async def detail(shop: Shop, order_id: str) -> dict[str, int]:
    """The quantities of the order's first line."""
    order = fine(await shop.client.get(f"/vendor/orders/{order_id}"))["order"]
    found = order["items"][0]["detail"]
    return {name: found[f"{name}_quantity"] for name in ("fulfilled", "shipped", "delivered")}


async def test_the_life_of_two_parcels(market: Market, lamps: Shop) -> None:
    sale = await market.buy(lamps.shelf)
    at = f"/vendor/orders/{sale.order_id}/fulfillments"
    assert await market.stock(lamps.shelf) == (10, 2)

    first = await packed(lamps, sale.order_id, 1)
    assert await state(lamps, sale.order_id) == ("pending", "partially_fulfilled")
    assert await market.stock(lamps.shelf) == (9, 1)

    order = await shipped(lamps, sale.order_id, first)
    # The first shipment of a paid order completes it, also when a part of it is still on the shelf.
    assert (order["status"], order["fulfillment_status"]) == ("completed", "partially_shipped")

    second = await packed(lamps, sale.order_id, 1)
    body = {"items": [{"id": await line_of(lamps, sale.order_id), "quantity": 1}], "labels": [LABEL]}
    order = fine(await lamps.client.post(f"{at}/{second}/shipments", json=body))["order"]
    assert order["fulfillment_status"] == "shipped"
    assert order["fulfillments"][1]["labels"][0]["tracking_number"] == "T1"

    fine(await lamps.client.post(f"{at}/{first}/mark-as-delivered"))
    assert await state(lamps, sale.order_id) == ("completed", "partially_delivered")
    order = fine(await lamps.client.post(f"{at}/{second}/mark-as-delivered"))["order"]
    assert (order["fulfillment_status"], order["version"]) == ("delivered", 7)
    assert await detail(lamps, sale.order_id) == {"fulfilled": 2, "shipped": 2, "delivered": 2}
    assert await market.stock(lamps.shelf) == (8, 0)


async def test_what_cannot_be_done_twice(market: Market, lamps: Shop) -> None:
    sale = await market.buy(lamps.shelf)
    parcel = await packed(lamps, sale.order_id)
    at = f"/vendor/orders/{sale.order_id}/fulfillments/{parcel}"
    await shipped(lamps, sale.order_id, parcel)

    again = await lamps.client.post(f"{at}/shipments", json={"items": []})
    assert refusal(again) == invalid("Shipment has already been created", "not_allowed")
    assert refusal(await lamps.client.post(f"{at}/cancel")) == invalid(
        "The fulfillment has already been shipped. Shipped fulfillments cannot be canceled", "not_allowed"
    )
    fine(await lamps.client.post(f"{at}/mark-as-delivered"))
    assert refusal(await lamps.client.post(f"{at}/mark-as-delivered")) == invalid(
        "Fulfillment has already been marked delivered", "not_allowed"
    )
    assert await detail(lamps, sale.order_id) == {"fulfilled": 2, "shipped": 2, "delivered": 2}


async def test_unpacking_puts_the_goods_back_and_keeps_them_promised(market: Market, lamps: Shop) -> None:
    sale = await market.buy(lamps.shelf)
    parcel = await packed(lamps, sale.order_id)
    at = f"/vendor/orders/{sale.order_id}/fulfillments/{parcel}"
    assert await market.stock(lamps.shelf) == (8, 0)

    order = fine(await lamps.client.post(f"{at}/cancel"))["order"]

    assert order["fulfillment_status"] == "canceled"
    assert await market.stock(lamps.shelf) == (10, 2)
    assert await detail(lamps, sale.order_id) == {"fulfilled": 0, "shipped": 0, "delivered": 0}
    assert refusal(await lamps.client.post(f"{at}/cancel")) == invalid(
        "The fulfillment is already canceled", "not_allowed"
    )
    assert refusal(await lamps.client.post(f"{at}/shipments", json={"items": []})) == invalid(
        "Cannot create shipment for a canceled fulfillment", "not_allowed"
    )
    assert await packed(lamps, sale.order_id)


async def test_a_kit_moves_all_its_items(market: Market) -> None:
    screws = await market.shop("Screw Store", stocked=20, kit=4)
    sale = await market.buy(screws.shelf, quantity=3)
    assert await market.stock(screws.shelf) == (20, 12)

    parcel = await packed(screws, sale.order_id, 2)
    assert await market.stock(screws.shelf) == (12, 4)
    assert await detail(screws, sale.order_id) == {"fulfilled": 2, "shipped": 0, "delivered": 0}

    fine(await screws.client.post(f"/vendor/orders/{sale.order_id}/fulfillments/{parcel}/cancel"))
    assert await market.stock(screws.shelf) == (20, 12)
    assert await detail(screws, sale.order_id) == {"fulfilled": 0, "shipped": 0, "delivered": 0}


async def test_a_kit_is_packed_as_it_was_bought(market: Market) -> None:
    screws = await market.shop("Screw Store", stocked=20, kit=4)
    sale = await market.buy(screws.shelf, quantity=3)
    async with market.db.tx() as tx:
        (await tx.scalars(select(ProductVariantInventoryItem)))[0].required_quantity = 1

    parcel = await packed(screws, sale.order_id, 3)

    assert await market.stock(screws.shelf) == (8, 0)
    order = await shipped(screws, sale.order_id, parcel)
    assert order["items"][0]["detail"]["shipped_quantity"] == 3


def _body(line: str, shop: Shop, **changes: Any) -> dict[str, Any]:
    items = [{"id": line, "quantity": changes.pop("quantity", 1)}]
    return {"items": items, "requires_shipping": True, "location_id": shop.shelf.location_id} | changes


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"quantity": 3}, "Quantity to fulfill exceeds the reserved quantity for the item: {line}"),
        ({"quantity": 0}, "A fulfillment needs at least one piece of an item"),
        (
            {"items": [{"id": "ordli_none", "quantity": 1}]},
            "Items with ids ordli_none does not exist in order with id {order}.",
        ),
        ({"items": []}, "Invalid request: Value for field 'items' too small, expected at least: '1'"),
        (
            {"quantity": -1},
            "Invalid request: Value for field 'items, 0, quantity' too small, expected at least: '0'",
        ),
        (
            {"quantity": 1.5},
            "Invalid request: Expected type: 'integer' for field 'items, 0, quantity', got: 'float'",
        ),
        ({"location_id": None}, "Invalid request: Expected type: 'string' for field 'location_id', got: 'null'"),
        ({"color": "red"}, "Invalid request: Unrecognized fields: 'color'"),
    ],
)
async def test_what_cannot_be_packed(market: Market, lamps: Shop, changes: dict[str, Any], message: str) -> None:
    sale = await market.buy(lamps.shelf)
    line = await line_of(lamps, sale.order_id)

    r = await lamps.client.post(f"/vendor/orders/{sale.order_id}/fulfillments", json=_body(line, lamps, **changes))

    assert refusal(r) == invalid(message.format(line=line, order=sale.order_id))
    assert await market.stock(lamps.shelf) == (10, 2)


async def test_pieces_named_twice_are_added_up(market: Market, lamps: Shop) -> None:
    sale = await market.buy(lamps.shelf)
    line = await line_of(lamps, sale.order_id)
    items = [{"id": line, "quantity": 1}, {"id": line, "quantity": 2}]

    r = await lamps.client.post(f"/vendor/orders/{sale.order_id}/fulfillments", json=_body(line, lamps, items=items))

    assert refusal(r)[1]["message"].startswith("Quantity to fulfill exceeds the reserved quantity")


async def test_nobody_packs_at_anothers_location(market: Market, lamps: Shop, mugs: Shop) -> None:
    sale = await market.buy(lamps.shelf)
    body = _body(await line_of(lamps, sale.order_id), lamps)

    for location in (mugs.shelf.location_id, "sloc_none"):
        body["location_id"] = location
        r = await lamps.client.post(f"/vendor/orders/{sale.order_id}/fulfillments", json=body)
        assert refusal(r) == FORBIDDEN


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ({}, "Invalid request: Field 'items' is required"),
        ({"items": [], "labels": None}, "Invalid request: Expected type: 'array' for field 'labels', got: 'null'"),
        (
            {"items": [], "labels": [{"tracking_number": "1", "tracking_url": "x"}]},
            "Invalid request: Field 'labels, 0, label_url' is required",
        ),
    ],
)
async def test_wrong_shipments(market: Market, lamps: Shop, body: dict[str, Any], message: str) -> None:
    sale = await market.buy(lamps.shelf)
    parcel = await packed(lamps, sale.order_id)

    r = await lamps.client.post(f"/vendor/orders/{sale.order_id}/fulfillments/{parcel}/shipments", json=body)

    assert refusal(r) == invalid(message)


async def test_an_unpaid_order_is_not_completed_by_its_shipment(market: Market, lamps: Shop) -> None:
    sale = await market.buy(lamps.shelf, capture=False)
    parcel = await packed(lamps, sale.order_id)

    order = await shipped(lamps, sale.order_id, parcel)

    assert (order["status"], order["fulfillment_status"]) == ("pending", "shipped")


async def test_a_suspended_seller_serves_its_orders_and_offers_nothing_new(market: Market, lamps: Shop) -> None:
    sale = await market.buy(lamps.shelf)
    await market.suspend(lamps)

    parcel = await packed(lamps, sale.order_id)
    assert (await shipped(lamps, sale.order_id, parcel))["fulfillment_status"] == "shipped"
    fine(await lamps.client.post("/vendor/sellers/me", json={"phone": "1"}))
    fine(await lamps.client.get("/vendor/products"))
    product = {"title": "New", "options": [{"title": "Size", "values": ["S"]}]}
    assert refusal(await lamps.client.post("/vendor/products", json=product)) == (
        403,
        {"message": "Operation not allowed for current store status"},
    )


async def test_parcels_packed_at_once_hold_what_was_bought(market: Market, lamps: Shop) -> None:
    sale = await market.buy(lamps.shelf, quantity=5)
    body = _body(await line_of(lamps, sale.order_id), lamps)

    packing = (lamps.client.post(f"/vendor/orders/{sale.order_id}/fulfillments", json=body) for _ in range(12))
    answers = await asyncio.gather(*packing)

    assert sorted(answer.status_code for answer in answers) == [200] * 5 + [400] * 7
    assert await market.stock(lamps.shelf) == (5, 0)
    assert await detail(lamps, sale.order_id) == {"fulfilled": 5, "shipped": 0, "delivered": 0}
