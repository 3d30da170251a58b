"""Requests of sellers, while the operator wants to approve products."""

from typing import Any

import httpx
import pytest

from tests.support.market import FORBIDDEN, Shop, invalid, refusal
from tests.support.people import fine
from tests.support.statements import Statements


async def approval(admin: httpx.AsyncClient) -> None:
    """From now on products wait for the operator."""
    body = {"rule_type": "require_product_approval", "is_enabled": True}
    fine(await admin.post("/admin/configuration", json=body))


async def proposed(shop: Shop, title: str = "Kite", status: str = "proposed") -> str:
    """A product of the seller."""
    options = [{"title": "Color", "values": ["red"]}]
    variants = [{"title": "red", "options": {"Color": "red"}, "prices": [{"currency_code": "eur", "amount": 15}]}]
    body = {"title": title, "status": status, "options": options, "variants": variants}
    return fine(await shop.client.post("/vendor/products", json=body))["product"]["id"]


async def status_of(shop: Shop, product_id: str) -> str:
    """Where the product stands."""
    return fine(await shop.client.get(f"/vendor/products/{product_id}"))["product"]["status"]


async def only_request(shop: Shop) -> Any:
    """The seller's request."""
    found = fine(await shop.client.get("/vendor/requests"))["requests"]
    assert len(found) == 1
    return found[0]


async def test_an_accepted_product_is_published(admin: httpx.AsyncClient, lamps: Shop) -> None:
    await approval(admin)
    product_id = await proposed(lamps)
    request = await only_request(lamps)
    assert (request["type"], request["status"], request["data"]["title"]) == ("product", "pending", "Kite")
    assert await status_of(lamps, product_id) == "proposed"
    waiting = fine(await admin.get("/admin/requests", params={"seller_id": lamps.id}))["requests"]
    assert [(row["id"], row["seller"]["name"]) for row in waiting] == [(request["id"], "Lamp Land")]

    body = {"status": "accepted", "reviewer_note": "fine"}
    accepted = fine(await admin.post(f"/admin/requests/{request['id']}", json=body))

    assert accepted["createdResourceType"] == "product"
    assert (accepted["createdResource"]["id"], accepted["createdResource"]["status"]) == (product_id, "published")
    assert await status_of(lamps, product_id) == "published"
    assert (await only_request(lamps))["reviewer_note"] == "fine"


async def test_a_rejected_product_is_sent_back(admin: httpx.AsyncClient, lamps: Shop) -> None:
    await approval(admin)
    product_id = await proposed(lamps)

    body = {"status": "rejected", "reviewer_note": "blurred"}
    fine(await admin.post(f"/admin/requests/{(await only_request(lamps))['id']}", json=body))

    assert await status_of(lamps, product_id) == "rejected"


async def test_without_approval_the_system_accepts(lamps: Shop) -> None:
    product_id = await proposed(lamps)

    request = await only_request(lamps)

    assert (request["status"], request["reviewer_id"], request["reviewer_note"]) == (
        "accepted",
        "system",
        "auto accepted",
    )
    assert await status_of(lamps, product_id) == "published"


async def test_drafts_are_the_sellers_own_business(admin: httpx.AsyncClient, lamps: Shop) -> None:
    await proposed(lamps, status="draft")

    assert (await only_request(lamps))["status"] == "draft"
    assert fine(await admin.get("/admin/requests"))["count"] == 0
    for client in (admin, lamps.client):
        path = "/admin/requests" if client is admin else "/vendor/requests"
        assert refusal(await client.get(path, params={"status": "draft"})) == invalid(
            "Invalid request: Expected: 'accepted, rejected, pending' for field 'status', but got: 'draft'"
        )


async def test_filters_of_the_seller(admin: httpx.AsyncClient, lamps: Shop, mugs: Shop, statements: Statements) -> None:
    await proposed(mugs, "Cup")
    await approval(admin)
    await proposed(lamps, "Kite")
    await proposed(lamps, "Bike")
    expected: list[tuple[dict[str, str], int]] = [
        ({"status": "pending"}, 2),
        ({"status": "accepted"}, 0),
        ({"type": "product"}, 2),
        ({"type": "product_tag"}, 0),
        ({"order": "-created_at", "limit": "1"}, 2),
    ]
    for query, found in expected:
        assert fine(await lamps.client.get("/vendor/requests", params=query))["count"] == found, query
    statements.clear()
    fine(await lamps.client.get("/vendor/requests"))
    assert len(statements) == 1, statements
    assert refusal(await lamps.client.get("/vendor/requests", params={"type": "gift"}))[0] == 400


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({"q": "kit"}, ["Kite"]),
        ({"q": "lamp land"}, ["Bike", "Kite"]),
        ({"q": "%"}, []),
        ({"type": "product", "status": "pending"}, ["Bike", "Kite"]),
        ({"created_at[$lt]": "2020-01-01"}, []),
        ({"order": "created_at"}, ["Kite", "Bike"]),
    ],
)
async def test_filters_of_the_operator(
    admin: httpx.AsyncClient, lamps: Shop, query: dict[str, str], found: list[str]
) -> None:
    await approval(admin)
    for title in ("Kite", "Bike"):
        await proposed(lamps, title)

    listed = fine(await admin.get("/admin/requests", params=query))["requests"]

    assert [row["data"]["title"] for row in listed] == found


async def test_anothers_request_is_as_good_as_none(lamps: Shop, mugs: Shop) -> None:
    await proposed(lamps)
    request = await only_request(lamps)

    assert fine(await lamps.client.get(f"/vendor/requests/{request['id']}"))["request"]["id"] == request["id"]
    for request_id in (request["id"], "req_none"):
        assert refusal(await mugs.client.get(f"/vendor/requests/{request_id}")) == FORBIDDEN
    assert fine(await mugs.client.get("/vendor/requests"))["count"] == 0


async def test_an_unknown_request(admin: httpx.AsyncClient) -> None:
    assert refusal(await admin.get("/admin/requests/req_none")) == (
        404,
        {"type": "not_found", "message": "Request with id: req_none was not found"},
    )
