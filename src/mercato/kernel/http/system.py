"""The routes that every server has: its pulse and its own description."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, Final

from litestar import Router, get

from mercato.kernel.http import wire
from mercato.kernel.http.answers import Answer, text
from mercato.kernel.http.openapi import Described, document

_PAGE: Final = Path(__file__).with_name("docs.html").read_bytes()


@get("/health")
async def health() -> Answer:
    """Whether the process answers. Asks nothing of the database: a slow database is no reason to be restarted."""
    return text("OK")


@get("/docs")
async def docs() -> Answer:
    """A page that shows `/openapi.json`."""
    return Answer(_PAGE, media_type=b"text/html; charset=utf-8")


def routers(routes: Callable[[], Iterable[Described]], *, title: str, version: str) -> list[Router]:
    """The routers; the description is made when it is first asked for."""
    made: list[bytes] = []

    @get("/openapi.json")
    async def openapi() -> Answer:
        """The description of every route as OpenAPI 3.1."""
        if not made:
            description: dict[str, Any] = document(routes(), title=title, version=version)
            made.append(wire.encode(description))
        return Answer(made[0])

    return [Router("/", route_handlers=[health, docs, openapi])]
