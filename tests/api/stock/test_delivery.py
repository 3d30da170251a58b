"""Sets, zones, profiles, types and options."""

from decimal import Decimal

import httpx

from mercato.domains.regions.models import Region
from mercato.domains.shipping.commands.profiles import ensure_providers
from mercato.kernel.db import Db
from mercato.providers.fulfillment.fake import FakeCarrier
from tests.api.stock.conftest import FORBIDDEN, Shop, ok, refused
from tests.api.stock.make import a_location, a_profile, a_seller_option, a_zone, an_option


async def test_zones_of_every_kind(admin: httpx.AsyncClient) -> None:
    set_id, zone = await a_zone(admin, "admin", await a_location(admin, "admin"))
    path = f"/admin/fulfillment-sets/{set_id}/service-zones"
    parts = [
        {"type": "province", "country_code": "us", "province_code": "ny"},
        {"type": "city", "country_code": "us", "province_code": "tx", "city": "Austin"},
        {
            "type": "zip",
            "country_code": "us",
            "province_code": "ca",
            "city": "Oakland",
            "postal_expression": {"regex": "^946"},
        },
    ]

    r = await admin.post(path, json={"name": "Mix", "geo_zones": parts})
    mix = ok(r)["fulfillment_set"]["service_zones"][1]
    assert [part["type"] for part in mix["geo_zones"]] == ["province", "city", "zip"]
    assert mix["geo_zones"][2]["postal_expression"] == {"regex": "^946"}
    for wrong in ({"type": "planet", "country_code": "us"}, {"type": "province", "country_code": "us"}):
        r = await admin.post(path, json={"name": "Bad", "geo_zones": [wrong]})
        assert refused(r, 400)["message"] == "Invalid request: Field 'geo_zones, 0, type' is required"
    r = await admin.post(path, json={"name": "Mix"})
    assert refused(r, 400)["message"] == "Service zone with name: Mix, already exists."
    assert refused(await admin.get(f"{path}/serzo_none"), 404)["message"] == (
        "Service zone with id: serzo_none not found"
    )
    assert refused(await admin.post(f"{path}/serzo_none", json={"name": "q"}), 404)["message"] == (
        "Service zone with id: serzo_none not found on fulfillment set"
    )
    assert ok(await admin.get(f"{path}/{zone}"))["service_zone"]["geo_zones"][0]["country_code"] == "de"
    gone = ok(await admin.delete(f"{path}/{mix['id']}"))
    assert [row["id"] for row in gone["parent"]["service_zones"]] == [zone]
    assert ok(await admin.delete(f"/admin/fulfillment-sets/{set_id}"))["object"] == "fulfillment_set"


async def test_an_option_with_prices(admin: httpx.AsyncClient, region: Region) -> None:
    hub = await a_location(admin, "admin")
    _, zone = await a_zone(admin, "admin", hub)
    profile = await a_profile(admin, "admin")
    prices = [
        {"currency_code": "eur", "amount": 19.9},
        {"region_id": region.id, "amount": 17},
        {"currency_code": "eur", "amount": 0, "rules": [{"attribute": "item_total", "operator": "gte", "value": 200}]},
    ]

    made = ok(await admin.post("/admin/shipping-options", json=an_option(zone, profile, prices=prices)))
    option = made["shipping_option"]
    assert [(row["amount"], row["rules_count"]) for row in option["prices"]] == [(19.9, 0), (17, 1), (0, 1)]
    rules = [[(rule["attribute"], rule["value"]) for rule in row["price_rules"]] for row in option["prices"]]
    assert rules == [[], [("region_id", region.id)], [("item_total", "200")]]
    assert (option["service_zone"]["name"], option["shipping_profile"]["id"]) == ("Zone", profile)
    assert (option["type"]["code"], option["provider"]["id"]) == ("standard", "manual_manual")
    for query in (
        {"q": "stand", "service_zone_id": zone, "stock_location_id": hub},
        {"is_return": "false", "admin_only": "false"},
        {"shipping_option_type_id": option["type"]["id"]},
    ):
        r = await admin.get("/admin/shipping-options", params={**query, "fields": "name"})
        assert [row["id"] for row in ok(r)["shipping_options"]] == [option["id"]], query
    for query in ({"is_return": "true"}, {"admin_only": "true"}, {"stock_location_id": "sloc_none"}):
        assert ok(await admin.get("/admin/shipping-options", params=query))["shipping_options"] == [], query
    path = f"/admin/shipping-options/{option['id']}"
    kept = option["prices"][0]["id"]
    r = await admin.post(path, json={"prices": [{"id": kept, "amount": 21.5}], "rules": []})
    changed = ok(r)["shipping_option"]
    assert ([(row["id"], row["amount"]) for row in changed["prices"]], changed["rules"]) == ([(kept, 21.5)], [])
    assert ok(await admin.delete(path))["object"] == "shipping_option"
    assert refused(await admin.get(path), 404)["message"] == f"Shipping Option with id: {option['id']} not found"


