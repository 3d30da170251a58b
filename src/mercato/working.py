"""A process that only works in the background: `mercato worker`."""

import asyncio
import signal

import typer

from mercato.app import open_db
from mercato.settings import Settings
from mercato.workers.runner import make_runner


async def work(settings: Settings, welcome: str) -> None:
    """Delivers events and runs the schedule until it is told to stop; what runs then may end first."""
    db = open_db(settings)
    runner = make_runner(db)
    stopped = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, stopped.set)
    await runner.start()
    typer.echo(welcome)
    await stopped.wait()
    await runner.stop()
    await db.close()
