"""What the mapper knows about a model's columns, and where a dotted path through the graph leads."""

from dataclasses import dataclass, replace
from functools import cache
from typing import Any, Final

from sqlalchemy import JSON, Boolean, Integer
from sqlalchemy.types import TypeEngine

from mercato.kernel.columns import Exact, Instant
from mercato.kernel.reader.view import Edge, Graph, Kind, Model, SqlText, View, key_name

MAX_DEPTH: Final = 20
"""Segments of a path. Deeper than any entity nests, and a bound on what one request can make the database do."""


class UnknownPath(LookupError):
    """A path that names no relation or column."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column as the reader sees it."""

    name: str
    kind: Kind
    nullable: bool


@dataclass(frozen=True, slots=True)
class Leaf:
    """The end of a path: a column of the last model, or a place inside a JSON column."""

    model: Model
    name: str
    kind: Kind
    nullable: bool = True
    inside: tuple[str, ...] = ()
    virtual: SqlText | None = None


_KINDS: Final[tuple[tuple[type[TypeEngine[Any]], Kind], ...]] = (
    (Exact, "decimal"),
    (Instant, "time"),
    (Boolean, "bool"),
    (Integer, "int"),
    (JSON, "json"),
)


@cache
def columns_of(model: Model) -> dict[str, Column]:
    """Column name -> what it holds."""
    return {
        column.name: Column(column.name, _kind(column.type), bool(column.nullable))
        for column in model.__table__.columns
    }


def _kind(type_: TypeEngine[Any]) -> Kind:
    for cls, kind in _KINDS:
        if isinstance(type_, cls):
            return kind
    return "text"


@cache
def private(model: Model) -> frozenset[str]:
    """Columns that no client may see, filter or sort by: the model's `__private__`, names separated by spaces."""
    return frozenset(str(getattr(model, "__private__", "")).split())


def has_deleted_at(model: Model) -> bool:
    """Whether rows of this model are deleted softly."""
    return "deleted_at" in columns_of(model)


def virtual_column(view: View | None, graph: Graph, model: Model, name: str) -> SqlText | None:
    """The SQL that acts as a column of this name."""
    if view is not None and model is view.model and (found := view.virtual.get(name)) is not None:
        return found
    return graph.virtual.get(model, {}).get(name)


def leaf_of(view: View | None, graph: Graph, model: Model, name: str) -> Leaf | None:
    """The column, virtual or real, of this name."""
    if (virtual := virtual_column(view, graph, model, name)) is not None:
        return Leaf(model, name, virtual.kind, virtual=virtual)
    column = columns_of(model).get(name)
    return None if column is None else Leaf(model, name, column.kind, column.nullable)


def column_at(view: View | None, graph: Graph, model: Model, name: str) -> Leaf:
    """As `leaf_of`, for names that were checked before."""
    leaf = leaf_of(view, graph, model, name)
    if leaf is None:
        raise UnknownPath(f"{model.__name__}.{name}")
    return leaf


def edge_of(view: View | None, graph: Graph, model: Model, name: str) -> Edge | None:
    """The relation of this name as a view shows it."""
    edge = graph.edge(model, name)
    if edge is None or view is None or (label := f"{model.__name__}.{name}") not in view.only:
        return edge
    return _narrowed(view, edge, label)


@cache
def _narrowed(view: View, edge: Edge, label: str) -> Edge:
    return replace(edge, where={**edge.where, **view.only[label]})


def resolve(view: View | None, graph: Graph, model: Model, path: str) -> tuple[tuple[Edge, ...], Leaf]:
    """The relations of a path and the column at its end; a path that ends at a relation means its key.

    Raises:
        UnknownPath: a segment is neither relation nor column.
    """
    edges, leaf = walk(view, graph, model, path)
    if leaf is None:
        target = edges[-1].target
        leaf = column_at(None, graph, target, key_name(target))
    return edges, leaf


def walk(view: View | None, graph: Graph, model: Model, path: str) -> tuple[tuple[Edge, ...], Leaf | None]:
    """As `resolve`, but a path that ends at a relation has no leaf."""
    segments = path.split(".")
    if len(segments) > MAX_DEPTH:
        raise UnknownPath(path)
    edges: list[Edge] = []
    for position, segment in enumerate(segments):
        if edges and edges[-1].hides(segment):
            raise UnknownPath(path)
        edge = edge_of(view, graph, model, segment)
        if edge is not None:
            edges.append(edge)
            model = edge.target
            continue
        leaf = leaf_of(view, graph, model, segment)
        inside = tuple(segments[position + 1 :])
        if leaf is None or (inside and leaf.kind != "json"):
            raise UnknownPath(path)
        if inside:
            leaf = Leaf(leaf.model, leaf.name, "text", inside=inside, virtual=leaf.virtual)
        return tuple(edges), leaf
    return tuple(edges), None
