"""Listening to what is sent to the database."""

from collections.abc import Generator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import event
from sqlalchemy.ext.asyncio import AsyncEngine

_TRANSACTION = ("BEGIN", "COMMIT", "ROLLBACK", "SAVEPOINT", "RELEASE", "PRAGMA")


class Statements(list[str]):
    """The statements seen so far, without those that only open and close transactions."""

    def since(self) -> "Statements":
        """What was seen, and starts anew."""
        seen = Statements(self)
        self.clear()
        return seen


@contextmanager
def counting(engine: AsyncEngine) -> Generator[Statements, None, None]:
    """Collects the statements of an engine."""
    seen = Statements()

    def note(_connection: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        if not statement.lstrip().upper().startswith(_TRANSACTION):
            seen.append(statement)

    event.listen(engine.sync_engine, "before_cursor_execute", note)
    try:
        yield seen
    finally:
        event.remove(engine.sync_engine, "before_cursor_execute", note)
