"""Tax regions and rates: where they hold, and what for."""

from decimal import Decimal
from typing import Any

import httpx
import pytest

from mercato.domains.taxes.queries import find_rates_for
from mercato.kernel.db import Db
from tests.api.settings.make import ok, refused

NO_PARENT = (
    "Province region must belong to a parent region. You are trying to create a province region with "
    "(country: ca, province: {}) but parent does not exist"
)

OTHER_COUNTRY = (
    "Province region must belong to a parent region with the same country code. You are trying to create a "
    "province region with (country: us, province: wa) but parent expects (country: ca)"
)


async def test_a_country_with_a_province(admin: httpx.AsyncClient):
    gst = {"rate": 5, "code": "GST", "name": "GST", "metadata": {"a": 1}}
    ca = await a_tax_region(admin, "CA", default_tax_rate=gst)
    qst = {"rate": 9.975, "code": "QST", "name": "QST", "is_combinable": True}
    qc = await a_tax_region(admin, "ca", province_code="CA-QC", parent_id=ca["id"], default_tax_rate=qst)

    assert (ca["country_code"], ca["province_code"], ca["parent"]) == ("ca", None, None)
    (rate,) = ca["tax_rates"]
    assert (rate["rate"], rate["is_default"], rate["is_combinable"], rate["metadata"]) == (5, True, False, {"a": 1})
    assert rate["created_by"] == ca["created_by"]
    assert ca["created_by"].startswith("user_")
    assert (qc["province_code"], qc["provider_id"], qc["parent"]["id"]) == ("ca-qc", None, ca["id"])
    (child,) = ok(await admin.get(f"/admin/tax-regions/{ca['id']}"))["tax_region"]["children"]
    assert child["tax_rates"][0]["rate"] == 9.975


@pytest.mark.parametrize(
    ("body", "status", "kind", "message"),
    [
        (
            {"country_code": "us"},
            400,
            "invalid_data",
            "Invalid request: Provider is required when creating a non-province tax region.",
        ),
        (
            {"country_code": "us", "provider_id": "tp_none"},
            404,
            "not_found",
            "You tried to set relationship provider_id: tp_none, but such entity does not exist",
        ),
        (
            {"country_code": "ca", "provider_id": "tp_system"},
            400,
            "invalid_data",
            "Tax region with country_code: ca, already exists.",
        ),
        (
            {"country_code": "ca", "parent_id": "{ca}", "province_code": "ON"},
            400,
            "invalid_data",
            "Tax region with country_code: ca, province_code: on, already exists.",
        ),
        (
            {"country_code": "us", "parent_id": "{ca}", "province_code": "wa"},
            400,
            "invalid_data",
            OTHER_COUNTRY,
        ),
        (
            {"country_code": "ca", "parent_id": "txreg_none", "province_code": "mb"},
            400,
            "invalid_data",
            NO_PARENT.format("mb"),
        ),
        (
            {"country_code": "ca", "provider_id": "tp_system", "province_code": "mb"},
            400,
            "invalid_data",
            NO_PARENT.format("mb"),
        ),
        (
            {"country_code": "ca", "provider_id": "tp_system", "parent_id": "{ca}", "province_code": "mb"},
            400,
            "invalid_data",
            "A province tax region has the provider of its parent region",
        ),
        (
            {"country_code": "ca", "parent_id": "{ca}"},
            400,
            "invalid_data",
            "A tax region below another one must have a province_code",
        ),
        (
            {"country_code": "ca", "parent_id": "{on}", "province_code": "mb"},
            400,
            "invalid_data",
            "The parent of a province tax region must be the region of a country",
        ),
        (
            {"country_code": "zz", "provider_id": "tp_system"},
            400,
            "invalid_data",
            'Countries with codes: "zz" do not exist',
        ),
        (
            {
                "country_code": "us",
                "provider_id": "tp_system",
                "default_tax_rate": {"rate": -1, "code": "c", "name": "n"},
            },
            400,
            "invalid_data",
            "Invalid request: Value for field 'default_tax_rate, rate' too small, expected at least: '0'",
        ),
    ],
)
async def test_refused_tax_regions(
    admin: httpx.AsyncClient, body: dict[str, Any], status: int, kind: str, message: str
):
    ca = await a_tax_region(admin, "ca")
    on = await a_tax_region(admin, "ca", parent_id=ca["id"], province_code="on")
    if "parent_id" in body:
        body = {**body, "parent_id": body["parent_id"].format(ca=ca["id"], on=on["id"])}

    refused(await admin.post("/admin/tax-regions", json=body), status, message, kind)

    assert ok(await admin.get("/admin/tax-regions"))["count"] == 2


