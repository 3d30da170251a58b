"""From what was parsed to one statement. Values are bound; every identifier comes from the mapper or the graph."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final, Literal, TypeAlias

from mercato.kernel.reader.columns import Leaf, column_at, resolve
from mercato.kernel.reader.conditions import Conditions
from mercato.kernel.reader.dialects import DIALECTS, Adapt, Pair, Source
from mercato.kernel.reader.joins import Names, alive, column, expression, joined, source_of, table
from mercato.kernel.reader.view import EVERYTHING, Edge, Node, Plan, Shape, key_name

Answer: TypeAlias = Literal["one", "many", "page"]
"""One object or null; a list; a list with its count."""

_MARK: Final = re.compile("\x01(\\d+)\x01")
ROOT: Final = "t"
_OWNER: Final = -3
"""The place of the caller's id, as -2 and -1 are those of limit and offset."""
_STATEMENTS: Final = 4096


@dataclass(frozen=True, slots=True)
class Request:
    """What makes a statement's text: everything but the values. The last two values are limit and offset."""

    answer: Answer
    shape: Shape = EVERYTHING
    order: str = ""
    limited: bool = False
    with_deleted: bool = False


@dataclass(frozen=True, slots=True)
class Statement:
    """Text for the driver, and how the values of a request become its parameters."""

    text: str
    binds: tuple[tuple[int, Adapt], ...]
    fragile: bool
    """Whether a client's value can fail inside the database: a regular expression."""

    def parameters(self, values: Sequence[Any], owner: str | None = None) -> list[Any]:
        """The parameters in the driver's order.

        Raises:
            LookupError: the statement shows only what is the caller's, and nobody has said who that is.
        """
        if owner is None and any(place == _OWNER for place, _ in self.binds):
            raise LookupError("a request that shows only what is the caller's needs to know the caller")
        return [owner if place == _OWNER else adapt(values[place]) for place, adapt in self.binds]


@lru_cache(maxsize=_STATEMENTS)
def statement(plan: Plan, request: Request, dialect: str) -> Statement:
    """The statement of a request; one text for each shape of request."""
    return _Compiler(plan, dialect).statement(request)


