"""What a person may do with jobs, and the removal of old ones."""

from datetime import datetime
from typing import Final

from sqlalchemy import delete, select

from mercato.kernel.db import Tx
from mercato.kernel.errors import NotAllowed
from mercato.kernel.events.models import Job, JobState, Step, StoredEvent

FINISHED: Final = (JobState.DONE, JobState.CANCELED)
BATCH: Final = 2_000


async def retry_job(tx: Tx, id: str) -> Job:
    """Gives a dead or canceled job all its attempts again.

    Raises:
        NotFound: for an unknown job.
        NotAllowed: for one that waits, runs or is done.
    """
    job = await tx.lock(Job, id)
    if job.state not in (JobState.DEAD, JobState.CANCELED):
        raise NotAllowed(f"A job that is {job.state} cannot be retried")
    job.state, job.attempts, job.run_at, job.finished_at = JobState.WAITING, 0, tx.now, None
    await tx.flush()
    return job


async def cancel_job(tx: Tx, id: str) -> Job:
    """Stops a job for good. One that runs loses the right to write at its next step.

    Raises:
        NotFound: for an unknown job.
        NotAllowed: for one that is done already.
    """
    job = await tx.lock(Job, id)
    if job.state in FINISHED:
        raise NotAllowed(f"A job that is {job.state} cannot be canceled")
    job.state, job.finished_at, job.worker, job.lease_until = JobState.CANCELED, tx.now, None, None
    await tx.flush()
    return job


async def purge(tx: Tx, before: datetime, *, at_most: int = BATCH) -> int:
    """Deletes events older than `before` of which nothing is left to do, with their jobs; says how many.

    Dead jobs stay: somebody has to look at them.
    """
    busy = select(Job.id).where(Job.event_id == StoredEvent.id, Job.state.not_in(FINISHED)).exists()
    old = select(StoredEvent.id).where(StoredEvent.created_at < before, ~busy).order_by(StoredEvent.id).limit(at_most)
    events = await tx.scalars(old)
    jobs = select(Job.id).where(Job.event_id.in_(events))
    await tx.execute(delete(Step).where(Step.job_id.in_(jobs)).execution_options(synchronize_session=False))
    await tx.execute(delete(Job).where(Job.event_id.in_(events)).execution_options(synchronize_session=False))
    await tx.execute(delete(StoredEvent).where(StoredEvent.id.in_(events)).execution_options(synchronize_session=False))
    return len(events)
