"""Removing what nobody needs any more."""

from datetime import timedelta
from typing import Final

from mercato.domains.identity.commands.sessions import remove_expired_sessions
from mercato.kernel.db import Tx
from mercato.kernel.events.jobs import BATCH, purge
from mercato.workers.events import CleanUpDue

KEPT: Final = timedelta(days=30)


async def clean_up(tx: Tx, event: CleanUpDue) -> None:
    """Deletes events of more than a month ago with their finished jobs, and sessions that ended.

    By the batch, because other writers wait meanwhile: a full batch asks for another round.
    """
    await remove_expired_sessions(tx)
    if await purge(tx, tx.now - KEPT) == BATCH:
        tx.emit(event)
