"""Measures the product from outside and prints a table. Nothing is asserted: machines differ, and so do their days.

`make bench`, or `python -m benchmarks.run [--seconds 3]`. SQLite in a folder that is thrown away; with DATABASE_URL the
database that it names, which must be empty.
"""

import argparse
import os
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.load import Call, Figures, run
from benchmarks.market import Market, open_market
from benchmarks.product import ADMIN, MEBIBYTE, Installation, Running

# What is published of the reference (Medusa 2.11 with PostgreSQL and Redis): its start takes 8 s and more, a process
# of it holds 400 MB, and a change of a cart takes half a second.
REFERENCE_START = 8.0
REFERENCE_MEMORY = 400.0
REFERENCE_CART_CHANGE = 0.5

CONNECTIONS = (1, 8)
CARTS = 12
"""Carts that each connection buys."""


@dataclass(frozen=True)
class Operation:
    """What is measured: its name, and the calls of each connection."""

    name: str
    calls: Sequence[Sequence[Call]]
    reference: float | None = None
    once: bool = False


def main() -> None:
    """The whole benchmark."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=3.0, help="how long each operation is repeated")
    seconds: float = parser.parse_args().seconds
    url = os.environ.get("DATABASE_URL")
    with tempfile.TemporaryDirectory() as folder:
        installation = Installation(Path(folder), url)
        # Once before anything is timed: whoever has installed the program has it compiled.
        installation.mercato("--help")
        installation.mercato("openapi", "-o", "openapi.json")
        print(f"database: {'SQLite' if url is None else 'PostgreSQL'}, processors: {os.cpu_count()}\n")
        _measure_start(installation)
        installation.mercato("user", "create", "-e", ADMIN[0], "-p", ADMIN[1])
        with installation.serving() as server:
            _measure_requests(server, seconds)


def _measure_start(installation: Installation) -> None:
    if installation.database_url is not None:
        installation.mercato("db", "upgrade")
    else:
        with installation.serving() as server:
            _print_time("start, new database", server.seconds, REFERENCE_START)
    starts: list[float] = []
    for _ in range(3):
        with installation.serving() as server:
            starts.append(server.seconds)
            memory = server.memory()
    _print_time("start, existing database", min(starts), REFERENCE_START)
    _print_memory("memory after the start", memory)


def _measure_requests(server: Running, seconds: float) -> None:
    market = open_market(f"http://127.0.0.1:{server.port}")
    print(f"\n{'':<44} {'conns':>5} {'p50 ms':>8} {'p95 ms':>8} {'req/s':>8}  of the reference's")
    for connections in CONNECTIONS:
        for operation in _operations(market, connections):
            figures = run(server.port, operation.calls, seconds=None if operation.once else seconds)
            _print_figures(operation, connections, figures)
    print()
    _print_memory("memory after the load", server.memory())


def _operations(market: Market, connections: int) -> Sequence[Operation]:
    shopper, operator, seller = market.shopper.headers, market.operator.headers, market.seller.headers
    page = f"/store/products?limit=20&region_id={market.region}&fields=%2Bvariants.calculated_price"
    products = [
        Call.of("GET", f"/store/products/{id}?region_id={market.region}&fields=%2Bvariants.calculated_price", shopper)
        for id in market.products
    ]
    changed = market.carts(connections)
    bought = [list(market.carts(CARTS)) for _ in range(connections)]

    def everywhere(call: Call) -> list[list[Call]]:
        return [[call]] * connections

    return [
        Operation("GET /health", everywhere(Call.of("GET", "/health", {}))),
        Operation("GET /store/products (20 with prices)", everywhere(Call.of("GET", page, shopper))),
        Operation("GET /store/products/:id", [products] * connections),
        Operation("GET /admin/products", everywhere(Call.of("GET", "/admin/products?limit=20", operator))),
        Operation(
            "POST /store/carts/:id/line-items/:line",
            [
                [Call.of("POST", f"/store/carts/{cart}/line-items/{line}", shopper, {"quantity": n}) for n in (2, 3, 1)]
                for cart, line in changed
            ],
            reference=REFERENCE_CART_CHANGE,
        ),
        Operation(
            "POST /store/carts/:id/complete",
            [[Call.of("POST", f"/store/carts/{cart}/complete", shopper) for cart, _ in carts] for carts in bought],
            once=True,
        ),
        Operation("GET /vendor/orders", everywhere(Call.of("GET", "/vendor/orders?limit=20", seller))),
    ]


def _print_time(name: str, seconds: float, reference: float) -> None:
    print(f"{name:<44} {seconds:.2f} s   {seconds / reference:.1%} of the reference's {reference:g} s")


def _print_memory(name: str, size: int | None) -> None:
    if size is None:
        print(f"{name:<44} not known on this system")
        return
    megabytes = size / MEBIBYTE
    print(
        f"{name:<44} {megabytes:.0f} MB  {megabytes / REFERENCE_MEMORY:.1%} of the reference's {REFERENCE_MEMORY:g} MB"
    )


def _print_figures(operation: Operation, connections: int, figures: Figures) -> None:
    ratio = "" if operation.reference is None else f"{figures.p50 / operation.reference:.1%}"
    numbers = f"{figures.p50 * 1000:>8.2f} {figures.p95 * 1000:>8.2f} {figures.per_second:>8.0f}"
    print(f"{operation.name:<44} {connections:>5} {numbers}  {ratio}", flush=True)


if __name__ == "__main__":
    main()
