"""Switches of the marketplace."""

import httpx

from tests.support.market import Shop, invalid, refusal
from tests.support.people import fine

DEFAULTS = {
    "global_product_catalog": False,
    "require_product_approval": False,
    "product_request_enabled": True,
    "product_import_enabled": True,
}


async def test_switches(admin: httpx.AsyncClient, lamps: Shop) -> None:
    assert fine(await lamps.client.get("/vendor/configuration")) == {"configuration_rules": DEFAULTS}
    assert fine(await admin.get("/admin/configuration"))["configuration_rules"] == []

    body = {"rule_type": "global_product_catalog", "is_enabled": True}
    r = await admin.post("/admin/configuration", json=body)
    switch = fine(r)["configuration_rule"]
    assert (r.status_code, switch["rule_type"], switch["is_enabled"]) == (201, "global_product_catalog", True)
    assert refusal(await admin.post("/admin/configuration", json=body)) == invalid(
        "Configuration rule with rule_type: global_product_catalog, already exists."
    )
    shown = fine(await lamps.client.get("/vendor/configuration"))["configuration_rules"]
    assert shown == DEFAULTS | {"global_product_catalog": True}
    product = {"title": "New", "options": [{"title": "Size", "values": ["S"]}]}
    assert refusal(await lamps.client.post("/vendor/products", json=product)) == (
        403,
        {"message": "This feature is disabled!", "type": "not_found"},
    )

    changed = fine(await admin.post(f"/admin/configuration/{switch['id']}", json={"is_enabled": False}))
    assert changed["configuration_rule"]["is_enabled"] is False
    assert fine(await lamps.client.get("/vendor/configuration")) == {"configuration_rules": DEFAULTS}
    listed = fine(await admin.get("/admin/configuration"))["configuration_rules"]
    assert [row["id"] for row in listed] == [switch["id"]]


async def test_what_is_no_switch(admin: httpx.AsyncClient, lamps: Shop, anonymous: httpx.AsyncClient) -> None:
    r = await admin.post("/admin/configuration", json={"rule_type": "light", "is_enabled": True})
    assert refusal(r)[1]["message"].startswith("Invalid request: Expected: 'global_product_catalog, ")
    r = await admin.post("/admin/configuration/conf_none", json={"is_enabled": True})
    assert refusal(r) == (404, {"type": "not_found", "message": "Configuration rule with id: conf_none was not found"})
    r = await admin.post("/admin/configuration/conf_none", json={})
    assert refusal(r) == invalid("Invalid request: Field 'is_enabled' is required")
    assert refusal(await lamps.client.get("/admin/configuration")) == (401, {"message": "Unauthorized"})
    assert refusal(await anonymous.get("/vendor/configuration")) == (401, {"message": "Unauthorized"})
