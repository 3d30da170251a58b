"""Clients of the whole application, in process."""

import httpx
import pytest

from mercato.domains.identity.commands.users import create_user
from mercato.domains.identity.models import User
from mercato.kernel.auth.tokens import Tokens
from mercato.kernel.db import Db
from mercato.settings import Settings
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
