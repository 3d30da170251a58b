"""Tables of the background engine. Its whole state is here; a process remembers nothing that it could not lose."""

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from mercato.kernel import clock
from mercato.kernel.db import Base, Record


class JobState(StrEnum):
    """Where a delivery stands. `dead` has used up its attempts and waits for a person."""

    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    DEAD = "dead"
    CANCELED = "canceled"


class StoredEvent(Base):
    """Something that happened, written in the transaction in which it happened."""

    __tablename__ = "event"
    __table_args__ = (Index("ix_event_name_created_at", "name", "created_at"),)

    id: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str]
    data: Mapped[dict[str, Any]]
    created_at: Mapped[datetime]


_WAITING = text("state = 'waiting'")
_RUNNING = text("state = 'running'")


class Job(Record, prefix="job"):
    """One delivery of an event to one subscriber. The unique pair is the record that it happens once."""

    __tablename__ = "job"
    __table_args__ = (
        Index("uq_job_event_id_handler", "event_id", "handler", unique=True),
        Index("ix_job_waiting", "queue", "run_at", "id", sqlite_where=_WAITING, postgresql_where=_WAITING),
        Index("ix_job_due", "run_at", sqlite_where=_WAITING, postgresql_where=_WAITING),
        Index("ix_job_running", "lease_until", sqlite_where=_RUNNING, postgresql_where=_RUNNING),
        Index("ix_job_created_at", "created_at", "id"),
    )

    event_id: Mapped[str] = mapped_column(ForeignKey("event.id"))
    handler: Mapped[str]
    queue: Mapped[str]
    state: Mapped[JobState] = mapped_column(default=JobState.WAITING)
    attempts: Mapped[int] = mapped_column(default=0)
    run_at: Mapped[datetime] = mapped_column(default=clock.now)
    worker: Mapped[str | None]
    lease_until: Mapped[datetime | None]
    started_at: Mapped[datetime | None]
    finished_at: Mapped[datetime | None]
    error: Mapped[str | None]


class Step(Base):
    """A finished step of a workflow: what it gave, so that a repetition does not do it again."""

    __tablename__ = "step"

    job_id: Mapped[str] = mapped_column(ForeignKey("job.id"), primary_key=True)
    n: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    name: Mapped[str]
    result: Mapped[dict[str, Any] | None]
    created_at: Mapped[datetime]


class Tick(Base):
    """The last time each entry of the schedule came round. Moving it on is the right to run it: one process wins."""

    __tablename__ = "schedule_tick"

    name: Mapped[str] = mapped_column(primary_key=True)
    last_at: Mapped[datetime]
