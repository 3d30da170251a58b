"""What the database says when a constraint is violated, in the words of the contract."""

import re
from collections.abc import AsyncGenerator, Iterable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any, TypeAlias

from sqlalchemy import Table, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession

from mercato.kernel.errors import ApiError, Invalid, NotFound

_SQLITE_UNIQUE = re.compile(r"UNIQUE constraint failed: (.+)$")
_SQLITE_NULL = re.compile(r"NOT NULL constraint failed: (\w+)\.(\w+)")
_PG_KEY = re.compile(r"Key \((?P<columns>[^)]*)\)=\((?P<values>.*)\)")

Pending: TypeAlias = list[tuple[Table, dict[str, Any]]]


@asynccontextmanager
async def explained(session: AsyncSession) -> AsyncGenerator[None, None]:
    """Runs a block of database work; a violated constraint leaves it as an error that the client can read."""
    pending = _pending(session)
    try:
        yield
    except IntegrityError as error:
        found = await _explain(error, pending or _pending_values(error), session)
        if found is None:
            raise
        raise found from error


@dataclass(frozen=True, slots=True)
class _Changed:
    """A stored row with its new values, which the session forgets when a statement fails."""

    row: Any
    values: dict[str, Any]


def _pending(session: AsyncSession) -> list[Any]:
    # This runs before every statement, and almost none of them fails: no more is taken here than gets lost.
    if not (session.new or session.dirty):
        return []
    return [*session.new, *(_Changed(row, dict(row.__dict__)) for row in session.dirty)]


def _pending_values(error: IntegrityError) -> list[Any]:
    return [error.params] if isinstance(error.params, dict) else []


async def _explain(error: IntegrityError, pending: Sequence[Any], session: AsyncSession) -> ApiError | None:
    cause: Any = error.orig
    message = str(cause)
    detail = getattr(getattr(cause, "__cause__", None), "detail", None) or ""
    if (null := _SQLITE_NULL.search(message)) is not None:
        return _null(null[1], null[2])
    code = getattr(cause, "sqlstate", None)
    native: Any = getattr(cause, "__cause__", None)
    if code == "23502":
        return _null(native.table_name, native.column_name)
    if code == "23503" or "FOREIGN KEY constraint failed" in message:
        return _missing(detail)
    columns = _unique_columns(message, detail)
    table = _table_name(message, native)
    if columns and table:
        values = await _values(_rows_of(pending, table), columns, detail, session)
        listed = ", ".join(f"{name}: {_printed(value)}" for name, value in zip(columns, values, strict=True))
        return Invalid(f"{table.replace('_', ' ').capitalize()} with {listed}, already exists.")
    return None


def _null(table: str, column: str) -> ApiError:
    return Invalid(f"Cannot set field '{column}' of {table.replace('_', ' ').capitalize()} to null")


def _missing(detail: str) -> ApiError:
    key = _PG_KEY.search(detail)
    if key is None:
        return NotFound("You tried to set a relationship, but such entity does not exist")
    return NotFound(f"You tried to set relationship {key['columns']}: {key['values']}, but such entity does not exist")


def _unique_columns(message: str, detail: str) -> list[str]:
    if (unique := _SQLITE_UNIQUE.search(message)) is not None:
        return [part.strip().partition(".")[2] for part in unique[1].split(",")]
    key = _PG_KEY.search(detail)
    return [part.strip().strip('"') for part in key["columns"].split(",")] if key else []


def _table_name(message: str, native: Any) -> str | None:
    if (unique := _SQLITE_UNIQUE.search(message)) is not None:
        return unique[1].partition(".")[0].strip()
    return getattr(native, "table_name", None)


def _rows_of(pending: Iterable[Any], table: str) -> Pending:
    found: Pending = []
    for one in pending:
        row, values = (one.row, one.values) if isinstance(one, _Changed) else (one, getattr(one, "__dict__", {}))
        mapped = getattr(row, "__table__", None)
        if mapped is not None and mapped.name == table:
            keys = {column.name: row.__mapper__.get_property_by_column(column).key for column in mapped.columns}
            found.append((mapped, {name: values.get(key) for name, key in keys.items()}))
    return found


async def _values(rows: Pending, columns: Sequence[str], detail: str, session: AsyncSession) -> list[Any]:
    """The values that clash. Several pending rows are told apart by looking which one is taken already."""
    key = _PG_KEY.search(detail)
    if key is not None and len(columns) == 1:
        return [key["values"]]
    candidates = [[values[name] for name in columns] for _, values in rows]
    if key is not None:
        found = next((c for c in candidates if ", ".join(map(_as_postgres, c)) == key["values"]), None)
        return found or key["values"].split(", ", len(columns) - 1)
    if len(candidates) == 1:
        return candidates[0]
    for number, candidate in enumerate(candidates):
        if candidate in candidates[:number] or await _taken(session, rows[number][0], columns, candidate):
            return candidate
    return ["?"] * len(columns)


async def _taken(session: AsyncSession, table: Table, columns: Sequence[str], values: Sequence[Any]) -> bool:
    await session.rollback()
    query = select(table.c.created_at).where(*(table.c[n] == v for n, v in zip(columns, values, strict=True)))
    return (await session.execute(query.where(table.c.deleted_at.is_(None)))).first() is not None


def _as_postgres(value: Any) -> str:
    return {True: "t", False: "f"}[value] if isinstance(value, bool) else str(value)


def _printed(value: Any) -> str:
    if isinstance(value, bool) or value in ("t", "f"):
        return "true" if value in (True, "t") else "false"
    return "null" if value is None else str(value)
