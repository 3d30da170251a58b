"""Where emitted events go: into the tables, in the transaction that emitted them, one job per subscriber."""

from collections.abc import Callable, Sequence
from typing import Any

import msgspec
from sqlalchemy import insert

from mercato.kernel.db import Tx
from mercato.kernel.events.event import Event
from mercato.kernel.events.models import Job, JobState, StoredEvent
from mercato.kernel.events.subscriber import Delivery, Subscribers, as_delivery
from mercato.kernel.ids import new_id


class Outbox:
    """Stores events and plans their deliveries by the table of subscribers. `Db` calls it before each commit."""

    def __init__(self, subscribers: Subscribers) -> None:
        self.by_event: dict[type[Event], tuple[Delivery, ...]] = {
            kind: tuple(as_delivery(subscriber) for subscriber in listed) for kind, listed in subscribers.items()
        }
        self._listeners: list[Callable[[], None]] = []

    async def __call__(self, tx: Tx, events: Sequence[Event]) -> None:
        """Writes the events and a waiting job for each of their subscribers."""
        stored = [_stored(tx, event) for event in events]
        jobs = [
            _job(tx, row["id"], delivery)
            for event, row in zip(events, stored, strict=True)
            for delivery in self.by_event.get(type(event), ())
        ]
        await tx.flush()
        await tx.execute(insert(StoredEvent), stored)
        if jobs:
            await tx.execute(insert(Job), jobs)
            tx.after_commit(self._wake)

    def listen(self, wake: Callable[[], None]) -> None:
        """Calls `wake` after each commit that left work behind."""
        self._listeners.append(wake)

    def unlisten(self, wake: Callable[[], None]) -> None:
        """Calls `wake` no more."""
        self._listeners.remove(wake)

    def _wake(self) -> None:
        for wake in self._listeners:
            wake()


def _stored(tx: Tx, event: Event) -> dict[str, Any]:
    return {
        "id": new_id("evt"),
        "name": type(event).wire_name,
        "data": msgspec.to_builtins(event),
        "created_at": tx.now,
    }


def _job(tx: Tx, event_id: str, delivery: Delivery) -> dict[str, Any]:
    return {
        "id": new_id(Job.__prefix__),
        "event_id": event_id,
        "handler": delivery.name,
        "queue": delivery.queue,
        "state": JobState.WAITING,
        "attempts": 0,
        "run_at": tx.now,
        "created_at": tx.now,
        "updated_at": tx.now,
    }
