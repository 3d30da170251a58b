"""What happens by the clock (UTC). A tick emits an event; `subscribers.py` says what follows. Alphabetical."""

from typing import Final

from mercato.kernel.events.schedule import Scheduled

SCHEDULE: Final[tuple[Scheduled, ...]] = ()
