"""From an application to a seller."""

import asyncio
from collections.abc import AsyncGenerator, Callable
from contextlib import AsyncExitStack
from typing import Any

import httpx
import pytest
from sqlalchemy import select

from mercato.domains.sellers.models import Member, Seller, SellerOnboarding
from mercato.domains.shipping.models import ShippingProfile
from mercato.kernel.db import Db
from tests.support import people
from tests.support.market import invalid, refusal
from tests.support.people import PASSWORD, bear, fine, token

Applicant = Callable[[str], Any]


@pytest.fixture
async def applicant(app: Any) -> AsyncGenerator[Applicant, None]:
    """Somebody who has registered and not applied yet: `await applicant("ann@x.example")`."""
    async with AsyncExitStack() as stack:

        async def register(email: str) -> httpx.AsyncClient:
            client = await stack.enter_async_context(people.client(app))
            bear(client, await token(client, "/auth/seller/emailpass/register", email, PASSWORD))
            return client

        yield register


def body(name: str = "Wool & Co", **seller: Any) -> dict[str, Any]:
    """What an applicant sends."""
    return {"name": name, "member": {"name": "Ann", "email": "ann@wool.example"}} | seller


async def request_of(admin: httpx.AsyncClient, **query: str) -> Any:
    """The one application that waits."""
    found = fine(await admin.get("/admin/requests", params={"type": "seller", "status": "pending"} | query))["requests"]
    assert len(found) == 1
    return found[0]


async def review(admin: httpx.AsyncClient, request_id: str, status: str, note: str = "") -> httpx.Response:
    """The operator's answer."""
    return await admin.post(f"/admin/requests/{request_id}", json={"status": status, "reviewer_note": note})


async def test_an_accepted_applicant_has_a_shop(admin: httpx.AsyncClient, db: Db, applicant: Applicant) -> None:
    ann = await applicant("ann@login.example")
    assert fine(await ann.post("/vendor/sellers", json=body(city="Łódź"))) == {"ok": True}
    assert refusal(await ann.get("/vendor/sellers/me")) == (403, {"message": "Seller is not active"})
    request = await request_of(admin)
    assert request["data"]["seller"] == {"name": "Wool & Co", "city": "Łódź", "email": "ann@wool.example"}
    assert request["data"]["provider_identity_id"] == "ann@login.example"

    accepted = fine(await review(admin, request["id"], "accepted"))

    assert accepted == {
        "id": request["id"],
        "status": "accepted",
        "createdResourceType": "seller",
        "createdResource": {},
    }
    bear(ann, await token(ann, "/auth/seller/emailpass", "ann@login.example", PASSWORD))
    seller = fine(await ann.get("/vendor/sellers/me"))["seller"]
    assert (seller["name"], seller["handle"], seller["store_status"]) == ("Wool & Co", "wool-co", "ACTIVE")
    member = fine(await ann.get("/vendor/me"))["member"]
    assert (member["role"], member["email"], member["seller"]["id"]) == ("owner", "ann@wool.example", seller["id"])
    profiles = fine(await ann.get("/vendor/shipping-profiles"))["shipping_profiles"]
    assert len(profiles) == 1
    async with db.read() as tx:
        assert len(await tx.scalars(select(SellerOnboarding))) == 1
    assert refusal(await ann.post("/vendor/sellers", json=body())) == invalid(
        "Request already authenticated as a seller."
    )


async def test_a_rejected_applicant_applies_again(admin: httpx.AsyncClient, applicant: Applicant) -> None:
    ann = await applicant("ann@login.example")
    fine(await ann.post("/vendor/sellers", json=body()))
    again = await ann.post("/vendor/sellers", json=body())
    assert (again.status_code, again.json()["message"]) == (409, "Request already exists!")

    request = await request_of(admin)
    assert fine(await review(admin, request["id"], "rejected", "no")) == {"id": request["id"], "status": "rejected"}
    fine(await ann.post("/vendor/sellers", json=body("Wool Works")))

    second = await request_of(admin, q="works")
    fine(await review(admin, second["id"], "accepted"))
    assert refusal(await review(admin, second["id"], "rejected")) == invalid("This request is already reviewed")
    assert refusal(await review(admin, request["id"], "accepted")) == invalid("This request is already reviewed")
    assert refusal(await review(admin, "req_none", "accepted")) == invalid("This request is already reviewed")


