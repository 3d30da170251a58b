"""Sellers: their profile, for the operator, themselves and shoppers."""

from typing import Any

import httpx
import pytest

from mercato.domains.customers.models import CustomerGroup
from mercato.domains.payouts.models import Payout, PayoutAccount
from mercato.domains.sellers.links import SellerCustomerGroup, SellerPayoutAccount
from mercato.kernel.db import Db
from tests.support.market import Market, Shop, invalid, refusal
from tests.support.people import fine
from tests.support.statements import Statements

PROFILE = {
    "description": "Lamps",
    "address_line": "Rynek 1",
    "city": "Wrocław",
    "postal_code": "50-001",
    "country_code": "pl",
}


async def test_the_operator_lists_sellers(
    admin: httpx.AsyncClient, lamps: Shop, mugs: Shop, statements: Statements
) -> None:
    listed = fine(await admin.get("/admin/sellers"))
    assert ([row["name"] for row in listed["sellers"]], listed["count"]) == (["Lamp Land", "Mug House"], 2)
    assert listed["sellers"][0].keys() == {"id", "name", "handle", "description", "photo"}
    expected: list[tuple[dict[str, str], list[str]]] = [
        ({"q": "lamp"}, [lamps.id]),
        ({"store_status": "ACTIVE", "order": "-name"}, [mugs.id, lamps.id]),
        ({"store_status": "SUSPENDED"}, []),
        ({"handle": "mug-house"}, [mugs.id]),
    ]
    for query, found in expected:
        rows = fine(await admin.get("/admin/sellers", params=query))["sellers"]
        assert [row["id"] for row in rows] == found
    statements.clear()
    fine(await admin.get("/admin/sellers"))
    assert len(statements) == 1, statements


async def test_the_operator_changes_a_seller(admin: httpx.AsyncClient, lamps: Shop, mugs: Shop) -> None:
    at = f"/admin/sellers/{lamps.id}"

    seller = fine(
        await admin.post(at, json={"name": " Büro Beta ", "phone": "1"}, params={"fields": "name,handle,phone"})
    )
    assert seller["seller"] == {"id": lamps.id, "name": "Büro Beta", "handle": "buro-beta", "phone": "1"}
    assert refusal(await admin.post(at, json={"name": "Mug  House"})) == invalid(
        "Seller with handle: mug-house, already exists."
    )
    assert refusal(await admin.post(at, json={"name": "!!!!"})) == invalid(
        "The name of a seller needs letters or digits"
    )
    shown = fine(await admin.get(at))["seller"]
    assert (shown["name"], shown["handle"]) == ("Büro Beta", "buro-beta")


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ({"name": "abc"}, "Invalid request: Value for field 'name' too small, expected at least: '4'"),
        ({"name": None}, "Invalid request: Expected type: 'string' for field 'name', got: 'null'"),
        ({"email": "x"}, "Invalid request: Invalid email"),
        ({"handle": "x"}, "Invalid request: Unrecognized fields: 'handle'"),
        (
            {"store_status": "closed"},
            "Invalid request: Expected: 'ACTIVE, INACTIVE, SUSPENDED' for field 'store_status', but got: 'closed'",
        ),
    ],
)
async def test_wrong_changes(admin: httpx.AsyncClient, lamps: Shop, body: dict[str, Any], message: str) -> None:
    assert refusal(await admin.post(f"/admin/sellers/{lamps.id}", json=body)) == invalid(message)


async def test_an_unknown_seller(admin: httpx.AsyncClient) -> None:
    missing = (404, {"type": "not_found", "message": "Seller id not found: sel_none"})
    assert refusal(await admin.get("/admin/sellers/sel_none")) == missing
    assert refusal(await admin.post("/admin/sellers/sel_none", json={"city": "X"}))[0] == 404


async def test_what_is_a_sellers(market: Market, lamps: Shop, mugs: Shop) -> None:
    async with market.db.tx() as tx:
        group = CustomerGroup(name="Friends")
        tx.add(group, SellerCustomerGroup(seller_id=lamps.id, customer_group_id=group.id))
    for shop, found in ((lamps, ["Friends"]), (mugs, [])):
        r = await market.admin.get(f"/admin/sellers/{shop.id}/customer-groups")
        assert [row["name"] for row in fine(r)["customer_groups"]] == found
        r = await market.admin.get(f"/admin/sellers/{shop.id}/products")
        assert [row["id"] for row in fine(r)["products"]] == [shop.shelf.product_id]


