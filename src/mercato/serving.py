"""Getting ready to serve."""

import os
import socket
import sys
from typing import NoReturn

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


def become_server(settings: Settings, *, workers: int, welcome: str) -> NoReturn:
    """Goes on as the server, in this process and under its id. Settings reach it through the environment.

    Raises:
        Misconfigured: another program listens at the address.
    """
    _check_free(settings.host, settings.port)
    sys.stdout.flush()
    sys.stderr.flush()
    options = [settings.host, str(settings.port), str(workers), welcome]
    os.execv(sys.executable, [sys.executable, "-m", "mercato.server", *options])  # noqa: S606 - no shell is wanted


def _check_free(host: str, port: int) -> None:
    # The workers share their port, so a second server would take half of the first one's requests and say nothing.
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        socket.create_server((host, port), family=family).close()
    except OSError as error:
        raise Misconfigured(
            f"Cannot listen on {host}, port {port}: {error.strerror}. Choose another with --port."
        ) from None
