"""Operators, invites and API keys through the front door."""

from datetime import datetime, timedelta
from typing import Any
from unittest.mock import ANY

import httpx
import pytest
from sqlalchemy import select

from mercato.domains.channels.models import SalesChannel
from mercato.domains.identity.models import User
from mercato.kernel.db import Db
from mercato.kernel.events.models import StoredEvent

Json = dict[str, Any]


@pytest.fixture
async def admin(client: httpx.AsyncClient, operator_token: str) -> httpx.AsyncClient:
    client.headers["authorization"] = f"Bearer {operator_token}"
    return client


async def events(db: Db) -> list[tuple[str, Json]]:
    async with db.read() as tx:
        return [(e.name, e.data) for e in await tx.scalars(select(StoredEvent).order_by(StoredEvent.id))][1:]


async def ok(call: Any) -> Json:
    r: httpx.Response = await call
    assert r.status_code == 200, r.text
    return r.json()


async def refused(call: Any, status: int, message: str) -> None:
    r: httpx.Response = await call
    assert (r.status_code, r.json()["message"]) == (status, message)


class TestUsers:
    async def test_who_am_i(self, admin: httpx.AsyncClient, operator: User):
        user = (await ok(admin.get("/admin/users/me")))["user"]
        assert user == {
            "id": operator.id,
            "first_name": None,
            "last_name": None,
            "email": "admin@example.com",
            "avatar_url": None,
            "metadata": None,
            "created_at": user["created_at"],
            "updated_at": user["updated_at"],
            "deleted_at": None,
        }

    async def test_a_profile_changes(self, admin: httpx.AsyncClient, db: Db, operator: User):
        path = f"/admin/users/{operator.id}"
        body = {"first_name": "Åsa", "metadata": {"lang": "sv", "x": 1}}
        assert (await ok(admin.post(path, json=body)))["user"]["first_name"] == "Åsa"
        user = (await ok(admin.post(path, json={"first_name": None, "metadata": {"x": ""}})))["user"]
        assert (user["first_name"], user["metadata"]) == (None, {"lang": "sv"})
        assert await events(db) == [("user.updated", {"id": operator.id})] * 2

    async def test_wrong_bodies_and_unknown_users(self, admin: httpx.AsyncClient, operator: User):
        path = f"/admin/users/{operator.id}"
        await refused(admin.post(path, json={"email": "x@y.co"}), 400, "Invalid request: Unrecognized fields: 'email'")
        message = "Invalid request: Expected type: 'string' for field 'first_name', got: 'number'"
        await refused(admin.post(path, json={"first_name": 9}), 400, message)
        await refused(admin.get("/admin/users/user_none"), 404, "User with id: user_none was not found")
        await refused(admin.post("/admin/users/user_none", json={}), 404, 'User with id "user_none" not found')

    async def test_only_oneself_is_deleted(self, admin: httpx.AsyncClient, db: Db, operator: User):
        for id in ("user_none", f"{operator.id}x"):
            message = "You are not allowed to delete other users"
            await refused(admin.delete(f"/admin/users/{id}"), 400, message)
        answer = await ok(admin.delete(f"/admin/users/{operator.id}"))
        assert answer == {"id": operator.id, "object": "user", "deleted": True}
        assert await events(db) == [("user.deleted", {"id": operator.id})]
        await refused(admin.get("/admin/users/me"), 401, "Unauthorized")

    async def test_the_login_of_a_deleted_user_stays_without_account(self, admin: httpx.AsyncClient, operator: User):
        await ok(admin.delete(f"/admin/users/{operator.id}"))
        credentials = {"email": "admin@example.com", "password": "supersecret"}
        token = (await ok(admin.post("/auth/user/emailpass", json=credentials)))["token"]
        await refused(admin.get("/admin/users", headers={"authorization": f"Bearer {token}"}), 401, "Unauthorized")
        await refused(
            admin.post("/auth/user/emailpass/register", json=credentials), 401, "Identity with email already exists"
        )

    async def test_lists(self, admin: httpx.AsyncClient, db: Db):
        async with db.tx() as tx:
            tx.add(User(email="bo@example.com", first_name="Bo"), User(email="cy@example.com", last_name="Öberg"))
        for query, found in [
            ({"email": "bo@example.com"}, ["bo@example.com"]),
            ({"q": "öberg"}, ["cy@example.com"]),
            ({"order": "-email", "limit": "1"}, ["cy@example.com"]),
        ]:
            users = (await ok(admin.get("/admin/users", params={**query, "fields": "email"})))["users"]
            assert [user["email"] for user in users] == found


