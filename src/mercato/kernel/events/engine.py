"""The background engine: runs what events left to do. One loop per process; the tables coordinate them.

It works alone inside the server, and as several processes on several hosts: a claim skips what others hold, leases
take back what a dead process held, and every write of a job proves that the job is still its worker's.
"""

import asyncio
import os
import socket
from collections import Counter
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from datetime import timedelta
from secrets import token_hex
from typing import Any, Final

import msgspec
import structlog

from mercato.kernel import clock
from mercato.kernel.db import Db
from mercato.kernel.events import claims
from mercato.kernel.events.claims import Claimed, Lease, Lost
from mercato.kernel.events.event import Event
from mercato.kernel.events.models import Job
from mercato.kernel.events.outbox import Outbox
from mercato.kernel.events.runs import Later, Run, finished_steps
from mercato.kernel.events.schedule import Scheduled
from mercato.kernel.events.subscriber import MAX_ATTEMPTS, Delivery, Kind
from mercato.kernel.events.ticks import emit_due

POLL_SECONDS: Final = 1.0
SCHEDULE_SECONDS: Final = 30.0
GRACE_SECONDS: Final = 10.0
AFTER_ERROR_SECONDS: Final = 2.0

log: Any = structlog.get_logger("mercato.events")


class Runner:
    """Runs jobs and the schedule. `start` and `stop` for a process; `run_once` does what is due and returns."""

    def __init__(
        self,
        db: Db,
        outbox: Outbox,
        schedule: Sequence[Scheduled] = (),
        *,
        lease: Lease | None = None,
        local_at_once: int = 8,
    ) -> None:
        self._db = db
        self._outbox = outbox
        self._schedule = schedule
        self._lease = lease or Lease()
        self._host = socket.gethostname()
        self.worker = f"{self._host}:{os.getpid()}:{token_hex(4)}"
        self._deliveries: dict[str, tuple[type[Event], Delivery]] = {
            delivery.name: (kind, delivery) for kind, listed in outbox.by_event.items() for delivery in listed
        }
        self._limits = {delivery.queue: delivery.limit for _, delivery in self._deliveries.values()}
        # Local subscribers hold a connection each; requests want some too.
        self._connections = asyncio.Semaphore(local_at_once)
        self._woken = asyncio.Event()
        self._loops: list[asyncio.Task[None]] = []
        self._running: dict[asyncio.Task[None], str] = {}

    async def start(self) -> None:
        """Takes over what a dead process of this host left, and begins to work."""
        if self._db.dialect == "sqlite":
            await self._take_back_local()
        self._outbox.listen(self._wake)
        self._loops = [
            asyncio.create_task(self._forever(self._work, name="work")),
            asyncio.create_task(self._forever(self._beat, name="beat")),
            asyncio.create_task(self._forever(self._tick, name="tick")),
        ]

    async def stop(self, grace: float = GRACE_SECONDS) -> None:
        """Takes no more work, gives what runs `grace` seconds to finish, and hands back the rest."""
        self._outbox.unlisten(self._wake)
        await _cancel(self._loops)
        if self._running:
            await asyncio.wait(self._running, timeout=grace)
        await _cancel(list(self._running))
        async with self._db.tx() as tx:
            await claims.release(tx, self.worker)

    async def run_once(self) -> int:
        """Runs all that is due now, also what follows from it at once; says how many jobs that were."""
        ran = 0
        while claimed := await self._claim():
            ran += len(claimed)
            await asyncio.gather(*claimed)
        return ran

    async def tick_once(self) -> list[str]:
        """Emits the entries of the schedule that are due; gives their names."""
        return await emit_due(self._db, self._schedule, clock.now())

    def _wake(self) -> None:
        self._woken.set()

    async def _work(self) -> None:
        self._woken.clear()
        if not await self._claim():
            with suppress(TimeoutError):
                await asyncio.wait_for(self._woken.wait(), POLL_SECONDS)

    async def _beat(self) -> None:
        await asyncio.sleep(self._lease.renew_every.total_seconds())
        if self._running:
            async with self._db.tx() as tx:
                await claims.renew(tx, self.worker, self._lease)
        await self._take_back_abandoned()

    async def _tick(self) -> None:
        await self.tick_once()
        now = clock.now()
        waits = [(entry.next_after(now) - now).total_seconds() for entry in self._schedule]
        # A little late rather than a little early; and not for long, because the database may be emptied beside us.
        await asyncio.sleep(min([*waits, SCHEDULE_SECONDS]) + 0.05)

    async def _forever(self, turn: Callable[[], Awaitable[None]], *, name: str) -> None:
        while True:
            try:
                await turn()
            except Exception:
                log.exception("engine.error", loop=name)
                await asyncio.sleep(AFTER_ERROR_SECONDS)

    async def _claim(self) -> list[asyncio.Task[None]]:
        """Takes what is due and there is room for, and begins to run it."""
        busy = Counter(self._running.values())
        rooms = {queue: limit - busy[queue] for queue, limit in self._limits.items() if limit > busy[queue]}
        if not rooms:
            return []
        async with self._db.read() as tx:
            if not await claims.anything_due(tx):
                return []
        async with self._db.tx() as tx:
            taken = await claims.claim(
                tx, worker=self.worker, rooms=rooms, handlers=list(self._deliveries), lease=self._lease
            )
            data = await claims.payloads(tx, [job.event_id for job in taken]) if taken else {}
        return [self._begin(job, data[job.event_id]) for job in taken]

    def _begin(self, job: Claimed, data: dict[str, Any]) -> asyncio.Task[None]:
        kind, delivery = self._deliveries[job.handler]
        task = asyncio.create_task(self._run(job, kind, delivery, data), name=f"job {job.id} {job.handler}")
        self._running[task] = delivery.queue
        task.add_done_callback(self._ended)
        return task

    def _ended(self, task: asyncio.Task[None]) -> None:
        del self._running[task]
        self._wake()

    async def _run(self, job: Claimed, kind: type[Event], delivery: Delivery, data: dict[str, Any]) -> None:
        try:
            async with asyncio.timeout(delivery.timeout):
                await self._deliver(job, delivery, msgspec.convert(data, kind))
        except Lost:
            log.warning("job.lost", job=job.id, handler=job.handler)
        except Later as later:
            await self._give_back(job, later.delay)
        except Exception as error:  # noqa: BLE001 - the edge: whatever a subscriber raises is kept with its job
            await self._failed(job, delivery, error)

    async def _deliver(self, job: Claimed, delivery: Delivery, event: Event) -> None:
        match delivery.kind:
            case Kind.LOCAL:
                await self._deliver_local(job, delivery, event)
            case Kind.OUTSIDE:
                await delivery.handler(self._db, event, f"{job.id}:0")
                await self._finish(job)
            case Kind.WORKFLOW:
                async with self._db.read() as tx:
                    done = await finished_steps(tx, job.id)
                await delivery.handler(Run(self._db, job, self._lease, done), event)
                await self._finish(job)

    async def _deliver_local(self, job: Claimed, delivery: Delivery, event: Event) -> None:
        async with self._connections, self._db.tx() as tx:
            await claims.fence(tx, job, self._lease)
            await delivery.handler(tx, event)
            await tx.flush()
            await claims.finish(tx, job)

    async def _finish(self, job: Claimed) -> None:
        async with self._db.tx() as tx:
            await claims.finish(tx, job)

    async def _failed(self, job: Claimed, delivery: Delivery, error: Exception) -> None:
        told = f"{type(error).__name__}: {error}"
        with suppress(Lost):
            async with self._db.tx() as tx:
                state = await claims.fail(tx, job, told, most=delivery.attempts)
            log.error("job.failed", job=job.id, handler=job.handler, attempt=job.attempts, state=state, exc_info=error)

    async def _give_back(self, job: Claimed, delay: timedelta) -> None:
        with suppress(Lost):
            async with self._db.tx() as tx:
                await claims.postpone(tx, job, delay)

    async def _take_back_abandoned(self) -> None:
        async with self._db.read() as tx:
            if not await claims.anything_abandoned(tx):
                return
        async with self._db.tx() as tx:
            self._take_back(await claims.abandoned(tx))

    async def _take_back_local(self) -> None:
        """The database is a file, so its workers are processes of this host: a dead one need not be waited for."""
        async with self._db.tx() as tx:
            self._take_back([job for job in await claims.held_on(tx, self._host) if not _alive(job.worker)])

    def _take_back(self, jobs: Sequence[Job]) -> None:
        now = clock.now()
        for job in jobs:
            known = self._deliveries.get(job.handler)
            claims.take_back(job, now, most=known[1].attempts if known else MAX_ATTEMPTS)
            log.warning("job.taken_back", job=job.id, handler=job.handler, attempt=job.attempts)


def _alive(worker: str | None) -> bool:
    """Whether the process of a worker of this host lives. Our own number in another's name is a dead predecessor's."""
    number = int((worker or "").split(":")[-2])
    if number == os.getpid():
        return False
    try:
        os.kill(number, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


async def _cancel(tasks: Sequence[asyncio.Task[None]]) -> None:
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