class _Compiler:
    """Writes one statement."""

    def __init__(self, plan: Plan, dialect: str) -> None:
        self._plan = plan
        self._view = plan.view
        self._graph = plan.graph
        self._dialect = DIALECTS[dialect]
        self._names = Names(lambda: self._bind(_OWNER, "text", str))
        self._marks: list[tuple[int, str, Adapt]] = []
        self._named: list[str] = []

    def statement(self, request: Request) -> Statement:
        """The whole of it."""
        conditions = Conditions(self._view, self._graph, self._dialect, self._names, self._bind)
        where = " AND ".join(
            [
                *([] if request.with_deleted else alive(self._view.model, ROOT)),
                *([] if request.shape == EVERYTHING else [conditions.sql(request.shape, self._view.model, ROOT)]),
            ]
        )
        rows = Source(ROOT, f"{table(self._view.model)} {ROOT}", where)
        if request.answer == "one":
            body = self._text(self._dialect.one(self._pairs(self._plan.loaded, ROOT, 1), rows))
        else:
            page = self._page(rows, request)
            body = self._text(self._dialect.many(self._pairs(self._plan.loaded, ROOT, 1), page))
        if request.answer == "page":
            counted = self._text(f"(SELECT count(*) {rows.text})")
            body = f"{body} || ',\"count\":' || {counted}"
        named = f"WITH {', '.join(self._named)} " if self._named else ""
        return self._finished(f"{named}SELECT {body}", fragile=_tries_pattern(request.shape))

    def _page(self, rows: Source, request: Request) -> Source:
        limit = ""
        if request.limited:
            limit = f" LIMIT {self._bind(-2, 'bigint', _number)} OFFSET {self._bind(-1, 'bigint', _number)}"
        inner = Source(ROOT, rows.tables, rows.where, self._order(request.order), limit)
        return Source(ROOT, f"(SELECT {ROOT}.* {inner.text}) {ROOT}", "")

    def _text(self, expression: str) -> str:
        return f"{expression}::text" if self._dialect.name == "postgresql" else expression

    def _bind(self, place: int, type_: str, adapt: Adapt) -> str:
        self._marks.append((place, type_, adapt))
        return f"\x01{len(self._marks) - 1}\x01"

    def _finished(self, text: str, *, fragile: bool) -> Statement:
        """Puts the driver's placeholders where the marks are: values bind in the order of the text."""
        binds: list[tuple[int, Adapt]] = []

        def placeholder(found: re.Match[str]) -> str:
            place, type_, adapt = self._marks[int(found[1])]
            binds.append((place, adapt))
            return f"${len(binds)}::{type_}" if self._dialect.name == "postgresql" else "?"

        return Statement(_MARK.sub(placeholder, text), tuple(binds), fragile)

    def _pairs(self, node: Node, alias: str, depth: int) -> list[Pair]:
        pairs = [Pair(name, self._column(node, name, alias)) for name in node.columns]
        for name, child in node.children.items():
            if (edge := child.edge) is not None:
                only_if = joined([edge], alias, self._names).exists() if edge.absent else None
                pairs.append(Pair(name, self._child(child, edge, alias, depth), only_if))
        return pairs

    def _column(self, node: Node, name: str, alias: str) -> str:
        leaf = column_at(self._view, self._graph, node.model, name)
        return self._dialect.json(leaf.kind, expression(leaf, alias, self._dialect))

    def _child(self, child: Node, edge: Edge, alias: str, depth: int) -> str:
        if child.stub:
            return self._dialect.stub(key_name(child.model), column(alias, edge.hops[0][0]))
        if depth < self._dialect.deepest:
            return self._nested(child, edge, alias, depth + 1)
        # Too deep for one expression: a named subquery over the parents, which the planner folds back in.
        key, name, row = key_name(edge.source), f"deep{len(self._named)}", self._names.new()
        self._named.append("")
        place = len(self._named) - 1
        nested = self._nested(child, edge, row, 1)
        rows = f"SELECT {column(row, key)}, {nested} FROM {table(edge.source)} {row}"
        self._named[place] = f"{name}(k, j) AS NOT MATERIALIZED ({rows})"
        return f"(SELECT json({name}.j) FROM {name} WHERE {name}.k = {column(alias, key)})"

    def _nested(self, child: Node, edge: Edge, alias: str, depth: int) -> str:
        source = source_of(edge, alias, self._names, self._dialect)
        pairs = self._pairs(child, source.alias, depth)
        return self._dialect.many(pairs, source) if edge.many else self._dialect.one(pairs, source)

    def _order(self, order: str) -> str:
        """The order's term, closed by the key."""
        key = key_name(self._view.model)
        path = order.removeprefix("-")
        terms = [self._order_term(path, down=order.startswith("-"))] if path else []
        if path != key:
            terms.append(self._order_term(key, down=False))
        return ", ".join(terms)

    def _order_term(self, path: str, *, down: bool) -> str:
        edges, leaf = resolve(self._view, self._graph, self._view.model, path)
        if not edges:
            expression = self._sortable(leaf, ROOT)
            return self._dialect.ordered(expression, down=down, nullable=leaf.nullable)
        found = joined(edges, ROOT, self._names)
        value = self._sortable(leaf, found.alias)
        if leaf.kind == "bool":
            value = f"CASE WHEN {value} THEN 1 ELSE 0 END"
        # A row stands where its smallest value puts it, or its greatest when the order is turned round.
        extreme = f"(SELECT {'max' if down else 'min'}({value}) FROM {found.tables}"
        return self._dialect.ordered(f"{extreme} WHERE {' AND '.join(found.conditions)})", down=down, nullable=True)

    def _sortable(self, leaf: Leaf, alias: str) -> str:
        return self._dialect.sortable(leaf.kind, expression(leaf, alias, self._dialect))


def _tries_pattern(shape: Shape) -> bool:
    return shape[0] == "re" or any(_tries_pattern(part) for part in _parts(shape))


def _parts(shape: Shape) -> tuple[Shape, ...]:
    match shape:
        case ("and" | "or", shapes) | ("some", _, shapes):
            return shapes
        case ("not", inner):
            return (inner,)
        case _:
            return ()


def _number(value: int) -> int:
    """Pages beyond any table: what a database takes for a number ends somewhere."""
    return min(value, 2**62)