async def test_options_that_cannot_be(admin: httpx.AsyncClient) -> None:
    hub = await a_location(admin, "admin")
    _, zone = await a_zone(admin, "admin", hub)
    profile = await a_profile(admin, "admin")
    body = an_option(zone, profile)

    for change, status, message in (
        (
            {"type_id": "sotype_x"},
            400,
            "Invalid request: Exactly one of 'type' or 'type_id' must be provided, but not both",
        ),
        (
            {"price_type": "hourly"},
            400,
            "Invalid request: Expected: 'calculated, flat' for field 'price_type', but got: 'hourly'",
        ),
        ({"provider_id": "nobody"}, 400, "Providers (nobody) are not enabled for the service location"),
        ({"price_type": "calculated"}, 400, "Cannot calcuate pricing for: [Standard] shipping option(s)."),
        (
            {"service_zone_id": "serzo_none"},
            404,
            "You tried to set relationship service_zone_id: serzo_none, but such entity does not exist",
        ),
        ({"prices": [{"region_id": "reg_none", "amount": 1}]}, 404, "Region with id: reg_none was not found"),
    ):
        assert (
            refused(await admin.post("/admin/shipping-options", json={**body, **change}), status)["message"] == message
        )
    assert ok(await admin.get("/admin/shipping-options"))["count"] == 0


async def test_conditions_in_batches(admin: httpx.AsyncClient) -> None:
    hub = await a_location(admin, "admin")
    _, zone = await a_zone(admin, "admin", hub)
    body = an_option(zone, await a_profile(admin, "admin"))
    option = ok(await admin.post("/admin/shipping-options", json=body))["shipping_option"]["id"]
    path = f"/admin/shipping-options/{option}/rules/batch"

    made = ok(await admin.post(path, json={"create": [{"attribute": "a", "operator": "ne", "value": "b"}]}))
    rule = made["created"][0]
    assert made["deleted"] == {"ids": [], "object": "shipping_option_rule", "deleted": True}
    change = {"id": rule["id"], "attribute": "a", "operator": "in", "value": ["c", "d"]}
    assert ok(await admin.post(path, json={"update": [change]}))["updated"][0]["value"] == ["c", "d"]
    assert ok(await admin.post(path, json={"delete": [rule["id"]]}))["deleted"]["ids"] == [rule["id"]]
    r = await admin.post(path, json={"create": [{"attribute": "a", "operator": "like", "value": "b"}]})
    assert refused(r, 400)["message"].endswith("for field 'create, 0, operator', but got: 'like'")


async def test_profiles_and_types(admin: httpx.AsyncClient) -> None:
    profile = await a_profile(admin, "admin", "Fragile")
    r = await admin.get("/admin/shipping-profiles", params={"q": "frag", "fields": "name"})
    assert [row["name"] for row in ok(r)["shipping_profiles"]] == ["Fragile"]
    r = await admin.post(f"/admin/shipping-profiles/{profile}", json={"name": "Very fragile", "metadata": {"wrap": 3}})
    assert ok(r)["shipping_profile"]["metadata"] == {"wrap": 3}
    assert ok(await admin.delete(f"/admin/shipping-profiles/{profile}"))["object"] == "shipping_profile"
    refused(await admin.get(f"/admin/shipping-profiles/{profile}"), 404)
    made = ok(await admin.post("/admin/shipping-option-types", json={"label": "Locker", "code": "locker"}))
    path = f"/admin/shipping-option-types/{made['shipping_option_type']['id']}"
    assert ok(await admin.post(path, json={"description": "24/7"}))["shipping_option_type"]["description"] == "24/7"
    r = await admin.get("/admin/shipping-option-types", params={"code": "locker"})
    assert (ok(r)["count"], ok(r)["limit"]) == (1, 10)
    ok(await admin.delete(path))
    refused(await admin.get(path), 404)


async def test_providers(admin: httpx.AsyncClient, a: Shop) -> None:
    options = [{"id": "manual-fulfillment"}, {"id": "manual-fulfillment-return", "is_return": True}]

    assert ok(await admin.get("/admin/fulfillment-providers/manual_manual/options")) == {
        "fulfillment_options": options,
        "count": 2,
        "limit": 2,
        "offset": 0,
    }
    assert ok(await a.client.get("/vendor/fulfillment-providers"))["fulfillment_providers"] == [
        {"id": "manual_manual", "is_enabled": True}
    ]
    r = await a.client.get("/vendor/fulfillment-providers/manual_manual/options")
    assert ok(r) == {"fulfillment_options": options}
    refused(await admin.get("/admin/fulfillment-providers/nobody/options"), 404)


