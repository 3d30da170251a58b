"""The routes of the mounted application, for tests that are generated from them."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Final, get_type_hints

from pydantic import BaseModel

from mercato.app import mounts
from mercato.kernel.http.params import QueryBody
from mercato.kernel.http.server import described
from mercato.kernel.reader.view import Listing, View
from mercato.settings import Settings

_PARAMETER: Final = re.compile(r"\{(\w+):\w+\}")


@dataclass(frozen=True)
class Route:
    """One method of one path, as `/vendor/orders/{id}`."""

    method: str
    path: str
    view: View | None
    body: type[BaseModel] | None
    query: type[QueryBody] | None
    lists: bool
    function: Callable[..., Any]

    def __str__(self) -> str:
        return f"{self.method} {self.path}"

    @property
    def audience(self) -> str:
        """The first segment."""
        return self.path.split("/")[1]

    @property
    def parameters(self) -> list[str]:
        """The names of the path's parameters."""
        return re.findall(r"\{(\w+)\}", self.path)

    def before(self, parameter: str) -> str:
        """The segment in front of a parameter, which says what it is the id of."""
        segments = self.path.split("/")
        return segments[segments.index(f"{{{parameter}}}") - 1]

    def to(self, **values: str) -> str:
        """The path with these values."""
        return self.path.format(**values)


def mounted(settings: Settings, audience: str | None = None) -> Iterator[Route]:
    """Every route, or those of an audience."""
    for mount in mounts(settings):
        if audience not in (None, mount.audience.prefix):
            continue
        for one in described([mount]):
            hints: dict[str, Any] = get_type_hints(one.handler.fn)
            body = hints.get("data")
            query = next((kind for kind in hints.values() if _is(kind, QueryBody)), None)
            for method in sorted(one.handler.http_methods):
                yield Route(
                    method,
                    _PARAMETER.sub(r"{\1}", one.path),
                    one.handler.opt.get("view"),
                    body if _is(body, BaseModel) else None,
                    query,
                    Listing in hints.values(),
                    one.handler.fn,
                )


def _is(kind: Any, parent: type) -> bool:
    return isinstance(kind, type) and issubclass(kind, parent)
