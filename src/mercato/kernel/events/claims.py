"""How a worker takes jobs, keeps them, and gives them back. Each function is one statement on the table `job`.

A worker owns a job as long as `worker`, `attempts` and the state `running` are as it wrote them. `fence` proves that
inside a transaction; whoever lost the job (a pause longer than the lease) writes nothing.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final, cast

from sqlalchemy import Table, TextClause, bindparam, func, select, text, update

from mercato.kernel.columns import Instant
from mercato.kernel.db import Tx
from mercato.kernel.events.models import Job, JobState, StoredEvent

JOB: Final = cast("Table", Job.__table__)
FIRST_DELAY: Final = timedelta(seconds=5)
LONGEST_DELAY: Final = timedelta(hours=1)

# Of each queue as many as there is room for, in the order in which they are due.
_CLAIM: Final[dict[str, TextClause]] = {
    "postgresql": text(
        """
        WITH due AS MATERIALIZED (
            SELECT taken.id FROM json_each_text(CAST(:rooms AS json)) AS room (queue, free)
            CROSS JOIN LATERAL (
                SELECT id FROM job
                WHERE state = 'waiting' AND queue = room.queue AND run_at <= :now
                    AND handler IN (SELECT json_array_elements_text(CAST(:handlers AS json)))
                ORDER BY run_at, id LIMIT CAST(room.free AS integer) FOR UPDATE SKIP LOCKED
            ) AS taken
        )
        UPDATE job SET state = 'running', worker = :worker, attempts = attempts + 1,
            started_at = :now, updated_at = :now, lease_until = :lease
        FROM due WHERE job.id = due.id
        RETURNING job.id, job.event_id, job.handler, job.attempts
        """
    ),
    "sqlite": text(
        """
        UPDATE job SET state = 'running', worker = :worker, attempts = attempts + 1,
            started_at = :now, updated_at = :now, lease_until = :lease
        WHERE id IN (
            SELECT id FROM (
                SELECT job.id, room.value AS free,
                    row_number() OVER (PARTITION BY job.queue ORDER BY job.run_at, job.id) AS place
                FROM json_each(:rooms) AS room JOIN job ON job.queue = room.key
                WHERE job.state = 'waiting' AND job.run_at <= :now
                    AND job.handler IN (SELECT value FROM json_each(:handlers))
            ) WHERE place <= free
        )
        RETURNING id, event_id, handler, attempts
        """
    ),
}


class Lost(Exception):
    """The job is no longer this worker's. Nothing may be written for it."""


@dataclass(frozen=True, slots=True)
class Claimed:
    """A job in the hands of a worker."""

    id: str
    event_id: str
    handler: str
    attempts: int
    worker: str


@dataclass(frozen=True, slots=True)
class Lease:
    """For how long a claim holds, and how often its holder renews it."""

    length: timedelta = timedelta(seconds=15)
    renew_every: timedelta = timedelta(seconds=5)


async def anything_due(tx: Tx) -> bool:
    """Whether a waiting job could be taken. It only reads, so that an idle worker never asks for the write lock."""
    query = select(Job.id).where(Job.state == JobState.WAITING, Job.run_at <= tx.now).limit(1)
    return await tx.scalar(query) is not None


async def claim(
    tx: Tx, *, worker: str, rooms: Mapping[str, int], handlers: Sequence[str], lease: Lease
) -> list[Claimed]:
    """Takes what is due, per queue at most as many as it has room for, oldest first."""
    statement = _CLAIM[tx.dialect].bindparams(
        bindparam("now", type_=Instant()),
        bindparam("lease", type_=Instant()),
    )
    values = {
        "worker": worker,
        "now": tx.now,
        "lease": tx.now + lease.length,
        "rooms": json.dumps(dict(rooms)),
        "handlers": json.dumps(list(handlers)),
    }
    rows = (await tx.execute(statement, values)).all()
    taken = [Claimed(id=row[0], event_id=row[1], handler=row[2], attempts=row[3], worker=worker) for row in rows]
    return sorted(taken, key=lambda job: job.id)


async def payloads(tx: Tx, event_ids: Sequence[str]) -> dict[str, dict[str, Any]]:
    """The data of events."""
    rows = await tx.rows(select(StoredEvent.id, StoredEvent.data).where(StoredEvent.id.in_(event_ids)))
    return {row[0]: row[1] for row in rows}


