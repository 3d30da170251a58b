"""Regions, their countries and ways of paying; currencies."""

import asyncio

import httpx
import pytest

from mercato.domains.payments.models import PaymentProvider
from mercato.domains.regions.queries import region_of_country
from mercato.kernel.db import Db
from tests.api.settings.make import a_region, ok, refused, the_store, told
from tests.support.statements import Statements


async def test_a_region_owns_its_countries(admin: httpx.AsyncClient, db: Db):
    made = await a_region(admin, currency_code="SEK", countries=["SE", "no"], metadata={"vat": "oss"})

    assert (made["currency_code"], made["automatic_taxes"], made["metadata"]) == ("sek", True, {"vat": "oss"})
    assert [country["iso_2"] for country in made["countries"]] == ["no", "se"]
    assert {country["region_id"] for country in made["countries"]} == {made["id"]}
    async with db.read() as tx:
        found = await region_of_country(tx, "SE")
    assert found is not None
    assert found.id == made["id"]
    assert await told(db, "region.") == [("region.created", {"id": made["id"]})]


@pytest.mark.parametrize(
    ("body", "status", "kind", "message"),
    [
        ({"countries": ["zz", "qq"]}, 400, "invalid_data", 'Countries with codes: "zz, qq" do not exist'),
        ({"countries": ["de"]}, 400, "invalid_data", 'Countries with codes: "de" are already assigned to a region'),
        (
            {"countries": ["fr", "FR"]},
            400,
            "invalid_data",
            'Countries with codes: "fr" are already assigned to a region',
        ),
        ({"currency_code": "XYZ"}, 400, "invalid_data", 'Currencies with codes: "xyz" do not exist'),
        (
            {"payment_providers": ["pp_system_default", "pp_none", "pp_off"]},
            404,
            "not_found",
            "Payment providers with ids pp_none, pp_off not found or not enabled",
        ),
    ],
)
async def test_refused_regions_leave_nothing(
    admin: httpx.AsyncClient, db: Db, body: dict[str, object], status: int, kind: str, message: str
):
    async with db.tx() as tx:
        tx.add(PaymentProvider(id="pp_off", is_enabled=False))
    await a_region(admin, "Germany", currency_code="eur", countries=["de"])

    r = await admin.post("/admin/regions", json={"name": "New", "currency_code": "eur", "countries": ["at"], **body})

    refused(r, status, message, kind)
    assert ok(await admin.get("/admin/regions", params={"fields": "name"}))["count"] == 1
    preferences = ok(await admin.get("/admin/price-preferences", params={"attribute": "region_id"}))
    assert preferences["count"] == 1
    assert ok(await admin.post("/admin/regions", json={"name": "A", "currency_code": "eur", "countries": ["at"]}))


async def test_an_update_replaces_countries_and_providers(admin: httpx.AsyncClient, db: Db):
    region = await a_region(admin, countries=["se", "no"], payment_providers=["pp_system_default"])
    other = await a_region(admin, "Finland", currency_code="eur", countries=["fi"])
    url, fields = f"/admin/regions/{region['id']}", {"fields": "name,*countries,payment_providers.id"}

    r = await admin.post(url, json={"countries": ["fi"]})
    refused(r, 400, 'Countries with codes: "fi" are already assigned to a region')
    changed = ok(await admin.post(url, json={"name": "Sverige", "countries": ["se"]}, params=fields))["region"]
    assert [country["iso_2"] for country in changed["countries"]] == ["se"]
    assert changed["payment_providers"] == [{"id": "pp_system_default"}]
    emptied = {"countries": [], "payment_providers": []}
    changed = ok(await admin.post(url, json=emptied, params=fields))["region"]
    assert (changed["countries"], changed["payment_providers"]) == ([], [])

    await admin.post(f"/admin/regions/{other['id']}", json={"countries": ["fi", "no"]})
    events = [name for name, _ in await told(db, "region.")]
    assert events == ["region.created"] * 2 + ["region.updated"] * 3


async def test_metadata_merges(admin: httpx.AsyncClient):
    region = await a_region(admin, metadata={"a": 1, "b": {"x": 1}})

    r = await admin.post(f"/admin/regions/{region['id']}", json={"metadata": {"a": "", "b": {"y": 2}, "c": None}})

    assert ok(r)["region"]["metadata"] == {"b": {"y": 2}, "c": None}


