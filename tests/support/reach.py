"""Walking along all relations that an audience may name, to see where they lead."""

import re
from collections.abc import Iterator
from typing import Any, Final

from mercato.kernel.reader.view import Graph, View

ID: Final = re.compile(r"\b[a-z_]{2,12}_[0-9A-HJKMNP-TV-Z]{26}\b")
DEEPEST: Final = 4


def paths(view: View, graph: Graph, walked: set[Any]) -> Iterator[str]:
    """Paths along every relation that a client may name, each relation once; those of the view itself always."""
    allowed = view.allowed.split() if view.allowed is not None else None
    restricted = frozenset(view.restricted.split())
    level = [("", view.model)]
    for _ in range(DEEPEST):
        deeper: list[tuple[str, Any]] = []
        for path, model in level:
            for edge in (edge for edge in graph.edges if edge.source is model):
                here = f"{path}.{edge.name}".lstrip(".")
                listed = allowed is not None and here in allowed
                open_ = edge.label not in graph.closed and (allowed is None or here.split(".")[0] in allowed)
                if (edge in walked and path) or edge.name in restricted or not (listed or open_):
                    continue
                walked.add(edge)
                deeper.append((here, edge.target))
                yield here
        level = deeper
