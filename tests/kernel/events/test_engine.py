"""Deliveries: exactly once, again after a failure, and never by somebody who lost the job."""

import asyncio
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select, update

from mercato.domains.identity.models import User
from mercato.kernel.db import Db, Tx
from mercato.kernel.events import claims
from mercato.kernel.events.claims import Lease, Lost
from mercato.kernel.events.engine import POLL_SECONDS, Runner
from mercato.kernel.events.event import Event
from mercato.kernel.events.jobs import cancel_job, purge, retry_job
from mercato.kernel.events.models import Job, JobState, Step, StoredEvent
from mercato.kernel.events.outbox import Outbox
from mercato.kernel.events.runs import Later, Run
from mercato.kernel.events.subscriber import local, outside, workflow


class Rang(Event, name="bell.rang"):
    at: str


class Echoed(Event, name="bell.echoed"):
    at: str


def plan(db: Db, *subscribers: Any, **more: Any) -> Runner:
    db.outbox = Outbox({Rang: list(subscribers), **more.pop("table", {})})
    return Runner(db, db.outbox, **more)


async def ring(db: Db, at: str = "noon") -> None:
    async with db.tx() as tx:
        tx.emit(Rang(at=at))


async def jobs(db: Db) -> list[Job]:
    async with db.read() as tx:
        return await tx.scalars(select(Job).order_by(Job.id))


async def people(db: Db) -> list[str]:
    async with db.read() as tx:
        return await tx.scalars(select(User.email).order_by(User.email))


async def move_clock(db: Db, **delta: float) -> None:
    """Makes everything that waits due, as if the time had passed."""
    async with db.tx() as tx:
        for job in await tx.scalars(select(Job)):
            job.run_at -= timedelta(**delta)
            job.lease_until = job.lease_until and job.lease_until - timedelta(**delta)


async def greet(tx: Tx, event: Rang) -> None:
    tx.add(User(email=f"{event.at}@example.com"))


async def test_an_effect_and_its_mark_commit_together(db: Db):
    runner = plan(db, greet)
    await ring(db)
    assert await runner.run_once() == 1
    assert await runner.run_once() == 0
    [job] = await jobs(db)
    assert (job.state, job.attempts, job.handler) == (JobState.DONE, 1, f"{__name__}.greet")
    assert await people(db) == ["noon@example.com"]


async def test_an_event_of_a_transaction_that_fails_never_was(db: Db):
    runner = plan(db, greet)

    async def break_off() -> None:
        async with db.tx() as tx:
            tx.emit(Rang(at="noon"))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await break_off()
    assert await runner.run_once() == 0
    async with db.read() as tx:
        assert await tx.scalars(select(StoredEvent)) == []


async def test_an_event_without_subscribers_is_kept(db: Db):
    plan(db)
    await ring(db)
    async with db.read() as tx:
        [stored] = await tx.scalars(select(StoredEvent))
    assert (stored.name, stored.data) == ("bell.rang", {"at": "noon"})
    assert await jobs(db) == []


async def test_a_subscriber_may_emit_what_others_hear(db: Db):
    async def echo(tx: Tx, event: Rang) -> None:
        tx.emit(Echoed(at=event.at))

    async def hear(tx: Tx, event: Echoed) -> None:
        tx.add(User(email=f"echo-{event.at}@example.com"))

    runner = plan(db, echo, table={Echoed: [hear]})
    await ring(db)
    assert await runner.run_once() == 2
    assert await people(db) == ["echo-noon@example.com"]


async def test_a_failure_undoes_the_effect_and_comes_again_later(db: Db):
    seen: list[int] = []

    async def stumble(tx: Tx, event: Rang) -> None:
        tx.add(User(email="half@example.com"))
        await tx.flush()
        seen.append(1)
        if len(seen) < 3:
            raise RuntimeError("not yet")

    runner = plan(db, stumble)
    await ring(db)
    await runner.run_once()
    [job] = await jobs(db)
    assert (job.state, job.error) == (JobState.WAITING, "RuntimeError: not yet")
    assert timedelta(seconds=4) < job.run_at - job.created_at < timedelta(seconds=8)
    assert await people(db) == []
    assert await runner.run_once() == 0
    for _ in range(2):
        await move_clock(db, hours=1)
        await runner.run_once()
    [job] = await jobs(db)
    assert (job.state, job.attempts, job.error) == (JobState.DONE, 3, None)
    assert await people(db) == ["half@example.com"]


async def test_a_failure_of_the_commit_counts_as_one(db: Db):
    async def clash(tx: Tx, event: Rang) -> None:
        tx.add(User(email="same@example.com"), User(email="same@example.com"))

    runner = plan(db, clash)
    await ring(db)
    await runner.run_once()
    [job] = await jobs(db)
    assert job.state is JobState.WAITING
    assert job.error == "Invalid: User with email: same@example.com, already exists."


