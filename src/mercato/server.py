"""The server process: `python -m mercato.server HOST PORT WORKERS WELCOME`, what `mercato serve` turns into.

It imports nothing but the web server: it waits for its workers, and what it imported they would import again.
"""

import sys
import time
from http.client import HTTPConnection
from threading import Thread

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
        # Requests and jobs get this long to end when the server is told to stop.
        workers_kill_timeout=12,
    )
    Thread(target=_welcome, args=(host, port, welcome), daemon=True).start()
    server.serve()


def _welcome(host: str, port: int, welcome: str) -> None:
    """Says that the server answers once it does: its workers take a moment to start."""
    own = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)  # noqa: S104 - compared, not bound
    while True:
        connection = HTTPConnection(own, port, timeout=5)
        try:
            connection.request("GET", "/health")
            connection.getresponse()
        except OSError:
            time.sleep(0.05)
        else:
            print(welcome, flush=True)
            return
        finally:
            connection.close()


if __name__ == "__main__":
    run(sys.argv[1], int(sys.argv[2]), workers=int(sys.argv[3]), welcome=sys.argv[4])
