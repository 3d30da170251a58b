"""Trusted conditions: what the program itself adds to a request."""

from collections.abc import Iterable, Mapping
from enum import Enum
from typing import Any, Final, cast

from mercato.kernel.reader.view import EVERYTHING, Shape

_OPERATORS: Final = {
    "$eq": "=",
    "$ne": "<>",
    "$in": "in",
    "$nin": "nin",
    "$gt": ">",
    "$gte": ">=",
    "$lt": "<",
    "$lte": "<=",
    "$like": "like",
    "$ilike": "ilike",
    "$contains": "has",
}


def among(values: Iterable[Any]) -> dict[str, list[Any]]:
    """One of these."""
    return {"$in": list(values)}


def scoped(*scopes: Mapping[str, Any], start: int = 0) -> tuple[Shape, list[Any]]:
    """`{path: value | None | [values] | {operator: value}}` as a condition and its values; all have to hold.

    `$or` and `$and` take lists of such mappings, `$not` takes one.
    """
    values: list[Any] = []
    shapes = [shape for scope in scopes for shape in _shapes(scope, values, start)]
    match shapes:
        case []:
            return EVERYTHING, values
        case [shape]:
            return shape, values
        case _:
            return ("and", tuple(shapes)), values


def _shapes(scope: Mapping[str, Any], values: list[Any], start: int) -> list[Shape]:
    shapes: list[Shape] = []
    for path, value in scope.items():
        match path:
            case "$or" | "$and":
                parts = tuple(("and", tuple(_shapes(part, values, start))) for part in value)
                shapes.append((path[1:], parts))
            case "$not":
                shapes.append(("not", ("and", tuple(_shapes(value, values, start)))))
            case _:
                shapes += _conditions(path, value, values, start)
    return shapes


def _conditions(path: str, value: Any, values: list[Any], start: int) -> list[Shape]:
    operations: Mapping[str, Any]
    match value:
        case Mapping():
            operations = cast("Mapping[str, Any]", value)
        case list() | tuple() | set() | frozenset():
            operations = among(cast("Iterable[Any]", value))
        case _:
            operations = {"$eq": value}
    shapes: list[Shape] = []
    for op, operand in operations.items():
        if operand is None:
            shapes.append(("null" if op == "$eq" else "notnull", path))
            continue
        values.append(_plain(operand))
        shapes.append((_OPERATORS[op], path, start + len(values) - 1))
    return shapes


def _plain(value: Any) -> Any:
    match value:
        case Enum():
            return value.value
        case list() | tuple() | set() | frozenset():
            return [_plain(item) for item in cast("Iterable[Any]", value)]
        case _:
            return value