async def test_the_dead_keep_their_error_and_can_be_retried(db: Db):
    async def never(tx: Tx, event: Rang) -> None:
        raise RuntimeError("no")

    runner = plan(db, local(never, attempts=2))
    await ring(db)
    for _ in range(3):
        await runner.run_once()
        await move_clock(db, hours=1)
    [job] = await jobs(db)
    assert (job.state, job.attempts, job.error) == (JobState.DEAD, 2, "RuntimeError: no")
    async with db.tx() as tx:
        await retry_job(tx, job.id)
    assert await runner.run_once() == 1


async def test_a_canceled_job_does_not_run(db: Db):
    runner = plan(db, greet)
    await ring(db)
    [job] = await jobs(db)
    async with db.tx() as tx:
        await cancel_job(tx, job.id)
    assert await runner.run_once() == 0
    assert await people(db) == []


async def test_waiting_for_something_is_no_failure(db: Db):
    async def wait(tx: Tx, event: Rang) -> None:
        raise Later(timedelta(hours=3))

    runner = plan(db, wait)
    await ring(db)
    await runner.run_once()
    [job] = await jobs(db)
    assert (job.state, job.attempts, job.error) == (JobState.WAITING, 0, None)
    assert job.run_at - job.created_at > timedelta(hours=2)


async def test_an_outside_call_has_the_same_key_on_every_attempt(db: Db):
    keys: list[str] = []

    async def call(db: Db, event: Rang, key: str) -> None:
        keys.append(key)
        if len(keys) == 1:
            raise ConnectionError("the line is dead")

    runner = plan(db, outside(call))
    await ring(db)
    await runner.run_once()
    await move_clock(db, hours=1)
    await runner.run_once()
    [job] = await jobs(db)
    assert keys == [f"{job.id}:0"] * 2
    assert job.state is JobState.DONE


async def test_a_workflow_goes_on_where_it_stopped(db: Db):
    calls: list[str] = []

    async def add(tx: Tx) -> int:
        tx.add(User(email="step@example.com"))
        return 7

    async def travel(run: Run, event: Rang) -> None:
        seven = await run.local("add", add)

        async def pay(key: str) -> dict[str, Any]:
            calls.append(key)
            if len(calls) == 1:
                raise ConnectionError
            return {"paid": seven}

        assert await run.outside("pay", pay) == {"paid": 7}

    runner = plan(db, workflow(travel))
    await ring(db)
    await runner.run_once()
    await move_clock(db, hours=1)
    await runner.run_once()
    [job] = await jobs(db)
    assert job.state is JobState.DONE
    assert calls == [f"{job.id}:1"] * 2
    assert await people(db) == ["step@example.com"]
    async with db.read() as tx:
        steps = await tx.scalars(select(Step).order_by(Step.n))
    assert [(step.n, step.name, step.result) for step in steps] == [
        (0, "add", {"value": 7}),
        (1, "pay", {"value": {"paid": 7}}),
    ]


async def test_whoever_lost_a_job_writes_nothing(db: Db):
    """A worker that slept through its lease finds that another has the job."""
    other = Runner(db, Outbox({}))

    async def sleepy(tx: Tx, event: Rang) -> None:
        tx.add(User(email="late@example.com"))

    runner = plan(db, sleepy)
    await ring(db)
    [planned] = await jobs(db)
    async with db.tx() as tx:
        [job] = await claims.claim(
            tx, worker=runner.worker, rooms={planned.queue: 1}, handlers=[planned.handler], lease=Lease()
        )
        await tx.execute(update(Job).values(worker=other.worker))
    with pytest.raises(Lost):
        async with db.tx() as tx:
            await claims.fence(tx, job, Lease())
    await runner._run(job, Rang, local(sleepy), {"at": "noon"})
    assert await people(db) == []


async def test_a_claim_takes_no_more_than_there_is_room_for(db: Db):
    async def slow(db: Db, event: Rang, key: str) -> None: ...

    async def quick(db: Db, event: Rang, key: str) -> None: ...

    plan(db, outside(slow, queue="slow"), outside(quick, queue="quick"))
    for _ in range(5):
        await ring(db)
    handlers = [job.handler for job in await jobs(db)][:2]
    async with db.tx() as tx:
        first = await claims.claim(tx, worker="w", rooms={"slow": 1, "quick": 3}, handlers=handlers, lease=Lease())
        second = await claims.claim(tx, worker="w", rooms={"slow": 1, "quick": 9}, handlers=handlers, lease=Lease())
        third = await claims.claim(tx, worker="w", rooms={"slow": 9}, handlers=["another"], lease=Lease())
    assert len(first) == 4
    assert len(second) == 3
    assert third == []


