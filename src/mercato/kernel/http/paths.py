"""The paths that exist: finds the spelling a route was declared with, and the methods it has.

Static segments are compared without regard to case, one trailing slash is ignored; values of parameters stay as sent.
"""

from collections.abc import Iterable


class _Node:
    __slots__ = ("methods", "parameter", "rest", "static")

    def __init__(self) -> None:
        self.static: dict[str, _Node] = {}
        self.parameter: _Node | None = None
        self.rest = False
        self.methods: set[str] = set()


class PathTable:
    """A tree of path segments, built once. Static segments win over parameters, as in the router behind it."""

    def __init__(self) -> None:
        self._root = _Node()

    def add(self, path: str, methods: Iterable[str]) -> None:
        """A declared path such as `/admin/regions/{id:str}`."""
        node = self._root
        for segment in path.strip("/").split("/"):
            if segment.startswith("{") and segment.endswith(":path}"):
                node.rest = True
                break
            if segment.startswith("{"):
                if node.parameter is None:
                    node.parameter = _Node()
                node = node.parameter
            else:
                node = node.static.setdefault(segment.lower(), _Node())
        node.methods.update(methods)

    def find(self, path: str) -> tuple[str, set[str]] | None:
        """The path as the router knows it and its methods, or None."""
        if len(path) > 1 and path.endswith("/"):
            path = path[:-1]
        segments = path[1:].split("/")
        node = self._root
        for number, segment in enumerate(segments):
            found = node.static.get(segment)
            if found is None:
                found = node.static.get(segment.lower())
                if found is not None:
                    segments[number] = segment.lower()
            if found is None and segment:
                found = node.parameter
            if found is None:
                if node.rest and segment:
                    break
                return None
            node = found
        return ("/" + "/".join(segments), node.methods) if node.methods else None
