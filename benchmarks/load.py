"""Sends requests over connections that stay open, and times each. Bare sockets: what is timed is the server."""

import json
import socket
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import cycle
from statistics import quantiles
from typing import Any


@dataclass(frozen=True)
class Figures:
    """What a run showed; times in seconds."""

    p50: float
    p95: float
    per_second: float


@dataclass(frozen=True)
class Call:
    """A request as bytes."""

    raw: bytes

    @classmethod
    def of(cls, method: str, path: str, headers: dict[str, str], body: Any = None) -> "Call":
        content = b"" if body is None else json.dumps(body).encode()
        lines = [
            f"{method} {path} HTTP/1.1",
            "host: 127.0.0.1",
            *(f"{name}: {value}" for name, value in headers.items()),
        ]
        if method == "POST":
            lines += ["content-type: application/json", f"content-length: {len(content)}"]
        return cls("\r\n".join([*lines, "", ""]).encode() + content)


def run(port: int, calls: Sequence[Sequence[Call]], *, seconds: float | None) -> Figures:
    """Each list of calls goes over its own connection, over and over for `seconds`, or once when that is None."""
    with ThreadPoolExecutor(len(calls)) as pool:
        started = time.perf_counter()
        until = None if seconds is None else started + seconds
        took = [one for times in pool.map(lambda listed: _send(port, listed, until), calls) for one in times]
        whole = time.perf_counter() - started
    marks = quantiles(took, n=20)
    return Figures(marks[9], marks[18], len(took) / whole)


def _send(port: int, calls: Sequence[Call], until: float | None) -> list[float]:
    times: list[float] = []
    with socket.create_connection(("127.0.0.1", port)) as connection:
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        for call in _repeated(calls, until):
            started = time.perf_counter()
            connection.sendall(call.raw)
            _read(connection)
            times.append(time.perf_counter() - started)
    return times


def _repeated(calls: Sequence[Call], until: float | None) -> Iterator[Call]:
    if until is None:
        yield from calls
        return
    for call in cycle(calls):
        if time.perf_counter() >= until:
            return
        yield call


def _read(connection: socket.socket) -> None:
    received = b""
    while (end := received.find(b"\r\n\r\n")) < 0:
        received += _more(connection)
    head = received[:end].lower()
    length = int(head.partition(b"content-length:")[2].partition(b"\r\n")[0])
    missing = length - (len(received) - end - 4)
    parts = [received[end + 4 :]]
    while missing > 0:
        parts.append(_more(connection))
        missing -= len(parts[-1])
    if not head.startswith(b"http/1.1 2"):
        raise SystemExit(f"refused: {head.decode()}\n{b''.join(parts).decode()}")


def _more(connection: socket.socket) -> bytes:
    part = connection.recv(1 << 18)
    if not part:
        raise SystemExit("the server hung up")
    return part
