"""Who is let in where. Unknown paths are enough to see it: 404 means that the credentials were good."""

import base64
from datetime import timedelta

import httpx
import pytest
from sqlalchemy import select

from mercato.api.lookups import Lookups
from mercato.domains.channels.models import SalesChannel
from mercato.domains.customers.models import Customer
from mercato.domains.identity.commands.api_keys import create_api_key, link_channels, revoke_api_key
from mercato.domains.identity.commands.sessions import start_session
from mercato.domains.identity.commands.users import delete_user
from mercato.domains.identity.models import ApiKey, ApiKeyType, AuthIdentity, AuthSession, User
from mercato.domains.identity.schemas import CreateApiKey, RevokeApiKey
from mercato.domains.sellers.models import Member, MemberRole, Seller, StoreStatus
from mercato.kernel import clock
from mercato.kernel.auth.actor import Actor, ActorType
from mercato.kernel.auth.session import Cookies
from mercato.kernel.auth.tokens import Tokens
from mercato.kernel.db import Db, Tx
from mercato.settings import Settings
from tests.support.statements import Statements

UNAUTHORIZED = {"message": "Unauthorized"}
INACTIVE = {"message": "Seller is not active"}
CLOSED = {"message": "Operation not allowed for current store status"}
NO_KEY = (
    "Publishable API key required in the request header: x-publishable-api-key. "
    "You can manage your keys in settings in the dashboard."
)
BAD_KEY = "A valid publishable key is required to proceed with the request"


async def a_key(tx: Tx, kind: ApiKeyType) -> tuple[ApiKey, str]:
    return await create_api_key(tx, CreateApiKey(title="A", type=kind), created_by="user_1")


async def a_member(tx: Tx, status: StoreStatus = StoreStatus.ACTIVE) -> Member:
    seller = Seller(name="Kefir House", handle="kefir-house", store_status=status)
    tx.add(seller)
    await tx.flush()
    member = Member(name="Zoe", role=MemberRole.OWNER, seller_id=seller.id)
    identity = AuthIdentity()
    tx.add(member, identity)
    await tx.flush()
    identity.bind("seller", member.id)
    return member


def bearer(tokens: Tokens, actor: Actor) -> dict[str, str]:
    return {"authorization": f"Bearer {tokens.caller(actor, clock.now())}"}


async def seller_headers(db: Db, tokens: Tokens, status: StoreStatus = StoreStatus.ACTIVE) -> dict[str, str]:
    async with db.tx() as tx:
        member = await a_member(tx, status)
        [identity] = await tx.scalars(select(AuthIdentity.id))
    return bearer(tokens, Actor(ActorType.SELLER, member.id, identity))