async def test_updates_of_tax_regions(admin: httpx.AsyncClient):
    ca = await a_tax_region(admin, "ca", metadata={"a": 1})
    qc = await a_tax_region(admin, "ca", parent_id=ca["id"], province_code="qc")
    root, province = f"/admin/tax-regions/{ca['id']}", f"/admin/tax-regions/{qc['id']}"

    changed = ok(await admin.post(root, json={"metadata": {"b": 2}, "province_code": None}))["tax_region"]
    assert changed["metadata"] == {"a": 1, "b": 2}
    assert ok(await admin.post(province, json={"province_code": "NS"}))["tax_region"]["province_code"] == "ns"
    refused(
        await admin.post(root, json={"province_code": "qc"}),
        400,
        "The tax region of a country cannot have a province_code",
    )
    for code in (None, ""):
        refused(
            await admin.post(province, json={"province_code": code}),
            400,
            "A tax region below another one must have a province_code",
        )
    refused(
        await admin.post(province, json={"provider_id": "tp_system"}),
        400,
        "A province tax region has the provider of its parent region",
    )
    r = await admin.post("/admin/tax-regions/txreg_none", json={})
    refused(r, 404, 'TaxRegion with id "txreg_none" not found', "not_found")
    r = await admin.get("/admin/tax-regions/txreg_none")
    refused(r, 404, "Tax region with id: txreg_none was not found", "not_found")


async def test_a_country_takes_everything_below_with_it(admin: httpx.AsyncClient, db: Db):
    ca = await a_tax_region(admin, "ca", default_tax_rate={"code": "GST", "name": "GST"})
    qc = await a_tax_region(admin, "ca", parent_id=ca["id"], province_code="qc")
    rule = {"reference": "product", "reference_id": "prod_1"}
    await a_rate(admin, qc["id"], rules=[rule])

    for _ in range(2):
        gone = ok(await admin.delete(f"/admin/tax-regions/{ca['id']}"))
        assert gone == {"id": ca["id"], "object": "tax_region", "deleted": True}

    assert ok(await admin.get("/admin/tax-regions"))["count"] == 0
    assert ok(await admin.get("/admin/tax-rates"))["count"] == 0
    async with db.read() as tx:
        assert await find_rates_for(tx, "ca", "qc") is None
    await a_tax_region(admin, "ca")


async def test_a_rate_lives(admin: httpx.AsyncClient):
    region = await a_tax_region(admin, "de", default_tax_rate={"rate": 19, "code": "DE", "name": "MwSt"})
    book = {"reference": "product_type", "reference_id": "ptyp_book"}
    rate = await a_rate(admin, region["id"], rate=7, rules=[book])
    assert (rate["rate"], rate["is_default"], rate["tax_region"]["id"]) == (7, False, region["id"])
    assert [(rule["reference"], rule["reference_id"]) for rule in rate["rules"]] == [("product_type", "ptyp_book")]
    url = f"/admin/tax-rates/{rate['id']}"

    default = f"Tax rate with tax_region_id: {region['id']}, already exists."
    refused(await admin.post(url, json={"is_default": True}), 400, default)
    body = {"tax_region_id": region["id"], "code": "x", "name": "x", "is_default": True}
    refused(await admin.post("/admin/tax-rates", json=body), 400, default)
    changed = ok(await admin.post(url, json={"rate": 7.5, "name": "Reduced"}))["tax_rate"]
    assert (changed["rate"], changed["name"], len(changed["rules"])) == (7.5, "Reduced", 1)
    changed = ok(await admin.post(url, json={"rules": [{**book, "reference_id": "ptyp_map"}]}))["tax_rate"]
    assert [rule["reference_id"] for rule in changed["rules"]] == ["ptyp_map"]
    assert ok(await admin.post(url, json={"rules": []}))["tax_rate"]["rules"] == []
    refused(
        await admin.post(url, json={"rate": -0.5}),
        400,
        "Invalid request: Value for field 'rate' too small, expected at least: '0'",
    )
    for _ in range(2):
        assert ok(await admin.delete(url)) == {"id": rate["id"], "object": "tax_rate", "deleted": True}
    refused(await admin.get(url), 404, f"Tax rate with id: {rate['id']} was not found", "not_found")
    refused(await admin.post(url, json={}), 404, f'Tax rate with id "{rate["id"]}" not found', "not_found")


