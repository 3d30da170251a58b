"""Who may call what. A prefix checks credentials before its routes are looked up: an unknown path tells nothing.

`Gate.admit` runs for every request under /admin, /vendor and /store and leaves an `Access` in the request's state.
Handlers name what they need: `actor: Actor`, `user: CurrentUser`, `seller: CurrentSeller`, `customer: CurrentCustomer`
or `OptionalCustomer`, `key: SalesKey`.
"""

from dataclasses import dataclass
from functools import cache
from typing import Any, Final, NewType, TypeAlias, cast, get_type_hints

from litestar import Request
from litestar.di import Provide
from litestar.handlers import BaseRouteHandler

from mercato.api.gate import Access, Connection, Gate, bearer_token, path_of
from mercato.domains.sellers.models import MemberRole, StoreStatus
from mercato.kernel.auth.actor import Actor
from mercato.kernel.auth.session import Cookies
from mercato.kernel.auth.tokens import CallerClaims, Tokens
from mercato.kernel.errors import NotFound, Unauthenticated


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


def id_of(customer: OptionalCustomer) -> str | None:
    """The id of the customer, where there is one."""
    return customer.id if customer is not None else None


@dataclass(frozen=True, slots=True)
class SalesKey:
    """The publishable key of a storefront and the sales channels it opens."""

    id: str
    channel_ids: tuple[str, ...]


Bearer = NewType("Bearer", str)
"""A bearer token as it was sent, or the empty text."""
SessionId = NewType("SessionId", str)
"""The id in a session cookie whose signature holds, or the empty text."""


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


@cache
def _wanted(function: Any) -> dict[str, Any]:
    """What a handler asks for: name -> type."""
    return get_type_hints(function)


def _require_customer(connection: Connection, access: Access) -> None:
    if access.gone and path_of(connection).startswith("/store/customers/me"):
        raise NotFound(f"Customer with id: {access.gone} was not found")
    if access.actor is None or not access.actor.registered:
        raise Unauthenticated()


def _gate(connection: Connection) -> Gate:
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
    member = _access(request).member
    if member is None:
        return None
    return CurrentSeller(member.seller_id, member.account.id, member.store_status, member.role)


def seller_id_of(request: Request[Any, Any, Any]) -> str | None:
    """For whom a request under /vendor reads; an applicant has no seller yet, and nothing to read."""
    member = _access(request).member
    return member.seller_id if member is not None else None


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
    key = _access(request).key
    return SalesKey(key.id, key.channel_ids) if key is not None else None


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
