"""Checks the credentials of requests: what each prefix demands, and what it answers when it is not there."""

from dataclasses import dataclass
from typing import Any, Final, TypeAlias, cast

from litestar.connection import ASGIConnection

from mercato.api.lookups import Account, KeyRow, Lookups, MemberRow
from mercato.domains.sellers.models import StoreStatus
from mercato.kernel.auth.actor import Actor, ActorType
from mercato.kernel.auth.secret_keys import basic_token
from mercato.kernel.auth.session import Cookies
from mercato.kernel.auth.tokens import CallerClaims, Tokens
from mercato.kernel.db import Db
from mercato.kernel.errors import Forbidden, NotAllowed, Unauthenticated

Connection: TypeAlias = ASGIConnection[Any, Any, Any, Any]

KEY_HEADER: Final = "x-publishable-api-key"
KEY_MISSING: Final = (
    "Publishable API key required in the request header: x-publishable-api-key. "
    "You can manage your keys in settings in the dashboard."
)
KEY_INVALID: Final = "A valid publishable key is required to proceed with the request"

PUBLIC: Final = frozenset({"/admin/feature-flags"})
# Here an identity without an account is welcome: these routes make the account.
OPEN_TO_UNREGISTERED: Final = frozenset(
    {("POST", "/admin/invites/accept"), ("POST", "/vendor/sellers"), ("POST", "/vendor/invites/accept")}
)
# What a seller whose store is not active may still do: fulfil what was sold, and mend its profile.
OPEN_TO_INACTIVE: Final = ("/vendor/sellers", "/vendor/orders", "/vendor/fulfillment", "/vendor/invites/accept")
PEOPLE_ONLY: Final = ("/admin/users", "/admin/invites/accept")


@dataclass(slots=True)
class Access:
    """What the credentials of one request have proved."""

    actor: Actor | None = None
    member: MemberRow | None = None
    key: KeyRow | None = None
    gone: str = ""
    """The customer of a token that would be valid if the account still existed."""


class Gate:
    """Checks the credentials of requests."""

    def __init__(self, db: Db, tokens: Tokens, cookies: Cookies) -> None:
        self._lookups = Lookups(db)
        self.tokens = tokens
        self.cookies = cookies

    async def admit(self, connection: Connection) -> Access:
        """The access of a request, or the refusal of its prefix. Asks the database once per request at most."""
        state: dict[str, Any] = connection.scope["state"]
        if "access" not in state:
            state["access"] = await self._admit(connection)
        return cast("Access", state["access"])

    async def _admit(self, connection: Connection) -> Access:
        path = path_of(connection)
        match path.split("/", 2)[1:2]:
            case ["admin"]:
                return await self._admit_admin(connection, path)
            case ["vendor"]:
                return await self._admit_vendor(connection, path)
            case ["store"]:
                return await self._admit_store(connection)
            case _:
                return Access()

    async def _admit_admin(self, connection: Connection, path: str) -> Access:
        if path in PUBLIC:
            return Access()
        scheme, credentials = _authorization(connection)
        if scheme == "basic" and not _under(path, PEOPLE_ONLY):
            key_id = await self._lookups.secret_key(basic_token(credentials))
            if key_id is None:
                raise Unauthenticated()
            return Access(Actor(ActorType.API_KEY, key_id, ""))
        actor = await self._caller(connection, ActorType.USER, self._claims(connection, ActorType.USER))
        if actor is None or not (actor.registered or _open(connection, path)):
            raise Unauthenticated()
        return Access(actor)

    async def _admit_vendor(self, connection: Connection, path: str) -> Access:
        member = await self._member(connection)
        if member is None:
            return self._admit_applicant(connection, path)
        if (
            _writes(connection)
            and member.store_status is not StoreStatus.ACTIVE
            and not path.startswith(OPEN_TO_INACTIVE)
        ):
            raise Forbidden("Operation not allowed for current store status", kind=None)
        return Access(Actor(ActorType.SELLER, member.account.id, member.account.auth_identity_id), member=member)

    def _admit_applicant(self, connection: Connection, path: str) -> Access:
        claims = self._claims(connection, ActorType.SELLER)
        if claims is None or claims.actor_id:
            raise Unauthenticated()
        if not _open(connection, path):
            raise Forbidden("Seller is not active", kind=None)
        return Access(claims.actor)

    async def _admit_store(self, connection: Connection) -> Access:
        token = connection.headers.get(KEY_HEADER)
        if not token:
            raise NotAllowed(KEY_MISSING)
        key = await self._lookups.publishable_key(token)
        if key is None:
            raise NotAllowed(KEY_INVALID)
        claims = self._claims(connection, ActorType.CUSTOMER)
        actor = await self._caller(connection, ActorType.CUSTOMER, claims)
        gone = claims.actor_id if claims is not None and actor is None else ""
        return Access(actor, key=key, gone=gone)

    async def _caller(self, connection: Connection, actor_type: ActorType, claims: CallerClaims | None) -> Actor | None:
        """The user or customer of a session or, failing that, of a bearer token whose account still exists."""
        session = self.cookies.read(connection.headers.get("cookie"))
        if session is not None:
            account = await self._lookups.session(session, actor_type)
            if account is not None:
                return Actor(actor_type, account.id, account.auth_identity_id)
        if claims is None:
            return None
        gone = claims.actor_id and not await self._lookups.exists(actor_type, claims.actor_id)
        return None if gone else claims.actor

    async def _member(self, connection: Connection) -> MemberRow | None:
        """The member of a session or, failing that, of a bearer token."""
        session = self.cookies.read(connection.headers.get("cookie"))
        member = await self._lookups.member_of_session(session) if session is not None else None
        claims = self._claims(connection, ActorType.SELLER)
        if member is None and claims is not None and claims.actor_id:
            member = await self._lookups.member(Account(claims.actor_id, claims.auth_identity_id))
        return member

    def _claims(self, connection: Connection, actor_type: ActorType) -> CallerClaims | None:
        claims = self.tokens.read_caller(bearer_token(connection))
        return claims if claims is not None and claims.actor_type is actor_type else None


def bearer_token(connection: Connection) -> str:
    """The token of `Authorization: Bearer …`, or the empty text."""
    scheme, credentials = _authorization(connection)
    return credentials if scheme == "bearer" else ""


def _authorization(connection: Connection) -> tuple[str, str]:
    scheme, _, credentials = connection.headers.get("authorization", "").partition(" ")
    return scheme.lower(), credentials.strip()


def path_of(connection: Connection) -> str:
    """The path as routes are told apart: without regard to case and a closing slash."""
    return connection.scope["path"].lower().rstrip("/")


def _writes(connection: Connection) -> bool:
    return connection.scope["method"] not in {"GET", "HEAD", "OPTIONS"}  # type: ignore[typeddict-item]


def _open(connection: Connection, path: str) -> bool:
    return (connection.scope["method"], path) in OPEN_TO_UNREGISTERED  # type: ignore[typeddict-item]


def _under(path: str, roots: tuple[str, ...]) -> bool:
    return any(path == root or path.startswith(root + "/") for root in roots)