class TestAdmin:
    async def test_an_operator_is_let_in(self, client: httpx.AsyncClient, operator_token: str, statements: Statements):
        headers = {"authorization": f"BEARER {operator_token}"}
        statements.since()
        assert (await client.get("/admin/unicorns", headers=headers)).status_code == 404
        assert len(statements.since()) == 1

    async def test_the_token_of_a_deleted_operator_opens_nothing(
        self, client: httpx.AsyncClient, db: Db, operator: User, operator_token: str
    ):
        headers = {"authorization": f"Bearer {operator_token}"}
        async with db.tx() as tx:
            [identity] = await tx.scalars(select(AuthIdentity.id))
            await delete_user(tx, Actor(ActorType.USER, operator.id, identity), operator.id)
        for path in ("/admin/unicorns", "/admin/users/me"):
            r = await client.get(path, headers=headers)
            assert (r.status_code, r.json()) == (401, UNAUTHORIZED)

    @pytest.mark.parametrize("actor_type", [ActorType.CUSTOMER, ActorType.SELLER])
    async def test_other_actors_are_not(
        self, client: httpx.AsyncClient, tokens: Tokens, operator: User, actor_type: ActorType
    ):
        r = await client.get("/admin/unicorns", headers=bearer(tokens, Actor(actor_type, operator.id, "authid_1")))
        assert (r.status_code, r.json()) == (401, UNAUTHORIZED)

    async def test_an_identity_without_account_is_not(self, client: httpx.AsyncClient, tokens: Tokens):
        headers = bearer(tokens, Actor(ActorType.USER, "", "authid_1"))
        for path in ("/admin/unicorns", "/admin/invites", "/admin/users/me"):
            assert (await client.get(path, headers=headers)).status_code == 401
        assert (await client.get("/admin/invites/accept", headers=headers)).status_code == 401

    async def test_a_secret_key_in_all_its_forms(self, client: httpx.AsyncClient, db: Db):
        async with db.tx() as tx:
            _, token = await a_key(tx, ApiKeyType.SECRET)
        forms = [base64.b64encode(form.encode()).decode() for form in (f"{token}:", token)]
        for form in (*forms, token):
            r = await client.get("/admin/unicorns", headers={"authorization": f"Basic {form}"})
            assert r.status_code == 404
        for path in ("/admin/users", "/admin/users/me", "/ADMIN/Users/x", "/admin/invites/accept"):
            r = await client.get(path, headers={"authorization": f"Basic {token}"})
            assert (r.status_code, r.json()) == (401, UNAUTHORIZED)
        for path, header in [("/admin/unicorns", f"Bearer {token}"), ("/vendor/unicorns", f"Basic {token}")]:
            assert (await client.get(path, headers={"authorization": header})).status_code == 401

    async def test_keys_that_open_nothing(self, client: httpx.AsyncClient, db: Db):
        async with db.tx() as tx:
            _, publishable = await a_key(tx, ApiKeyType.PUBLISHABLE)
            key, revoked = await a_key(tx, ApiKeyType.SECRET)
            await revoke_api_key(tx, key.id, RevokeApiKey(), revoked_by="user_1")
        for token in (publishable, revoked, "sk_unknown", ""):
            r = await client.get("/admin/unicorns", headers={"authorization": f"Basic {token}"})
            assert (r.status_code, r.json()) == (401, UNAUTHORIZED)

    async def test_a_key_revoked_in_the_future_works_until_then(self, client: httpx.AsyncClient, db: Db):
        async with db.tx() as tx:
            key, token = await a_key(tx, ApiKeyType.SECRET)
            await revoke_api_key(tx, key.id, RevokeApiKey.model_validate({"revoke_in": 60}), revoked_by="user_1")
        r = await client.get("/admin/unicorns", headers={"authorization": f"Basic {token}"})
        assert r.status_code == 404

    async def test_a_session_wins_over_a_bearer(self, client: httpx.AsyncClient, db: Db, settings: Settings):
        cookies = Cookies(settings.cookie_secret, secure=False)
        session = cookies.new_id()
        async with db.tx() as tx:
            user, identity = User(email="a@b.co"), AuthIdentity()
            tx.add(user, identity)
            await tx.flush()
            identity.bind("user", user.id)
            await tx.flush()
            await start_session(tx, Actor(ActorType.USER, user.id, identity.id), session)
        headers = {"cookie": cookies.header(session).split(";")[0], "authorization": "Bearer broken"}
        assert (await client.get("/admin/unicorns", headers=headers)).status_code == 404
        assert (await client.get("/vendor/unicorns", headers=headers)).status_code == 401
        async with db.tx() as tx:
            [row] = await tx.scalars(select(AuthSession))
            row.expires_at -= timedelta(hours=11)
        assert (await client.get("/admin/unicorns", headers=headers)).status_code == 401


class TestVendor:
    async def test_a_member_is_let_in(self, client: httpx.AsyncClient, db: Db, tokens: Tokens, statements: Statements):
        headers = await seller_headers(db, tokens)
        statements.since()
        for method in ("GET", "POST"):
            assert (await client.request(method, "/vendor/unicorns", headers=headers)).status_code == 404
        assert len(statements.since()) == 1

    async def test_without_a_token(self, client: httpx.AsyncClient):
        for path in ("/vendor/unicorns", "/vendor/sellers", "/vendor/invites/accept"):
            r = await client.post(path)
            assert (r.status_code, r.json()) == (401, UNAUTHORIZED)

    async def test_an_applicant_waits(self, client: httpx.AsyncClient, tokens: Tokens):
        headers = bearer(tokens, Actor(ActorType.SELLER, "", "authid_1"))
        for method, path in [("GET", "/vendor/unicorns"), ("GET", "/vendor/sellers"), ("POST", "/vendor/sellers/me")]:
            r = await client.request(method, path, headers=headers)
            assert (r.status_code, r.json()) == (403, INACTIVE)

    @pytest.mark.parametrize("status", [StoreStatus.INACTIVE, StoreStatus.SUSPENDED])
    async def test_a_closed_store_may_read_fulfil_and_mend(
        self, client: httpx.AsyncClient, db: Db, tokens: Tokens, status: StoreStatus
    ):
        headers = await seller_headers(db, tokens, status)
        for path in ("/vendor/unicorns", "/vendor/products"):
            assert (await client.get(path, headers=headers)).status_code != 403
        for method in ("POST", "DELETE"):
            r = await client.request(method, "/vendor/unicorns", headers=headers)
            assert (r.status_code, r.json()) == (403, CLOSED)
        for path in ("/vendor/sellers/x/y", "/vendor/orders/x/y/z", "/vendor/fulfillment-sets/x/y/z/u"):
            assert (await client.post(path, headers=headers)).status_code == 404

    async def test_a_removed_member_or_seller_opens_nothing(self, client: httpx.AsyncClient, db: Db, tokens: Tokens):
        headers = await seller_headers(db, tokens)
        for model in (Member, Seller):
            async with db.tx() as tx:
                [row] = await tx.scalars(select(model))
                await tx.delete(row)
            assert (await client.get("/vendor/unicorns", headers=headers)).status_code == 401
            async with db.tx() as tx:
                [row] = await tx.scalars(select(model))
                row.deleted_at = None
        assert (await client.get("/vendor/unicorns", headers=headers)).status_code == 404

    async def test_a_user_s_token_is_no_seller_s(self, client: httpx.AsyncClient, operator_token: str):
        headers = {"authorization": f"Bearer {operator_token}"}
        for path in ("/vendor/unicorns", "/vendor/sellers"):
            assert (await client.post(path, headers=headers)).status_code == 401


