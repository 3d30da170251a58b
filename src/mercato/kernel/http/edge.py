"""In front of the routes: request ids, paths, CORS, bodies, entity tags, errors of last resort and the access log.

One ASGI application around the framework, because these concern requests that reach no route as well.
"""

import re
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from time import perf_counter
from typing import Any, Final

import structlog
from litestar import Request
from litestar.types import ASGIApp, Receive, Scope, Send

from mercato.kernel.errors import Invalid
from mercato.kernel.http.answers import Answer
from mercato.kernel.http.exchange import Exchange
from mercato.kernel.http.failures import failed, no_such_route
from mercato.kernel.http.intake import MULTIPART, Disconnected, read_body, replaying
from mercato.kernel.http.origins import Header, Origins
from mercato.kernel.http.paths import PathTable
from mercato.kernel.http.reply import Reply
from mercato.kernel.ids import new_ulid

_READ_HEADERS: Final = frozenset(
    {
        b"access-control-request-headers",
        b"access-control-request-method",
        b"content-encoding",
        b"content-length",
        b"content-type",
        b"host",
        b"if-none-match",
        b"origin",
        b"x-request-id",
    }
)
_REQUEST_ID: Final = re.compile(rb"[A-Za-z0-9_.:\-]{1,128}\Z")
_BROKEN_ESCAPE: Final = re.compile(rb"%(?![0-9A-Fa-f]{2})")
_BODILESS: Final = frozenset({"GET", "HEAD", "OPTIONS"})

_log = structlog.get_logger("mercato.access")


@dataclass(frozen=True, slots=True)
class Audience:
    """What holds for all paths under a prefix, also for those that lead nowhere."""

    prefix: str
    origins: Origins | None = None
    authenticate: Callable[[Any], Awaitable[Any]] | None = None
    """Refuses a caller by raising; asked before an unknown path is called unknown."""
    decodes: bool = True
    """Whether a broken body is refused before the credentials are looked at. Signed calls are verified as bytes."""
    headers: Sequence[Header] = ()


@dataclass(frozen=True, slots=True)
class Limits:
    """The greatest bodies, in bytes."""

    body: int = 1_000_000
    upload: int = 100_000_000


