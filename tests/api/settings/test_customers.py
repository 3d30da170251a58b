"""Customers: who registers, the profile, the address book."""

import asyncio
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from typing import Any

import httpx
from sqlalchemy import select

from mercato.domains.customers.commands.accounts import customer_of_email, get_or_create_guest
from mercato.domains.customers.models import Customer, CustomerGroup, CustomerGroupCustomer
from mercato.domains.customers.queries import group_ids_of
from mercato.domains.identity.models import AuthIdentity
from mercato.kernel.db import Db
from tests.api.settings.make import ok, refused, told
from tests.support import people

ADDRESSES = "/store/customers/me/addresses"
EMAIL = "anna@customer.example"


async def test_a_login_becomes_a_customer_once(app: Any, store: httpx.AsyncClient, db: Db):
    async with a_login(app, store, "Ann@Example.com") as ann:
        made = ok(await ann.post("/store/customers", json={"first_name": "Ann", "metadata": {"a": 1}}))["customer"]
        again = await ann.post("/store/customers", json={})

    assert (made["email"], made["has_account"], made["addresses"]) == ("ann@example.com", True, [])
    assert made["metadata"] == {"a": 1}
    refused(again, 400, "Request already authenticated as a customer.")
    assert await told(db, "customer.") == [("customer.created", {"id": made["id"]})]
    async with db.read() as tx:
        identities = await tx.scalars(select(AuthIdentity))
    assert [one.account("customer") for one in identities if one.account("customer")] == [made["id"]]


async def test_a_customer_registers_no_more(customer_client: httpx.AsyncClient):
    r = await customer_client.post("/store/customers", json={"email": "other@example.com"})

    refused(r, 400, "Request already authenticated as a customer.")


async def test_nobody_takes_anothers_email(app: Any, store: httpx.AsyncClient, customer_client: httpx.AsyncClient):
    del customer_client
    async with a_login(app, store, "eve@example.com") as eve:
        taken = await eve.post("/store/customers", json={"email": EMAIL})
        foreign = await eve.post("/store/customers", json={"email": "free@example.com"})
        wrong = await eve.post("/store/customers", json={"email": "eve"})

    message = "Customer with this email already has an account"
    body = {"code": "invalid_request_error", "type": "duplicate_error", "message": message}
    assert (taken.status_code, taken.json()) == (422, body)
    refused(foreign, 400, "The email must be the one of the login")
    refused(wrong, 400, "Invalid request: Invalid email")


async def test_guests_have_no_profile(store: httpx.AsyncClient):
    for method, path in (
        ("POST", "/store/customers"),
        ("GET", "/store/customers/me"),
        ("POST", "/store/customers/me"),
        ("GET", ADDRESSES),
        ("POST", ADDRESSES),
        ("DELETE", f"{ADDRESSES}/cuaddr_1"),
    ):
        r = await store.request(method, path)
        assert (r.status_code, r.json()) == (401, {"message": "Unauthorized"}), path


async def test_a_profile_changes(customer_client: httpx.AsyncClient, db: Db):
    body = {"first_name": "Anaïs", "phone": "123", "metadata": {"size": "L"}}
    changed = ok(await customer_client.post("/store/customers/me", json=body))["customer"]
    assert (changed["first_name"], changed["last_name"], changed["phone"]) == ("Anaïs", "Berg", "123")

    r = await customer_client.post("/store/customers/me", json={"phone": None, "metadata": {"size": "", "x": 1}})

    assert (ok(r)["customer"]["phone"], ok(r)["customer"]["metadata"]) == (None, {"x": 1})
    refused(
        await customer_client.post("/store/customers/me", json={"email": "x@example.com"}),
        400,
        "Invalid request: Unrecognized fields: 'email'",
    )
    assert [name for name, _ in await told(db, "customer.updated")] == ["customer.updated"] * 2


async def test_a_shopper_cannot_ask_for_everything(customer_client: httpx.AsyncClient):
    for fields, named in (
        ("created_by", "created_by"),
        ("*groups", "groups"),
        ("email,orders.seller.members.email", "orders.seller.members.email"),
    ):
        r = await customer_client.get("/store/customers/me", params={"fields": fields})
        refused(r, 400, f"Requested fields [{named}] are not valid")


async def test_one_default_of_each_kind(customer_client: httpx.AsyncClient):
    home = await an_address(customer_client, "Kraków", is_default_shipping=True, is_default_billing=True)
    work = await an_address(customer_client, "Wien", is_default_shipping=True)
    assert await defaults(customer_client) == {"Kraków": (False, True), "Wien": (True, False)}

    ok(await customer_client.post(f"{ADDRESSES}/{home}", json={"is_default_shipping": True}))
    assert await defaults(customer_client) == {"Kraków": (True, True), "Wien": (False, False)}
    ok(await customer_client.post(f"{ADDRESSES}/{home}", json={"is_default_billing": False}))
    assert await defaults(customer_client) == {"Kraków": (True, False), "Wien": (False, False)}
    ok(await customer_client.delete(f"{ADDRESSES}/{home}"))
    ok(await customer_client.post(f"{ADDRESSES}/{work}", json={"is_default_shipping": True}))
    assert await defaults(customer_client) == {"Wien": (True, False)}


