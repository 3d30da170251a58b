"""A process that only works in the background: `mercato worker`."""

import asyncio
import signal

import structlog

from mercato.graph import GRAPH
from mercato.kernel.db import Db
from mercato.settings import Settings
from mercato.workers.runner import make_outbox, make_runner


async def work(settings: Settings) -> None:
    """Delivers events and runs the schedule until the process is told to stop."""
    log = structlog.get_logger("mercato.worker")
    outbox = make_outbox()
    db = Db(settings.database_url, graph=GRAPH, outbox=outbox)
    runner = make_runner(db, outbox)
    stopped = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, stopped.set)
    try:
        await runner.start()
        log.info("worker.started", worker=runner.worker)
        await stopped.wait()
        log.info("worker.stopping", worker=runner.worker)
        await runner.stop()
    finally:
        await db.close()