@dataclass(slots=True)
class Edge:
    """The application a server runs."""

    app: Any
    """The framework's application."""
    paths: PathTable
    audiences: Sequence[Audience]
    limits: Limits = field(default_factory=Limits)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One connection."""
        if scope["type"] == "http":
            await self._request(scope, receive, send)
        else:
            await self.app(scope, receive, send)

    async def _request(self, scope: Any, receive: Any, send: Any) -> None:
        started = perf_counter()
        headers = {name: value for name, value in scope["headers"] if name in _READ_HEADERS}
        request_id = _request_id(headers)
        path, method = scope["path"], scope["method"]
        audience = self._audience(path)
        extra: list[Header] = [(b"x-request-id", request_id.encode()), *audience.headers]
        if audience.origins is not None:
            extra += audience.origins.headers(headers.get(b"origin"))
        reply = Reply(send, method, headers.get(b"if-none-match"), extra)
        exchange = Exchange(request_id, scope["query_string"], headers.get(b"content-type", b"").decode("latin-1"))
        exchange.attach(scope)
        tokens = structlog.contextvars.bind_contextvars(request_id=request_id)
        try:
            await self._answer(_Incoming(scope, receive, headers, audience, exchange), reply)
        except Disconnected:
            return
        except Exception as error:  # noqa: BLE001 - the outermost edge: whatever happened, the client gets an answer
            answer = failed(error, path=path, method=method)
            if not reply.begun:
                await answer(scope, receive, reply)
        finally:
            milliseconds = round((perf_counter() - started) * 1000, 2)
            _log.info("request", method=method, path=path, status=reply.status, ms=milliseconds)
            structlog.contextvars.reset_contextvars(**tokens)

    async def _answer(self, incoming: "_Incoming", reply: Reply) -> None:
        scope, receive, method = incoming.scope, incoming.receive, incoming.scope["method"]
        origins, origin = incoming.audience.origins, incoming.headers.get(b"origin")
        if (
            method == "OPTIONS"
            and origins is not None
            and origin is not None
            and b"access-control-request-method" in incoming.headers
        ):
            wanted = incoming.headers.get(b"access-control-request-headers")
            await _empty(204, origins.preflight(wanted))(scope, receive, reply)
            return
        _check_path(scope)
        found = self.paths.find(scope["path"])
        if method == "OPTIONS" and found is not None:
            await _allow(found[1])(scope, receive, reply)
            return
        reads_body = method not in _BODILESS
        if reads_body:
            receive = await self._take_body(incoming)
        wanted_method = "GET" if method == "HEAD" else method
        if found is None or wanted_method not in found[1]:
            await self._refuse_unknown(incoming, receive, reply)
            return
        if reads_body and _is_foreign_page(incoming):
            # A browser sends the session's cookie along with whatever page made it send: only ours may act with it.
            scope["headers"] = [pair for pair in scope["headers"] if pair[0] != b"cookie"]
        scope["path"], scope["method"] = found[0], wanted_method
        await self.app(scope, receive, reply)

    async def _take_body(self, incoming: "_Incoming") -> Any:
        exchange = incoming.exchange
        if exchange.content_type.lower().startswith(MULTIPART):
            return incoming.receive
        limit = self.limits.body
        exchange.raw = await read_body(incoming.receive, incoming.headers, limit)
        if incoming.audience.decodes:
            _ = exchange.body
        return replaying(exchange.raw, incoming.receive)

    async def _refuse_unknown(self, incoming: "_Incoming", receive: Any, reply: Reply) -> None:
        scope = incoming.scope
        if incoming.audience.authenticate is not None:
            scope.setdefault("state", {})
            scope["litestar_app"] = self.app
            request: Request[Any, Any, Any] = Request(scope, receive)
            await incoming.audience.authenticate(request)
        await no_such_route(scope["method"], scope["path"])(scope, receive, reply)

    def _audience(self, path: str) -> Audience:
        first = path[1:].partition("/")[0].lower()
        return next((audience for audience in self.audiences if audience.prefix == first), _NOBODY)


_NOBODY: Final = Audience("")


@dataclass(frozen=True, slots=True)
class _Incoming:
    scope: Any
    receive: Any
    headers: dict[bytes, bytes]
    audience: Audience
    exchange: Exchange


def _is_foreign_page(incoming: _Incoming) -> bool:
    """Whether a web page that is neither ours nor in the settings sends this. Programs name no origin."""
    origin, origins = incoming.headers.get(b"origin"), incoming.audience.origins
    if origin is None or origins is None or origins.allows(origin):
        return False
    return origin.partition(b"://")[2].lower() != incoming.headers.get(b"host", b"").lower()


def _request_id(headers: dict[bytes, bytes]) -> str:
    given = headers.get(b"x-request-id")
    return given.decode() if given is not None and _REQUEST_ID.match(given) else f"req_{new_ulid()}"


def _check_path(scope: Any) -> None:
    raw = scope.get("raw_path") or b""
    if (b"%" in raw and _BROKEN_ESCAPE.search(raw)) or "\ufffd" in scope["path"]:
        raise Invalid("Invalid request: the path has a malformed percent escape")
    if "\x00" in scope["path"]:
        raise Invalid("Invalid request: null characters are not allowed in the path")


def _empty(status: int, headers: list[Header]) -> ASGIApp:
    async def send_it(scope: Any, receive: Any, send: Any) -> None:
        del scope, receive
        await send({"type": "http.response.start", "status": status, "headers": [*headers, (b"content-length", b"0")]})
        await send({"type": "http.response.body", "body": b""})

    return send_it


def _allow(methods: set[str]) -> Answer:
    names = sorted(methods | ({"HEAD"} if "GET" in methods else set()))
    listed = ",".join(names)
    return Answer(listed.encode(), media_type=b"text/html; charset=utf-8").header("allow", listed)
