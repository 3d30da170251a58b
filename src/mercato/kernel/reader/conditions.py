"""Conditions in SQL: what filters, search and scopes became when they were parsed."""

from typing import Final

from mercato.kernel.reader.columns import Leaf, resolve, walk
from mercato.kernel.reader.dialects import Bind, Dialect
from mercato.kernel.reader.joins import Names, expression, joined
from mercato.kernel.reader.view import Edge, Graph, Model, Shape, View

COMPARISONS: Final = frozenset({"=", "<>", "<", "<=", ">", ">="})
MATCHES: Final = frozenset({"like", "ilike", "re"})


class Conditions:
    """Writes the conditions of one statement.

    A shape is one of `("true",)`, `("false",)`, `("and", shapes)`, `("or", shapes)`, `("not", shape)`,
    `("some", path, shapes)` (a related row for which all hold), `("q", place)`, `("qa", place)`, `("null", path)`,
    `("notnull", path)`, and `(operator, path, place of the value)`.
    """

    def __init__(self, view: View, graph: Graph, dialect: Dialect, names: Names, bind: Bind) -> None:
        self._view = view
        self._graph = graph
        self._dialect = dialect
        self._names = names
        self._bind = bind

    def sql(self, shape: Shape, model: Model, alias: str) -> str:
        """A condition over rows of `model`."""
        match shape:
            case ("true",):
                return "1=1"
            case ("false",):
                return "1=0"
            case ("and", shapes):
                return self._all(shapes, " AND ", model, alias) or "1=1"
            case ("or", shapes):
                # Nothing to choose from is nothing found.
                return self._all(shapes, " OR ", model, alias) or "1=0"
            case ("not", inner):
                return f"NOT ({self.sql(inner, model, alias)})"
            case ("some", path, shapes):
                return self._some(path, shapes, model, alias)
            case ("q" | "qa" as op, place):
                return self._search(op, place, model, alias)
            case _:
                return self._compared(shape, model, alias)

    def _all(self, shapes: tuple[Shape, ...], word: str, model: Model, alias: str) -> str:
        parts = [f"({self.sql(shape, model, alias)})" for shape in shapes]
        return word.join(parts)

    def _some(self, path: str, shapes: tuple[Shape, ...], model: Model, alias: str) -> str:
        edges, _ = walk(self._view, self._graph, model, path)
        found = joined(edges, alias, self._names)
        return found.exists(*[f"({self.sql(shape, edges[-1].target, found.alias)})" for shape in shapes])

    def _compared(self, shape: Shape, model: Model, alias: str) -> str:
        op, path, *places = shape
        edges, leaf = resolve(self._view, self._graph, model, path)
        if not edges:
            return self._at(op, leaf, alias, places)
        found = joined(edges, alias, self._names)
        if op == "null":
            # No related row at all is as empty as one without the value.
            return f"NOT {found.exists(self._at('notnull', leaf, found.alias, places))}"
        return found.exists(self._at(op, leaf, found.alias, places))

    def _at(self, op: str, leaf: Leaf, alias: str, places: list[int]) -> str:
        dialect, column = self._dialect, expression(leaf, alias, self._dialect)
        kind = leaf.kind
        if op in ("null", "notnull"):
            return f"{column} IS {'NOT ' if op == 'notnull' else ''}NULL"
        if kind == "json":
            if op == "has":
                return dialect.has(column, places[0], self._bind)
            kind, column = "text", dialect.inside(column, ())
        if op in COMPARISONS:
            sortable = column if op in ("=", "<>") and kind == "text" else dialect.sortable(kind, column)
            return f"{sortable} {op} {dialect.value(kind, places[0], self._bind)}"
        if op in ("in", "nin"):
            among = dialect.among(kind, dialect.sortable(kind, column), places[0], self._bind)
            return f"NOT ({among})" if op == "nin" else among
        text = column if kind == "text" else dialect.text_of(column)
        return dialect.matching(op, text, places[0], self._bind)

    def _search(self, op: str, place: int, model: Model, alias: str) -> str:
        """One condition for each column, and one row search for the columns of each relation."""
        groups: dict[tuple[Edge, ...], list[Leaf]] = {}
        for path in self._view.search.split():
            edges, leaf = resolve(self._view, self._graph, model, path)
            groups.setdefault(edges, []).append(leaf)
        parts: list[str] = []
        for edges, leaves in groups.items():
            if edges:
                found = joined(edges, alias, self._names)
                parts.append(found.exists(f"({self._any(op, leaves, found.alias, place)})"))
            else:
                parts.append(self._any(op, leaves, alias, place))
        # A view that names nothing to search ignores the text.
        return " OR ".join(parts) or "1=1"

    def _any(self, op: str, leaves: list[Leaf], alias: str, place: int) -> str:
        return " OR ".join(self._at(op, leaf, alias, [place]) for leaf in leaves)
