"""Which entries of the schedule have come round. Several processes may ask at once: each tick is emitted once."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final, cast

from sqlalchemy import Table, select, update
from sqlalchemy.dialects import postgresql, sqlite

from mercato.kernel.db import Db, Tx
from mercato.kernel.events.models import Tick
from mercato.kernel.events.schedule import Scheduled

_TICK: Final = cast("Table", Tick.__table__)
_INSERT: Final = {"sqlite": sqlite.insert, "postgresql": postgresql.insert}


async def emit_due(db: Db, schedule: Sequence[Scheduled], now: datetime) -> list[str]:
    """Emits the event of every entry whose latest time has come and was not seen to; gives their names.

    An entry that is new to the database starts counting now: installing is no reason to run everything at once.
    """
    async with db.read() as tx:
        seen = {tick.name: tick.last_at for tick in await tx.scalars(select(Tick))}
    emitted: list[str] = []
    for entry in schedule:
        due = entry.last_before(now)
        if entry.name not in seen or seen[entry.name] < due:
            async with db.tx() as tx:
                if await _move_on(tx, entry.name, due, known=entry.name in seen):
                    tx.emit(entry.event())
                    emitted.append(entry.name)
    return emitted


async def _move_on(tx: Tx, name: str, due: datetime, *, known: bool) -> bool:
    if not known:
        insert = _INSERT[tx.dialect](_TICK).values(name=name, last_at=due)
        await tx.execute(insert.on_conflict_do_nothing())
        return False
    result = await tx.execute(update(_TICK).where(_TICK.c.name == name, _TICK.c.last_at < due).values(last_at=due))
    return result.rowcount == 1
