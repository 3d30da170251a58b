"""What the database says about credentials: one statement each."""

import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any, Final, NamedTuple, TypeAlias, TypeVar

from sqlalchemy import Select, and_, or_, select

from mercato.domains.channels.models import SalesChannel
from mercato.domains.customers.models import Customer
from mercato.domains.identity.models import ApiKey, ApiKeyType, AuthSession, PublishableApiKeySalesChannel, User
from mercato.domains.sellers.models import Member, MemberRole, Seller, StoreStatus
from mercato.kernel import clock
from mercato.kernel.auth.actor import ActorType
from mercato.kernel.auth.freshness import generation, watch
from mercato.kernel.auth.secret_keys import PUBLISHABLE, SECRET, key_hash
from mercato.kernel.auth.session import session_hash
from mercato.kernel.db import Db

REMEMBER_SECONDS: Final = 1.0
REMEMBER_AT_MOST: Final = 5_000

T = TypeVar("T")
Rows: TypeAlias = Select[*tuple[Any, ...]]
ACCOUNTS: Final[dict[ActorType, Any]] = {
    ActorType.USER: User.__table__.c,
    ActorType.CUSTOMER: Customer.__table__.c,
}


class KeyRow(NamedTuple):
    """A publishable key that is valid now, with its channels."""

    id: str
    channel_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Account:
    """A living account."""

    id: str
    auth_identity_id: str


@dataclass(frozen=True, slots=True)
class MemberRow:
    """A living member of a living seller."""

    account: Account
    role: MemberRole
    seller_id: str
    store_status: StoreStatus


class Lookups:
    """Asks about sessions, accounts and keys. What holds is remembered for a second, what does not is asked again."""

    def __init__(self, db: Db) -> None:
        self._db = db
        self._remembered: dict[tuple[str, str], tuple[float, int, Any]] = {}
        watch(ApiKey, AuthSession, Customer, Member, SalesChannel, Seller, User)
        watch(PublishableApiKeySalesChannel, additions=True)

    async def session(self, session_id: str, actor_type: ActorType) -> Account | None:
        """The account of a session of this type that has not ended."""
        return await self._ask((f"{actor_type} session", session_id), lambda: self._session(session_id, actor_type))

    async def exists(self, actor_type: ActorType, account_id: str) -> bool:
        """Whether the account of a token is still there."""
        account = ACCOUNTS[actor_type]
        query = select(account.id).where(account.id == account_id, account.deleted_at.is_(None))
        return await self._ask((actor_type, account_id), lambda: self._first(query)) is not None

    async def member_of_session(self, session_id: str) -> MemberRow | None:
        """The member of a seller's session."""
        query = _members(AuthSession.auth_identity_id).join(AuthSession, AuthSession.actor_id == Member.id)
        query = query.where(*_of_session(session_id, ActorType.SELLER))
        return await self._ask(("seller session", session_id), lambda: self._member(query))

    async def member(self, account: Account) -> MemberRow | None:
        """The member of a seller's token."""
        query = _members(Member.id).where(Member.id == account.id)
        found = await self._ask((ActorType.SELLER, account.id), lambda: self._member(query))
        return MemberRow(account, found.role, found.seller_id, found.store_status) if found is not None else None

    async def secret_key(self, token: str) -> str | None:
        """The id of a secret key that is valid now."""
        if not token.startswith(SECRET):
            return None
        query = select(ApiKey.id).where(*_valid(token, ApiKeyType.SECRET))
        row = await self._ask((SECRET, token), lambda: self._first(query))
        return str(row[0]) if row is not None else None

    async def publishable_key(self, token: str) -> KeyRow | None:
        """A publishable key that is valid now."""
        if not token.startswith(PUBLISHABLE):
            return None
        return await self._ask((PUBLISHABLE, token), lambda: self._publishable_key(token))

    async def _ask(self, key: tuple[str, str], ask: Callable[[], Awaitable[T | None]]) -> T | None:
        now, asked_in = time.monotonic(), generation()
        remembered = self._remembered.get(key)
        if remembered is not None and remembered[1] == asked_in and remembered[0] > now:
            return remembered[2]
        # The generation was taken before the question, so that a change in between is not missed.
        found = await ask()
        if found is not None:
            if len(self._remembered) >= REMEMBER_AT_MOST:
                self._remembered.clear()
            self._remembered[key] = (now + REMEMBER_SECONDS, asked_in, found)
        return found

    async def _session(self, session_id: str, actor_type: ActorType) -> Account | None:
        account = ACCOUNTS[actor_type]
        query = select(AuthSession.actor_id, AuthSession.auth_identity_id).where(
            *_of_session(session_id, actor_type), account.id == AuthSession.actor_id, account.deleted_at.is_(None)
        )
        row = await self._first(query)
        return Account(row[0], row[1]) if row is not None else None

    async def _publishable_key(self, token: str) -> KeyRow | None:
        link = PublishableApiKeySalesChannel
        query = (
            select(ApiKey.id, SalesChannel.id)
            .select_from(ApiKey)
            .outerjoin(link, and_(link.publishable_key_id == ApiKey.id, link.deleted_at.is_(None)))
            .outerjoin(SalesChannel, and_(SalesChannel.id == link.sales_channel_id, SalesChannel.deleted_at.is_(None)))
            .where(*_valid(token, ApiKeyType.PUBLISHABLE))
            .order_by(link.id)
        )
        async with self._db.read() as tx:
            rows = await tx.rows(query)
        return KeyRow(rows[0][0], tuple(row[1] for row in rows if row[1] is not None)) if rows else None

    async def _member(self, query: Rows) -> MemberRow | None:
        row = await self._first(query)
        return MemberRow(Account(row[0], row[1]), row[2], row[3], row[4]) if row is not None else None

    async def _first(self, query: Rows) -> Any:
        async with self._db.read() as tx:
            rows = await tx.rows(query)
        return rows[0] if rows else None


def _members(identity: Any) -> Rows:
    seller = and_(Seller.id == Member.seller_id, Seller.deleted_at.is_(None))
    query: Any = select(Member.id, identity, Member.role, Seller.id, Seller.store_status)
    return query.select_from(Member).join(Seller, seller).where(Member.deleted_at.is_(None))


def _of_session(session_id: str, actor_type: ActorType) -> tuple[Any, ...]:
    return (
        AuthSession.token_hash == session_hash(session_id),
        AuthSession.actor_type == actor_type,
        AuthSession.expires_at > clock.now(),
        AuthSession.deleted_at.is_(None),
    )


def _valid(token: str, kind: ApiKeyType) -> tuple[Any, ...]:
    # A key whose revocation lies in the future works until then.
    in_force = or_(ApiKey.revoked_at.is_(None), ApiKey.revoked_at > clock.now())
    return (ApiKey.token_hash == key_hash(token), ApiKey.type == kind, ApiKey.deleted_at.is_(None), in_force)
