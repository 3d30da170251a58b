"""When remembered credentials stop being true: after a change here at once, after one elsewhere within a second."""

from typing import Any

from sqlalchemy import event
from sqlalchemy.orm import Session, object_session

_generation = 0
_NOTED = "access_changes"


def access_changed() -> None:
    """Rights are not what they were. Statements over many rows have to say so: `tx.after_commit(access_changed)`."""
    global _generation
    _generation += 1


def generation() -> int:
    """A number that is another one after every change in this process."""
    return _generation


def watch(*models: type[Any], additions: bool = False) -> None:
    """From now on a commit that changes or removes rows of these models (or adds some) is a change of access."""
    for model in models:
        for moment in ("after_update", "after_delete", *(["after_insert"] if additions else [])):
            if not event.contains(model, moment, _touched):
                event.listen(model, moment, _touched)


def _touched(_mapper: Any, _connection: Any, row: Any) -> None:
    session = object_session(row)
    if session is not None and _NOTED not in session.info:
        session.info[_NOTED] = True
        event.listen(session, "after_commit", _committed, once=True)


def _committed(_session: Session) -> None:
    access_changed()
