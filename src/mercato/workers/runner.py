"""The background engine with this program's tables: inside the server, and alone as `mercato worker`."""

from mercato.kernel.db import Db
from mercato.kernel.events.engine import Runner
from mercato.kernel.events.outbox import Outbox
from mercato.workers.schedule import SCHEDULE
from mercato.workers.subscribers import SUBSCRIBERS


def make_outbox() -> Outbox:
    """The outbox that plans deliveries by the table of subscribers. Every `Db` that emits needs one."""
    return Outbox(SUBSCRIBERS)


def make_runner(db: Db) -> Runner:
    """The engine for a database. It listens to the database's own outbox, so that commits wake it.

    Raises:
        TypeError: for a database whose events go elsewhere.
    """
    if not isinstance(db.outbox, Outbox):
        raise TypeError("the engine needs a database with the outbox of make_outbox()")
    return Runner(db, db.outbox, SCHEDULE)