async def test_a_closed_region_frees_its_countries(admin: httpx.AsyncClient, db: Db):
    region = await a_region(admin, countries=["se"], payment_providers=["pp_system_default"])
    store = await the_store(admin)
    ok(await admin.post(f"/admin/stores/{store['id']}", json={"default_region_id": region["id"]}))

    gone = ok(await admin.delete(f"/admin/regions/{region['id']}"))

    assert gone == {"id": region["id"], "object": "region", "deleted": True}
    refused(
        await admin.get(f"/admin/regions/{region['id']}"),
        404,
        f"Region with id: {region['id']} not found",
        "not_found",
    )
    assert (await the_store(admin))["default_region_id"] is None
    again = await a_region(admin, countries=["se"])
    assert len(again["countries"]) == 1
    assert ok(await admin.delete(f"/admin/regions/{region['id']}"))["deleted"]
    assert [name for name, _ in await told(db, "region.deleted")] == ["region.deleted"]


async def test_a_country_taken_twice_at_once_belongs_to_one(admin: httpx.AsyncClient):
    body = {"currency_code": "sek", "countries": ["se", "no", "dk"]}

    answers = await asyncio.gather(
        *(admin.post("/admin/regions", json={"name": f"R{n}", **body}) for n in range(5)), return_exceptions=False
    )

    assert sorted(answer.status_code for answer in answers) == [200, 400, 400, 400, 400]


async def test_missing_regions(admin: httpx.AsyncClient, store: httpx.AsyncClient):
    r = await admin.post("/admin/regions/reg_none", json={"name": "x"})
    refused(r, 404, 'Region with id "reg_none" not found', "not_found")
    r = await store.get("/store/regions/reg_none")
    refused(r, 404, "Region with id: reg_none was not found", "not_found")


async def test_the_shop_sees_regions_and_how_to_pay(store: httpx.AsyncClient, admin: httpx.AsyncClient, db: Db):
    async with db.tx() as tx:
        tx.add(PaymentProvider(id="pp_later"))
    providers = ["pp_system_default", "pp_later"]
    region = await a_region(admin, countries=["se"], payment_providers=providers)
    async with db.tx() as tx:
        (await tx.lock(PaymentProvider, "pp_later")).is_enabled = False

    (shown,) = ok(await store.get("/store/regions"))["regions"]
    assert "automatic_taxes" not in shown
    assert [country["iso_2"] for country in shown["countries"]] == ["se"]
    r = await store.get("/store/payment-providers", params={"region_id": region["id"]})
    assert ok(r) == {
        "payment_providers": [{"id": "pp_system_default", "is_enabled": True}],
        "count": 1,
        "offset": 0,
        "limit": 20,
    }
    assert ok(await store.get("/store/payment-providers", params={"region_id": "reg_none"}))["count"] == 0
    refused(await store.get("/store/payment-providers"), 400, "Invalid request: Field 'region_id' is required")
    listed = ok(await admin.get("/admin/payments/payment-providers", params={"is_enabled": "false"}))
    assert [provider["id"] for provider in listed["payment_providers"]] == ["pp_later"]


async def test_currencies(store: httpx.AsyncClient, admin: httpx.AsyncClient):
    listed = ok(await admin.get("/admin/currencies"))
    assert (listed["limit"], listed["currencies"][0]["code"]) == (200, "aed")
    assert ok(await admin.get("/admin/currencies/JPY"))["currency"]["decimal_digits"] == 0
    kwd = ok(await store.get("/store/currencies/kwd"))["currency"]
    assert (kwd["decimal_digits"], kwd["rounding"]) == (3, 0)
    refused(await store.get("/store/currencies/xxx"), 404, "Currency with code: xxx was not found", "not_found")
    assert ok(await store.get("/store/currencies", params={"code": ["eur", "usd"]}))["count"] == 2


async def test_a_list_is_one_statement(admin: httpx.AsyncClient, statements: Statements):
    await a_region(admin, countries=["se"])
    await admin.get("/admin/regions")
    statements.since()

    await admin.get("/admin/regions")

    assert len([s for s in statements.since() if "region_country" in s]) == 1


@pytest.mark.usefixtures("operator")
async def test_only_operators_write(anonymous: httpx.AsyncClient, store: httpx.AsyncClient):
    assert (await anonymous.post("/admin/regions", json={})).status_code == 401
    assert (await store.post("/store/regions", json={})).status_code == 404
