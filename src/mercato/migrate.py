"""Bringing a database to the tables of this version. Migrations are part of the package, so an installed one can."""

import os
from pathlib import Path
from typing import Any, Final

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, text
from sqlalchemy.engine import make_url
from sqlalchemy.ext.asyncio import AsyncConnection

from mercato.kernel.db import make_engine

# Any fixed number: the servers of one database agree on it, so that one of them migrates and the others wait.
_UPGRADE_LOCK: Final = 5_201_314_159


def alembic_config(connection: Connection | None = None, **attributes: Any) -> Config:
    """Alembic set up for the migrations of this package, on an open connection."""
    config = Config()
    config.set_main_option("script_location", "mercato:migrations")
    config.attributes.update(attributes, connection=connection)
    return config


async def upgrade(url: str) -> None:
    """Runs the migrations that are missing, all or none of them."""
    _create_file(url)
    engine = make_engine(url)
    try:
        async with engine.connect() as connection:
            if connection.dialect.name == "sqlite":
                await _trust_references(connection)
            async with connection.begin():
                await connection.run_sync(_upgrade)
    finally:
        await engine.dispose()


async def _trust_references(connection: AsyncConnection) -> None:
    """SQLite alters a table by copying and dropping it, which must not touch the rows that refer to it.

    The switch works only outside a transaction; the connection is thrown away afterwards.
    """
    driver: Any = (await connection.get_raw_connection()).driver_connection
    await driver.execute("PRAGMA foreign_keys=OFF")


async def is_current(url: str) -> bool:
    """Whether no migration is missing. The database must be reachable."""
    engine = make_engine(url)
    try:
        async with engine.connect() as connection:
            return await connection.run_sync(_is_current)
    finally:
        await engine.dispose()


def _upgrade(connection: Connection) -> None:
    if connection.dialect.name == "postgresql":
        connection.execute(text("SET LOCAL lock_timeout = '60s'"))
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _UPGRADE_LOCK})
    if not _is_current(connection):
        command.upgrade(alembic_config(connection), "head")
        _check_references(connection)


def _check_references(connection: Connection) -> None:
    if connection.dialect.name == "sqlite" and (broken := connection.exec_driver_sql("PRAGMA foreign_key_check").all()):
        raise RuntimeError(f"the migration left {len(broken)} references to missing rows, first {broken[0]}")


def _is_current(connection: Connection) -> bool:
    heads = ScriptDirectory.from_config(alembic_config()).get_heads()
    return set(MigrationContext.configure(connection).get_current_heads()) == set(heads)


def _create_file(url: str) -> None:
    """A new SQLite file is for its owner's eyes: it holds password hashes and addresses."""
    name = make_url(url).database
    if url.startswith("sqlite") and name and not Path(name).exists():
        os.close(os.open(name, os.O_CREAT | os.O_WRONLY, 0o600))
