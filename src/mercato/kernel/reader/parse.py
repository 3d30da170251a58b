"""From a parsed query string to what the reader runs."""

from typing import Any

from mercato.kernel.reader.view import Graph, Listing, Selection, View


def parse_selection(view: View, graph: Graph, raw: dict[str, Any]) -> Selection:
    """The query of a route that answers one object: it knows only `fields`."""
    raise NotImplementedError


def parse_listing(view: View, graph: Graph, raw: dict[str, Any]) -> Listing:
    """The query of a list."""
    raise NotImplementedError
