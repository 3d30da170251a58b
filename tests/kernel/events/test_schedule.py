"""The clock: each tick once, whoever asks, and none lost to a night's sleep."""

import asyncio
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select

from mercato.kernel.db import Db
from mercato.kernel.events.event import Event
from mercato.kernel.events.models import StoredEvent
from mercato.kernel.events.outbox import Outbox
from mercato.kernel.events.schedule import Scheduled
from mercato.kernel.events.ticks import emit_due


class MidnightCame(Event, name="midnight.came"): ...


DAILY = [Scheduled("daily", "0 0 * * *", MidnightCame)]
EVENING = datetime(2026, 3, 4, 23, 59, 59, tzinfo=UTC)


async def count(db: Db) -> int:
    async with db.read() as tx:
        return len(await tx.scalars(select(StoredEvent)))


@pytest.fixture(autouse=True)
def outbox(db: Db) -> None:
    db.outbox = Outbox({})


async def test_installing_runs_nothing(db: Db):
    assert await emit_due(db, DAILY, EVENING) == []


async def test_a_tick_comes_once(db: Db):
    await emit_due(db, DAILY, EVENING)
    assert await emit_due(db, DAILY, EVENING) == []
    assert await emit_due(db, DAILY, EVENING + timedelta(seconds=1)) == ["daily"]
    assert await emit_due(db, DAILY, EVENING + timedelta(hours=20)) == []
    assert await emit_due(db, DAILY, EVENING + timedelta(hours=24, seconds=1)) == ["daily"]
    assert await count(db) == 2


async def test_several_missed_ticks_count_as_one(db: Db):
    await emit_due(db, DAILY, EVENING)
    assert await emit_due(db, DAILY, EVENING + timedelta(days=5)) == ["daily"]
    assert await count(db) == 1


async def test_of_several_processes_one_emits_the_tick(db: Db, database_url: str):
    await emit_due(db, DAILY, EVENING)
    others = [Db(database_url, outbox=Outbox({})) for _ in range(3)]
    try:
        found = await asyncio.gather(*(emit_due(one, DAILY, EVENING + timedelta(minutes=1)) for one in [db, *others]))
    finally:
        for other in others:
            await other.close()
    assert sorted(found, key=len) == [[], [], [], ["daily"]]
    assert await count(db) == 1


def test_times_of_an_entry():
    [entry] = DAILY
    midnight = datetime(2026, 3, 5, tzinfo=UTC)
    assert entry.last_before(midnight) == midnight
    assert entry.last_before(midnight - timedelta(milliseconds=1)) == midnight - timedelta(days=1)
    assert entry.next_after(midnight) == midnight + timedelta(days=1)