async def test_a_slow_subscriber_holds_back_nobody(db: Db):
    begun, free, done = asyncio.Event(), asyncio.Event(), asyncio.Event()

    async def slow(db: Db, event: Rang, key: str) -> None:
        begun.set()
        await free.wait()

    async def quick(db: Db, event: Rang, key: str) -> None:
        done.set()

    runner = plan(db, outside(slow, limit=1), outside(quick))
    await runner.start()
    try:
        await ring(db)
        await ring(db)
        async with asyncio.timeout(10):
            await begun.wait()
            await done.wait()
    finally:
        free.set()
        await runner.stop()


async def test_a_commit_wakes_the_worker(db: Db):
    heard = asyncio.Event()

    async def hear(db: Db, event: Rang, key: str) -> None:
        heard.set()

    runner = plan(db, outside(hear))
    await runner.start()
    try:
        await asyncio.sleep(0.1)  # it has looked once, found nothing, and waits
        await ring(db)
        async with asyncio.timeout(POLL_SECONDS * 0.6):
            await heard.wait()
    finally:
        await runner.stop()


async def test_two_workers_share_the_work(db: Db, database_url: str):
    seen: list[str] = []

    async def note(db: Db, event: Rang, key: str) -> None:
        seen.append(event.at)
        await asyncio.sleep(0.001)

    runner = plan(db, outside(note))
    second_db = Db(database_url)
    second = plan(second_db, outside(note))
    try:
        for number in range(30):
            await ring(db, str(number))
        await asyncio.gather(runner.run_once(), second.run_once())
    finally:
        await second_db.close()
    assert sorted(seen, key=int) == [str(number) for number in range(30)]


async def test_stopping_hands_back_what_is_not_finished(db: Db):
    begun = asyncio.Event()

    async def hang(db: Db, event: Rang, key: str) -> None:
        begun.set()
        await asyncio.sleep(60)

    runner = plan(db, outside(hang))
    await runner.start()
    await ring(db)
    async with asyncio.timeout(10):
        await begun.wait()
    await runner.stop(grace=0.01)
    [job] = await jobs(db)
    assert (job.state, job.attempts, job.worker) == (JobState.WAITING, 0, None)


async def test_a_running_job_keeps_its_lease(db: Db):
    free = asyncio.Event()

    async def hang(db: Db, event: Rang, key: str) -> None:
        await free.wait()

    # Long enough that a machine which stands still for a moment does not lose it.
    lease = Lease(timedelta(seconds=3), timedelta(milliseconds=100))
    runner = plan(db, outside(hang), lease=lease)
    thief = Runner(db, Outbox({}), lease=lease)
    await runner.start()
    try:
        await ring(db)
        await asyncio.sleep(3.5)
        await thief._take_back_abandoned()
        [job] = await jobs(db)
        assert (job.state, job.worker, job.attempts) == (JobState.RUNNING, runner.worker, 1)
    finally:
        free.set()
        await runner.stop()


async def test_an_abandoned_job_is_taken_over(db: Db):
    runner = plan(db, greet)
    await ring(db)
    [job] = await jobs(db)
    async with db.tx() as tx:
        await claims.claim(tx, worker="elsewhere:1:x", rooms={job.queue: 1}, handlers=[job.handler], lease=Lease())
    await runner._take_back_abandoned()
    assert await runner.run_once() == 0
    await move_clock(db, seconds=20)
    await runner._take_back_abandoned()
    assert await runner.run_once() == 1
    [job] = await jobs(db)
    assert (job.state, job.attempts) == (JobState.DONE, 2)


async def test_a_job_that_kills_its_workers_is_buried(db: Db):
    runner = plan(db, local(greet, attempts=1))
    await ring(db)
    [job] = await jobs(db)
    async with db.tx() as tx:
        await claims.claim(tx, worker="elsewhere:1:x", rooms={job.queue: 1}, handlers=[job.handler], lease=Lease())
    await move_clock(db, seconds=20)
    await runner._take_back_abandoned()
    [job] = await jobs(db)
    assert (job.state, job.error) == (JobState.DEAD, "The process that ran it died")


async def test_old_events_are_removed_when_nothing_is_left_to_do(db: Db):
    runner = plan(db, greet)
    await ring(db, "one")
    await runner.run_once()
    await ring(db, "two")
    async with db.tx() as tx:
        assert await purge(tx, tx.now + timedelta(seconds=1)) == 1
    async with db.read() as tx:
        assert [event.data["at"] for event in await tx.scalars(select(StoredEvent))] == ["two"]
    assert [job.state for job in await jobs(db)] == [JobState.WAITING]
