"""The program as its own process, answering on a port."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

import httpx

PATIENCE = 60.0


def free_port() -> int:
    """A port that nobody listens on at the moment."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def program(*arguments: str, folder: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    """Runs a command to its end."""
    command = [sys.executable, "-m", "mercato", *arguments]
    return subprocess.run(command, cwd=folder, env=_environment(variables), capture_output=True, text=True, check=False)


@contextmanager
def running(*arguments: str, folder: Path, **variables: str) -> Generator[str, None, None]:
    """Runs a command that serves; the URL where it answers. It must end by itself when it is told to."""
    port = free_port()
    url = f"http://127.0.0.1:{port}"
    log = folder / "server.log"
    with log.open("w") as output:
        command = [sys.executable, "-m", "mercato", *arguments, "--port", str(port)]
        process = subprocess.Popen(command, cwd=folder, env=_environment(variables), stdout=output, stderr=output)
    try:
        _wait_until_it_answers(process, url, log)
        yield url
        process.send_signal(signal.SIGTERM)
        assert process.wait(PATIENCE) == 0, log.read_text()
    finally:
        process.kill()
        process.wait()


def waited_for(log: Path, words: str) -> str:
    """The log, once these words are in it."""
    until = time.monotonic() + PATIENCE
    while words not in log.read_text():
        assert time.monotonic() < until, f"never said {words!r}:\n{log.read_text()}"
        time.sleep(0.05)
    return log.read_text()


@contextmanager
def working(*, folder: Path, **variables: str) -> Generator[None, None, None]:
    """Runs a worker, which must end by itself when it is told to."""
    log = folder / "worker.log"
    with log.open("w") as output:
        command = [sys.executable, "-u", "-m", "mercato", "worker"]
        process = subprocess.Popen(command, cwd=folder, env=_environment(variables), stdout=output, stderr=output)
    try:
        waited_for(log, "works in the background")
        yield
        process.send_signal(signal.SIGTERM)
        assert process.wait(PATIENCE) == 0, log.read_text()
    finally:
        process.kill()
        process.wait()


def _wait_until_it_answers(process: subprocess.Popen[bytes], url: str, log: Path) -> None:
    until = time.monotonic() + PATIENCE
    while True:
        try:
            assert httpx.get(f"{url}/health").text == "OK"
            return
        except httpx.TransportError:
            assert process.poll() is None, f"the server ended:\n{log.read_text()}"
            assert time.monotonic() < until, f"the server does not answer:\n{log.read_text()}"
            time.sleep(0.05)


def _environment(variables: dict[str, str]) -> dict[str, str]:
    source = str(Path(__file__).parent.parent.parent / "src")
    return {**os.environ, "PYTHONPATH": source, "MERCATO_ENV": "test", **variables}
