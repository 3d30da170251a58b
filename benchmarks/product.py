"""The product as a user runs it: `mercato serve` as a process of its own."""

import http.client
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ADMIN = ("bench@example.com", "a password of the benchmark")
PATIENCE = 120.0
MEBIBYTE = 1024 * 1024


@dataclass(frozen=True)
class Running:
    """A server that answers."""

    process: subprocess.Popen[bytes]
    port: int
    seconds: float
    """From the start of the command to the first answer."""

    def memory(self) -> int | None:
        """Bytes of all its processes, shared pages counted once; None where the system does not tell."""
        parts = [_proportional(pid) for pid in [self.process.pid, *_children(self.process.pid)]]
        return None if None in parts else sum(part or 0 for part in parts)


@dataclass(frozen=True)
class Installation:
    """A folder with a database, and the environment of the commands that run there."""

    folder: Path
    database_url: str | None

    def mercato(self, *arguments: str) -> None:
        """Runs a command to its end."""
        command, environment = self._command(arguments), self._environment()
        done = subprocess.run(command, cwd=self.folder, env=environment, capture_output=True, check=False)
        if done.returncode != 0:
            sys.exit(f"mercato {' '.join(arguments)}: {(done.stdout + done.stderr).decode()}")

    @contextmanager
    def serving(self) -> Iterator[Running]:
        """`mercato serve`, until the end of the block."""
        port = _free_port()
        with (self.folder / "server.log").open("ab") as log:
            started = time.perf_counter()
            process = subprocess.Popen(
                self._command(("serve", "--port", str(port))),
                cwd=self.folder,
                env=self._environment(),
                stdout=log,
                stderr=log,
            )
        try:
            _wait(process, port, self.folder / "server.log")
            yield Running(process, port, time.perf_counter() - started)
        finally:
            process.send_signal(signal.SIGTERM)
            process.wait(PATIENCE)

    def _command(self, arguments: tuple[str, ...]) -> list[str]:
        return [sys.executable, "-m", "mercato", *arguments]

    def _environment(self) -> dict[str, str]:
        # An installed program is compiled; a developer's shell may say that nothing is to be kept.
        kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
        kept |= {"LOG_LEVEL": "warning", "MERCATO_ENV": "development"}
        if self.database_url is None:
            kept.pop("DATABASE_URL", None)
        return kept


def _wait(process: subprocess.Popen[bytes], port: int, log: Path) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
        try:
            connection.request("GET", "/health")
            if connection.getresponse().read() == b"OK":
                return
        except OSError:
            if process.poll() is not None:
                break
            time.sleep(0.005)
        finally:
            connection.close()
    sys.exit(f"the server does not answer:\n{log.read_text()}")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def _children(pid: int) -> list[int]:
    tasks = Path(f"/proc/{pid}/task")
    found: list[int] = []
    for task in tasks.iterdir() if tasks.exists() else ():
        for child in (task / "children").read_text().split():
            found += [int(child), *_children(int(child))]
    return found


def _proportional(pid: int) -> int | None:
    smaps = Path(f"/proc/{pid}/smaps_rollup")
    if not smaps.exists():
        return None
    line = next(line for line in smaps.read_text().splitlines() if line.startswith("Pss:"))
    return int(line.split()[1]) * 1024