async def test_defaults_set_at_once_leave_one(customer_client: httpx.AsyncClient):
    answers = await asyncio.gather(
        *(customer_client.post(ADDRESSES, json={"city": f"C{n}", "is_default_billing": True}) for n in range(6))
    )

    assert {answer.status_code for answer in answers} == {200}
    assert sum(billing for _, billing in (await defaults(customer_client)).values()) == 1


async def test_an_address_is_read_and_deleted(customer_client: httpx.AsyncClient):
    id = await an_address(customer_client, "Łódź", address_name="Dom", metadata={"floor": 2})
    found = ok(await customer_client.get(f"{ADDRESSES}/{id}"))["address"]
    assert (found["city"], found["metadata"]) == ("Łódź", {"floor": 2})
    assert "address_name" not in found
    changed = {"metadata": {"door": 1}, "phone": "1"}
    answered = ok(await customer_client.post(f"{ADDRESSES}/{id}", json=changed))["customer"]
    assert answered["addresses"][0]["metadata"] == {"floor": 2, "door": 1}
    assert ok(await customer_client.get(ADDRESSES, params={"q": "ŁÓDŹ"}))["count"] == 1

    gone = ok(await customer_client.delete(f"{ADDRESSES}/{id}"))

    assert (gone["id"], gone["object"], gone["deleted"]) == (id, "address", True)
    assert (gone["parent"]["email"], gone["parent"]["addresses"]) == (EMAIL, [])
    refused(await customer_client.delete(f"{ADDRESSES}/{id}"), 404, f"Address with id: {id} was not found", "not_found")


async def test_an_address_book_is_its_owners(app: Any, store: httpx.AsyncClient, customer_client: httpx.AsyncClient):
    id = await an_address(customer_client, "Bonn")
    async with people.customer(app, store, "ben@customer.example") as ben:
        answers = [
            await ben.get(f"{ADDRESSES}/{id}"),
            await ben.post(f"{ADDRESSES}/{id}", json={"city": "Hack"}),
            await ben.delete(f"{ADDRESSES}/{id}"),
        ]
        assert ok(await ben.get(ADDRESSES))["count"] == 0

    for answer in answers:
        refused(answer, 404, f"Address with id: {id} was not found", "not_found")
    assert ok(await customer_client.get(f"{ADDRESSES}/{id}"))["address"]["city"] == "Bonn"


async def test_who_an_email_belongs_to(customer_client: httpx.AsyncClient, db: Db):
    account = ok(await customer_client.get("/store/customers/me"))["customer"]["id"]
    async with db.tx() as tx:
        assert (await customer_of_email(tx, EMAIL.upper())).id == account
        guest = await get_or_create_guest(tx, EMAIL)
        assert (guest.id != account, guest.has_account, guest.email) == (True, False, EMAIL)
        stranger = await customer_of_email(tx, "Zoe@Example.com")
        assert (stranger.has_account, stranger.email) == (False, "zoe@example.com")
    async with db.tx() as tx:
        assert (await customer_of_email(tx, "zoe@example.com")).id == stranger.id
        assert (await get_or_create_guest(tx, EMAIL)).id == guest.id
    created = [data["id"] for _, data in await told(db, "customer.created")]
    assert created == [account, guest.id, stranger.id]


async def test_two_carts_bring_the_same_guest(db: Db):
    async def guest() -> str:
        async with db.tx() as tx:
            return (await get_or_create_guest(tx, "new@example.com")).id

    found = await asyncio.gather(*(guest() for _ in range(6)))

    assert len(set(found)) == 1
    assert len(await told(db, "customer.created")) == 1


async def test_the_groups_of_a_customer(db: Db):
    async with db.tx() as tx:
        customer, vip, old = Customer(email="a@b.example"), CustomerGroup(name="VIP"), CustomerGroup(name="Old")
        tx.add(customer, vip, old)
        await tx.flush()
        tx.add(*(CustomerGroupCustomer(customer_id=customer.id, customer_group_id=one.id) for one in (vip, old)))
        await tx.flush()
        await tx.delete(old)
        assert await group_ids_of(tx, customer.id) == [vip.id]


@asynccontextmanager
async def a_login(app: Any, store: httpx.AsyncClient, email: str) -> AsyncGenerator[httpx.AsyncClient, None]:
    """Somebody who has registered a login and nothing else."""
    async with people.shopper(app, store.headers["x-publishable-api-key"]) as person:
        path = "/auth/customer/emailpass/register"
        people.bear(person, await people.token(person, path, email, people.PASSWORD))
        yield person


async def an_address(client: httpx.AsyncClient, city: str, **body: Any) -> str:
    customer = ok(await client.post(ADDRESSES, json={"city": city, **body}))["customer"]
    return next(address["id"] for address in customer["addresses"] if address["city"] == city)


async def defaults(client: httpx.AsyncClient) -> dict[str, tuple[bool, bool]]:
    listed = ok(await client.get(ADDRESSES))["addresses"]
    return {one["city"]: (one["is_default_shipping"], one["is_default_billing"]) for one in listed}
