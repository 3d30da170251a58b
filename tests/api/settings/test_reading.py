"""What sellers read of the settings, and what anybody reads of the installation."""

import httpx

from tests.api.settings.make import a_region, ok, refused, the_store
from tests.support import people


async def test_a_seller_reads_settings(admin: httpx.AsyncClient, seller_client: httpx.AsyncClient):
    region, store = await a_region(admin, countries=["se"]), await the_store(admin)

    listed = ok(await seller_client.get("/vendor/stores"))
    assert (listed["count"], listed["offset"], listed["limit"]) == (1, 0, 50)
    assert set(listed["stores"][0]["supported_currencies"][0]) == {"id", "currency_code", "is_default"}
    assert ok(await seller_client.get(f"/vendor/stores/{store['id']}"))["store"] == listed["stores"][0]
    listed = ok(await seller_client.get("/vendor/regions", params={"limit": "5"}))
    assert (listed["regions"][0]["id"], listed["limit"]) == (region["id"], 5)
    assert ok(await seller_client.get(f"/vendor/regions/{region['id']}"))["region"]["automatic_taxes"] is True
    listed = ok(await seller_client.get("/vendor/sales-channels"))
    assert (listed["count"], listed["limit"]) == (1, 50)
    assert listed["sales_channels"][0]["name"] == "Default Sales Channel"
    query = {"attribute": "region_id"}
    (found,) = ok(await seller_client.get("/vendor/price-preferences", params=query))["price_preferences"]
    assert found["value"] == region["id"]


async def test_what_a_seller_may_not(seller_client: httpx.AsyncClient):
    unknown = "Invalid request: Unrecognized fields: '{}'"
    refused(await seller_client.get("/vendor/stores?limit=1"), 400, unknown.format("limit"))
    refused(await seller_client.get("/vendor/sales-channels?order=name"), 400, unknown.format("order"))
    refused(await seller_client.get("/vendor/regions?q=x"), 400, unknown.format("q"))
    refused(await seller_client.get("/vendor/regions/reg_1"), 404, "Region id not found: reg_1", "not_found")
    refused(
        await seller_client.get("/vendor/sales-channels?fields=name,*publishable_api_keys"),
        400,
        "Requested fields [publishable_api_keys] are not valid",
    )


async def test_sellers_only(anonymous: httpx.AsyncClient, admin: httpx.AsyncClient):
    for path in ("regions", "regions/reg_1", "stores", "stores/store_1", "sales-channels", "price-preferences"):
        for client in (anonymous, admin):
            assert (await client.get(f"/vendor/{path}")).status_code == 401


async def test_what_is_switched_off_is_for_everybody_to_see(anonymous: httpx.AsyncClient):
    flags = people.fine(await anonymous.get("/admin/feature-flags"))["feature_flags"]

    assert flags == {"caching": False, "index_engine": False, "view_configurations": False}


async def test_panels_find_the_parts(admin: httpx.AsyncClient, anonymous: httpx.AsyncClient):
    names = {plugin["name"] for plugin in ok(await admin.get("/admin/plugins"))["plugins"]}

    assert {"@mercurjs/b2c-core", "@mercurjs/requests", "@medusajs/draft-order"} <= names
    assert (await anonymous.get("/admin/plugins")).status_code == 401
