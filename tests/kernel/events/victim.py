"""A worker process to be killed: its arguments are the database's URL, a folder, and `calm` or `hang`.

Each subscriber writes a row and then, when told to hang, says in a file how far it is and waits for its end.
"""

import asyncio
import sys
from datetime import timedelta
from pathlib import Path

from mercato.domains.identity.models import User
from mercato.kernel.db import Db, Tx
from mercato.kernel.events.claims import Lease
from mercato.kernel.events.engine import Runner
from mercato.kernel.events.event import Event
from mercato.kernel.events.outbox import Outbox
from mercato.kernel.events.runs import Run
from mercato.kernel.events.subscriber import workflow


class Rang(Event, name="bell.rang"): ...


class Travelled(Event, name="bell.travelled"): ...


LEASE = Lease(timedelta(seconds=1), timedelta(milliseconds=200))


async def halt(mark: str) -> None:
    _, _, folder, mood = sys.argv
    with (Path(folder) / "marks").open("a") as file:
        file.write(mark + "\n")
    if mood == "hang":
        await asyncio.sleep(3600)


async def greet(tx: Tx, event: Rang) -> None:
    tx.add(User(email="local@example.com"))
    await tx.flush()
    await halt("local")


async def first_step(tx: Tx) -> str:
    tx.add(User(email="step@example.com"))
    await tx.flush()
    return "first"


async def travel(run: Run, event: Travelled) -> None:
    await run.local("write", first_step)
    await run.outside("call", halt)


def outbox() -> Outbox:
    """The table of this play, under the names that both processes use."""
    return Outbox({Rang: [greet], Travelled: [workflow(travel)]})


async def main() -> None:
    """Works until it is killed."""
    db = Db(sys.argv[1])
    db.outbox = outbox()
    runner = Runner(db, db.outbox, lease=LEASE)
    await runner.start()
    await asyncio.sleep(3600)
