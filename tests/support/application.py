"""One application per process: building it anew for each test would cost more than most tests do."""

from typing import Any

from mercato.app import create_app
from mercato.graph import GRAPH
from mercato.kernel.auth.freshness import access_changed
from mercato.kernel.db import Db
from mercato.kernel.http.edge import Edge
from mercato.settings import Settings
from mercato.workers.runner import make_outbox


class Switch:
    """Stands for the database of the test that runs: to the application, all rows seem to change at once."""

    def __init__(self) -> None:
        self.db: Db | None = None
        self.graph = GRAPH
        self.outbox = make_outbox()
        self.adapters: Any = None

    def to(self, db: Db) -> None:
        """The next test's database, which gets what the application gave to the switch."""
        db.outbox = self.outbox
        self.adapters = db.adapters
        self.db = db
        access_changed()

    # The application may hold on to these two, so they look for the database when they are called.
    def tx(self) -> Any:
        """A transaction of the test's database."""
        return self._present.tx()

    def read(self) -> Any:
        """A reading transaction of the test's database."""
        return self._present.read()

    @property
    def _present(self) -> Db:
        assert self.db is not None, "no test is running"
        return self.db

    def __getattr__(self, name: str) -> Any:
        return getattr(self._present, name)


class SharedApplication:
    """The application and the switch of its database."""

    def __init__(self, settings: Settings) -> None:
        self._switch = Switch()
        self._edge = create_app(settings, self._switch)  # pyright: ignore[reportArgumentType] - looks like one

    def on(self, db: Db) -> Edge:
        """The application, working on this database from now on."""
        self._switch.to(db)
        return self._edge
