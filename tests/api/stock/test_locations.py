"""Stock locations of the operator and of sellers."""

import httpx

from mercato.domains.channels.models import SalesChannel
from tests.api.stock.conftest import FORBIDDEN, Shop, ok, refused
from tests.api.stock.make import a_location, a_zone


async def test_a_location_with_its_address(admin: httpx.AsyncClient) -> None:
    body = {"name": "  Wrocław ", "address": {"address_1": "Rynek 1", "city": "Wrocław", "country_code": "pl"}}

    made = ok(await admin.post("/admin/stock-locations", json=body))["stock_location"]

    assert (made["name"], made["metadata"], made["address"]["city"]) == ("Wrocław", None, "Wrocław")
    changed = {"address": {"address_1": "Rynek 5", "country_code": "pl"}}
    fields = {"fields": "address.address_1,address.city"}
    r = await admin.post(f"/admin/stock-locations/{made['id']}", json=changed, params=fields)
    address = ok(r)["stock_location"]["address"]
    assert (address["address_1"], address["city"]) == ("Rynek 5", "Wrocław")


async def test_a_location_without_address_gets_one(admin: httpx.AsyncClient) -> None:
    made = ok(await admin.post("/admin/stock-locations", json={"name": "Porto"}))["stock_location"]
    assert made["address"] is None

    r = await admin.post(
        f"/admin/stock-locations/{made['id']}", json={"address": {"address_1": "Rua 1", "country_code": "pt"}}
    )

    assert ok(r)["stock_location"]["address"]["address_1"] == "Rua 1"


async def test_wrong_bodies(admin: httpx.AsyncClient) -> None:
    for body, message in (
        ({}, "Field 'name' is required"),
        (
            {"name": "X", "address": {"city": "nowhere"}},
            "Field 'address, address_1' is required; Field 'address, country_code' is required",
        ),
    ):
        r = await admin.post("/admin/stock-locations", json=body)
        assert refused(r, 400) == {"type": "invalid_data", "message": f"Invalid request: {message}"}
    r = await admin.post("/admin/stock-locations", json={"name": "X", "address_id": "laddr_none"})
    assert refused(r, 404)["type"] == "not_found"


async def test_the_list_of_the_operator_hides_those_of_sellers(admin: httpx.AsyncClient, a: Shop) -> None:
    mine, theirs = await a_location(admin, "admin", "Hub"), await a_location(a.client, "vendor")

    listed = ok(await admin.get("/admin/stock-locations", params={"fields": "name"}))
    assert ([row["id"] for row in listed["stock_locations"]], listed["count"]) == ([mine], 1)
    assert ok(await admin.get(f"/admin/stock-locations/{theirs}"))["stock_location"]["id"] == theirs


async def test_channels_and_providers(admin: httpx.AsyncClient, channel: SalesChannel) -> None:
    hub = await a_location(admin, "admin")
    fields = {"fields": "name,sales_channels.name,fulfillment_providers.id"}

    r = await admin.post(f"/admin/stock-locations/{hub}/sales-channels", json={"add": [channel.id]}, params=fields)
    shown = ok(r)["stock_location"]
    assert shown["sales_channels"] == [{"name": "Shop", "id": channel.id}]
    assert shown["fulfillment_providers"] == [{"id": "manual_manual"}]
    r = await admin.get("/admin/stock-locations", params={"sales_channel_id": channel.id, "fields": "id"})
    assert [row["id"] for row in ok(r)["stock_locations"]] == [hub]
    r = await admin.get("/admin/fulfillment-providers", params={"stock_location_id": hub})
    assert ok(r)["fulfillment_providers"] == [{"id": "manual_manual", "is_enabled": True}]
    r = await admin.post(f"/admin/stock-locations/{hub}/sales-channels", json={"remove": [channel.id]}, params=fields)
    assert ok(r)["stock_location"]["sales_channels"] == []
    for kind in ("sales-channels", "fulfillment-providers"):
        refused(await admin.post(f"/admin/stock-locations/{hub}/{kind}", json={"add": ["nobody"]}), 404)
        refused(await admin.post(f"/admin/stock-locations/sloc_none/{kind}", json={"add": []}), 404)


async def test_a_location_with_goods_stays(admin: httpx.AsyncClient) -> None:
    hub = await a_location(admin, "admin")
    await a_zone(admin, "admin", hub)
    levels = [{"location_id": hub, "stocked_quantity": 1}]
    item = ok(await admin.post("/admin/inventory-items", json={"location_levels": levels}))["inventory_item"]["id"]

    assert refused(await admin.delete(f"/admin/stock-locations/{hub}"), 400)["type"] == "not_allowed"
    ok(await admin.delete(f"/admin/inventory-items/{item}/location-levels/{hub}"))

    assert ok(await admin.delete(f"/admin/stock-locations/{hub}")) == {
        "id": hub,
        "object": "stock_location",
        "deleted": True,
    }
    assert refused(await admin.get(f"/admin/stock-locations/{hub}"), 404) == {
        "type": "not_found",
        "message": f"Stock location with id: {hub} was not found",
    }


async def test_locations_of_a_seller(a: Shop, b: Shop, channel: SalesChannel) -> None:
    depot = await a_location(a.client, "vendor")

    shown = ok(await a.client.get(f"/vendor/stock-locations/{depot}"))["stock_location"]
    assert (shown["fulfillment_sets"], shown["fulfillment_providers"][0]["id"]) == ([], "manual_manual")
    r = await a.client.post(f"/vendor/stock-locations/{depot}/sales-channels", json={"add": [channel.id]})
    assert ok(r)["stock_location"]["id"] == depot
    listed = ok(await a.client.get("/vendor/stock-locations", params={"order": "-name"}))
    assert ([row["id"] for row in listed["stock_locations"]], listed["limit"]) == ([depot], 20)
    assert ok(await b.client.get("/vendor/stock-locations"))["stock_locations"] == []
    assert ok(await a.client.delete(f"/vendor/stock-locations/{depot}"))["deleted"]
    assert refused(await a.client.get(f"/vendor/stock-locations/{depot}"), 403) == FORBIDDEN


async def test_nobody_reaches_for_the_locations_of_another(a: Shop, b: Shop) -> None:
    depot = await a_location(a.client, "vendor")
    path = f"/vendor/stock-locations/{depot}"

    for r in (
        await b.client.get(path),
        await b.client.post(path, json={"name": "Mine now"}),
        await b.client.delete(path),
        await b.client.post(f"{path}/sales-channels", json={"add": []}),
        await b.client.post(f"{path}/fulfillment-providers", json={"remove": ["manual_manual"]}),
        await b.client.post(f"{path}/fulfillment-sets", json={"name": "Evil", "type": "shipping"}),
        await b.client.get("/vendor/stock-locations/sloc_none"),
    ):
        assert refused(r, 403) == FORBIDDEN
