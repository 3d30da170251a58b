"""The composition: every router under its prefix, with the credentials in front and the database behind."""

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from typing import Any, Final

from litestar import Litestar

from mercato import __version__, routes
from mercato.api.access import DEPENDENCIES, authenticate_prefix, require_access, seller_id_of
from mercato.api.gate import Gate
from mercato.graph import GRAPH
from mercato.graph.audiences import SELLERS_GRAPH, SHOPPERS_GRAPH
from mercato.kernel.auth.session import Cookies
from mercato.kernel.auth.tokens import Tokens
from mercato.kernel.db import Db
from mercato.kernel.http import system
from mercato.kernel.http.edge import Audience, Edge, Limits
from mercato.kernel.http.injection import Reach
from mercato.kernel.http.openapi import document
from mercato.kernel.http.origins import Origins
from mercato.kernel.http.server import Extras, Mount, build, described
from mercato.providers.adapters import Adapters
from mercato.settings import Settings
from mercato.workers.runner import make_outbox, make_runner

TITLE: Final = "Mercato"
SELLERS: Final = Reach(SELLERS_GRAPH, seller_id_of)
SHOPPERS: Final = Reach(SHOPPERS_GRAPH)


def open_db(settings: Settings) -> Db:
    """The database with what its transactions need: the graph to read, the outbox for events, the services outside."""
    return Db(settings.database_url, graph=GRAPH, outbox=make_outbox(), adapters=Adapters())


def create_app(settings: Settings, db: Db | None = None) -> Edge:
    """The application a server runs. Without `db` it opens the one of the settings, and closes it at the end."""
    database = db or open_db(settings)
    runner = make_runner(database)
    tokens = Tokens(settings.jwt_secret)
    cookies = Cookies(settings.cookie_secret, secure=settings.production)
    state = {
        "settings": settings,
        "db": database,
        "tokens": tokens,
        "cookies": cookies,
        "gate": Gate(database, tokens, cookies),
        "runner": runner,
    }

    @asynccontextmanager
    async def running(_: Litestar) -> AsyncGenerator[None, None]:
        if settings.background_jobs:
            await runner.start()
        yield
        if settings.background_jobs:
            await runner.stop()
        if db is None:
            await database.close()

    extras = Extras(
        state=state,
        lifespan=[running],
        uploads=settings.upload_dir,
        compress=settings.compress_answers,
        limits=Limits(body=settings.max_body_bytes, upload=settings.max_upload_bytes),
    )
    return build(mounts(settings), database, DEPENDENCIES, extras)


def describe(settings: Settings) -> dict[str, Any]:
    """The OpenAPI document of every route."""
    return document(described(mounts(settings)), title=TITLE, version=__version__)


def mounts(settings: Settings) -> list[Mount]:
    """Every audience with its routers and guards."""
    admin, vendor = Origins(settings.admin_cors), Origins(settings.vendor_cors)
    store, auth = Origins(settings.store_cors), Origins(settings.auth_cors)
    mounted = [
        Mount(Audience("admin", admin, authenticate_prefix), routes.ADMIN, [require_access]),
        Mount(Audience("vendor", vendor, authenticate_prefix), routes.VENDOR, [require_access], SELLERS),
        Mount(Audience("store", store, authenticate_prefix), routes.STORE, [require_access], SHOPPERS),
        Mount(Audience("auth", auth), routes.AUTH),
        Mount(Audience("hooks", decodes=False), routes.HOOKS),
    ]
    system_routers = system.routers(lambda: described(mounted), title=TITLE, version=__version__)
    mounted.append(Mount(Audience(""), system_routers))
    return mounted
