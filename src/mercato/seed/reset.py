"""Back to the state of a fresh installation, beside a running server."""

from sqlalchemy import Table, delete, text

from mercato.kernel.db import Db, Tx
from mercato.seed.defaults import create_defaults
from mercato.tables import METADATA


async def reset(db: Db) -> None:
    """Removes every row and writes the defaults, in one transaction: nobody sees a half-empty database."""
    async with db.tx() as tx:
        await _empty(tx)
        await create_defaults(tx)


async def _empty(tx: Tx) -> None:
    # What is referred to goes last.
    tables = list(reversed(METADATA.sorted_tables))
    if tx.dialect == "postgresql":
        await _empty_postgres(tx, tables)
        return
    await tx.execute(text("PRAGMA defer_foreign_keys=ON"))
    for table in tables:
        await tx.execute(delete(table))


async def _empty_postgres(tx: Tx, tables: list[Table]) -> None:
    """One round trip. The locks come first: a row that a running transaction adds afterwards would survive."""
    names = [f'"{table.name}"' for table in tables]
    deletes = "; ".join(f"DELETE FROM {name}" for name in names)  # noqa: S608 - the models' own names
    await tx.execute(text(f"LOCK TABLE {', '.join(names)} IN SHARE ROW EXCLUSIVE MODE"))
    await tx.execute(text(f"DO $$ BEGIN {deletes}; END $$"))
