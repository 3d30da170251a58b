"""What happens by the clock. A tick is an event; what it does stands in the table of subscribers."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from cronsim import CronSim

from mercato.kernel.events.event import Event

_SECOND = timedelta(seconds=1)


@dataclass(frozen=True, slots=True)
class Scheduled:
    """An event that comes round: `Scheduled("daily-payouts", "0 0 * * *", PayoutsDue)`. Times are UTC.

    A tick that nobody was awake for is made up once when a process starts again; several missed ones count as one.
    """

    name: str
    cron: str
    event: Callable[[], Event]

    def last_before(self, moment: datetime) -> datetime:
        """The latest time at or before `moment` at which the entry is due."""
        # The iterator gives times strictly before the one it starts from, in whole minutes (or seconds).
        return next(CronSim(self.cron, moment.replace(microsecond=0) + _SECOND, reverse=True))

    def next_after(self, moment: datetime) -> datetime:
        """The first time after `moment`."""
        return next(CronSim(self.cron, moment))