async def fence(tx: Tx, job: Claimed, lease: Lease) -> None:
    """Proves inside a transaction that the job is still this worker's, and keeps it so until the commit.

    Raises:
        Lost: when it is not.
    """
    await _change(tx, job, lease_until=tx.now + lease.length)


async def finish(tx: Tx, job: Claimed) -> None:
    """Marks the job done, with whatever else the transaction wrote."""
    await _change(tx, job, state=JobState.DONE, finished_at=tx.now, lease_until=None, error=None)


async def fail(tx: Tx, job: Claimed, error: str, *, most: int) -> JobState:
    """Plans the next attempt, or buries the job with its error when it has had `most`."""
    if job.attempts >= most:
        await _change(tx, job, state=JobState.DEAD, finished_at=tx.now, lease_until=None, error=error)
        return JobState.DEAD
    await _change(
        tx,
        job,
        state=JobState.WAITING,
        run_at=tx.now + delay_after(job.attempts),
        worker=None,
        lease_until=None,
        error=error,
    )
    return JobState.WAITING


async def postpone(tx: Tx, job: Claimed, delay: timedelta) -> None:
    """Lets the job wait without counting this as an attempt."""
    await _change(
        tx,
        job,
        state=JobState.WAITING,
        run_at=tx.now + delay,
        attempts=job.attempts - 1,
        worker=None,
        lease_until=None,
    )


def delay_after(attempts: int) -> timedelta:
    """How long to wait after so many attempts: 5 s, 10 s, 20 s … an hour at most."""
    return min(FIRST_DELAY * 2 ** min(attempts - 1, 20), LONGEST_DELAY)


async def renew(tx: Tx, worker: str, lease: Lease) -> None:
    """Keeps what a worker holds. Rows that a transaction of ours has locked are fenced by it and skipped here."""
    held = select(Job.id).where(Job.worker == worker, Job.state == JobState.RUNNING).with_for_update(skip_locked=True)
    await tx.execute(update(JOB).where(JOB.c.id.in_(held)).values(lease_until=tx.now + lease.length))


async def release(tx: Tx, worker: str) -> None:
    """Gives back what a worker that stops had not finished; the attempt does not count."""
    await tx.execute(
        update(JOB)
        .where(JOB.c.worker == worker, JOB.c.state == JobState.RUNNING)
        .values(state=JobState.WAITING, worker=None, lease_until=None, run_at=tx.now, attempts=JOB.c.attempts - 1)
    )


async def anything_abandoned(tx: Tx) -> bool:
    """Whether the lease of a running job ran out."""
    query = select(Job.id).where(Job.state == JobState.RUNNING, Job.lease_until < tx.now).limit(1)
    return await tx.scalar(query) is not None


async def abandoned(tx: Tx) -> list[Job]:
    """Running jobs whose lease ran out, locked."""
    query = select(Job).where(Job.state == JobState.RUNNING, Job.lease_until < tx.now).order_by(Job.id)
    return await tx.scalars(query.with_for_update(skip_locked=True))


async def held_on(tx: Tx, host: str) -> list[Job]:
    """Running jobs of every worker of a host."""
    query = select(Job).where(Job.state == JobState.RUNNING, func.substr(Job.worker, 1, len(host) + 1) == f"{host}:")
    return await tx.scalars(query.order_by(Job.id))


def take_back(job: Job, now: datetime, *, most: int) -> None:
    """Makes a job of a dead worker available again. One that kills its workers is buried in the end."""
    if job.attempts >= most:
        job.state, job.finished_at, job.error = JobState.DEAD, now, "The process that ran it died"
    else:
        # The first time at once: a restart is no fault of the job.
        delay = delay_after(job.attempts - 1) if job.attempts > 1 else timedelta(0)
        job.state, job.run_at, job.error = JobState.WAITING, now + delay, "The process that ran it died"
    job.worker, job.lease_until = None, None


async def _change(tx: Tx, job: Claimed, **values: Any) -> None:
    mine = (
        JOB.c.id == job.id,
        JOB.c.worker == job.worker,
        JOB.c.attempts == job.attempts,
        JOB.c.state == JobState.RUNNING,
    )
    result = await tx.execute(update(JOB).where(*mine).values(**values))
    if result.rowcount != 1:
        raise Lost(job.id)
