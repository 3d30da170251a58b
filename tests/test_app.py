"""The composed application: what stands before the routes of each audience."""

from collections.abc import AsyncGenerator
from pathlib import Path

import httpx
import pytest

from mercato.app import create_app, describe
from mercato.kernel.db import Db
from mercato.settings import Settings

PANEL = "http://panel.test"


@pytest.fixture
def settings(tmp_path: Path, database_url: str) -> Settings:
    origins = dict.fromkeys(("admin_cors", "vendor_cors", "store_cors", "auth_cors"), PANEL)
    return Settings(database_url=database_url, upload_dir=tmp_path / "uploads", **origins)  # pyright: ignore[reportArgumentType]


@pytest.fixture
async def client(settings: Settings, db: Db) -> AsyncGenerator[httpx.AsyncClient, None]:
    transport = httpx.ASGITransport(app=create_app(settings, db))  # pyright: ignore[reportArgumentType]
    async with httpx.AsyncClient(transport=transport, base_url="http://server.test") as client:
        yield client


@pytest.mark.parametrize("path", ["/admin/unicorns", "/vendor/unicorns", "/ADMIN/unicorns", "/admin"])
async def test_credentials_come_before_paths(client: httpx.AsyncClient, path: str):
    for method in ("GET", "POST", "PUT"):
        r = await client.request(method, path)
        assert (r.status_code, r.json()) == (401, {"message": "Unauthorized"})


@pytest.mark.parametrize(
    ("headers", "message"),
    [
        ({}, "Publishable API key required in the request header: x-publishable-api-key. "),
        ({"x-publishable-api-key": "pk_wrong"}, "A valid publishable key is required to proceed with the request"),
    ],
)
async def test_every_store_path_wants_a_key(client: httpx.AsyncClient, headers: dict[str, str], message: str):
    r = await client.get("/store/unicorns", headers=headers)
    assert (r.status_code, r.json()["type"]) == (400, "not_allowed")
    assert r.json()["message"].startswith(message)


@pytest.mark.parametrize("path", ["/nowhere", "/auth/nowhere", "/hooks/nowhere", "/"])
async def test_elsewhere_a_wrong_path_is_just_wrong(client: httpx.AsyncClient, path: str):
    assert (await client.get(path)).status_code == 404


@pytest.mark.parametrize("path", ["/admin/customers", "/store/regions", "/vendor/regions", "/auth/user/emailpass"])
async def test_browsers_may_ask_without_credentials(client: httpx.AsyncClient, path: str):
    r = await client.options(path, headers={"origin": PANEL, "access-control-request-method": "POST"})
    assert (r.status_code, r.content, r.headers["access-control-allow-origin"]) == (204, b"", PANEL)


async def test_broken_json_comes_before_credentials(client: httpx.AsyncClient):
    r = await client.post("/admin/customers", content=b"{", headers={"content-type": "application/json"})
    assert (r.status_code, r.json()["type"]) == (400, "invalid_data")


def test_every_handler_gets_what_it_asks_for_and_is_described(settings: Settings, db: Db):
    assert create_app(settings, db) is not None
    document = describe(settings)
    assert "/health" in document["paths"]
    for path, item in document["paths"].items():
        for method, operation in item.items():
            assert operation["summary"], f"{method} {path} has no docstring"