class TestStore:
    async def get(self, client: httpx.AsyncClient, key: str | None) -> httpx.Response:
        return await client.get("/store/unicorns", headers={} if key is None else {"x-publishable-api-key": key})

    async def test_a_key_is_wanted(self, client: httpx.AsyncClient, db: Db):
        async with db.tx() as tx:
            _, secret = await a_key(tx, ApiKeyType.SECRET)
        for key, message in [(None, NO_KEY), ("", NO_KEY), ("pk_wrong", BAD_KEY), (secret, BAD_KEY)]:
            r = await self.get(client, key)
            assert (r.status_code, r.json()) == (400, {"type": "not_allowed", "message": message})

    async def test_a_key_is_asked_for_once_a_second(self, client: httpx.AsyncClient, db: Db, statements: Statements):
        async with db.tx() as tx:
            key, token = await a_key(tx, ApiKeyType.PUBLISHABLE)
            await link_channels(tx, key, add=["sc_1", "sc_2"], remove=[])
        statements.since()
        for _ in range(5):
            assert (await self.get(client, token)).status_code == 404
        assert len(statements.since()) == 1

    async def test_a_revocation_is_seen_at_once(self, client: httpx.AsyncClient, db: Db):
        async with db.tx() as tx:
            key, token = await a_key(tx, ApiKeyType.PUBLISHABLE)
        assert (await self.get(client, token)).status_code == 404
        async with db.tx() as tx:
            await revoke_api_key(tx, key.id, RevokeApiKey(), revoked_by="user_1")
        assert (await self.get(client, token)).status_code == 400

    async def test_a_foreign_or_broken_token_makes_a_guest(
        self, client: httpx.AsyncClient, db: Db, operator_token: str
    ):
        async with db.tx() as tx:
            _, key = await a_key(tx, ApiKeyType.PUBLISHABLE)
        for token in (operator_token, "broken"):
            headers = {"x-publishable-api-key": key, "authorization": f"Bearer {token}"}
            assert (await client.get("/store/unicorns", headers=headers)).status_code == 404

    async def test_who_is_a_customer(self, client: httpx.AsyncClient, db: Db, tokens: Tokens):
        async with db.tx() as tx:
            _, key = await a_key(tx, ApiKeyType.PUBLISHABLE)
            ana = Customer(email="ana@example.com", has_account=True)
            tx.add(ana)
        shop = {"x-publishable-api-key": key}
        me = shop | bearer(tokens, Actor(ActorType.CUSTOMER, ana.id, "authid_1"))
        r = await client.get("/store/customers/me", headers=me)
        assert (r.status_code, r.json()["customer"]["id"]) == (200, ana.id)
        for nobody in (
            shop,
            shop | bearer(tokens, Actor(ActorType.CUSTOMER, "", "authid_1")),
            shop | bearer(tokens, Actor(ActorType.USER, ana.id, "authid_1")),
            shop | {"authorization": "Bearer broken"},
        ):
            r = await client.get("/store/customers/me", headers=nobody)
            assert (r.status_code, r.json()) == (401, UNAUTHORIZED)
        async with db.tx() as tx:
            await tx.delete(await tx.get(Customer, ana.id))
        r = await client.get("/store/customers/me", headers=me)
        assert (r.status_code, r.json()["message"]) == (404, f"Customer with id: {ana.id} was not found")
        r = await client.post("/store/customers", headers=me, json={"email": "ana@example.com"})
        assert (r.status_code, r.json()) == (401, UNAUTHORIZED)

    async def test_a_key_opens_living_channels(self, db: Db):
        async with db.tx() as tx:
            kept, closed = SalesChannel(name="Web"), SalesChannel(name="App")
            tx.add(kept, closed)
            key, token = await a_key(tx, ApiKeyType.PUBLISHABLE)
            await link_channels(tx, key, add=[kept.id, closed.id], remove=[])
            await tx.delete(closed)
        found = await Lookups(db).publishable_key(token)
        assert found == (key.id, (kept.id,))
