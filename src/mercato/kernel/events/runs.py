"""Workflows: jobs of several steps, each remembered when it is done."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any, TypeVar, cast

import msgspec
from sqlalchemy import select

from mercato.kernel.db import Db, Tx
from mercato.kernel.events.claims import Claimed, Lease, fence
from mercato.kernel.events.models import Step

T = TypeVar("T")


class Later(Exception):
    """Raised by a subscriber that has to wait: it is run again after `delay`, which counts as no failure."""

    def __init__(self, delay: timedelta) -> None:
        super().__init__(str(delay))
        self.delay = delay


class Rewritten(Exception):
    """A workflow does other steps than the ones it did before it was interrupted: its code was changed under it."""


@dataclass(slots=True)
class Run:
    """One run of a workflow. Steps are known by their place, so a workflow must take them in the same order each time.

    What a step returns is stored as JSON and comes back as plain values.
    """

    db: Db
    job: Claimed
    lease: Lease
    done: dict[int, Step]
    _n: int = field(default=0)

    async def local(self, name: str, work: Callable[[Tx], Awaitable[T]]) -> T:
        """A step that writes our database: its effect and its record commit together."""
        n, finished = self._next(name)
        if finished is not None:
            return _value(finished)
        async with self.db.tx() as tx:
            await fence(tx, self.job, self.lease)
            value = await work(tx)
            return self._keep(tx, n, name, value)

    async def outside(self, name: str, call: Callable[[str], Awaitable[T]]) -> T:
        """A step that calls somebody else with an idempotency key that is the same on every attempt."""
        n, finished = self._next(name)
        if finished is not None:
            return _value(finished)
        async with self.db.tx() as tx:
            await fence(tx, self.job, self.lease)
        value = await call(f"{self.job.id}:{n}")
        async with self.db.tx() as tx:
            await fence(tx, self.job, self.lease)
            return self._keep(tx, n, name, value)

    def _next(self, name: str) -> tuple[int, Step | None]:
        n, self._n = self._n, self._n + 1
        finished = self.done.get(n)
        if finished is not None and finished.name != name:
            raise Rewritten(f"step {n} was {finished.name} and is {name} now")
        return n, finished

    def _keep(self, tx: Tx, n: int, name: str, value: T) -> T:
        step = Step(job_id=self.job.id, n=n, name=name, result={"value": msgspec.to_builtins(value)}, created_at=tx.now)
        tx.add(step)
        return _value(step)


async def finished_steps(tx: Tx, job_id: str) -> dict[int, Step]:
    """What earlier attempts got done."""
    return {step.n: step for step in await tx.scalars(select(Step).where(Step.job_id == job_id))}


def _value(step: Step) -> Any:
    return cast("dict[str, Any]", step.result)["value"]