async def test_a_seller_changes_its_profile(lamps: Shop, mugs: Shop) -> None:
    seller = fine(await lamps.client.post("/vendor/sellers/me", json={"name": "Lamp World", **PROFILE}))["seller"]

    assert (seller["id"], seller["handle"], seller["city"]) == (lamps.id, "lamp-world", "Wrocław")
    assert fine(await lamps.client.get("/vendor/sellers/me"))["seller"] == seller
    assert fine(await mugs.client.get("/vendor/sellers/me"))["seller"]["name"] == "Mug House"
    assert refusal(await lamps.client.post("/vendor/sellers/me", json={"store_status": "ACTIVE"})) == invalid(
        "Invalid request: Unrecognized fields: 'store_status'"
    )
    assert refusal(await lamps.client.post("/vendor/sellers/me", json={"name": "Mug House"})) == invalid(
        "Seller with handle: mug-house, already exists."
    )


async def test_the_caller(lamps: Shop, admin: httpx.AsyncClient) -> None:
    member = fine(await lamps.client.get("/vendor/me"))["member"]
    assert (member["id"], member["role"], member["seller"]["id"]) == (lamps.member_id, "owner", lamps.id)
    assert refusal(await admin.get("/vendor/me")) == (401, {"message": "Unauthorized"})
    assert refusal(await lamps.client.get("/vendor/me", params={"fields": "*nonsense"}))[0] == 400


async def test_the_checklist(market: Market, db: Db) -> None:
    shop = await market.shop("Wool Works")
    at = "/vendor/sellers/me/onboarding"
    flags = ("store_information", "products", "locations_shipping", "stripe_connection")

    before = fine(await shop.client.get(at))["onboarding"]
    assert (before["seller_id"], [before[flag] for flag in flags]) == (shop.id, [False] * 4)
    after = fine(await shop.client.post(at))["onboarding"]
    assert [after[flag] for flag in flags] == [False, True, True, False]
    fine(await shop.client.post("/vendor/sellers/me", json=PROFILE))
    async with db.tx() as tx:
        account = PayoutAccount(reference_id="acct_1", data={})
        tx.add(account, SellerPayoutAccount(seller_id=shop.id, payout_account_id=account.id))
    assert fine(await shop.client.get(at))["onboarding"] == after, "nothing is reckoned by reading"
    full = fine(await shop.client.post(at, params={"fields": "store_information,stripe_connection"}))["onboarding"]
    assert full == {"id": after["id"], "store_information": True, "stripe_connection": True}
    assert refusal(await shop.client.get(at, params={"limit": "1"}))[0] == 400


async def test_what_shoppers_see(store: httpx.AsyncClient, market: Market, lamps: Shop, mugs: Shop) -> None:
    await market.suspend(mugs)

    listed = fine(await store.get("/store/seller"))

    assert [(row["name"], row["store_status"]) for row in listed["sellers"]] == [
        ("Lamp Land", "ACTIVE"),
        ("Mug House", "SUSPENDED"),
    ]
    # As the shipped storefront asks.
    fields = "+created_at,+email,+reviews.seller.name,+reviews.rating,+reviews.customer.first_name"
    seller = fine(await store.get("/store/seller/lamp-land", params={"fields": fields}))["seller"]
    assert seller["id"] == lamps.id
    assert refusal(await store.get("/store/seller/nobody")) == (
        404,
        {"type": "not_found", "message": "Seller with handle: nobody was not found"},
    )
    for hidden in ("*members", "*orders", "payout_account.data", "phone", "products.seller.invites.token"):
        assert refusal(await store.get("/store/seller", params={"fields": hidden}))[0] == 400


async def test_payouts(market: Market, lamps: Shop, mugs: Shop) -> None:
    missing = (404, {"type": "not_found", "message": "Payout account is not connected to the seller"})
    assert refusal(await lamps.client.get("/vendor/payouts")) == missing
    async with market.db.tx() as tx:
        for shop, amount in ((lamps, 40), (mugs, 50)):
            account = PayoutAccount(reference_id=f"acct_{amount}", data={})
            payout = Payout(currency_code="eur", amount=amount, data={}, payout_account_id=account.id)
            tx.add(account, payout, SellerPayoutAccount(seller_id=shop.id, payout_account_id=account.id))

    listed = fine(await lamps.client.get("/vendor/payouts"))

    assert ([row["amount"] for row in listed["payouts"]], listed["count"]) == ([40], 1)
    assert refusal(await lamps.client.get("/vendor/payouts", params={"color": "red"}))[0] == 400
    assert refusal(await market.admin.get("/vendor/payouts")) == (401, {"message": "Unauthorized"})
