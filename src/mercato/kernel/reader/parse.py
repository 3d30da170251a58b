"""From a parsed query string to what the reader runs, or to the contract's complaints about it."""

import re
from collections.abc import Mapping
from typing import Any, Final

from mercato.kernel.errors import Invalid
from mercato.kernel.reader.columns import UnknownPath, private, walk
from mercato.kernel.reader.fields import plan_of
from mercato.kernel.reader.filters import Reading, rules_of, type_of, wrong_type
from mercato.kernel.reader.view import EVERYTHING, Graph, Listing, Selection, View, key_name

_LEADING: Final = re.compile(r"\s*([+-]?)(?:0[xX]([0-9a-fA-F]+)|([0-9]+))")
_PAGING: Final = ("fields", "offset", "limit", "order", "with_deleted")
_REPORTED: Final = 3


def parse_selection(view: View, graph: Graph, raw: Mapping[str, Any]) -> Selection:
    """The query of a route that answers one object: it knows only `fields`.

    Raises:
        Invalid: in the contract's words.
    """
    problems: list[str] = []
    fields = _text(raw, "fields", problems)
    _unknown(view, [name for name in raw if name != "fields"], problems)
    _complain(problems)
    return Selection(view, plan_of(view, graph, fields))


def parse_listing(view: View, graph: Graph, raw: Mapping[str, Any]) -> Listing:
    """The query of a list.

    Raises:
        Invalid: in the contract's words.
    """
    problems: list[str] = []
    fields = _text(raw, "fields", problems)
    offset = _number(raw, "offset", problems)
    limit = _number(raw, "limit", problems)
    order = _text(raw, "order", problems)
    with_deleted = _flag(raw, "with_deleted", problems)
    reading = Reading(view, graph, problems)
    shape = reading.all(raw) if raw.keys() - set(_PAGING) else EVERYTHING
    known = {*_PAGING, *rules_of(view)}
    _unknown(view, [name for name in raw if name not in known], problems)
    _complain(problems)
    return Listing(
        view,
        plan_of(view, graph, fields),
        shape,
        tuple(reading.values),
        _order(view, graph, order),
        view.limit if limit is None else limit,
        offset or 0,
        view.with_deleted and with_deleted,
    )


def _complain(problems: list[str]) -> None:
    if problems:
        raise Invalid("Invalid request: " + "; ".join(problems[:_REPORTED]))


def _unknown(view: View, names: list[str], problems: list[str]) -> None:
    if names and not view.strip_unknown:
        problems.append(f"Unrecognized fields: '{', '.join(names)}'")


def _text(raw: Mapping[str, Any], name: str, problems: list[str]) -> str | None:
    value = raw.get(name)
    if value is None or isinstance(value, str):
        return value
    problems.append(wrong_type("string", name, value))
    return None


def _number(raw: Mapping[str, Any], name: str, problems: list[str]) -> int | None:
    """The leading digits of a text count, as they do for the clients' own language."""
    value = raw.get(name)
    if value is None:
        return None
    found = _LEADING.match(value) if isinstance(value, str) else None
    if found is None:
        received = "nan" if isinstance(value, str) and value else type_of(value)
        problems.append(f"Expected type: 'number' for field '{name}', got: '{received}'")
        return None
    sign, hexadecimal, digits = found.groups()
    number = int(hexadecimal, 16) if hexadecimal is not None else int(digits[:30])
    if sign == "-" and number:
        problems.append(f"Value for field '{name}' too small, expected at least: '0'")
        return None
    return number


def _flag(raw: Mapping[str, Any], name: str, problems: list[str]) -> bool:
    value = raw.get(name)
    if value in (None, "true", "false"):
        return value == "true"
    problems.append(wrong_type("boolean", name, value))
    return False


def _order(view: View, graph: Graph, order: str | None) -> str:
    if order is None:
        return view.order or key_name(view.model)
    name = order.removeprefix("-")
    allowed = view.allowed is None or name in view.allowed.split()
    hidden = not frozenset(view.restricted.split()).isdisjoint(name.split("."))
    if not allowed or hidden or not _sortable(view, graph, name):
        raise Invalid(f"Order field {name} is not valid")
    return order


def _sortable(view: View, graph: Graph, path: str) -> bool:
    try:
        edges, leaf = walk(view, graph, view.model, path)
    except UnknownPath:
        return False
    if leaf is None or any(edge.label in graph.closed for edge in edges):
        return False
    return leaf.kind != "json" and not leaf.inside and leaf.name not in private(leaf.model)
