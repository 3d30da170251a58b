"""Clients of the application in this process, and how people come to an account: through the front door."""

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from typing import Any, Final

import httpx

from mercato.kernel.text import slug

ADMIN_EMAIL: Final = "admin@example.com"
ADMIN_PASSWORD: Final = "supersecret"
PASSWORD: Final = "correct horse"
URL: Final = "http://mercato.test"


@asynccontextmanager
async def client(app: Any, **headers: str) -> AsyncGenerator[httpx.AsyncClient, None]:
    """A client that sends these headers (`x_publishable_api_key=…`) with every request.

    `app` is an application in this process, or the URL of a server.
    """
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    transport, url = (None, app) if isinstance(app, str) else (httpx.ASGITransport(app), URL)
    async with httpx.AsyncClient(transport=transport, base_url=url, headers=named, timeout=30) as client:
        yield client


@asynccontextmanager
async def anonymous(app: Any) -> AsyncGenerator[httpx.AsyncClient, None]:
    """Nobody."""
    async with client(app) as nobody:
        yield nobody


@asynccontextmanager
async def admin(
    app: Any, email: str = ADMIN_EMAIL, password: str = ADMIN_PASSWORD
) -> AsyncGenerator[httpx.AsyncClient, None]:
    """An administrator who exists already."""
    async with client(app) as user:
        bear(user, await token(user, "/auth/user/emailpass", email, password))
        yield user


@asynccontextmanager
async def shopper(app: Any, key: str) -> AsyncGenerator[httpx.AsyncClient, None]:
    """A storefront with its publishable key."""
    async with client(app, x_publishable_api_key=key) as shopper:
        yield shopper


@asynccontextmanager
async def customer(
    app: Any, store: httpx.AsyncClient, email: str = "anna@customer.example"
) -> AsyncGenerator[httpx.AsyncClient, None]:
    """Somebody who registers in the storefront of `store`."""
    async with shopper(app, store.headers["x-publishable-api-key"]) as person:
        bear(person, await token(person, "/auth/customer/emailpass/register", email, PASSWORD))
        body = {"email": email, "first_name": "Anna", "last_name": "Berg"}
        fine(await person.post("/store/customers", json=body))
        bear(person, await token(person, "/auth/customer/emailpass", email, PASSWORD))
        yield person


@asynccontextmanager
async def seller(app: Any, admin: httpx.AsyncClient, name: str) -> AsyncGenerator[httpx.AsyncClient, None]:
    """Somebody who applies as a seller, is accepted by the administrator, and logs in."""
    email = f"{slug(name)}@seller.example"
    async with client(app) as owner:
        bear(owner, await token(owner, "/auth/seller/emailpass/register", email, PASSWORD))
        fine(await owner.post("/vendor/sellers", json={"name": name, "member": {"name": "Olga Owner", "email": email}}))
        await accept_application(admin, email)
        bear(owner, await token(owner, "/auth/seller/emailpass", email, PASSWORD))
        yield owner


async def accept_application(admin: httpx.AsyncClient, email: str) -> None:
    """The administrator's decision on the application of this e-mail."""
    query = {"type": "seller", "status": "pending", "limit": 100}
    pending = fine(await admin.get("/admin/requests", params=query))["requests"]
    request = next(r for r in pending if r["data"]["provider_identity_id"] == email)
    fine(await admin.post(f"/admin/requests/{request['id']}", json={"status": "accepted", "reviewer_note": ""}))


async def publishable_key(admin: httpx.AsyncClient) -> str:
    """A new key for the default sales channel."""
    stores = fine(await admin.get("/admin/stores", params={"fields": "default_sales_channel_id"}))["stores"]
    key = fine(await admin.post("/admin/api-keys", json={"title": "Shop", "type": "publishable"}))["api_key"]
    channels = {"add": [stores[0]["default_sales_channel_id"]]}
    fine(await admin.post(f"/admin/api-keys/{key['id']}/sales-channels", json=channels))
    return key["token"]


async def token(client: httpx.AsyncClient, path: str, email: str, password: str) -> str:
    """What a login or registration gives."""
    return fine(await client.post(path, json={"email": email, "password": password}))["token"]


def bear(client: httpx.AsyncClient, token: str) -> None:
    """From now on the client is whom the token names."""
    client.headers["authorization"] = f"Bearer {token}"


def fine(response: httpx.Response) -> Any:
    """The JSON of an answer that must be a success; otherwise the answer is the message of the failure."""
    assert response.is_success, (
        f"{response.request.method} {response.request.url}: {response.status_code} {response.text}"
    )
    return response.json()
