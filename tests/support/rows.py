"""All rows of a database, to tell what an action has made or changed."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import select

from mercato.kernel.db import Db
from mercato.tables import METADATA

Rows = dict[str, dict[tuple[Any, ...], dict[str, Any]]]
"""Table -> primary key -> row."""


async def everything(db: Db) -> Rows:
    """Every row of every table."""
    found: Rows = {}
    async with db.read() as tx:
        for table in METADATA.sorted_tables:
            keys = [column.name for column in table.primary_key]
            rows = [dict(row._mapping) for row in await tx.rows(select(table))]
            found[table.name] = {tuple(row[key] for key in keys): row for row in rows}
    return found


def new_ids(before: Rows, after: Rows) -> dict[str, list[str]]:
    """Table -> ids of the rows that were not there."""
    return {
        table: [row["id"] for key, row in rows.items() if key not in before.get(table, {}) and "id" in row]
        for table, rows in after.items()
    }


def about(rows: Rows, ids: Iterable[str]) -> Rows:
    """The rows that name one of these ids in any column."""
    wanted = frozenset(ids)
    return {
        table: {key: row for key, row in content.items() if not wanted.isdisjoint(_texts(row))}
        for table, content in rows.items()
    }


def _texts(row: dict[str, Any]) -> Iterable[str]:
    return (value for value in row.values() if isinstance(value, str))


def differences(before: Rows, after: Rows) -> list[str]:
    """What was changed, made or removed, one line each."""
    lines: list[str] = []
    for table in sorted(before.keys() | after.keys()):
        old, new = before.get(table, {}), after.get(table, {})
        changed = [key for key in sorted(old.keys() | new.keys(), key=repr) if old.get(key) != new.get(key)]
        lines += [f"{table} {key}: {_changed(old.get(key), new.get(key))}" for key in changed]
    return lines


def _changed(old: dict[str, Any] | None, new: dict[str, Any] | None) -> str:
    if old is None or new is None:
        return "is new" if old is None else "is gone"
    return ", ".join(f"{name}: {old[name]!r} became {new[name]!r}" for name in old if old[name] != new[name])
