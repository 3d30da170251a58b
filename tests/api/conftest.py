"""Clients of the whole application, in process."""

from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import AsyncExitStack
from typing import Any

import httpx
import pytest

from mercato.domains.identity.commands.users import create_user
from mercato.domains.identity.models import User
from mercato.kernel.auth.tokens import Tokens
from mercato.kernel.db import Db
from mercato.settings import Settings
from tests.support.market import Market, Shop
from tests.support.people import ADMIN_EMAIL, ADMIN_PASSWORD, token


@pytest.fixture
def client(anonymous: httpx.AsyncClient) -> httpx.AsyncClient:
    """A client without credentials."""
    return anonymous


@pytest.fixture
def tokens(settings: Settings) -> Tokens:
    """Reads and makes tokens as the application does."""
    return Tokens(settings.jwt_secret)


@pytest.fixture
async def operator(db: Db) -> User:
    """An operator who can log in with ADMIN_EMAIL and ADMIN_PASSWORD."""
    return await create_user(db, ADMIN_EMAIL, ADMIN_PASSWORD)


@pytest.fixture
async def operator_token(client: httpx.AsyncClient, operator: User) -> str:
    """The operator's token."""
    return await token(client, "/auth/user/emailpass", ADMIN_EMAIL, ADMIN_PASSWORD)


@pytest.fixture
async def market(
    app: Any,
    db: Db,
    tokens: Tokens,
    admin: httpx.AsyncClient,
    store: httpx.AsyncClient,
    run_jobs: Callable[[], Awaitable[int]],
) -> AsyncGenerator[Market, None]:
    """A marketplace to trade in."""
    async with AsyncExitStack() as stack:
        yield Market(app, db, tokens, admin, store, run_jobs, stack)


@pytest.fixture
async def lamps(market: Market) -> Shop:
    """A seller with ten lamps."""
    return await market.shop("Lamp Land")


@pytest.fixture
async def mugs(market: Market) -> Shop:
    """Another seller, with ten mugs."""
    return await market.shop("Mug House")