async def test_a_taken_handle_leaves_nothing_half_done(admin: httpx.AsyncClient, db: Db, applicant: Applicant) -> None:
    for email in ("ann@a.example", "bob@b.example"):
        fine(await (await applicant(email)).post("/vendor/sellers", json=body("Wool & Co")))
    listed = fine(await admin.get("/admin/requests", params={"order": "created_at"}))["requests"]
    fine(await review(admin, listed[0]["id"], "accepted"))

    refused = refusal(await review(admin, listed[1]["id"], "accepted"))

    assert refused == invalid("Seller with handle: wool-co, already exists.")
    shown = fine(await admin.get(f"/admin/requests/{listed[1]['id']}"))["request"]
    assert (shown["status"], shown["reviewer_id"]) == ("pending", None)
    async with db.read() as tx:
        assert len(await tx.scalars(select(Seller))) == 1
        assert len(await tx.scalars(select(Member))) == 1
        assert len(await tx.scalars(select(ShippingProfile).where(ShippingProfile.name.contains("sel_")))) == 1
    fine(await review(admin, listed[1]["id"], "rejected"))


async def test_applications_sent_at_once(admin: httpx.AsyncClient, applicant: Applicant) -> None:
    ann = await applicant("ann@login.example")

    answers = await asyncio.gather(*(ann.post("/vendor/sellers", json=body()) for _ in range(6)))

    assert sorted(answer.status_code for answer in answers) == [201] + [409] * 5
    assert await request_of(admin)


async def test_accepted_at_once(admin: httpx.AsyncClient, db: Db, applicant: Applicant) -> None:
    ann = await applicant("ann@login.example")
    fine(await ann.post("/vendor/sellers", json=body()))
    request = await request_of(admin)

    answers = await asyncio.gather(*(review(admin, request["id"], "accepted") for _ in range(6)))

    assert sorted(answer.status_code for answer in answers) == [200] + [400] * 5
    async with db.read() as tx:
        assert len(await tx.scalars(select(Seller))) == 1


@pytest.mark.parametrize(
    ("sent", "message"),
    [
        ({"name": "X"}, "Invalid request: Field 'member' is required"),
        (body("   "), "Invalid request: Value for field 'name' too small, expected at least: '1'"),
        (body("!!!"), "The name of a seller needs letters or digits"),
        (body(email="nowhere"), "Invalid request: Invalid email"),
        (body(handle="mine"), "Invalid request: Unrecognized fields: 'handle'"),
        (body(member={"name": "Ann", "email": "ann"}), "Invalid request: Invalid email"),
    ],
)
async def test_wrong_applications(applicant: Applicant, sent: dict[str, Any], message: str) -> None:
    ann = await applicant("ann@login.example")
    assert refusal(await ann.post("/vendor/sellers", json=sent)) == invalid(message)


@pytest.mark.parametrize(
    ("sent", "message"),
    [
        ({"status": "accepted"}, "Invalid request: Field 'reviewer_note' is required"),
        (
            {"status": "draft", "reviewer_note": ""},
            "Invalid request: Expected: 'accepted, rejected' for field 'status', but got: 'draft'",
        ),
    ],
)
async def test_wrong_reviews(admin: httpx.AsyncClient, sent: dict[str, Any], message: str) -> None:
    assert refusal(await admin.post("/admin/requests/req_x", json=sent)) == invalid(message)


async def test_who_may_apply_and_review(anonymous: httpx.AsyncClient, applicant: Applicant) -> None:
    unauthorized = (401, {"message": "Unauthorized"})
    assert refusal(await anonymous.post("/vendor/sellers", json=body())) == unauthorized
    ann = await applicant("ann@login.example")
    assert refusal(await review(ann, "req_x", "accepted")) == unauthorized
    assert refusal(await ann.get("/admin/requests")) == unauthorized
