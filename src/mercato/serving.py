"""Starting the web server."""

import typer
from granian import Granian
from granian.constants import Interfaces, Loops
from granian.log import LogLevels

from mercato.kernel.db import Db
from mercato.migrate import is_current, upgrade
from mercato.seed.defaults import ensure_defaults
from mercato.settings import Misconfigured, Settings


async def prepare(settings: Settings) -> None:
    """Makes the database fit to serve.

    The embedded database is brought up to date by itself; a server of its own has other programs on it, and when its
    tables change is the operator's decision.

    Raises:
        Misconfigured: when the tables of a PostgreSQL database are not those of this version.
    """
    if settings.embedded:
        await bring_up_to_date(settings)
    elif not await is_current(settings.database_url):
        raise Misconfigured("The tables of the database are not those of this version: run `mercato db upgrade`.")


async def bring_up_to_date(settings: Settings) -> None:
    """Runs missing migrations; a database that is new gets its defaults."""
    await upgrade(settings.database_url)
    db = Db(settings.database_url)
    try:
        async with db.tx() as tx:
            await ensure_defaults(tx)
    finally:
        await db.close()


def run(settings: Settings, *, workers: int, told: str) -> None:
    """Serves until it is stopped, and says so once it answers. Settings reach the workers through the environment."""
    server = Granian(
        "mercato.asgi:application",
        factory=True,
        address=settings.host,
        port=settings.port,
        workers=workers,
        interface=Interfaces.ASGI,
        loop=Loops.auto,
        websockets=False,
        log_level=LogLevels.warning,
        respawn_failed_workers=True,
        # A request gets this long to end when the server is told to stop.
        workers_kill_timeout=20,
        process_name="mercato",
    )
    server.on_startup(lambda: typer.echo(told))
    server.serve()
