"""What browsers ask before they let a page call, and what the page may read then: also when something went wrong."""

from typing import Any

import httpx
import pytest

from mercato.kernel.db import Db
from tests.support import people
from tests.support.people import client

# Where the known clients run, and a path that they call. The panels of Mercur share a port, or are one apart.
PAGES = [
    ("http://localhost:7000", "/admin/products"),
    ("http://localhost:5173", "/admin/products"),
    ("http://localhost:5174", "/admin/products"),
    ("http://localhost:5173", "/vendor/products"),
    ("http://localhost:5174", "/vendor/products"),
    ("http://localhost:3000", "/store/products"),
    ("http://localhost:8000", "/store/products"),
    ("http://localhost:3000", "/auth/customer/emailpass"),
    ("http://localhost:5173", "/auth/seller/emailpass"),
    ("http://localhost:5174", "/auth/user/emailpass"),
    ("http://localhost:7000", "/auth/session"),
]
HEADERS = "authorization,content-type,x-publishable-api-key"


def readable(answer: httpx.Response, page: str) -> bool:
    """Whether a browser hands the answer to a page that called with its cookies."""
    origins = answer.headers.get_list("access-control-allow-origin")
    return origins == [page] and answer.headers["access-control-allow-credentials"] == "true"


@pytest.mark.parametrize(("page", "path"), PAGES)
@pytest.mark.parametrize("method", ["GET", "POST", "DELETE"])
async def test_preflight(anonymous: httpx.AsyncClient, page: str, path: str, method: str) -> None:
    asked = {
        "origin": page,
        "access-control-request-method": method,
        "access-control-request-headers": HEADERS,
    }
    r = await anonymous.options(path, headers=asked)
    assert (r.status_code, r.content, readable(r, page)) == (204, b"", True)
    assert method in r.headers["access-control-allow-methods"].split(",")
    assert r.headers["access-control-allow-headers"] == HEADERS


@pytest.mark.parametrize(("page", "path"), PAGES)
async def test_refusals_can_be_read(anonymous: httpx.AsyncClient, page: str, path: str) -> None:
    anonymous.headers["origin"] = page
    for r in (
        await anonymous.get(path),
        await anonymous.get(f"{path}/no/such/path"),
        await anonymous.get(f"{path}/%zz"),
        await anonymous.post(path, content="{", headers={"content-type": "application/json"}),
        await anonymous.request("PURGE", path),
    ):
        assert (400 <= r.status_code < 500, readable(r, page)) == (True, True), r.request.url


async def test_failures_can_be_read(admin: httpx.AsyncClient, db: Db, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails() -> Any:
        raise RuntimeError("the disk is gone")

    monkeypatch.setattr(db, "read", fails)
    page = "http://localhost:7000"
    r = await admin.get("/admin/regions", headers={"origin": page})
    assert (r.status_code, readable(r, page)) == (500, True)


async def test_a_page_elsewhere_reads_nothing(anonymous: httpx.AsyncClient) -> None:
    r = await anonymous.get("/admin/products", headers={"origin": "http://elsewhere.example"})
    assert "access-control-allow-origin" not in r.headers


async def test_a_page_that_logs_in_by_cookie(app: Any, operator: None) -> None:
    page = "http://localhost:7000"
    async with client(app, origin=page) as browser:
        token = await people.token(browser, "/auth/user/emailpass", people.ADMIN_EMAIL, people.ADMIN_PASSWORD)
        r = await browser.post("/auth/session", headers={"authorization": f"Bearer {token}"})
        assert readable(r, page)
        assert "connect.sid" in browser.cookies
        me = await browser.get("/admin/users/me")
        assert (me.status_code, readable(me, page)) == (200, True)
        assert (await browser.delete("/auth/session")).status_code == 200
        assert (await browser.get("/admin/users/me")).status_code == 401
