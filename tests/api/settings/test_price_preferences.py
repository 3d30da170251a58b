"""Whether prices contain the tax."""

import httpx

from tests.api.settings.make import a_region, ok, refused


async def test_a_preference_lives(admin: httpx.AsyncClient):
    body = {"attribute": "currency_code", "value": "usd", "is_tax_inclusive": True}
    made = ok(await admin.post("/admin/price-preferences", json=body))["price_preference"]
    taken = "Price preference with attribute: currency_code, value: {}, already exists."
    refused(await admin.post("/admin/price-preferences", json=body), 400, taken.format("usd"))
    url = f"/admin/price-preferences/{made['id']}"
    refused(await admin.post(url, json={"value": "eur"}), 400, taken.format("eur"))

    changed = ok(await admin.post(url, json={"is_tax_inclusive": False}))["price_preference"]

    assert (changed["value"], changed["is_tax_inclusive"]) == ("usd", False)
    for _ in range(2):
        assert ok(await admin.delete(url)) == {"id": made["id"], "object": "price_preference", "deleted": True}
    refused(await admin.get(url), 404, f"Price preference with id: {made['id']} was not found", "not_found")
    refused(await admin.post(url, json={}), 404, f'Price preference with id "{made["id"]}" not found', "not_found")


async def test_each_region_has_one(admin: httpx.AsyncClient):
    region = await a_region(admin, is_tax_inclusive=True)
    query = {"value": region["id"]}
    (found,) = ok(await admin.get("/admin/price-preferences", params=query))["price_preferences"]
    assert (found["attribute"], found["is_tax_inclusive"]) == ("region_id", True)

    ok(await admin.post(f"/admin/regions/{region['id']}", json={"is_tax_inclusive": False}))

    (found,) = ok(await admin.get("/admin/price-preferences", params=query))["price_preferences"]
    assert found["is_tax_inclusive"] is False


async def test_the_search_finds(admin: httpx.AsyncClient):
    assert ok(await admin.get("/admin/price-preferences", params={"q": "EU"}))["count"] == 1
    assert ok(await admin.get("/admin/price-preferences", params={"q": "yen"}))["count"] == 0
