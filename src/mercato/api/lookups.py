"""What the database says about credentials: one statement each."""

import time
from dataclasses import dataclass
from typing import Any, Final, NamedTuple, TypeAlias

from sqlalchemy import Select, and_, or_, select

from mercato.domains.channels.models import SalesChannel
from mercato.domains.customers.models import Customer
from mercato.domains.identity.models import ApiKey, ApiKeyType, AuthSession, PublishableApiKeySalesChannel, User
from mercato.domains.sellers.models import Member, MemberRole, Seller, StoreStatus
from mercato.kernel import clock
from mercato.kernel.auth.actor import ActorType
from mercato.kernel.auth.freshness import generation
from mercato.kernel.auth.secret_keys import PUBLISHABLE, SECRET, key_hash
from mercato.kernel.auth.session import session_hash
from mercato.kernel.db import Db

REMEMBER_SECONDS: Final = 1.0
REMEMBER_AT_MOST: Final = 1_000
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
    """Asks about sessions, accounts and keys. Publishable keys are remembered for a second."""

    def __init__(self, db: Db) -> None:
        self._db = db
        self._keys: dict[str, tuple[float, int, KeyRow]] = {}

    async def session(self, session_id: str, actor_type: ActorType) -> Account | None:
        """The account of a session of this type that has not ended."""
        account = ACCOUNTS[actor_type]
        query = select(AuthSession.actor_id, AuthSession.auth_identity_id).where(
            *_of_session(session_id, actor_type), account.id == AuthSession.actor_id, account.deleted_at.is_(None)
        )
        row = await self._first(query)
        return Account(row[0], row[1]) if row is not None else None

    async def exists(self, actor_type: ActorType, account_id: str) -> bool:
        """Whether the account of a token is still there."""
        account = ACCOUNTS[actor_type]
        query = select(account.id).where(account.id == account_id, account.deleted_at.is_(None))
        return await self._first(query) is not None

    async def member_of_session(self, session_id: str) -> MemberRow | None:
        """The member of a seller's session."""
        query = _members(AuthSession.auth_identity_id).join(AuthSession, AuthSession.actor_id == Member.id)
        return await self._member(query.where(*_of_session(session_id, ActorType.SELLER)))

    async def member(self, account: Account) -> MemberRow | None:
        """The member of a seller's token."""
        found = await self._member(_members(Member.id).where(Member.id == account.id))
        return MemberRow(account, found.role, found.seller_id, found.store_status) if found is not None else None

    async def secret_key(self, token: str) -> str | None:
        """The id of a secret key that is valid now."""
        if not token.startswith(SECRET):
            return None
        row = await self._first(select(ApiKey.id).where(*_valid(token, ApiKeyType.SECRET)))
        return str(row[0]) if row is not None else None

    async def publishable_key(self, token: str) -> KeyRow | None:
        """A publishable key that is valid now."""
        if not token.startswith(PUBLISHABLE):
            return None
        remembered = self._keys.get(token)
        if remembered is not None and remembered[1] == generation() and remembered[0] > time.monotonic():
            return remembered[2]
        # Taken before the question, so that a change in between is not missed.
        asked_in = generation()
        found = await self._publishable_key(token)
        if found is not None:
            if len(self._keys) >= REMEMBER_AT_MOST:
                self._keys.clear()
            self._keys[token] = (time.monotonic() + REMEMBER_SECONDS, asked_in, found)
        return found

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
