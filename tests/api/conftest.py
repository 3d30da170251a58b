"""Clients of the whole application, in process."""

from collections.abc import AsyncGenerator
from pathlib import Path

import httpx
import pytest

from mercato.app import create_app
from mercato.domains.identity.commands.users import create_user
from mercato.domains.identity.models import User
from mercato.kernel.auth.tokens import Tokens
from mercato.kernel.db import Db
from mercato.settings import Settings

EMAIL, PASSWORD = "admin@example.com", "supersecret"


@pytest.fixture
def settings(tmp_path: Path, database_url: str) -> Settings:
    """Settings of a test installation."""
    return Settings(
        database_url=database_url, upload_dir=tmp_path / "uploads", jwt_secret="a secret for the tests only"
    )


@pytest.fixture
async def client(settings: Settings, db: Db) -> AsyncGenerator[httpx.AsyncClient, None]:
    """A client without credentials. The background engine does not run."""
    transport = httpx.ASGITransport(app=create_app(settings, db))  # pyright: ignore[reportArgumentType]
    async with httpx.AsyncClient(transport=transport, base_url="http://server.test") as client:
        yield client


@pytest.fixture
def tokens(settings: Settings) -> Tokens:
    """Reads and makes tokens as the application does."""
    return Tokens(settings.jwt_secret)


@pytest.fixture
async def operator(db: Db) -> User:
    """An operator who can log in with EMAIL and PASSWORD."""
    return await create_user(db, EMAIL, PASSWORD)


@pytest.fixture
async def operator_token(client: httpx.AsyncClient, operator: User) -> str:
    """The operator's token."""
    r = await client.post("/auth/user/emailpass", json={"email": EMAIL, "password": PASSWORD})
    return r.json()["token"]