async def test_rules_one_by_one(admin: httpx.AsyncClient):
    region = await a_tax_region(admin, "de")
    rate = await a_rate(admin, region["id"])
    url = f"/admin/tax-rates/{rate['id']}/rules"
    rule = {"reference": "shipping_option", "reference_id": "so_1"}

    (added,) = ok(await admin.post(url, json=rule))["tax_rate"]["rules"]
    refused(
        await admin.post(url, json={**rule, "reference": "product"}),
        400,
        f"Tax rate rule with tax_rate_id: {rate['id']}, reference_id: so_1, already exists.",
    )
    r = await admin.post("/admin/tax-rates/txr_none/rules", json=rule)
    refused(r, 404, "You tried to set relationship tax_rate_id: txr_none, but such entity does not exist", "not_found")
    other = await a_rate(admin, region["id"])
    ok(await admin.delete(f"/admin/tax-rates/{other['id']}/rules/{added['id']}"))
    assert len(ok(await admin.get(f"/admin/tax-rates/{rate['id']}"))["tax_rate"]["rules"]) == 1

    gone = ok(await admin.delete(f"{url}/{added['id']}"))

    assert (gone["id"], gone["object"], gone["deleted"]) == (added["id"], "tax_rate_rule", True)
    assert (gone["parent"]["id"], gone["parent"]["rules"]) == (rate["id"], [])
    assert ok(await admin.delete(f"{url}/{added['id']}"))["deleted"]


async def test_a_rate_needs_a_region(admin: httpx.AsyncClient):
    body = {"tax_region_id": "txreg_none", "code": "x", "name": "x"}
    refused(
        await admin.post("/admin/tax-rates", json=body),
        404,
        "You tried to set relationship tax_region_id: txreg_none, but such entity does not exist",
        "not_found",
    )


async def test_lists(admin: httpx.AsyncClient):
    region = await a_tax_region(admin, "de", default_tax_rate={"rate": 19, "code": "DE", "name": "MwSt"})
    await a_rate(admin, region["id"], name="Books")

    async def names(**query: str) -> list[str]:
        return [rate["name"] for rate in ok(await admin.get("/admin/tax-rates", params=query))["tax_rates"]]

    assert await names(is_default="true") == ["MwSt"]
    assert await names(is_default="false") == ["Books"]
    assert await names(q="book") == ["Books"]
    assert await names(tax_region_id="txreg_none") == []
    assert (await admin.get("/admin/tax-rates", params={"name": "Books"})).status_code == 400
    providers = ok(await admin.get("/admin/tax-providers", params={"is_enabled": "true"}))
    assert providers["tax_providers"] == [{"id": "tp_system", "is_enabled": True}]


async def test_the_rates_of_an_address(admin: httpx.AsyncClient, db: Db):
    ca = await a_tax_region(admin, "ca", default_tax_rate={"rate": 5, "code": "GST", "name": "GST"})
    qst = {"rate": 9.975, "code": "QST", "name": "QST", "is_combinable": True}
    await a_tax_region(admin, "ca", parent_id=ca["id"], province_code="QC", default_tax_rate=qst)
    hst = {"rate": 13, "code": "HST", "name": "HST"}
    await a_tax_region(admin, "ca", parent_id=ca["id"], province_code="on", default_tax_rate=hst)
    await a_rate(admin, ca["id"], rate=0, rules=[{"reference": "product", "reference_id": "prod_1"}])

    async def rates(country: str | None, province: str | None) -> Any:
        async with db.read() as tx:
            found = await find_rates_for(tx, country, province)
        return None if found is None else [(one.code, one.rate, one.in_province, one.is_default) for one in found]

    assert await rates("CA", "qc") == [
        ("GST", Decimal(5), False, True),
        ("QST", Decimal("9.975"), True, True),
        ("R", Decimal(0), False, False),
    ]
    assert await rates("ca", "AB") == [("GST", Decimal(5), False, True), ("R", Decimal(0), False, False)]
    assert await rates("us", None) is None
    assert await rates(None, None) is None
    async with db.read() as tx:
        found = await find_rates_for(tx, "ca", None)
    assert found is not None
    assert found[-1].references == frozenset({("product", "prod_1")})
    assert found[0].provider_id == "tp_system"


async def a_tax_region(admin: httpx.AsyncClient, country: str, **body: Any) -> dict[str, Any]:
    if "parent_id" not in body:
        body["provider_id"] = "tp_system"
    return ok(await admin.post("/admin/tax-regions", json={"country_code": country, **body}))["tax_region"]


async def a_rate(admin: httpx.AsyncClient, region: str, **body: Any) -> dict[str, Any]:
    body = {"code": "R", "name": "Rate", **body}
    return ok(await admin.post("/admin/tax-rates", json={"tax_region_id": region, **body}))["tax_rate"]
