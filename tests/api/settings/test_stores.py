"""The store, its currencies and how their prices are meant."""

import httpx
import pytest

from tests.api.settings.make import a_region, ok, refused, the_store


async def test_a_fresh_store(admin: httpx.AsyncClient):
    store = await the_store(admin)

    assert store["name"] == "Medusa Store"
    (currency,) = store["supported_currencies"]
    assert (currency["currency_code"], currency["is_default"], currency["currency"]["name"]) == ("eur", True, "Euro")
    assert ok(await admin.get(f"/admin/stores/{store['id']}"))["store"] == store


async def test_currencies_are_replaced_and_have_preferences(admin: httpx.AsyncClient):
    store = await the_store(admin)
    currencies = [
        {"currency_code": "EUR", "is_default": True},
        {"currency_code": "KWD", "is_tax_inclusive": True},
    ]

    changed = ok(await admin.post(f"/admin/stores/{store['id']}", json={"supported_currencies": currencies}))["store"]

    found = {one["currency_code"]: one["is_default"] for one in changed["supported_currencies"]}
    assert found == {"eur": True, "kwd": False}
    assert store["supported_currencies"][0]["id"] not in {one["id"] for one in changed["supported_currencies"]}
    assert changed["updated_at"] > store["updated_at"]
    assert await preferences(admin) == {"eur": False, "kwd": True}

    only = {"supported_currencies": [{"currency_code": "usd", "is_default": True}]}
    ok(await admin.post(f"/admin/stores/{store['id']}", json=only))
    assert await preferences(admin) == {"eur": False, "kwd": True, "usd": False}


@pytest.mark.parametrize(
    ("currencies", "message"),
    [
        ([], "There should be a default currency set for the store"),
        ([{"currency_code": "eur"}], "There should be a default currency set for the store"),
        (
            [{"currency_code": "eur", "is_default": True}, {"currency_code": "usd", "is_default": True}],
            "Only one default currency is allowed",
        ),
        (
            [{"currency_code": "eur", "is_default": True}, {"currency_code": "EUR"}],
            "Duplicate currency codes: eur",
        ),
        (
            [{"currency_code": "eur", "is_default": True}, {"currency_code": "XYZ"}],
            'Currencies with codes: "xyz" do not exist',
        ),
        ([{"is_default": True}], "Invalid request: Field 'supported_currencies, 0, currency_code' is required"),
    ],
)
async def test_refused_currencies_change_nothing(
    admin: httpx.AsyncClient, currencies: list[dict[str, object]], message: str
):
    store = await the_store(admin)

    r = await admin.post(f"/admin/stores/{store['id']}", json={"name": "New", "supported_currencies": currencies})

    refused(r, 400, message)
    assert await the_store(admin) == store
    assert await preferences(admin) == {"eur": False}


async def test_defaults_must_exist(admin: httpx.AsyncClient):
    store, region = await the_store(admin), await a_region(admin)
    url = f"/admin/stores/{store['id']}"

    changed = ok(await admin.post(url, json={"default_region_id": region["id"]}))["store"]
    assert changed["default_region_id"] == region["id"]
    for name in ("default_region_id", "default_sales_channel_id", "default_location_id"):
        message = f"You tried to set relationship {name}: x_none, but such entity does not exist"
        refused(await admin.post(url, json={name: "x_none"}), 404, message, "not_found")
    cleared = ok(await admin.post(url, json={"default_region_id": None, "metadata": {"a": 1}}))["store"]
    assert (cleared["default_region_id"], cleared["metadata"]) == (None, {"a": 1})


async def test_missing_stores(admin: httpx.AsyncClient):
    r = await admin.get("/admin/stores/store_none")
    refused(r, 404, "Store with id: store_none was not found", "not_found")
    r = await admin.post("/admin/stores/store_none", json={"supported_currencies": []})
    refused(r, 404, 'Store with id "store_none" not found', "not_found")


async def test_the_search_knows_currencies(admin: httpx.AsyncClient):
    assert ok(await admin.get("/admin/stores", params={"q": "EUR"}))["count"] == 1
    assert ok(await admin.get("/admin/stores", params={"q": "kwd"}))["count"] == 0


async def preferences(admin: httpx.AsyncClient) -> dict[str, bool]:
    query = {"attribute": "currency_code", "fields": "value,is_tax_inclusive"}
    found = ok(await admin.get("/admin/price-preferences", params=query))["price_preferences"]
    return {one["value"]: one["is_tax_inclusive"] for one in found}
