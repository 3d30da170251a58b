"""The server process: `python -m mercato.server HOST PORT WORKERS WELCOME`, what `mercato serve` turns into.

It imports nothing but the web server: it waits for its workers, and what it imported they would import again.
"""

import sys

from granian import Granian
from granian.constants import Interfaces, Loops
from granian.log import LogLevels


def run(host: str, port: int, *, workers: int, welcome: str) -> None:
    """Serves until it is stopped, and says so once it answers. Settings come to the workers in the environment."""
    server = Granian(
        "mercato.asgi:application",
        factory=True,
        address=host,
        port=port,
        workers=workers,
        interface=Interfaces.ASGI,
        loop=Loops.auto,
        websockets=False,
        log_level=LogLevels.warning,
        respawn_failed_workers=True,
        # A request gets this long to end when the server is told to stop.
        workers_kill_timeout=20,
    )
    server.on_startup(lambda: print(welcome, flush=True))
    server.serve()


if __name__ == "__main__":
    run(sys.argv[1], int(sys.argv[2]), workers=int(sys.argv[3]), welcome=sys.argv[4])
