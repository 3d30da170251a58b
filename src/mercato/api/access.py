"""Who may call what. A prefix checks credentials before its routes are looked up: an unknown path tells nothing.

`Gate.admit` runs for every request under /admin, /vendor and /store and leaves an `Access` in the request's state.
Handlers name what they need: `actor: Actor`, `user: CurrentUser`, `seller: CurrentSeller`, `customer: CurrentCustomer`
or `OptionalCustomer`, `key: SalesKey`.
"""

from dataclasses import dataclass
from functools import cache
from typing import Any, Final, NewType, TypeAlias, cast, get_type_hints

from litestar import Request
from litestar.connection import ASGIConnection
from litestar.di import Provide
from litestar.handlers import BaseRouteHandler

from mercato.api.lookups import Account, Lookups, MemberRow
from mercato.domains.sellers.models import MemberRole, StoreStatus
from mercato.kernel.auth.actor import Actor, ActorType
from mercato.kernel.auth.secret_keys import basic_token
from mercato.kernel.auth.session import Cookies
from mercato.kernel.auth.tokens import CallerClaims, Tokens
from mercato.kernel.db import Db
from mercato.kernel.errors import Forbidden, NotAllowed, NotFound, Unauthenticated

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


@dataclass(frozen=True, slots=True)
class CurrentUser:
    """The operator, or the secret key that acts for one (then `id` is the key's)."""

    id: str
    auth_identity_id: str


@dataclass(frozen=True, slots=True)
class CurrentSeller:
    """The seller for whom a member calls. From the token alone; scope everything by its `id`."""

    id: str
    member_id: str
    store_status: StoreStatus
    role: MemberRole


@dataclass(frozen=True, slots=True)
class CurrentCustomer:
    """The customer who is logged in. A handler that names it is closed to guests."""

    id: str
    auth_identity_id: str


OptionalCustomer: TypeAlias = CurrentCustomer | None
"""A handler that names it serves guests too."""


@dataclass(frozen=True, slots=True)
class SalesKey:
    """The publishable key of a storefront and the sales channels it opens."""

    id: str
    channel_ids: tuple[str, ...]


Bearer = NewType("Bearer", str)
"""A bearer token as it was sent, or the empty text."""
SessionId = NewType("SessionId", str)
"""The id in a session cookie whose signature holds, or the empty text."""


@dataclass(slots=True)
class Access:
    """What the credentials of one request have proved."""

    actor: Actor | None = None
    seller: CurrentSeller | None = None
    key: SalesKey | None = None
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
        path = _path(connection)
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
        seller = CurrentSeller(member.seller_id, member.account.id, member.store_status, member.role)
        return Access(Actor(ActorType.SELLER, member.account.id, member.account.auth_identity_id), seller=seller)

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
        return Access(actor, key=SalesKey(key.id, key.channel_ids), gone=gone)

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


async def authenticate_prefix(connection: Connection) -> None:
    """Checks the credentials that the path's prefix demands, whether or not the path leads anywhere.

    Raises:
        ApiError: the refusal of the prefix.
    """
    await _gate(connection).admit(connection)


async def require_access(connection: Connection, handler: BaseRouteHandler) -> None:
    """A guard for every router: the credentials of the prefix, and a customer where the handler asks for one.

    Raises:
        ApiError: the refusal.
    """
    access = await _gate(connection).admit(connection)
    wanted = _wanted(handler.fn)
    if wanted.get("customer") is CurrentCustomer:
        _require_customer(connection, access)
    if "actor" in wanted and access.actor is None:
        raise Unauthenticated()


def bearer_token(connection: Connection) -> str:
    """The token of `Authorization: Bearer …`, or the empty text."""
    scheme, credentials = _authorization(connection)
    return credentials if scheme == "bearer" else ""


@cache
def _wanted(function: Any) -> dict[str, Any]:
    """What a handler asks for: name -> type."""
    return get_type_hints(function)