class TestInvites:
    async def invite(self, admin: httpx.AsyncClient, email: str = "nina@example.com", **more: Any) -> Json:
        return (await ok(admin.post("/admin/invites", json={"email": email, **more})))["invite"]

    async def newcomer(self, admin: httpx.AsyncClient, email: str = "nina@example.com") -> dict[str, str]:
        r = await admin.post("/auth/user/emailpass/register", json={"email": email, "password": "pw-nina"})
        return {"authorization": f"Bearer {r.json()['token']}"}

    async def accept(self, admin: httpx.AsyncClient, headers: dict[str, str], token: str | None, **body: Any) -> Any:
        params = {} if token is None else {"token": token}
        return await admin.post("/admin/invites/accept", params=params, json=body, headers=headers)

    async def test_from_the_invite_to_the_user(self, admin: httpx.AsyncClient, db: Db):
        invite = await self.invite(admin, "Nina@Example.com", metadata={"team": "ops"})
        assert (invite["email"], invite["accepted"], invite["metadata"]) == ("nina@example.com", False, {"team": "ops"})
        lifetime = datetime.fromisoformat(invite["expires_at"]) - datetime.fromisoformat(invite["created_at"])
        assert abs(lifetime - timedelta(hours=24)) < timedelta(seconds=1)
        nina = await self.newcomer(admin)
        r = await self.accept(admin, nina, invite["token"], first_name="Nina")
        user = r.json()["user"]
        assert (r.status_code, user["email"], user["first_name"]) == (200, "nina@example.com", "Nina")
        assert [name for name, _ in await events(db)] == ["invite.created", "user.created", "invite.accepted"]
        assert (await self.accept(admin, nina, invite["token"])).status_code == 401
        message = f"Invite with id: {invite['id']} was not found"
        await refused(admin.get(f"/admin/invites/{invite['id']}"), 404, message)
        # The token of before has no account; a new one has.
        await refused(admin.get("/admin/users/me", headers=nina), 401, "Unauthorized")
        token = (await ok(admin.post("/auth/token/refresh", headers=nina)))["token"]
        me = await ok(admin.get("/admin/users/me", headers={"authorization": f"Bearer {token}"}))
        assert me["user"]["id"] == user["id"]

    async def test_checks_in_their_order(self, admin: httpx.AsyncClient):
        token = (await self.invite(admin))["token"]
        nina = await self.newcomer(admin)
        mine = {"authorization": admin.headers["authorization"]}
        for headers, given, body, status, message in [
            ({"authorization": ""}, None, {"role": "boss"}, 401, "Unauthorized"),
            (nina, None, {"role": "boss"}, 400, "Invalid request: Unrecognized fields: 'role'"),
            (nina, None, {}, 400, "Invalid request: Field 'token' is required"),
            (mine, "wrong", {}, 400, "The user is already authenticated and cannot accept an invite."),
            (nina, "wrong", {}, 401, "Unauthorized"),
            (nina, token, {"email": "other@example.com"}, 400, "The email is not the one that was invited."),
        ]:
            r = await self.accept(admin, headers, given, **body)
            assert (r.status_code, r.json()["message"]) == (status, message)

    async def test_only_the_latest_token_counts(self, admin: httpx.AsyncClient):
        invite = await self.invite(admin)
        again = (await ok(admin.post(f"/admin/invites/{invite['id']}/resend")))["invite"]
        assert again["token"] != invite["token"]
        nina = await self.newcomer(admin)
        assert (await self.accept(admin, nina, invite["token"])).status_code == 401
        assert (await self.accept(admin, nina, again["token"], email="NINA@example.com")).status_code == 200

    async def test_a_withdrawn_invite(self, admin: httpx.AsyncClient, db: Db):
        invite = await self.invite(admin)
        for _ in range(2):
            answer = await ok(admin.delete(f"/admin/invites/{invite['id']}"))
            assert answer == {"id": invite["id"], "object": "invite", "deleted": True}
        assert (await self.accept(admin, await self.newcomer(admin), invite["token"])).status_code == 401
        assert [name for name, _ in await events(db)] == ["invite.created", "invite.deleted"]
        await self.invite(admin)

    async def test_refusals(self, admin: httpx.AsyncClient):
        await self.invite(admin)
        for email, message in [
            ("Admin@example.com", "User account for following email(s) already exist: admin@example.com"),
            ("NINA@example.com", "Invite with email: nina@example.com, already exists."),
            ("bad", "Invalid request: Invalid email"),
            (5, "Invalid request: Expected type: 'string' for field 'email', got: 'number'"),
        ]:
            await refused(admin.post("/admin/invites", json={"email": email}), 400, message)
        await refused(
            admin.post("/admin/invites/invite_none/resend"), 400, "The following invites do not exist: invite_none"
        )


