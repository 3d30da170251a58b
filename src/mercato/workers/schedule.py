"""What happens by the clock (UTC). A tick emits an event; `subscribers.py` says what follows. Alphabetical."""

from typing import Final

from mercato.kernel.events.schedule import Scheduled
from mercato.workers.events import CleanUpDue, RecoveryDue

SCHEDULE: Final[tuple[Scheduled, ...]] = (
    Scheduled("clean-up", "17 3 * * *", CleanUpDue),
    Scheduled("recover-payments", "* * * * *", RecoveryDue),
)
