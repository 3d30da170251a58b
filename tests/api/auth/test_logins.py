"""Registering, logging in, new passwords."""

from datetime import timedelta
from typing import Any

import httpx
import pytest
from sqlalchemy import select

from mercato.domains.identity.models import AuthIdentity, ProviderIdentity, User
from mercato.kernel import clock
from mercato.kernel.auth.actor import Actor, ActorType
from mercato.kernel.auth.tokens import CallerClaims, Tokens
from mercato.kernel.db import Db
from mercato.kernel.events.models import StoredEvent
from tests.support.people import ADMIN_EMAIL as EMAIL
from tests.support.people import ADMIN_PASSWORD as PASSWORD

ANA = {"email": "ana@example.com", "password": "pass-ana"}
EXISTS = {"type": "unauthorized", "message": "Identity with email already exists"}
WRONG = {"type": "unauthorized", "message": "Invalid email or password"}
INVALID = {"type": "unauthorized", "message": "Invalid token"}


async def login(client: httpx.AsyncClient, actor: str, credentials: dict[str, Any]) -> httpx.Response:
    return await client.post(f"/auth/{actor}/emailpass", json=credentials)


async def register(client: httpx.AsyncClient, actor: str, credentials: dict[str, Any]) -> httpx.Response:
    return await client.post(f"/auth/{actor}/emailpass/register", json=credentials)


def claims(tokens: Tokens, r: httpx.Response) -> CallerClaims:
    assert r.status_code == 200, r.text
    found = tokens.read_caller(r.json()["token"])
    assert found is not None
    return found


async def test_a_new_login_has_no_account_yet(client: httpx.AsyncClient, tokens: Tokens):
    first = claims(tokens, await register(client, "customer", ANA))
    assert (first.actor_type, first.actor_id, first.app_metadata) == ("customer", "", {})
    again = claims(tokens, await login(client, "customer", ANA))
    assert again.actor == first.actor


async def test_an_operator_logs_in(client: httpx.AsyncClient, tokens: Tokens, operator: User):
    found = claims(tokens, await login(client, "user", {"email": EMAIL, "password": PASSWORD, "remember": True}))
    assert (found.actor_id, found.app_metadata) == (operator.id, {"user_id": operator.id})
    assert found.exp - found.iat == 86_400


@pytest.mark.parametrize("route", ["", "/register"])
@pytest.mark.parametrize(
    ("body", "message"),
    [
        ({}, "Password should be a string"),
        ({"email": "a@b.co"}, "Password should be a string"),
        ({"email": "a@b.co", "password": ""}, "Password should be a string"),
        ({"email": "a@b.co", "password": 12345}, "Password should be a string"),
        ({"email": "a@b.co", "password": None}, "Password should be a string"),
        ({"password": "x"}, "Email should be a string"),
        ({"email": ["a@b.co"], "password": "x"}, "Email should be a string"),
        ({"email": "", "password": "x"}, "Email should be a string"),
    ],
)
async def test_credentials_are_texts(client: httpx.AsyncClient, route: str, body: dict[str, Any], message: str):
    r = await client.post(f"/auth/customer/emailpass{route}", json=body)
    assert (r.status_code, r.json()) == (401, {"type": "unauthorized", "message": message})


@pytest.mark.usefixtures("operator")
@pytest.mark.parametrize("wrong", [{"email": EMAIL, "password": "x"}, {"email": "x@example.com", "password": PASSWORD}])
async def test_wrong_and_unknown_look_alike(client: httpx.AsyncClient, wrong: dict[str, str]):
    r = await login(client, "user", wrong)
    assert (r.status_code, r.json()) == (401, WRONG)


async def test_addresses_are_compared_without_case(client: httpx.AsyncClient, tokens: Tokens, operator: User):
    found = claims(tokens, await login(client, "user", {"email": "ADMIN@Example.com", "password": PASSWORD}))
    assert found.actor_id == operator.id
    r = await register(client, "customer", {"email": "Admin@example.COM", "password": "x"})
    assert (r.status_code, r.json()) == (401, EXISTS)


async def test_nobody_takes_over_a_login_that_waits_for_its_account(client: httpx.AsyncClient, tokens: Tokens):
    first = claims(tokens, await register(client, "seller", ANA))
    r = await register(client, "seller", ANA | {"password": "of somebody else"})
    assert (r.status_code, r.json()) == (401, EXISTS)
    assert claims(tokens, await login(client, "seller", ANA)).actor == first.actor
    # An impatient second click is no attack.
    assert claims(tokens, await register(client, "seller", ANA)).actor == first.actor


async def test_a_login_with_an_account_is_not_registered_again(client: httpx.AsyncClient, operator: User):
    for actor in ("user", "customer"):
        r = await register(client, actor, {"email": EMAIL, "password": PASSWORD})
        assert (r.status_code, r.json()) == (401, EXISTS)


async def test_one_login_serves_several_kinds_of_accounts(client: httpx.AsyncClient, tokens: Tokens, operator: User):
    credentials = {"email": EMAIL, "password": PASSWORD}
    user = claims(tokens, await login(client, "user", credentials))
    customer = claims(tokens, await login(client, "customer", credentials))
    assert (customer.actor_id, customer.auth_identity_id) == ("", user.auth_identity_id)