def _require_customer(connection: Connection, access: Access) -> None:
    if access.gone and _path(connection).startswith("/store/customers/me"):
        raise NotFound(f"Customer with id: {access.gone} was not found")
    if access.actor is None or not access.actor.registered:
        raise Unauthenticated()


def _authorization(connection: Connection) -> tuple[str, str]:
    scheme, _, credentials = connection.headers.get("authorization", "").partition(" ")
    return scheme.lower(), credentials.strip()


def _path(connection: Connection) -> str:
    return connection.scope["path"].lower().rstrip("/")


def _writes(connection: Connection) -> bool:
    return connection.scope["method"] not in {"GET", "HEAD", "OPTIONS"}  # type: ignore[typeddict-item]


def _open(connection: Connection, path: str) -> bool:
    return (connection.scope["method"], path) in OPEN_TO_UNREGISTERED  # type: ignore[typeddict-item]


def _under(path: str, roots: tuple[str, ...]) -> bool:
    return any(path == root or path.startswith(root + "/") for root in roots)


def _gate(connection: Connection) -> "Gate":
    return cast("Gate", connection.app.state.gate)


def _access(request: Request[Any, Any, Any]) -> Access:
    return cast("Access", request.scope["state"]["access"])


def provide_actor(request: Request[Any, Any, Any]) -> Actor | None:
    """`actor: Actor`: whoever calls; on the routes that make an account its `id` is empty."""
    return _access(request).actor


def provide_user(request: Request[Any, Any, Any]) -> CurrentUser | None:
    """`user: CurrentUser` under /admin."""
    actor = _access(request).actor
    return CurrentUser(actor.id, actor.auth_identity_id) if actor is not None else None


def provide_seller(request: Request[Any, Any, Any]) -> CurrentSeller | None:
    """`seller: CurrentSeller` under /vendor."""
    return _access(request).seller


def provide_customer(request: Request[Any, Any, Any]) -> OptionalCustomer:
    """`customer: CurrentCustomer` or `customer: OptionalCustomer` under /store."""
    actor = _access(request).actor
    if actor is None or not actor.registered:
        return None
    return CurrentCustomer(actor.id, actor.auth_identity_id)


def provide_caller(request: Request[Any, Any, Any]) -> CallerClaims:
    """`caller: CallerClaims` under /auth: what a valid bearer token of any actor type says."""
    claims = _gate(request).tokens.read_caller(bearer_token(request))
    if claims is None:
        raise Unauthenticated()
    return claims


def provide_bearer(request: Request[Any, Any, Any]) -> Bearer:
    """`bearer: Bearer`: the bearer token, or the empty text."""
    return Bearer(bearer_token(request))


def provide_session_id(request: Request[Any, Any, Any]) -> SessionId:
    """`session_id: SessionId` of the cookie, or the empty text."""
    return SessionId(_gate(request).cookies.read(request.headers.get("cookie")) or "")


def provide_tokens(request: Request[Any, Any, Any]) -> Tokens:
    """`tokens: Tokens`: maker and reader of tokens."""
    return _gate(request).tokens


def provide_cookies(request: Request[Any, Any, Any]) -> Cookies:
    """`cookies: Cookies`: maker and reader of the session cookie."""
    return _gate(request).cookies


def provide_key(request: Request[Any, Any, Any]) -> SalesKey | None:
    """`key: SalesKey` under /store."""
    return _access(request).key


DEPENDENCIES: Final = {
    "actor": Provide(provide_actor, sync_to_thread=False),
    "user": Provide(provide_user, sync_to_thread=False),
    "seller": Provide(provide_seller, sync_to_thread=False),
    "customer": Provide(provide_customer, sync_to_thread=False),
    "key": Provide(provide_key, sync_to_thread=False),
    "caller": Provide(provide_caller, sync_to_thread=False),
    "bearer": Provide(provide_bearer, sync_to_thread=False),
    "session_id": Provide(provide_session_id, sync_to_thread=False),
    "tokens": Provide(provide_tokens, sync_to_thread=False),
    "cookies": Provide(provide_cookies, sync_to_thread=False),
}
