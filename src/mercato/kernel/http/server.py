"""Puts the parts together: routers under their prefixes, handlers made endpoints, the edge in front."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final, cast

from litestar import Litestar, Request, Response, Router
from litestar.config.compression import CompressionConfig
from litestar.datastructures import CacheControlHeader, State
from litestar.di import Provide
from litestar.handlers import HTTPRouteHandler
from litestar.routes import HTTPRoute
from litestar.static_files import create_static_files_router  # pyright: ignore[reportUnknownVariableType]

from mercato.kernel.db import Db
from mercato.kernel.http.edge import Audience, Edge, Limits
from mercato.kernel.http.failures import failed
from mercato.kernel.http.injection import Guard, Injector, Reach
from mercato.kernel.http.openapi import Described
from mercato.kernel.http.paths import PathTable

STATIC: Final = "/static"
# Uploaded files are other people's: a page among them must not run scripts with our origin.
_UPLOADS: Final = Audience(
    "static",
    headers=(
        (b"x-content-type-options", b"nosniff"),
        (b"content-security-policy", b"default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; sandbox"),
    ),
)


@dataclass(frozen=True, slots=True)
class Mount:
    """The routers of one audience and the guards that stand before all of them."""

    audience: Audience
    routers: Sequence[Router]
    guards: Sequence[Guard] = ()
    reach: Reach | None = None
    """What its routes may read, unless they may read everything."""


@dataclass(frozen=True, slots=True)
class Extras:
    """What a server may have beside its routes."""

    state: Mapping[str, Any] = field(default_factory=dict[str, Any])
    """Reachable as `request.app.state`, or by a parameter `state: State`."""
    lifespan: Sequence[Callable[[Litestar], AbstractAsyncContextManager[None]]] = ()
    uploads: Path | None = None
    """The folder behind `/static`."""
    compress: bool = False
    limits: Limits = field(default_factory=Limits)


def described(mounts: Sequence[Mount]) -> Iterator[Described]:
    """Every route with its whole path."""
    for mount in mounts:
        prefix = f"/{mount.audience.prefix}" if mount.audience.prefix else ""
        for router in mount.routers:
            for route in router.routes:
                if isinstance(route, HTTPRoute):
                    # The router adds a handler for OPTIONS to each path by itself; the edge has its own.
                    handlers = (handler for handler in route.route_handlers if "OPTIONS" not in handler.http_methods)
                    yield from (Described((prefix + route.path).rstrip("/"), handler) for handler in handlers)


def build(mounts: Sequence[Mount], db: Db, dependencies: Mapping[str, Provide], extras: Extras | None = None) -> Edge:
    """The application a server runs.

    Raises:
        TypeError: a handler asks for something that nobody provides.
    """
    extras = extras or Extras()
    injector, paths = Injector(db, dependencies), PathTable()
    handlers: list[Any] = []
    for mount in mounts:
        for route in described([mount]):
            guards = [*mount.guards, *_own_guards(route.handler)]
            handlers.append(injector.endpoint(route.handler, route.path, guards, mount.reach))
            paths.add(route.path, route.handler.http_methods)
    if extras.uploads is not None:
        extras.uploads.mkdir(parents=True, exist_ok=True)
        handlers.append(_static(extras.uploads))
        paths.add(f"{STATIC}/{{file_path:path}}", {"GET"})
    app = Litestar(
        route_handlers=handlers,
        openapi_config=None,
        exception_handlers={Exception: _refuse},
        request_max_body_size=extras.limits.upload,
        state=State(dict(extras.state)),
        lifespan=list(extras.lifespan),
        compression_config=CompressionConfig(backend="gzip", minimum_size=1024) if extras.compress else None,
        logging_config=None,
        debug=False,
    )
    return Edge(app, paths, [*(mount.audience for mount in mounts), _UPLOADS], extras.limits)


def _own_guards(handler: HTTPRouteHandler) -> list[Guard]:
    return cast("list[Guard]", handler.resolve_guards())  # pyright: ignore[reportUnknownMemberType]


def _static(folder: Path) -> Router:
    return create_static_files_router(
        path=STATIC,
        directories=[folder],
        cache_control=CacheControlHeader(public=True, max_age=0),
        include_in_schema=False,
    )


def _refuse(request: Request[Any, Any, Any], error: Exception) -> Response[bytes]:
    answer = failed(error, path=request.scope["path"], method=request.scope["method"])
    return Response(answer.body, status_code=answer.status, media_type=dict(answer.headers)[b"content-type"].decode())
