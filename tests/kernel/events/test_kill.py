"""A worker dies by SIGKILL in the middle of its work; the next one finishes it, and everything has happened once."""

import asyncio
import os
import signal
import subprocess
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from sqlalchemy import select

from mercato.domains.identity.models import User
from mercato.kernel.db import Db
from mercato.kernel.events.models import Job, JobState
from tests.kernel.events.victim import Rang, Travelled, outbox


def worker(url: str, folder: Path, mood: str) -> subprocess.Popen[bytes]:
    # Not as a script: subscribers are known by their module's name, which has to be the same in both processes.
    code = "import asyncio; from tests.kernel.events import victim; asyncio.run(victim.main())"
    command = [sys.executable, "-c", code, url, str(folder), mood]
    return subprocess.Popen(command, cwd=Path(__file__).parents[3], env=os.environ | {"PYTHONPATH": "src:."})


def kill(process: subprocess.Popen[bytes]) -> None:
    process.send_signal(signal.SIGKILL)
    process.wait()


async def eventually(check: Callable[[], Awaitable[bool]]) -> None:
    async with asyncio.timeout(30):
        while not await check():  # noqa: ASYNC110 - another process changes what is checked
            await asyncio.sleep(0.05)


@pytest.mark.parametrize(("event", "email"), [(Rang(), "local@example.com"), (Travelled(), "step@example.com")])
async def test_killed_in_the_middle(db: Db, database_url: str, tmp_path: Path, event: Rang | Travelled, email: str):
    db.outbox = outbox()
    marks = tmp_path / "marks"

    async def reached() -> bool:
        return marks.exists()

    async def done() -> bool:
        async with db.read() as tx:
            return await tx.scalars(select(Job.state)) == [JobState.DONE]

    async with db.tx() as tx:
        tx.emit(event)
    first = worker(database_url, tmp_path, "hang")
    try:
        await eventually(reached)
    finally:
        kill(first)
    assert not await done()
    second = worker(database_url, tmp_path, "calm")
    try:
        await eventually(done)
    finally:
        kill(second)
    async with db.read() as tx:
        [job] = await tx.scalars(select(Job))
        assert await tx.scalars(select(User.email)) == [email]
    told = marks.read_text().split()
    assert job.attempts == 2
    # The call was made twice, because nobody can know whether the first one arrived: with the same key.
    assert told == (["local"] * 2 if email.startswith("local") else [f"{job.id}:1"] * 2)
