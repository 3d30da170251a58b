"""`mercato doctor`: what is misconfigured, and how to mend it."""

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Final

from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError

from mercato.kernel.db import make_engine
from mercato.migrate import is_current
from mercato.settings import DEFAULT_SECRET, SHORTEST_SECRET, Settings, origins

OLDEST_POSTGRES: Final = 130_000


class Level(StrEnum):
    """How bad a finding is: only problems keep Mercato from working."""

    OK = "ok"
    WARNING = "warning"
    PROBLEM = "problem"


@dataclass(frozen=True)
class Finding:
    """What was looked at, and what to do about it."""

    level: Level
    what: str
    mend: str = ""


async def examine(settings: Settings) -> list[Finding]:
    """Looks at everything; never changes anything."""
    return [
        *_secrets(settings),
        *_origins(settings),
        *_addresses(settings),
        *_uploads(settings),
        *_file_mode(settings),
        *await _database(settings),
    ]


def _secrets(settings: Settings) -> Iterator[Finding]:
    how = "set it to the output of `openssl rand -base64 48`"
    for name in ("jwt_secret", "cookie_secret"):
        secret, shown = getattr(settings, name), name.upper()
        if secret == DEFAULT_SECRET:
            level = Level.PROBLEM if settings.production else Level.WARNING
            yield Finding(level, f"{shown} has its default, which everybody knows", how)
        elif len(secret) < SHORTEST_SECRET:
            yield Finding(Level.WARNING, f"{shown} has fewer than {SHORTEST_SECRET} characters and can be guessed", how)
        else:
            yield Finding(Level.OK, f"{shown} is set")
    if settings.jwt_secret == settings.cookie_secret != DEFAULT_SECRET:
        yield Finding(Level.WARNING, "JWT_SECRET and COOKIE_SECRET are the same", "give each its own: " + how)


def _origins(settings: Settings) -> Iterator[Finding]:
    for name in ("store_cors", "admin_cors", "vendor_cors", "auth_cors"):
        shown, listed = name.upper(), origins(getattr(settings, name))
        wrong = [origin for origin in listed if not origin.startswith(("http://", "https://", "/"))]
        if not listed:
            yield Finding(Level.WARNING, f"{shown} is empty: no browser may call", f"set {shown}=https://shop.example")
        elif "*" in listed and settings.production:
            yield Finding(
                Level.PROBLEM, f"{shown} lets every web site call with cookies", "name the origins instead of *"
            )
        elif wrong and wrong != ["*"]:
            yield Finding(
                Level.PROBLEM, f"{shown}: {wrong[0]} is no origin", "write it as https://host or https://host:port"
            )
        else:
            yield Finding(Level.OK, f"{shown} allows {', '.join(listed)}")
    missing = [
        origin
        for name in ("store_cors", "admin_cors", "vendor_cors")
        for origin in origins(getattr(settings, name))
        if origin not in origins(settings.auth_cors)
    ]
    if missing:
        mend = f"add {','.join(dict.fromkeys(missing))} to AUTH_CORS"
        yield Finding(Level.WARNING, f"nobody can log in from {missing[0]}: AUTH_CORS lacks it", mend)


def _addresses(settings: Settings) -> Iterator[Finding]:
    if not settings.production:
        return
    for name in ("backend_url", "vendor_panel_url", "storefront_url"):
        url = getattr(settings, name)
        if "localhost" in url or "127.0.0.1" in url:
            mend = f"set {name.upper()} to the public address; it stands in mails and picture addresses"
            yield Finding(Level.WARNING, f"{name.upper()} is {url}", mend)


def _uploads(settings: Settings) -> Iterator[Finding]:
    folder = settings.upload_dir.resolve()
    nearest = next(parent for parent in (folder, *folder.parents) if parent.exists())
    if nearest.is_dir() and os.access(nearest, os.W_OK | os.X_OK):
        yield Finding(Level.OK, f"uploads go to {folder}")
    else:
        mend = f"make it writable for this user, or set UPLOAD_DIR to another folder: chown {os.geteuid()} {nearest}"
        yield Finding(Level.PROBLEM, f"uploads cannot be written to {folder}", mend)


def _file_mode(settings: Settings) -> Iterator[Finding]:
    file = settings.sqlite_file
    if file is None:
        return
    for part in (file, Path(f"{file}-wal"), Path(f"{file}-shm")):
        if part.exists() and part.stat().st_mode & (stat.S_IRWXO | stat.S_IWGRP):
            yield Finding(Level.WARNING, f"{part} can be read or changed by other users", f"chmod 600 {part}")


async def _database(settings: Settings) -> list[Finding]:
    file = settings.sqlite_file
    if file is not None and not file.exists():
        return [_missing_file(file)]
    try:
        found = [await _reachable(settings)]
        current = await is_current(settings.database_url)
    except (OSError, SQLAlchemyError) as error:
        mend = "start the database, and check user, password, host, port and name in DATABASE_URL"
        return [Finding(Level.PROBLEM, f"the database cannot be reached: {_first_line(error)}", mend)]
    if current:
        return [*found, Finding(Level.OK, "the tables are those of this version")]
    return [*found, Finding(Level.PROBLEM, "the tables are not those of this version", "run `mercato db upgrade`")]


def _missing_file(file: Path) -> Finding:
    if os.access(file.resolve().parent, os.W_OK | os.X_OK):
        return Finding(Level.OK, f"the database {file} will be made by `mercato serve`")
    mend = "make the folder and give it to this user, or set DATABASE_URL"
    return Finding(Level.PROBLEM, f"the database {file} cannot be made in its folder", mend)


async def _reachable(settings: Settings) -> Finding:
    engine = make_engine(settings.database_url)
    try:
        async with engine.connect() as connection:
            if settings.embedded:
                version = (await connection.execute(text("SELECT sqlite_version()"))).scalar_one()
                return Finding(Level.OK, f"SQLite {version} opens {settings.sqlite_file}")
            number = int((await connection.execute(text("SHOW server_version_num"))).scalar_one())
            if number < OLDEST_POSTGRES:
                return Finding(Level.PROBLEM, f"PostgreSQL {number // 10000} is too old", "use version 13 or later")
            return Finding(Level.OK, f"PostgreSQL {number // 10000} answers")
    finally:
        await engine.dispose()


def _first_line(error: Exception) -> str:
    cause = getattr(error, "orig", None) or error
    return (str(cause) or type(cause).__name__).splitlines()[0]
