"""Reservations by hand."""

from decimal import Decimal

import httpx

from mercato.domains.orders.models import Order, OrderItem, OrderLineItem, OrderStatus
from mercato.domains.sellers.links import SellerOrder
from mercato.kernel.db import Db
from tests.api.stock.conftest import FORBIDDEN, Shop, ok, refused
from tests.api.stock.make import a_location


async def stocked(shop: Shop, quantity: int, name: str = "Depot") -> str:
    depot = await a_location(shop.client, "vendor", name)
    body = {"location_id": depot, "stocked_quantity": quantity}
    ok(await shop.client.post(f"/vendor/inventory-items/{shop.item}/location-levels", json=body), 201)
    return depot


async def test_a_reservation_of_the_operator(admin: httpx.AsyncClient, a: Shop) -> None:
    depot = await stocked(a, 12)
    body = {"inventory_item_id": a.item, "location_id": depot, "quantity": 5, "metadata": {"a": 1}}

    made = ok(await admin.post("/admin/reservations", json=body))["reservation"]
    assert (made["quantity"], made["inventory_item"]["reserved_quantity"], made["description"]) == (5, 5, None)
    r = await admin.post(f"/admin/reservations/{made['id']}", json={"quantity": 13})
    assert refused(r, 400) == {
        "type": "not_allowed",
        "message": f"Not enough stock available for item {a.item} at location {depot}",
    }
    r = await admin.post(f"/admin/reservations/{made['id']}", json={"quantity": 12, "metadata": {"b": 2}})
    assert ok(r)["reservation"]["metadata"] == {"a": 1, "b": 2}
    r = await admin.get("/admin/reservations", params={"q": "mug", "quantity[$gte]": 12})
    assert [row["id"] for row in ok(r)["reservations"]] == [made["id"]]
    assert ok(await admin.delete(f"/admin/reservations/{made['id']}"))["object"] == "reservation"
    assert refused(await admin.get(f"/admin/reservations/{made['id']}"), 404)["message"] == (
        f"Reservation with id: {made['id']} was not found"
    )
    assert refused(await admin.delete(f"/admin/reservations/{made['id']}"), 404)["message"] == (
        f"Reservation item with id {made['id']} not found"
    )
    refused(await admin.post("/admin/reservations", json={**body, "quantity": 0}), 400)
    refused(await admin.post("/admin/reservations", json={**body, "quantity": 1.5}), 400)


async def test_a_seller_sets_goods_aside(a: Shop, b: Shop) -> None:
    depot, second, foreign = await stocked(a, 20), await a_location(a.client, "vendor", "Two"), await stocked(b, 3)
    body = {"inventory_item_id": a.item, "location_id": depot, "quantity": 6, "description": "for Mr. Smith"}

    made = ok(await a.client.post("/vendor/reservations", json=body), 201)["reservation"]
    path = f"/vendor/reservations/{made['id']}"
    assert made["inventory_item"]["sku"] == "Anna-MUG"
    r = await a.client.post(path, json={"quantity": 9, "description": None})
    assert (ok(r)["reservation"]["quantity"], ok(r)["reservation"]["description"]) == (9, None)
    assert refused(await a.client.post(path, json={"location_id": foreign}), 401) == {
        "type": "unauthorized",
        "message": "You can modify stock only in your own locations.",
    }
    refused(await a.client.post(path, json={"location_id": second}), 404)
    assert [row["id"] for row in ok(await a.client.get("/vendor/reservations"))["reservations"]] == [made["id"]]
    assert ok(await b.client.get("/vendor/reservations"))["reservations"] == []
    for r in (
        await b.client.get(path),
        await b.client.post(path, json={"quantity": 1}),
        await b.client.delete(path),
        await a.client.post("/vendor/reservations", json={**body, "location_id": foreign}),
        await b.client.post("/vendor/reservations", json={**body, "location_id": foreign}),
    ):
        assert refused(r, 403) == FORBIDDEN
    assert refused(await a.client.get("/vendor/reservations/resitem_none"), 404) == {
        "message": "Entity not found",
        "type": "not_found",
    }
    ok(await a.client.delete(path))
    level = ok(await a.client.get(f"/vendor/inventory-items/{a.item}/location-levels/{depot}"))["location_level"]
    assert level["reserved_quantity"] == 0


async def test_what_an_order_counts_on_is_not_freed_by_hand(admin: httpx.AsyncClient, a: Shop, db: Db) -> None:
    depot = await stocked(a, 5)
    async with db.tx() as tx:
        order, line = Order(display_id=1, currency_code="eur"), OrderLineItem(title="Mug", unit_price=Decimal(5))
        tx.add(order, line)
        await tx.flush()
        tx.add(
            OrderItem(order_id=order.id, item_id=line.id, quantity=2), SellerOrder(seller_id=a.id, order_id=order.id)
        )
    body = {"inventory_item_id": a.item, "location_id": depot, "quantity": 2, "line_item_id": line.id}
    made = ok(await a.client.post("/vendor/reservations", json=body), 201)["reservation"]["id"]

    for client, audience in ((admin, "admin"), (a.client, "vendor")):
        r = await client.delete(f"/{audience}/reservations/{made}")
        assert refused(r, 403)["message"] == "Cancel order first to delete reservation."
    async with db.tx() as tx:
        (await tx.get(Order, order.id)).status = OrderStatus.CANCELED
    ok(await a.client.delete(f"/vendor/reservations/{made}"))
