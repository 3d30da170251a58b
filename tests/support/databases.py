"""Fresh databases for each test, copied from a template that is built once per process."""

import asyncio
import os
import shutil
from collections.abc import Generator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import Final

import asyncpg

from mercato.kernel.db import Db
from mercato.seed.defaults import create_defaults
from mercato.tables import METADATA
from tests.support.cluster import Cluster

_numbers: Final = count(1)


class SqliteDatabases:
    """Copies of one file."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.template = folder / "template.db"
        asyncio.run(build(self._url(self.template)))
        # The journal belongs to the template's connection; the copy starts from the bare file.
        for leftover in (f"{self.template}-wal", f"{self.template}-shm"):
            Path(leftover).unlink(missing_ok=True)

    @contextmanager
    def fresh(self, *, empty: bool = False) -> Generator[str, None, None]:
        """The URL of a new database: a fresh installation, or nothing at all."""
        file = self.folder / f"test_{next(_numbers)}.db"
        if not empty:
            shutil.copyfile(self.template, file)
        try:
            yield self._url(file)
        finally:
            for name in (file, f"{file}-wal", f"{file}-shm"):
                Path(name).unlink(missing_ok=True)

    def _url(self, file: Path) -> str:
        return f"sqlite+aiosqlite:///{file}"


class PostgresDatabases:
    """Databases made from a template by the server."""

    def __init__(self, cluster: Cluster) -> None:
        self.cluster = cluster
        self.template = "mercato_template"
        self._administer(f"CREATE DATABASE {self.template}")
        asyncio.run(build(self._url(self.template)))

    @contextmanager
    def fresh(self, *, empty: bool = False) -> Generator[str, None, None]:
        """The URL of a new database: a fresh installation, or nothing at all."""
        name = f"test_{os.getpid()}_{next(_numbers)}"
        template = "template1" if empty else self.template
        self._administer(f"CREATE DATABASE {name} TEMPLATE {template} STRATEGY FILE_COPY")
        try:
            yield self._url(name)
        finally:
            self._administer(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")

    def _url(self, name: str) -> str:
        return self.cluster.url(name, "postgresql+asyncpg")

    def _administer(self, statement: str) -> None:
        asyncio.run(self._run(statement))

    async def _run(self, statement: str) -> None:
        connection = await asyncpg.connect(self.cluster.url("postgres"))
        try:
            await connection.execute(statement)
        finally:
            await connection.close()


Databases = SqliteDatabases | PostgresDatabases


async def build(url: str) -> None:
    """A fresh installation, its tables made from the models. That the migrations make the same is another test."""
    db = Db(url)
    async with db.engine.begin() as connection:
        await connection.run_sync(METADATA.create_all)
    async with db.tx() as tx:
        await create_defaults(tx)
    await db.close()