class TestApiKeys:
    async def key(self, admin: httpx.AsyncClient, kind: str = "secret", title: str = "ERP") -> Json:
        return (await ok(admin.post("/admin/api-keys", json={"title": title, "type": kind})))["api_key"]

    async def test_a_secret_is_shown_once(self, admin: httpx.AsyncClient, operator: User):
        key = await self.key(admin)
        token = key["token"]
        assert key == {
            "id": key["id"],
            "token": token,
            "redacted": f"{token[:6]}***{token[-3:]}",
            "title": "ERP",
            "type": "secret",
            "last_used_at": None,
            "created_by": operator.id,
            "revoked_by": None,
            "revoked_at": None,
            "created_at": key["created_at"],
            "updated_at": key["updated_at"],
            "deleted_at": None,
        }
        for fields in ("", "+token", "title,token", "+token_hash", "token_hash"):
            r = await admin.get(f"/admin/api-keys/{key['id']}", params={"fields": fields} if fields else {})
            assert r.json().get("api_key", {}).get("token", "") == ""
            assert "token_hash" not in r.json().get("api_key", {})
        await refused(admin.get("/admin/api-keys", params={"order": "token_hash"}), 400, ANY)

    async def test_a_publishable_key_is_shown_always(self, admin: httpx.AsyncClient):
        key = await self.key(admin, "publishable")
        [listed] = (await ok(admin.get("/admin/api-keys", params={"token": key["token"]})))["api_keys"]
        assert (listed["token"], listed["sales_channels"]) == (key["token"], [])

    async def test_the_life_of_a_secret(self, admin: httpx.AsyncClient, operator: User):
        key = await self.key(admin)
        path = f"/admin/api-keys/{key['id']}"
        assert (await ok(admin.post(path, json={"title": "Sync"})))["api_key"]["title"] == "Sync"
        message = f"Cannot delete api keys that are not revoked - {key['id']}"
        await refused(admin.delete(path), 400, message)
        later = (await ok(admin.post(f"{path}/revoke", json={"revoke_in": 3600})))["api_key"]
        assert datetime.fromisoformat(later["revoked_at"]) > datetime.fromisoformat(later["updated_at"])
        await refused(admin.delete(path), 400, message)
        now = (await ok(admin.post(f"{path}/revoke", json={"revoke_in": -5})))["api_key"]
        assert now["revoked_at"] <= now["updated_at"]
        assert now["revoked_by"] == operator.id
        await refused(admin.post(f"{path}/revoke", json={}), 400, "There are 1 secret keys that are already revoked.")
        assert await ok(admin.delete(path)) == {"id": key["id"], "object": "api_key", "deleted": True}
        assert (await ok(admin.delete(path)))["deleted"] is True
        await refused(admin.get(path), 404, f"API Key with id: {key['id']} was not found")
        await refused(admin.post(path, json={"title": "x"}), 404, f'API Key with id "{key["id"]}" not found')

    async def test_a_publishable_key_is_revoked_again(self, admin: httpx.AsyncClient):
        path = f"/admin/api-keys/{(await self.key(admin, 'publishable'))['id']}/revoke"
        for body in ({}, {"revoke_in": 0.5}, {"revoke_in": 1e15}):
            await ok(admin.post(path, json=body))

    async def test_wrong_bodies(self, admin: httpx.AsyncClient):
        for path, body, message in [
            ("", {}, "Field 'title' is required; Field 'type' is required"),
            ("", {"title": "a", "type": "foo"}, "Expected: 'publishable, secret' for field 'type', but got: 'foo'"),
            ("/apk_1", {}, "Field 'title' is required"),
            ("/apk_1", {"title": "x", "type": "secret"}, "Unrecognized fields: 'type'"),
            ("/apk_1/revoke", {"revoke_in": "x"}, "Expected type: 'number' for field 'revoke_in', got: 'string'"),
            ("/apk_1/sales-channels", {"add": "x"}, "Expected type: 'array' for field 'add', got: 'string'"),
        ]:
            await refused(admin.post(f"/admin/api-keys{path}", json=body), 400, f"Invalid request: {message}")

    async def test_channels(self, admin: httpx.AsyncClient, db: Db):
        async with db.tx() as tx:
            web, app = SalesChannel(name="Web"), SalesChannel(name="App")
            tx.add(web, app)
        path = f"/admin/api-keys/{(await self.key(admin, 'publishable'))['id']}/sales-channels"
        for body, names in [
            ({"add": [web.id, web.id]}, ["Web"]),
            ({"add": [web.id, app.id]}, ["Web", "App"]),
            ({}, ["Web", "App"]),
            ({"remove": [web.id, "sc_none"]}, ["App"]),
            ({"add": [web.id], "remove": [web.id]}, ["Web", "App"]),
        ]:
            key = (await ok(admin.post(path, json=body)))["api_key"]
            assert [channel["name"] for channel in key["sales_channels"]] == names
        message = "Sales channels with IDs sc_x, sc_y do not exist"
        await refused(admin.post(path, json={"add": [web.id, "sc_x", "sc_y"]}), 400, message)
        secret = f"/admin/api-keys/{(await self.key(admin))['id']}/sales-channels"
        message = "Sales channels can only be associated with publishable API keys"
        await refused(admin.post(secret, json={"add": [web.id]}), 400, message)
