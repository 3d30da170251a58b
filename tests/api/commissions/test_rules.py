"""Rules of commission, set by the operator."""

from typing import Any

import httpx
import pytest

from tests.api.commissions.make import RATE, a_rule, a_site_rule
from tests.support.market import Shop, refusal
from tests.support.people import fine
from tests.support.statements import Statements


async def test_a_rule_of_a_seller(admin: httpx.AsyncClient, lamps: Shop) -> None:
    made = await a_rule(admin, "seller", lamps.id, percentage_rate=12.5)

    assert (made["reference"], made["rate"]["percentage_rate"]) == ("seller", 12.5)
    shown = fine(await admin.get(f"/admin/commission/rules/{made['id']}"))["commission_rule"]
    assert (shown["fee_value"], shown["ref_value"], shown["type"]) == ("12.5%", "Lamp Land", "percentage")
    listed = fine(await admin.get("/admin/commission/rules"))
    assert [rule["id"] for rule in listed["commission_rules"]] == [made["id"]]


async def test_renamed_switched_and_deleted(admin: httpx.AsyncClient, lamps: Shop) -> None:
    made = await a_rule(admin, "seller", lamps.id)
    at = f"/admin/commission/rules/{made['id']}"

    changed = fine(await admin.post(at, json={"name": "Less", "is_active": False}))["commission_rule"]
    assert (changed["name"], changed["is_active"], changed["rate"]["percentage_rate"]) == ("Less", False, 10)
    assert fine(await admin.delete(at)) == {"id": made["id"], "object": "commission_rule", "deleted": True}
    missing = (404, {"type": "not_found", "message": "Rule not found!"})
    assert refusal(await admin.get(at)) == missing
    assert refusal(await admin.post(at, json={"name": "X"})) == missing
    assert await a_rule(admin, "seller", lamps.id)


async def test_flat_fees_by_currency(admin: httpx.AsyncClient) -> None:
    prices = [{"amount": 1.5, "currency_code": "EUR"}, {"amount": 2, "currency_code": "usd"}]
    rate = {"type": "flat", "include_tax": False, "price_set": prices}

    made = fine(await admin.post("/admin/commission/default", json={"rate": rate}))["commission_rule"]

    assert made["fee_value"] == "1.5EUR/2USD"
    assert made["price_set"] == [{"currency_code": "eur", "amount": 1.5}, {"currency_code": "usd", "amount": 2}]


async def test_the_default_rule(admin: httpx.AsyncClient) -> None:
    missing = (404, {"type": "not_found", "message": "Rule not found!"})
    assert refusal(await admin.get("/admin/commission/default")) == missing

    first = await a_site_rule(admin)
    second = await a_site_rule(admin, percentage_rate=0)

    assert first["id"] != second["id"]
    assert fine(await admin.get("/admin/commission/default"))["commission_rule"]["fee_value"] == "0%"
    assert fine(await admin.get("/admin/commission/rules"))["count"] == 0


def _body(**changes: Any) -> dict[str, Any]:
    return {"name": "R", "reference": "seller", "reference_id": "sel_x", "rate": RATE} | changes


@pytest.mark.parametrize(
    ("body", "message"),
    [
        (_body(reference_id="pcat_x"), "Invalid reference id"),
        (_body(reference="seller+product_type"), "Invalid reference id"),
        (_body(rate={"type": "flat", "include_tax": True}), "Flat rate requires fee value"),
        (_body(rate={"type": "percentage", "include_tax": True}), "Percentage rate requires percent value"),
        (
            _body(rate=RATE | {"percentage_rate": 101}),
            "Invalid request: Value for field 'rate, percentage_rate' too big, expected at most: '100'",
        ),
        (_body(rate=RATE | {"color": 1}), "Invalid request: Unrecognized fields: 'color'"),
        ({"name": "R"}, None),
        (_body(reference="site"), None),
    ],
)
async def test_wrong_rules(admin: httpx.AsyncClient, body: dict[str, Any], message: str | None) -> None:
    status, answer = refusal(await admin.post("/admin/commission/rules", json=body))
    assert (status, answer["type"]) == (400, "invalid_data")
    assert message is None or answer["message"] == message


async def test_one_rule_for_one_thing(admin: httpx.AsyncClient, lamps: Shop) -> None:
    await a_rule(admin, "seller", lamps.id)

    r = await admin.post("/admin/commission/rules", json=_body(reference_id=lamps.id))

    assert (r.status_code, r.json()["message"]) == (409, "Rule already exists!")


async def test_search(admin: httpx.AsyncClient, lamps: Shop, statements: Statements) -> None:
    await a_rule(admin, "seller", lamps.id)
    await a_site_rule(admin)

    found = fine(await admin.get("/admin/commission/search", params={"q": "rule of"}))
    assert [rule["ref_value"] for rule in found["commission_rules"]] == ["Lamp Land"]
    assert fine(await admin.get("/admin/commission/search", params={"q": "SITE"}))["count"] == 1
    assert fine(await admin.get("/admin/commission/search", params={"q": "%"}))["count"] == 0
    assert fine(await admin.get("/admin/commission/search"))["count"] == 2
    statements.clear()
    fine(await admin.get("/admin/commission/rules"))
    # The page, the amounts of the rates, the names of what the rules speak of.
    assert len(statements) <= 3, statements


async def test_a_rule_outlives_what_it_speaks_of(admin: httpx.AsyncClient) -> None:
    made = await a_rule(admin, "seller+product_type", "sel_gone+ptyp_gone")
    shown = fine(await admin.get(f"/admin/commission/rules/{made['id']}"))["commission_rule"]
    assert shown["ref_value"] == ""


async def test_sellers_set_no_rules(lamps: Shop) -> None:
    for path in ("rules", "default", "search", "commission-lines"):
        assert refusal(await lamps.client.get(f"/admin/commission/{path}")) == (401, {"message": "Unauthorized"})
