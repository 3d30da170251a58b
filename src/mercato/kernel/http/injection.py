"""What a handler asks for in its signature, given to it in the contract's order.

Credentials, then the body, then the query; the database is touched only when all of them are right. A `tx` is committed
before the answer is sent, so a failing commit becomes an error the client sees. Done by hand and not by the framework's
injector, which resolves side by side what here has an order, and costs more than the rest of a request.
"""

import inspect
from collections.abc import Awaitable, Callable, Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass, field, replace
from typing import Any, TypeAlias, cast, get_type_hints

from litestar import Request
from litestar.datastructures import State, UploadFile
from litestar.di import Provide
from litestar.handlers import HTTPRouteHandler
from litestar.types import ASGIApp
from pydantic import BaseModel

from mercato.kernel.db import Db, Tx
from mercato.kernel.http.body import read
from mercato.kernel.http.exchange import Exchange
from mercato.kernel.http.params import QueryBody, names, read_params
from mercato.kernel.reader.parse import parse_listing, parse_selection
from mercato.kernel.reader.view import Graph, Listing, Selection, View

AnyRequest: TypeAlias = Request[Any, Any, Any]
Guard: TypeAlias = Callable[[AnyRequest, HTTPRouteHandler], Awaitable[None]]
Values: TypeAlias = dict[str, Any]
Early: TypeAlias = Callable[[AnyRequest], Any]
"""Gives a value from the request alone."""
Late: TypeAlias = Callable[[AnyRequest, Tx | None], Awaitable[Any]]
"""Gives a value that may need the transaction."""


@dataclass(frozen=True, slots=True)
class Reach:
    """What an audience may read when that is not everything: its graph, and for whom each request asks."""

    graph: Graph
    owner: Callable[[AnyRequest], str | None] | None = None


class Files(list[UploadFile]):
    """The files of a multipart body: `files: Files`."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a signature needs, in the order in which it is given."""

    body: list[tuple[str, Early]] = field(default_factory=list[tuple[str, Early]])
    query: list[tuple[str, Early]] = field(default_factory=list[tuple[str, Early]])
    plain: list[tuple[str, Early]] = field(default_factory=list[tuple[str, Early]])
    late: list[tuple[str, Late]] = field(default_factory=list[tuple[str, Late]])
    tx: list[str] = field(default_factory=list[str])
    inner_tx: list[str] = field(default_factory=list[str])

    @property
    def needs_tx(self) -> bool:
        """Whether a transaction must be open when the handler runs."""
        return bool(self.tx or self.inner_tx)


