"""The background engine with this program's tables: inside the server, and alone as `mercato worker`."""

from mercato.kernel.db import Db
from mercato.kernel.events.engine import Runner
from mercato.kernel.events.outbox import Outbox
from mercato.workers.schedule import SCHEDULE
from mercato.workers.subscribers import SUBSCRIBERS


def make_outbox() -> Outbox:
    """The outbox that plans deliveries by the table of subscribers. Every `Db` that emits needs one."""
    return Outbox(SUBSCRIBERS)


def make_runner(db: Db, outbox: Outbox) -> Runner:
    """The engine for a database. `outbox` is the one the database has, so that commits wake the engine."""
    return Runner(db, outbox, SCHEDULE)
