"""An operator, two sellers with their goods, and a region, in one running application."""

from collections.abc import AsyncGenerator
from dataclasses import dataclass
from typing import Any

import httpx
import pytest

from mercato.domains.channels.models import SalesChannel
from mercato.domains.identity.models import AuthIdentity, User
from mercato.domains.inventory.commands.items import create_inventory_item
from mercato.domains.regions.models import Region
from mercato.domains.sellers.commands import create_seller
from mercato.kernel import clock
from mercato.kernel.auth.actor import Actor, ActorType
from mercato.kernel.auth.tokens import Tokens
from mercato.kernel.db import Db, Tx

FORBIDDEN = {"message": "You are not allowed to perform this action", "type": "not_allowed"}


@dataclass
class Shop:
    """A seller: who it is, its client, and an item of it."""

    id: str
    client: httpx.AsyncClient
    item: str


@pytest.fixture
async def admin(app: Any, tokens: Tokens, operator: User, db: Db) -> AsyncGenerator[httpx.AsyncClient, None]:
    async with db.tx() as tx:
        identity = AuthIdentity()
        tx.add(identity)
        await tx.flush()
    async with client_of(app, tokens, Actor(ActorType.USER, operator.id, identity.id)) as client:
        yield client


@pytest.fixture
async def a(app: Any, tokens: Tokens, db: Db) -> AsyncGenerator[Shop, None]:
    async for shop in a_shop(app, tokens, db, "Anna"):
        yield shop


@pytest.fixture
async def b(app: Any, tokens: Tokens, db: Db) -> AsyncGenerator[Shop, None]:
    async for shop in a_shop(app, tokens, db, "Bruno"):
        yield shop


@pytest.fixture
async def region(db: Db) -> Region:
    async with db.tx() as tx:
        return await stored(tx, Region(name="Europe", currency_code="eur"))


@pytest.fixture
async def channel(db: Db) -> SalesChannel:
    async with db.tx() as tx:
        return await stored(tx, SalesChannel(name="Shop"))


async def stored(tx: Tx, row: Any) -> Any:
    tx.add(row)
    await tx.flush()
    return row


def client_of(app: Any, tokens: Tokens, actor: Actor) -> httpx.AsyncClient:
    headers = {"authorization": f"Bearer {tokens.caller(actor, clock.now())}"}
    return httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://server.test", headers=headers)


async def a_shop(app: Any, tokens: Tokens, db: Db, name: str) -> AsyncGenerator[Shop, None]:
    async with db.tx() as tx:
        seller, owner = await create_seller(tx, seller={"name": name}, member={"name": name})
        identity = AuthIdentity()
        tx.add(identity)
        await tx.flush()
        identity.bind("seller", owner.id)
        item = await create_inventory_item(tx, sku=f"{name}-MUG", title="Mug", seller_id=seller.id)
    async with client_of(app, tokens, Actor(ActorType.SELLER, owner.id, identity.id)) as client:
        yield Shop(seller.id, client, item.id)


def ok(response: httpx.Response, status: int = 200) -> Any:
    assert response.status_code == status, response.text
    return response.json()


def refused(response: httpx.Response, status: int) -> Any:
    assert response.status_code == status, response.text
    return response.json()