class Injector:
    """Makes endpoints of handlers: knows the database and the values that the access layer provides by name."""

    def __init__(self, db: Db, dependencies: Mapping[str, Provide]) -> None:
        self._db = db
        self._dependencies = dependencies

    def endpoint(
        self, handler: HTTPRouteHandler, path: str, guards: Sequence[Guard], reach: Reach | None = None
    ) -> HTTPRouteHandler:
        """The same route with a handler that the framework calls with nothing but the request."""
        function = cast("Callable[..., Awaitable[ASGIApp]]", handler.fn)
        wanted = self._wanted(function, _Route(path, handler.opt, reach))
        early = [*wanted.body, *wanted.query, *wanted.plain]
        reads = handler.http_methods <= {"GET", "HEAD"} or bool(handler.opt.get("readonly"))
        opened: Callable[[], AbstractAsyncContextManager[Tx]] = self._db.read if reads else self._db.tx

        async def respond(request: AnyRequest) -> ASGIApp:
            for guard in guards:
                await guard(request, handler)
            values = {name: give(request) for name, give in early}
            if not wanted.needs_tx:
                for name, provide in wanted.late:
                    values[name] = await provide(request, None)
                return await function(**values)
            async with opened() as tx:
                for name in wanted.tx:
                    values[name] = tx
                for name, provide in wanted.late:
                    values[name] = await provide(request, tx)
                return await function(**values)

        # The status is the answer's own; the framework only wants to know that there is a body.
        methods = list(handler.http_methods)
        return HTTPRouteHandler(path, http_method=methods, status_code=200, opt=dict(handler.opt))(respond)

    def _wanted(self, function: Callable[..., Any], route: "_Route") -> Wanted:
        wanted = Wanted()
        hints = get_type_hints(function)
        hints.pop("return", None)
        taken = frozenset[str]()
        for kind in hints.values():
            if isinstance(kind, type) and issubclass(kind, QueryBody):
                taken = names(kind)
        for name in inspect.signature(function).parameters:
            self._want(wanted, name, hints.get(name), replace(route, taken=taken))
        return wanted

    def _want(self, wanted: Wanted, name: str, kind: Any, route: "_Route") -> None:
        if name in self._dependencies:
            self._want_dependency(wanted, name, route)
        elif kind is Tx:
            wanted.tx.append(name)
        elif kind is Files:
            wanted.late.append((name, _files))
        elif kind in (Listing, Selection):
            wanted.query.append((name, self._reader_query(kind, route)))
        elif _is(kind, QueryBody):
            wanted.query.insert(0, (name, _params(kind, alone="view" not in route.opt)))
        elif name == "data" and _is(kind, BaseModel):
            wanted.body.append((name, _data(kind)))
        elif (give := self._plain(name, kind, route.path)) is not None:
            wanted.plain.append((name, give))
        else:
            raise TypeError(f"{route.path}: nothing provides `{name}: {kind}`")

    def _plain(self, name: str, kind: Any, path: str) -> Early | None:
        if kind is Db:
            return lambda _: self._db
        if kind is State:
            return lambda request: request.app.state
        if kind is bytes:
            return lambda request: Exchange.of(request.scope).raw
        if _is(kind, Request):
            return lambda request: request
        if f"{{{name}:" in path:
            return lambda request: request.path_params[name]
        return None

    def _want_dependency(self, wanted: Wanted, name: str, route: "_Route") -> None:
        function = self._dependencies[name].dependency
        inner = self._wanted(function, route)
        early = [*inner.body, *inner.query, *inner.plain]
        if not inspect.iscoroutinefunction(function):
            if inner.late or inner.needs_tx:
                raise TypeError(f"{route.path}: the provider of `{name}` must be async, because it waits for others")
            wanted.plain.append((name, lambda request: function(**{key: give(request) for key, give in early})))
            return

        async def provide(request: AnyRequest, tx: Tx | None) -> Any:
            values: Values = {key: give(request) for key, give in early}
            for key in inner.tx:
                values[key] = tx
            for key, deeper in inner.late:
                values[key] = await deeper(request, tx)
            return await function(**values)

        wanted.late.append((name, provide))
        wanted.inner_tx.extend([*inner.tx, *inner.inner_tx])

    def _reader_query(self, kind: Any, route: "_Route") -> Early:
        view = route.opt.get("view")
        if not isinstance(view, View):
            raise TypeError(f"{route.path}: the route has to name its view")
        reach, taken = route.reach, route.taken
        graph, owner = (reach.graph, reach.owner) if reach is not None else (self._db.graph, None)
        parse = parse_listing if kind is Listing else parse_selection

        def give(request: AnyRequest) -> Any:
            query = Exchange.of(request.scope).query
            if taken:
                query = {key: value for key, value in query.items() if key not in taken}
            parsed = parse(view, graph, query)
            return replace(parsed, owner=owner(request)) if owner is not None else parsed

        return give


@dataclass(frozen=True, slots=True)
class _Route:
    path: str
    opt: Mapping[str, Any]
    reach: Reach | None
    taken: frozenset[str] = frozenset()


def _is(kind: Any, parent: type) -> bool:
    origin = getattr(kind, "__origin__", kind)
    return isinstance(origin, type) and issubclass(origin, parent)


def _data(kind: type[BaseModel]) -> Early:
    return lambda request: read(kind, Exchange.of(request.scope).body)


def _params(kind: type[QueryBody], *, alone: bool) -> Early:
    if alone:
        return lambda request: read_params(kind, Exchange.of(request.scope).query)
    known = names(kind)
    return lambda request: read_params(
        kind, {key: value for key, value in Exchange.of(request.scope).query.items() if key in known}
    )


async def _files(request: AnyRequest, tx: Tx | None) -> Files:
    del tx
    form = await request.form()
    return Files(value for _, value in form.multi_items() if isinstance(value, UploadFile))
