"""Rows in Python: decoding, computed fields, taking away what was loaded only for them."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from decimal import Decimal
from enum import Enum
from functools import cache
from typing import Any, Final, cast

import msgspec

from mercato.kernel.clock import to_wire
from mercato.kernel.db import Tx
from mercato.kernel.reader.columns import columns_of
from mercato.kernel.reader.view import Model, Node, Plan, Row

_decoder: Final = msgspec.json.Decoder(float_hook=Decimal)
_encoder: Final = msgspec.json.Encoder(decimal_format="number")


def decoded(text: str) -> Any:
    """The value of a JSON text; fractions as Decimal."""
    return _decoder.decode(text)


def encoded(value: object) -> str:
    """JSON text of what `pruned` made."""
    return _encoder.encode(value).decode()


async def fill(tx: Tx, plan: Plan, rows: list[Row], context: Mapping[str, Any]) -> None:
    """Lets every computed field of the plan add its names, each once for all its rows in the answer."""
    exact(plan.loaded, rows)
    for fitting in plan.fittings:
        found = [row for place in fitting.places for row in _at(rows, place)]
        if found:
            await fitting.computed.fill(tx, found, fitting.names, context)


def exact(node: Node, rows: Sequence[Row]) -> None:
    """Makes Decimals of all amounts: JSON has one kind of number, and whole ones were read as integers."""
    amounts = [name for name in node.columns if name in _decimals(node.model)]
    for row in rows:
        for name in amounts:
            value = row.get(name)
            if isinstance(value, int):
                row[name] = Decimal(value)
        for name, child in node.children.items():
            if not child.stub:
                exact(child, list(_related(row, name)))


@cache
def _decimals(model: Model) -> frozenset[str]:
    return frozenset(name for name, column in columns_of(model).items() if column.kind == "decimal")


def pruned(plan: Plan, rows: Sequence[Row], *, wire: bool = True) -> list[Row]:
    """The rows with what was asked for and nothing else; as the wire has it, or as the program wants it."""
    return [_asked(plan.asked, row, wire) for row in rows]


def _asked(node: Node, row: Row, wire: bool) -> Row:
    answer: Row = {}
    for name in (*node.columns, *node.computed):
        if name in row:
            answer[name] = _on_wire(row[name]) if wire else row[name]
    for name, child in node.children.items():
        if name not in row:
            continue
        related = row[name]
        if isinstance(related, list):
            answer[name] = [_asked(child, item, wire) for item in cast("list[Row]", related)]
        else:
            answer[name] = None if related is None else _asked(child, related, wire)
    return answer


def _at(rows: Sequence[Row], place: tuple[str, ...]) -> Iterator[Row]:
    if not place:
        yield from rows
        return
    for row in rows:
        yield from _at(list(_related(row, place[0])), place[1:])


def _related(row: Row, name: str) -> Iterator[Row]:
    related = row.get(name)
    if isinstance(related, list):
        yield from cast("list[Row]", related)
    elif related is not None:
        yield related


def _on_wire(value: Any) -> Any:
    match value:
        case str() | bool() | None | int():
            return value.value if isinstance(value, Enum) else value
        case Decimal():
            whole = int(value)
            return whole if value == whole else Decimal(format(value, "f").rstrip("0"))
        case datetime():
            return to_wire(value)
        case Mapping():
            return {key: _on_wire(item) for key, item in cast("Mapping[str, Any]", value).items()}
        case list() | tuple() | set() | frozenset():
            return [_on_wire(item) for item in cast("list[Any]", value)]
        case _:
            return value