@pytest.mark.parametrize("route", ["", "/register", "/reset-password", "/update", "/callback"])
@pytest.mark.parametrize(
    ("actor", "provider"), [("customer", "google"), ("robot", "emailpass"), ("api-key", "emailpass")]
)
async def test_providers_of_an_actor_type(client: httpx.AsyncClient, route: str, actor: str, provider: str):
    r = await client.post(f"/auth/{actor}/{provider}{route}", json={"identifier": "a"} if "reset" in route else {})
    message = f"The actor type {actor} is not allowed to use the auth provider {provider}"
    assert (r.status_code, r.json()) == (400, {"type": "not_allowed", "message": message})


async def test_a_login_by_link_needs_another_provider(client: httpx.AsyncClient):
    r = await client.get("/auth/user/emailpass", params={"email": EMAIL, "password": PASSWORD})
    assert (r.status_code, r.json()["message"]) == (401, "Password should be a string")
    for method in ("GET", "POST"):
        r = await client.request(method, "/auth/user/emailpass/callback")
        message = "Callback authentication not implemented for provider emailpass"
        assert (r.status_code, r.json()) == (401, {"type": "unauthorized", "message": message})


async def test_a_hash_that_moved_in_is_renewed_by_the_first_login(client: httpx.AsyncClient, db: Db):
    moved = (
        "c2NyeXB0AA8AAAAIAAAAAYfdh9pkHezLvOAFWRJczKfIGtYq9KONZqfOK7QEB9oiUmlG2/r/T+XaVZpXFfmE/4XC5IOJl9P9Gue52+J5gsOU"
        "kmYIO7rEz4ybH9Q7/kat"
    )
    async with db.tx() as tx:
        identity = AuthIdentity()
        tx.add(identity)
        await tx.flush()
        where = {"entity_id": ANA["email"], "provider": "emailpass", "auth_identity_id": identity.id}
        tx.add(ProviderIdentity(**where, provider_metadata={"password": moved}))
    for _ in range(2):
        r = await login(client, "customer", ANA | {"password": "supersecret"})
        assert r.status_code == 200
    async with db.read() as tx:
        [stored] = await tx.scalars(select(ProviderIdentity.provider_metadata))
    assert stored is not None
    assert stored["password"].startswith("$argon2id$")


class TestRefresh:
    async def test_it_carries_the_account_of_now(self, client: httpx.AsyncClient, tokens: Tokens, db: Db):
        first = await register(client, "customer", ANA)
        bearer = {"authorization": f"bearer {first.json()['token']}"}
        assert claims(tokens, await client.post("/auth/token/refresh", headers=bearer)).actor_id == ""
        async with db.tx() as tx:
            identity = await tx.get(AuthIdentity, claims(tokens, first).auth_identity_id)
            identity.bind("customer", "cus_1")
        assert claims(tokens, await client.post("/auth/token/refresh", headers=bearer)).actor_id == "cus_1"

    @pytest.mark.parametrize("authorization", [None, "", "Bearer", "Bearer abc", "Basic abc", "Token abc"])
    async def test_it_needs_a_token(self, client: httpx.AsyncClient, authorization: str | None):
        headers = {} if authorization is None else {"authorization": authorization}
        r = await client.post("/auth/token/refresh", headers=headers)
        assert (r.status_code, r.json()) == (401, {"message": "Unauthorized"})