async def test_delivery_of_a_seller(a: Shop, b: Shop, region: Region) -> None:
    depot = await a_location(a.client, "vendor")
    set_id, zone = await a_zone(a.client, "vendor", depot)
    profile = await a_profile(a.client, "vendor", "Fragile")
    foreign = await a_profile(b.client, "vendor", "Fragile")
    prices = [{"region_id": region.id, "amount": 17.35, "rules": []}]
    body = a_seller_option(zone, profile, prices=prices)

    option = ok(await a.client.post("/vendor/shipping-options", json=body), 201)["shipping_option"]
    assert (option["price_type"], option["prices"][0]["rules_count"]) == ("flat", 1)
    assert option["shipping_profile"]["name"] == f"{a.id}:Fragile"
    r = await a.client.post(f"/vendor/shipping-profiles/{profile}", json={"name": "Glass"})
    assert ok(r)["shipping_profile"]["name"] == f"{a.id}:Glass"
    path = f"/vendor/shipping-options/{option['id']}"
    assert ok(await a.client.post(path, json={"name": "Overnight"}))["shipping_option"]["name"] == "Overnight"
    assert ok(await b.client.get("/vendor/shipping-options"))["shipping_options"] == []
    assert [row["id"] for row in ok(await b.client.get("/vendor/shipping-profiles"))["shipping_profiles"]] == [foreign]
    r = await a.client.post(
        "/vendor/shipping-options", json={**body, "prices": [{"currency_code": "eur", "amount": 1}]}
    )
    assert refused(r, 400)["message"] == "Invalid request: Field 'prices, 0, rules' is required"
    zones = f"/vendor/fulfillment-sets/{set_id}/service-zones"
    for r in (
        await b.client.get(path),
        await b.client.post(path, json={"name": "x"}),
        await b.client.delete(path),
        await b.client.post("/vendor/shipping-options", json={**body, "shipping_profile_id": foreign}),
        await a.client.post("/vendor/shipping-options", json={**body, "shipping_profile_id": foreign}),
        await a.client.post(path, json={"shipping_profile_id": foreign}),
        await b.client.get(f"/vendor/shipping-profiles/{profile}"),
        await b.client.post(f"/vendor/shipping-profiles/{profile}", json={"name": "x"}),
        await b.client.delete(f"/vendor/shipping-profiles/{profile}"),
        await b.client.post(zones, json={"name": "Evil"}),
        await b.client.post(f"{zones}/{zone}", json={"name": "Evil"}),
        await b.client.delete(f"{zones}/{zone}"),
        await b.client.delete(f"/vendor/fulfillment-sets/{set_id}"),
    ):
        assert refused(r, 403) == FORBIDDEN
    assert ok(await a.client.delete(f"{zones}/{zone}")) == {"id": zone, "object": "service_zone", "deleted": True}
    assert refused(await a.client.get(path), 403) == FORBIDDEN
    ok(await a.client.delete(f"/vendor/fulfillment-sets/{set_id}"))
    ok(await a.client.delete(f"/vendor/shipping-profiles/{profile}"))


async def test_a_zone_of_one_set_is_not_found_under_another(a: Shop, b: Shop) -> None:
    set_a, _ = await a_zone(a.client, "vendor", await a_location(a.client, "vendor"), "A")
    _, zone_b = await a_zone(b.client, "vendor", await a_location(b.client, "vendor"), "B")

    r = await a.client.post(f"/vendor/fulfillment-sets/{set_a}/service-zones/{zone_b}", json={"name": "Mine"})

    assert refused(r, 403) == FORBIDDEN


async def test_a_carrier_that_calculates_prices(admin: httpx.AsyncClient, db: Db) -> None:
    carrier = FakeCarrier()
    db.adapters.fulfillment[carrier.id] = carrier
    async with db.tx() as tx:
        await ensure_providers(tx, db.adapters.fulfillment)
    hub = await a_location(admin, "admin")
    ok(await admin.post(f"/admin/stock-locations/{hub}/fulfillment-providers", json={"add": [carrier.id]}))
    _, zone = await a_zone(admin, "admin", hub)
    body = an_option(zone, await a_profile(admin, "admin"), provider_id=carrier.id, price_type="calculated", prices=[])

    option = ok(await admin.post("/admin/shipping-options", json=body))["shipping_option"]
    assert (option["price_type"], option["prices"]) == ("calculated", [])
    r = await admin.post(f"/admin/shipping-options/{option['id']}", json={"data": {"id": "freight"}})
    assert refused(r, 400)["message"] == "Cannot calcuate pricing for: [Standard] shipping option(s)."
    assert await carrier.price({}, {"items": [{"quantity": 3}]}) == Decimal("5.5")
