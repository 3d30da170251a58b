"""Two server processes and a command beside them on one database: what one changes, the other knows."""

import asyncio
from collections.abc import AsyncGenerator
from pathlib import Path
from typing import Any

import httpx
import pytest

from mercato.app import open_db
from mercato.domains.identity.commands.users import create_user
from mercato.kernel.db import Db
from tests.conftest import settings_for
from tests.support import people
from tests.support.marketplace import Marketplace, a_cart, a_marketplace, a_shop
from tests.support.people import fine
from tests.support.servers import program, running

pytestmark = pytest.mark.slow
FORGOTTEN = 1.2
"""Seconds after which no process remembers what another one has changed."""


@pytest.fixture
async def installed(empty_database_url: str, uploads: Path, tmp_path: Path) -> AsyncGenerator[Db, None]:
    """A database made by the command, as an operator makes it."""
    made = program("db", "upgrade", folder=tmp_path, DATABASE_URL=empty_database_url)
    assert made.returncode == 0, made.stderr
    db = open_db(settings_for(empty_database_url, uploads))
    await create_user(db, people.ADMIN_EMAIL, people.ADMIN_PASSWORD)
    yield db
    await db.close()


async def test_two_processes_sell_and_are_reset(installed: Db, tmp_path: Path) -> None:
    db, database_url = installed, installed.url
    with running("serve", "--workers", "2", folder=tmp_path, DATABASE_URL=database_url) as url:
        async with (
            people.admin(url) as admin,
            a_marketplace(url, admin) as market,
            a_shop(market, db, "Busy") as shop,
        ):
            await bought_once(market, await a_cart(market, shop))
            await revoked_everywhere(market)
            await reset_under_load(admin, database_url, tmp_path)
            await create_user(db, people.ADMIN_EMAIL, people.ADMIN_PASSWORD)
            async with people.admin(url) as again:
                assert fine(await again.get("/admin/products"))["count"] == 0
    log = (tmp_path / "server.log").read_text()
    assert "request failed" not in log
    assert "Traceback" not in log


async def bought_once(market: Marketplace, cart: str) -> None:
    """Whichever process a request reaches, the cart is bought once."""
    path = f"/store/carts/{cart}/complete"
    answers = await asyncio.gather(*(market.customer.post(path) for _ in range(20)))
    assert {r.status_code for r in answers} == {200}, [r.text for r in answers if r.status_code != 200]
    assert len({r.json()["order_set"]["id"] for r in answers}) == 1


async def revoked_everywhere(market: Marketplace) -> None:
    """A revoked key opens nothing any more, in the other process neither."""
    keys = fine(await market.admin.get("/admin/api-keys"))["api_keys"]
    fine(await market.customer.get("/store/regions"))
    fine(await market.admin.post(f"/admin/api-keys/{keys[0]['id']}/revoke", json={}))
    await asyncio.sleep(FORGOTTEN)
    answers = await fresh(str(market.app), "/store/regions", market.customer.headers, 10)
    assert {r.status_code for r in answers} == {400}


async def reset_under_load(admin: httpx.AsyncClient, database_url: str, folder: Path) -> None:
    """Nobody gets a 5xx while the database is emptied, and afterwards nothing of before is known."""
    command = asyncio.create_task(
        asyncio.to_thread(program, "db", "reset", "--yes", folder=folder, DATABASE_URL=database_url)
    )
    seen: set[int] = set()
    while not command.done():
        body = {"name": "Group"}
        answers = await asyncio.gather(
            admin.get("/admin/products"),
            admin.get("/admin/regions"),
            admin.post("/admin/stock-locations", json=body),
            admin.get("/health"),
        )
        seen |= {r.status_code for r in answers}
    done = await command
    assert done.returncode == 0, done.stderr
    assert seen <= {200, 401, 404, 409}
    await asyncio.sleep(FORGOTTEN)
    answers = await fresh(str(admin.base_url), "/admin/products", admin.headers, 10)
    assert {r.status_code for r in answers} == {401}


async def fresh(url: str, path: str, headers: Any, times: int) -> list[httpx.Response]:
    """The answers over connections of their own, so that both processes are asked."""

    async def ask() -> httpx.Response:
        async with httpx.AsyncClient(base_url=url, headers=headers) as client:
            return await client.get(path)

    return [await ask() for _ in range(times)]
