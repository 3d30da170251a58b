"""Who hears of an event, and how.

Three kinds, by what they touch:
- a plain function `async def on_x(tx, event)` writes only our database: its effect and the mark "done" commit
  together, so it happens exactly once;
- `outside(on_x)` with `async def on_x(db, event, key)` calls somebody else. It may run again after a crash,
  therefore it hands `key` to the other side, which is the same on every attempt;
- `workflow(on_x)` with `async def on_x(run, event)` has several steps, each remembered: a repetition goes on where
  the last attempt stopped.
"""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Concatenate, Final, TypeAlias

from mercato.kernel.events.event import Event


class Kind(StrEnum):
    """How a subscriber is run."""

    LOCAL = "local"
    OUTSIDE = "outside"
    WORKFLOW = "workflow"


Handler: TypeAlias = Callable[..., Awaitable[None]]
MAX_ATTEMPTS: Final = 12


@dataclass(frozen=True, slots=True)
class Delivery:
    """A function with the rules of its delivery. `queue` defaults to a queue of its own: slow ones hold back nobody."""

    handler: Handler
    kind: Kind
    name: str
    queue: str
    limit: int
    attempts: int = MAX_ATTEMPTS
    timeout: float = 60


Subscriber: TypeAlias = Delivery | Callable[Concatenate[Any, ...], Awaitable[None]]
Subscribers: TypeAlias = Mapping[type[Event], Sequence[Any]]


def local(
    handler: Handler, *, queue: str | None = None, limit: int = 2, attempts: int = MAX_ATTEMPTS, timeout: float = 60
) -> Delivery:
    """`async def on_x(tx, event)`. Write the bare function in the table unless you change a rule."""
    name = name_of(handler)
    return Delivery(handler, Kind.LOCAL, name, queue or name, limit, attempts, timeout)


def outside(
    handler: Handler, *, queue: str | None = None, limit: int = 4, attempts: int = MAX_ATTEMPTS, timeout: float = 300
) -> Delivery:
    """`async def on_x(db, event, key)`: a call to another system; `key` is its idempotency key."""
    name = name_of(handler)
    return Delivery(handler, Kind.OUTSIDE, name, queue or name, limit, attempts, timeout)


def workflow(
    handler: Handler, *, queue: str | None = None, limit: int = 2, attempts: int = MAX_ATTEMPTS, timeout: float = 3600
) -> Delivery:
    """`async def on_x(run, event)`: several remembered steps, see `runs.Run`."""
    name = name_of(handler)
    return Delivery(handler, Kind.WORKFLOW, name, queue or name, limit, attempts, timeout)


def as_delivery(subscriber: Any) -> Delivery:
    """The delivery of a table entry: a bare function is a local subscriber."""
    return subscriber if isinstance(subscriber, Delivery) else local(subscriber)


def name_of(handler: Handler) -> str:
    """The name a subscriber has in the table `job`: its module within the program and its own name.

    Moving or renaming a function orphans the deliveries that wait for it; keep the old name as an alias for a release.
    """
    module = getattr(handler, "__module__", "").removeprefix("mercato.")
    return f"{module}.{getattr(handler, '__qualname__', repr(handler))}"