class TestReset:
    async def ask(self, client: httpx.AsyncClient, db: Db, actor: str = "user", identifier: str = EMAIL) -> str | None:
        r = await client.post(f"/auth/{actor}/emailpass/reset-password", json={"identifier": identifier})
        assert (r.status_code, r.text) == (201, "Created")
        async with db.read() as tx:
            found = await tx.scalars(select(StoredEvent.data).where(StoredEvent.name == "auth.password_reset"))
        return found[-1]["token"] if found else None

    async def update(
        self, client: httpx.AsyncClient, token: str, body: Any = None, actor: str = "user"
    ) -> httpx.Response:
        headers = {"authorization": f"Bearer {token}"}
        return await client.post(f"/auth/{actor}/emailpass/update", headers=headers, json=body or {"password": "new"})

    @pytest.mark.usefixtures("operator")
    async def test_a_new_password(self, client: httpx.AsyncClient, db: Db):
        token = await self.ask(client, db, identifier="Admin@Example.com") or ""
        r = await self.update(client, token, {"password": "new", "email": "someone@example.com"})
        assert (r.status_code, r.json()) == (200, {"success": True})
        assert (await login(client, "user", {"email": EMAIL, "password": PASSWORD})).status_code == 401
        assert (await login(client, "user", {"email": EMAIL, "password": "new"})).status_code == 200

    @pytest.mark.usefixtures("operator")
    async def test_a_token_works_once(self, client: httpx.AsyncClient, db: Db):
        token = await self.ask(client, db) or ""
        assert (await self.update(client, token)).status_code == 200
        r = await self.update(client, token, {"password": "again"})
        assert (r.status_code, r.json()) == (401, INVALID)
        assert (await login(client, "user", {"email": EMAIL, "password": "new"})).status_code == 200

    @pytest.mark.usefixtures("operator")
    async def test_only_a_reset_token_of_the_actor_type_will_do(
        self, client: httpx.AsyncClient, db: Db, operator_token: str
    ):
        token = await self.ask(client, db) or ""
        for wrong, actor in [(operator_token, "user"), (token, "customer"), ("", "user"), ("x.y.z", "user")]:
            r = await self.update(client, wrong, actor=actor)
            assert (r.status_code, r.json()) == (401, INVALID)
        r = await client.post(f"/auth/user/emailpass/update?token={token}", json={"password": "new"})
        assert (r.status_code, r.json()) == (401, INVALID)

    @pytest.mark.usefixtures("operator")
    @pytest.mark.parametrize("body", [{"password": ""}, {"password": 5}, {"email": EMAIL}])
    async def test_the_new_password_is_a_text(self, client: httpx.AsyncClient, db: Db, body: Any):
        r = await self.update(client, await self.ask(client, db) or "", body)
        assert (r.status_code, r.json()) == (401, {"type": "unauthorized", "message": "Unauthorized"})

    @pytest.mark.usefixtures("operator")
    async def test_a_reset_token_opens_nothing_else(self, client: httpx.AsyncClient, db: Db):
        headers = {"authorization": f"Bearer {await self.ask(client, db)}"}
        for method, path in [("GET", "/admin/unicorns"), ("POST", "/auth/session"), ("POST", "/auth/token/refresh")]:
            assert (await client.request(method, path, headers=headers)).status_code == 401

    async def test_nobody_learns_who_has_a_login(self, client: httpx.AsyncClient, db: Db):
        assert await self.ask(client, db, identifier="nobody@example.com") is None

    @pytest.mark.parametrize(
        ("body", "message"),
        [
            ({}, "Invalid request: Field 'identifier' is required"),
            ({"identifier": 7}, "Invalid request: Expected type: 'string' for field 'identifier', got: 'number'"),
            ({"identifier": "a", "email": "b"}, "Invalid request: Unrecognized fields: 'email'"),
        ],
    )
    async def test_a_wrong_body(self, client: httpx.AsyncClient, body: Any, message: str):
        r = await client.post("/auth/customer/emailpass/reset-password", json=body)
        assert (r.status_code, r.json()) == (400, {"type": "invalid_data", "message": message})


class TestSession:
    async def test_a_token_becomes_a_cookie(self, client: httpx.AsyncClient, operator: User, operator_token: str):
        r = await client.post("/auth/session", headers={"authorization": f"Bearer {operator_token}"})
        assert r.status_code == 200
        assert r.json()["user"]["actor_id"] == operator.id
        assert client.cookies["connect.sid"]
        assert (await client.get("/admin/unicorns")).status_code == 404
        r = await client.delete("/auth/session")
        assert (r.status_code, r.json()) == (200, {"success": True})

    async def test_after_the_logout_the_cookie_is_void(self, client: httpx.AsyncClient, operator_token: str):
        await client.post("/auth/session", headers={"authorization": f"Bearer {operator_token}"})
        kept = {"cookie": f"connect.sid={client.cookies['connect.sid']}"}
        await client.delete("/auth/session")
        assert (await client.get("/admin/unicorns", headers=kept)).status_code == 401
        assert (await client.delete("/auth/session", headers=kept)).status_code == 401

    async def test_a_new_password_voids_the_cookie(self, client: httpx.AsyncClient, db: Db, operator_token: str):
        await client.post("/auth/session", headers={"authorization": f"Bearer {operator_token}"})
        token = await TestReset().ask(client, db) or ""
        assert (await TestReset().update(client, token)).status_code == 200
        assert (await client.get("/admin/unicorns")).status_code == 401

    async def test_only_a_bearer_with_an_account_may_have_one(
        self, client: httpx.AsyncClient, tokens: Tokens, operator_token: str
    ):
        applicant = (await register(client, "seller", ANA)).json()["token"]
        gone = tokens.caller(Actor(ActorType.USER, "user_gone", "authid_gone"), clock.now())
        late = tokens.caller(Actor(ActorType.USER, "user_x", "authid_x"), clock.now() - timedelta(hours=25))
        for token in (applicant, gone, late, "x"):
            r = await client.post("/auth/session", headers={"authorization": f"Bearer {token}"})
            assert (r.status_code, r.json()) == (401, {"message": "Unauthorized"})
        await client.post("/auth/session", headers={"authorization": f"Bearer {operator_token}"})
        assert (await client.post("/auth/session")).status_code == 401

    async def test_a_bearer_does_not_log_out(self, client: httpx.AsyncClient, operator_token: str):
        r = await client.delete("/auth/session", headers={"authorization": f"Bearer {operator_token}"})
        assert (r.status_code, r.json()) == (401, {"message": "Unauthorized"})
